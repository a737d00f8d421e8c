import Conversion

struct Split: Subcommand {
    static let help = CommandHelp(
        name: "split", abstract: "Write valid smaller files from the original segments.",
        discussion: """
            Each part is an interchange of its own: the segments of the input, byte for byte, with \
            the headers that they need and the counts of SE, GE and IEA mended; control numbers \
            stay. Sets of claims (837) are not cut: each stays whole. What cannot stand in an \
            interchange goes to NAME.rest.ENDING. The paths of the parts go to standard output.

              turnpike split members.834 --by transaction --output parts
              turnpike split members.834 --by member-count 5000 --output parts
              turnpike split members.834 --by size 50MB --output parts
            """)

    static var parameters: [Parameter<Split>] {
        [
            .operands("input", "File to split; - is standard input.", isRequired: false) {
                $0.input.append($1)
            },
            .options(
                "by", "transaction, member-count N, or size BYTES (such as 500KB, 50MB, 1GB).",
                value: "how"
            ) { $0.by.append($1) },
            .option(
                "output",
                "Folder of the parts, NAME.001.ENDING and so on; made where it is missing.",
                default: "."
            ) { $0.output = $1 },
            .flag("overwrite", "Replace the parts of an earlier split.") { $0.overwrite = true },
        ]
    }

    var input: [String] = []
    var by: [String] = []
    var output = "."
    var overwrite = false

    /// Words of `--by` beyond its own are files: options may stand before them.
    private func files() throws(ConversionFailure) -> String {
        let files = input + by.dropFirst(SplitMeasure.wordCount(of: by))
        guard files.count == 1, let file = files.first else {
            throw .wrongUsage("split takes one file")
        }
        return file
    }

    func run() throws {
        let outcome: Splitter.Outcome
        do throws(ConversionFailure) {
            let file = try files()
            let measure = try SplitMeasure(Array(by.prefix(SplitMeasure.wordCount(of: by))))
            var splitter = Splitter(by: measure, into: output)
            splitter.overwrites = overwrite
            splitter.isColoured = Console.isColoured
            outcome = try Console.watching { [splitter] progress throws(ConversionFailure) in
                try splitter.run(file, progress: progress)
            }
        } catch {
            throw Console.exit(error)
        }
        try Console.write(outcome.parts.map { $0 + "\n" }.joined())
        try Console.exit(outcome.exitStatus)
    }
}
