import ShippedGrammars
import X12Grammar

struct GuideCommand: Subcommand {
    enum Format: String, CaseIterable { case text, json }

    static let help = CommandHelp(
        name: "guide",
        abstract: "List the implementation guides and partner profiles, or print one.",
        discussion: """
            A guide says which loops, segments, elements and codes may come where; a profile what \
            one partner sends beyond or beneath it, and how sure that is.
            """)

    static var parameters: [Parameter<GuideCommand>] {
        [
            .operand(
                "name", "005010X220A1 or masshealth, say; without a name all are listed.",
                isRequired: false
            ) { $0.name = $1 },
            .option("format", of: Format.self, "text, in columns, or json.", default: .text) {
                $0.format = $1
            },
        ]
    }

    var name: String?
    var format = Format.text

    func run() throws {
        let library = GrammarLibrary.shipped
        guard let name else {
            let names = library.guideNames + library.profileNames
            return try Console.write(names.map { $0 + "\n" }.joined())
        }
        if let profile = try library.profile(named: name) {
            return try Console.write(format == .text ? Array(profile.text.utf8) : profile.json)
        }
        guard let guide = try library.guide(named: name) else {
            let names = (library.guideNames + library.profileNames).joined(separator: ", ")
            throw UsageError("no guide or profile is named \(name); there are \(names)")
        }
        switch format {
        case .text: try Console.write(guide.text)
        case .json: try Console.write(guide.json + [UInt8(ascii: "\n")])
        }
    }
}
