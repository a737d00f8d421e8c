import Conversion

/// Reads a file through the scanner and the spine and no further; for `scripts/bench`.
struct BenchSyntax: Subcommand {
    static let help = CommandHelp(
        name: "bench-syntax", abstract: "Count segments and elements.", isHidden: true)

    static var parameters: [Parameter<BenchSyntax>] {
        [.operand("input", "") { $0.input = $1 }]
    }

    var input = ""

    func run() throws {
        do {
            let counts = try SyntaxCount.count(input)
            try Console.write("\(counts.segments) segments, \(counts.elements) elements\n")
        } catch let error as ConversionFailure {
            throw Console.exit(error)
        }
    }
}
