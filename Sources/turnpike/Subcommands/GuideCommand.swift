import ArgumentParser
import ShippedGrammars
import X12Grammar

struct GuideCommand: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    static let configuration = CommandConfiguration(
        commandName: "guide",
        abstract: "List the implementation guides and partner profiles, or print one.",
        discussion: """
            A guide says which loops, segments, elements and codes may come where; a profile what \
            one partner sends beyond or beneath it, and how sure that is.
            """)

    @Argument(help: "005010X220A1 or masshealth, say; without a name all are listed.")
    var name: String?

    @Option(help: "text, in columns, or json.")
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
            throw ValidationError("no guide or profile is named \(name); there are \(names)")
        }
        switch format {
        case .text: try Console.write(guide.text)
        case .json: try Console.write(guide.json + [UInt8(ascii: "\n")])
        }
    }
}
