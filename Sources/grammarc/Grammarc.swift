import SystemPackage
import X12Grammar

/// `grammarc [--output FILE.swift] FILE.grammar…`: checks grammar files together, and writes them
/// as Swift source.
///
/// Problems go to standard error as `path:line:column: error: message [rule]`. Exit status: 0 all
/// is well, 1 there are problems, 64 wrong usage, 66 a file cannot be read, 74 one cannot be
/// written.
@main
enum Grammarc {
    static func main() {
        do throws(Failure) {
            let arguments = try Arguments(CommandLine.arguments.dropFirst())
            let files = try arguments.inputs.map { path throws(Failure) in
                GrammarFile(path: path, bytes: try FilePath(path).readAll())
            }
            try check(files)
            guard let output = arguments.output else { return }
            try FilePath(output).write(EmbeddedSource(files).text)
        } catch {
            FileDescriptor.standardError.print(error.message)
            exit(error.status)
        }
    }

    private static func check(_ files: [GrammarFile]) throws(Failure) {
        let problems = GrammarLibrary(files).problems()
        guard !problems.isEmpty else { return }
        let lines = problems.map { problem in
            "\(problem.path):\(problem.line):\(problem.column): error: "
                + "\(problem.message) [\(problem.rule)]\n"
        }
        throw Failure(status: 1, message: lines.joined())
    }
}

/// Why the command ends early.
struct Failure: Error {
    let status: Int32
    let message: String
}

struct Arguments {
    private(set) var output: String?
    private(set) var inputs: [String] = []

    init(_ arguments: ArraySlice<String>) throws(Failure) {
        var rest = arguments
        while let argument = rest.popFirst() {
            if argument == "--output", let path = rest.popFirst() {
                output = path
            } else if argument.hasPrefix("-") {
                throw Self.wrongUsage
            } else {
                inputs.append(argument)
            }
        }
        if inputs.isEmpty { throw Self.wrongUsage }
    }

    private static let wrongUsage = Failure(
        status: 64, message: "usage: grammarc [--output FILE.swift] FILE.grammar…\n")
}
