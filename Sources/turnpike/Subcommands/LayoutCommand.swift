import ShippedGrammars
import TableGrammar

struct LayoutCommand: Subcommand {
    enum Format: String, CaseIterable { case text, json }

    static let help = CommandHelp(
        name: "layout",
        abstract: "List the layouts of rosters, or print one.",
        discussion: """
            A layout says which columns a roster has, what they hold, who fills them and what they \
            are in a record, and how sure that is. In the usage column, R means that the column is \
            there, V that each row has a value in it, L that nobody changes what MassHealth filled \
            in, and O that it may be missing.
            """)

    static var parameters: [Parameter<LayoutCommand>] {
        [
            .operand(
                "name", "cp-assignment, say; without a name all are listed.", isRequired: false
            ) { $0.name = $1 },
            .option("format", of: Format.self, "text, in columns, or json.", default: .text) {
                $0.format = $1
            },
        ]
    }

    var name: String?
    var format = Format.text

    func run() throws {
        let library = LayoutLibrary.shipped
        guard let name else {
            return try Console.write(
                format == .text ? list(library.layouts) : Layout.list(library.layouts))
        }
        guard let layout = library.layout(named: name) else {
            let names = library.layouts.map(\.name).joined(separator: ", ")
            throw UsageError("no layout is named \(name); there are \(names)")
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
