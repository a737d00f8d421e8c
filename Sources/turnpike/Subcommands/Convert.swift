import ArgumentParser
import Conversion

struct Convert: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert",
        abstract: "Write the records of files as normalized JSON.",
        usage: "turnpike convert <input> ... [options]",
        discussion: """
            The kind of each file is recognised from its content, never from its name. Records go \
            to --output or standard output; findings and the summary go to standard error.
            """)

    @Argument(help: "Files, folders, .gz or .zip archives to read; - is standard input.")
    var input: [String]

    @Option(
        help: """
            ndjson (one record a line), json (one document for each input) or fhir (of referrals, \
            one FHIR R4 transaction Bundle a line).
            """)
    var to = ConversionOptions.Format.ndjson

    @Option(help: "Where records go; a file appears when it is complete.")
    var output: String?

    @Option(help: "Where records that were set aside go, with their findings, as NDJSON.")
    var rejects: String?

    @Option(help: "Where findings go as NDJSON, beside those on standard error.")
    var findings: String?

    @Option(help: "Where the summary goes as one JSON document.")
    var summary: String?

    @Option(
        help: ArgumentHelp(
            "What becomes of a record with an error: set-aside, keep or stop.",
            discussion: """
                keep leaves it among the records, with its findings; stop ends the whole run at \
                the first error of any kind.
                """))
    var onError = ConversionOptions.ErrorHandling.setAside

    @Option(
        help: ArgumentHelp(
            "Whose companion guide is applied: auto (the sender's), none, or a profile's name.",
            discussion: "turnpike guide lists the profiles."))
    var profile = "auto"

    @Option(help: "A file of lines RULE off|note|warning|error, which go before all others.")
    var rules: String?

    @Option(
        help: ArgumentHelp(
            "A folder of lists that codes of claims and names of providers are looked up in.",
            discussion: """
                icd10cm.txt, icd10pcs.txt, hcpcs.txt and taxonomy.txt, as many as there are; \
                scripts/codes makes them of public files. pidsl.txt, a line of which is a service \
                location and a name, is for rosters.
                """,
            valueName: "folder"))
    var codes: String?

    @Option(
        help: ArgumentHelp(
            "By which layout rosters are read: the name of a layout, or a file of one.",
            discussion: "turnpike layout lists them. Without it, the header of a table tells.",
            valueName: "layout"))
    var layout: String?

    @Option(
        help: ArgumentHelp(
            "The roster that came before: how many members came, are gone or were changed.",
            discussion: """
                The summary counts them. It is a warning where more than a tenth came or are gone, \
                at least ten and at most five hundred being allowed. Rosters of one layout are \
                compared.
                """,
            valueName: "file"))
    var previous: String?

    @Option(
        help:
            "How many threads map records (default: the cores); the output is the same whatever it is."
    )
    var jobs: Int?

    @Flag(help: "Show the part of the input that a finding speaks of (it may hold personal data).")
    var showValues = false

    @Flag(help: "List all findings, and not the first 1,000 of each rule and input.")
    var allFindings = false

    func validate() throws {
        try Arguments.check(jobs: jobs)
        try Arguments.check(profile: profile)
    }

    func run() throws {
        var options = ConversionOptions()
        options.format = to
        options.errorHandling = onError
        options.showsValues = showValues
        options.listsAllFindings = allFindings
        options.profile = ProfileChoice(argument: profile) ?? .automatic
        options.rules = try Arguments.rules(rules)
        options.codes = try Arguments.codes(codes)
        if let layout { options.layouts = try Arguments.layout(layout) }
        options.temporaryFolder = Console.temporaryFolder
        options.previous = try Arguments.previous(previous, options)
        options.jobs = jobs ?? Cores.count
        options.isColoured = Console.isColoured
        var destinations = Converter.Destinations()
        destinations.records = output
        destinations.rejects = rejects
        destinations.findings = findings
        destinations.summary = summary
        try Console.exit(
            Console.watching { progress in
                Converter(options: options, destinations: destinations)
                    .run(input, progress: progress)
            })
    }
}

extension ConversionOptions.Format: ExpressibleByArgument {}
extension ConversionOptions.ErrorHandling: ExpressibleByArgument {}
