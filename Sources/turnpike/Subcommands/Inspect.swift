import ArgumentParser
import Conversion

struct Inspect: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say what files are: format, guide, envelopes, counts.",
        discussion: "Reads envelopes and counts records; it checks nothing inside them.")

    @Argument(help: "Files to look at; - is standard input.")
    var input: [String]

    func run() throws {
        var status: Int32 = 0
        for path in input {
            do {
                try Console.write(try Inspection(path).text)
            } catch let error as ConversionFailure {
                // What a file is not is an answer; that it cannot be read is none.
                let line = "\(Inspection.name(of: path)): \(error.message)"
                if case .unknownKind = error {
                    try Console.write(line + "\n")
                } else {
                    Console.complain(line)
                }
                status = max(status, error.exitStatus)
            }
        }
        try Console.exit(status)
    }
}
