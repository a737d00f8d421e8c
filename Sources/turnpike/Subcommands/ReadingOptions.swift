import Conversion

/// What `convert` and `validate` both take: how inputs are read, and what matters in them.
struct ReadingOptions {
    var profile = "auto"
    var rules: String?
    var codes: String?
    var layout: String?
    var previous: String?
    var jobs: Int?
    var showsValues = false
    var listsAllFindings = false

    func check() throws(UsageError) {
        if let jobs, jobs < 1 { throw UsageError("--jobs is at least 1") }
        guard ProfileChoice(argument: profile) == nil else { return }
        let names = (ProfileChoice.names + ["auto", "none"]).joined(separator: ", ")
        throw UsageError("no profile is named \(profile); there are \(names)")
    }

    /// The options of a conversion, the files that they name being read.
    func options() throws -> ConversionOptions {
        var options = ConversionOptions()
        options.showsValues = showsValues
        options.listsAllFindings = listsAllFindings
        options.profile = ProfileChoice(argument: profile) ?? .automatic
        options.rules = try Arguments.rules(rules)
        options.codes = try Arguments.codes(codes)
        if let layout { options.layouts = try Arguments.layout(layout) }
        options.temporaryFolder = Console.temporaryFolder
        options.previous = try Arguments.previous(previous, options)
        options.jobs = jobs ?? Cores.count
        return options
    }
}

/// A subcommand that reads records.
protocol ReadingSubcommand: Subcommand {
    var reading: ReadingOptions { get set }
}

extension ReadingSubcommand {
    func check() throws(UsageError) { try reading.check() }

    /// The parameters of `reading`; `result` is what is the same on any number of threads.
    static func readingParameters(result: String) -> [Parameter<Self>] {
        [
            .option(
                "profile",
                "Whose companion guide is applied: auto (the sender's), none, or a profile's name.",
                "turnpike guide lists the profiles.", default: "auto"
            ) { $0.reading.profile = $1 },
            .option(
                "rules",
                "A file of lines RULE off|note|warning|error, which go before all others."
            ) { $0.reading.rules = $1 },
            .option(
                "codes",
                "A folder of lists that codes of claims and names of providers are looked up in.",
                """
                icd10cm.txt, icd10pcs.txt, hcpcs.txt and taxonomy.txt, as many as there are; \
                scripts/codes makes them of public files. pidsl.txt, a line of which is a service \
                location and a name, is for rosters.
                """, value: "folder"
            ) { $0.reading.codes = $1 },
            .option(
                "layout",
                "By which layout rosters are read: the name of a layout, or a file of one.",
                "turnpike layout lists them. Without it, the header of a table tells."
            ) { $0.reading.layout = $1 },
            .option(
                "previous",
                "The roster that came before: how many members came, are gone or were changed.",
                """
                The summary counts them. It is a warning where more than a tenth came or are gone, \
                at least ten and at most five hundred being allowed. Rosters of one layout are \
                compared.
                """, value: "file"
            ) { $0.reading.previous = $1 },
            .option(
                "jobs", number: Int.self,
                "How many threads map records (default: the cores); \(result) is the same whatever "
                    + "it is."
            ) { $0.reading.jobs = $1 },
            .flag(
                "show-values",
                "Show the part of the input that a finding speaks of, in text and on the page (it may "
                    + "hold personal data)."
            ) { $0.reading.showsValues = true },
            .flag(
                "all-findings",
                "List all findings, and not the first 1,000 of each rule and input."
            ) { $0.reading.listsAllFindings = true },
        ]
    }
}
