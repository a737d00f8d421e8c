import Conversion

struct Inspect: Subcommand {
    static let help = CommandHelp(
        name: "inspect", abstract: "Say what files are: format, guide, envelopes, counts.",
        discussion: "Reads envelopes and counts records; it checks nothing inside them.")

    static var parameters: [Parameter<Inspect>] {
        [
            .operands(
                "input", "Files, folders, .gz or .zip archives to look at; - is standard input."
            ) { $0.input.append($1) }
        ]
    }

    var input: [String] = []

    func run() throws {
        var status: Int32 = 0
        let progress = Console.progress
        defer { progress?.erase() }
        let skipped = try Inspection.forEach(input, progress: progress) { (file) throws in
            progress?.erase()
            if !file.text.isEmpty { try Console.write(file.text) }
            guard let failure = file.failure else { return }
            // What a file is not is an answer; that it cannot be read is none.
            let line = "\(file.name): \(failure.message)"
            if case .unknownKind = failure {
                try Console.write(line + "\n")
            } else {
                Console.complain(line)
            }
            status = max(status, failure.exitStatus)
        }
        if skipped > 0 {
            let noun = "hidden or special file\(skipped == 1 ? "" : "s")"
            Console.complain("not read: \(skipped) \(noun)")
        }
        try Console.exit(status)
    }
}
