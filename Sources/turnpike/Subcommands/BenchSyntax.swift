import ArgumentParser
import Conversion

/// Reads a file through the scanner and the spine and no further; for `scripts/bench`.
struct BenchSyntax: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench-syntax", abstract: "Count segments and elements.", shouldDisplay: false)

    @Argument var input: String

    func run() throws {
        do {
            let counts = try SyntaxCount.count(input)
            try Console.write("\(counts.segments) segments, \(counts.elements) elements\n")
        } catch let error as ConversionFailure {
            throw Console.exit(error)
        }
    }
}
