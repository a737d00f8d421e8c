import Conversion

struct Validate: ReadingSubcommand {
    enum Format: String, CaseIterable { case text, json, html }

    static let help = CommandHelp(
        name: "validate", abstract: "Say what is wrong with files, and where.",
        usage: "turnpike validate <input> ... [options]",
        discussion: """
            Reads and checks as convert does, and writes findings and summary instead of records. \
            Exit status 0 means that the file can be loaded as it is.
            """)

    static var parameters: [Parameter<Validate>] {
        [
            .operands(
                "input", "Files, folders, .gz or .zip archives to read; - is standard input."
            ) { $0.input.append($1) },
            .option(
                "format", of: Format.self,
                "text, one finding a line; json, one document; or html, one page to look at.",
                default: .text
            ) { $0.format = $1 },
            .option("output", "Where the report goes, instead of standard output.") {
                $0.output = $1
            },
            .option("summary", "Where the summary goes as one JSON document.") { $0.summary = $1 },
        ] + readingParameters(result: "the report")
    }

    var input: [String] = []
    var format = Format.text
    var output: String?
    var summary: String?
    var reading = ReadingOptions()

    func run() throws {
        var options = try reading.options()
        options.writesRecords = false
        options.isColoured = output == nil && Console.isOutputColoured
        var destinations = Converter.Destinations()
        switch format {
        case .text: destinations.report = .text(output)
        case .json: destinations.report = .json(output)
        case .html: destinations.report = .html(output)
        }
        destinations.summary = summary
        try Console.exit(
            Console.watching { progress in
                Converter(options: options, destinations: destinations)
                    .run(input, progress: progress)
            })
    }
}
