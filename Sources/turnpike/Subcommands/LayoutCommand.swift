import ArgumentParser
import ShippedGrammars
import TableGrammar

struct LayoutCommand: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    static let configuration = CommandConfiguration(
        commandName: "layout",
        abstract: "List the layouts of rosters, or print one.",
        discussion: """
            A layout says which columns a roster has, what they hold, who fills them and what they \
            are in a record, and how sure that is. In the usage column, R means that the column is \
            there, V that each row has a value in it, L that nobody changes what MassHealth filled \
            in, and O that it may be missing.
            """)

    @Argument(help: "cp-assignment, say; without a name all are listed.")
    var name: String?

    @Option(help: "text, in columns, or json.")
    var format = Format.text

    func run() throws {
        let library = LayoutLibrary.shipped
        guard let name else {
            return try Console.write(
                format == .text ? list(library.layouts) : Layout.list(library.layouts))
        }
        guard let layout = library.layout(named: name) else {
            let names = library.layouts.map(\.name).joined(separator: ", ")
            throw ValidationError("no layout is named \(name); there are \(names)")
        }
        try Console.write(format == .text ? layout.text : layout.json)
    }

    private func list(_ layouts: [Layout]) -> String {
        let width = layouts.map(\.name.count).max() ?? 0
        return layouts.map { layout in
            let blanks = String(repeating: " ", count: width - layout.name.count)
            return "\(layout.name)\(blanks)  \(layout.title)\n"
        }.joined()
    }
}
