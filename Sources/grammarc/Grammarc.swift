import SystemPackage
import TableGrammar
import X12Grammar
import XMLSyntax

/// `grammarc [--output FILE.swift] FILE.grammar… FILE.layout… FILE.xsd…`: checks grammar files,
/// layouts and schemas together, and writes them as Swift source.
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
                (path: path, bytes: try FilePath(path).readAll())
            }
            let layouts = files.filter { $0.path.hasSuffix(".layout") }
            let schemas = files.filter { $0.path.hasSuffix(".xsd") }
            let grammars = files.filter {
                !$0.path.hasSuffix(".layout") && !$0.path.hasSuffix(".xsd")
            }
            try check(
                GrammarLibrary(grammars.map { GrammarFile(path: $0.path, bytes: $0.bytes) }),
                LayoutLibrary(layouts.map { LayoutFile(path: $0.path, bytes: $0.bytes) }))
            for schema in schemas { try check(schema.path, schema.bytes) }
            guard let output = arguments.output else { return }
            let source = EmbeddedSource(
                grammars: grammars.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) },
                layouts: layouts.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) },
                schemas: schemas.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
            try FilePath(output).write(source.text)
        } catch {
            FileDescriptor.standardError.print(error.message)
            exit(error.status)
        }
    }

    private static func check(
        _ grammars: GrammarLibrary, _ layouts: LayoutLibrary
    ) throws(Failure) {
        let lines =
            grammars.problems().map { problem in
                line(problem.path, problem.line, problem.column, problem.message, problem.rule)
            }
            + layouts.problems.map { problem in
                line(problem.path, problem.line, problem.column, problem.message, problem.rule)
            }
        if !lines.isEmpty { throw Failure(status: 1, message: lines.joined()) }
    }

    /// A schema must compile from its own text alone.
    private static func check(_ path: String, _ bytes: [UInt8]) throws(Failure) {
        do throws(XMLSchemaProblem) {
            _ = try XMLSchema(String(decoding: bytes, as: UTF8.self))
        } catch {
            throw Failure(
                status: 1,
                message: line(
                    path, error.line, 1, "a schema compiles by itself", "schema.invalid"))
        }
    }

    private static func line(
        _ path: String, _ line: Int, _ column: Int, _ message: String, _ rule: String
    ) -> String {
        "\(path):\(line):\(column): error: \(message) [\(rule)]\n"
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
        status: 64, message: "usage: grammarc [--output FILE.swift] FILE.grammar… FILE.layout… FILE.xsd…\n")
}
