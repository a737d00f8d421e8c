import Conversion

struct Convert: ReadingSubcommand {
    static let help = CommandHelp(
        name: "convert", abstract: "Write the records of files as normalized JSON.",
        usage: "turnpike convert <input> ... [options]",
        discussion: """
            The kind of each file is recognised from its content, never from its name. Records go \
            to --output or standard output; findings and the summary go to standard error.
            """)

    static var parameters: [Parameter<Convert>] {
        [
            .operands(
                "input", "Files, folders, .gz or .zip archives to read; - is standard input."
            ) { $0.input.append($1) },
            .option(
                "to", of: ConversionOptions.Format.self,
                """
                ndjson (one record a line), json (one document for each input) or fhir (of \
                referrals, one FHIR R4 transaction Bundle a line).
                """, default: .ndjson
            ) { $0.to = $1 },
            .option("output", "Where records go; a file appears when it is complete.") {
                $0.destinations.records = $1
            },
            .option(
                "rejects", "Where records that were set aside go, with their findings, as NDJSON."
            ) { $0.destinations.rejects = $1 },
            .option(
                "findings", "Where findings go as NDJSON, beside those on standard error."
            ) { $0.destinations.findings = $1 },
            .option("summary", "Where the summary goes as one JSON document.") {
                $0.destinations.summary = $1
            },
            .option(
                "on-error", of: ConversionOptions.ErrorHandling.self,
                "What becomes of a record with an error: set-aside, keep or stop.",
                """
                keep leaves it among the records, with its findings; stop ends the whole run at \
                the first error of any kind.
                """, default: .setAside
            ) { $0.onError = $1 },
        ] + readingParameters(result: "the output")
    }

    var input: [String] = []
    var to = ConversionOptions.Format.ndjson
    var destinations = Converter.Destinations()
    var onError = ConversionOptions.ErrorHandling.setAside
    var reading = ReadingOptions()

    func run() throws {
        var options = try reading.options()
        options.format = to
        options.errorHandling = onError
        options.isColoured = Console.isColoured
        try Console.exit(
            Console.watching { progress in
                Converter(options: options, destinations: destinations)
                    .run(input, progress: progress)
            })
    }
}
