import ArgumentParser
import ShippedGrammars
import X12Grammar

struct GuideCommand: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    static let configuration = CommandConfiguration(
        commandName: "guide",
        abstract: "List the implementation guides, or print one.",
        discussion: "A guide says which loops, segments, elements and codes may come where.")

    @Argument(help: "005010X220A1, for one; without a name the guides are listed.")
    var name: String?

    @Option(help: "text, in columns, or json.")
    var format = Format.text

    func run() throws {
        let library = GrammarLibrary.shipped
        guard let name else {
            return try Console.write(library.guideNames.map { $0 + "\n" }.joined())
        }
        guard let guide = try library.guide(named: name) else {
            throw ValidationError(
                "no guide is named \(name); there are \(library.guideNames.joined(separator: ", "))"
            )
        }
        switch format {
        case .text: try Console.write(guide.text)
        case .json: try Console.write(guide.json + [UInt8(ascii: "\n")])
        }
    }
}
