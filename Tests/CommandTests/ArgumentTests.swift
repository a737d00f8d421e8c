import Testing

@testable import turnpike

/// What the words of a command line come to.
struct ArgumentTests {
    @Test(
        arguments: [
            ("a --by transaction", "a | transaction | . | false"),
            ("--by transaction --output b a", "a | transaction | b | false"),
            ("--output=b --by size 5 a", " | size,5,a | b | false"),
            ("--by size 5 --overwrite a", "a | size,5 | . | true"),
            (
                "--by=size 5 --output b --output c",
                "The option '--output <output>' can be given once"
            ),
            ("--by size --by 5 -- --output a", "--output,a | size,5 | . | false"),
            ("- --by size", "- | size | . | false"), ("a b c --by x", "a,b,c | x | . | false"),
            ("--by x --overwrite --overwrite", " | x | . | true"),
            ("--by x --output -- ", "Missing value for '--output <output>'"),
        ])
    func read(_ line: String, _ expected: String) throws {
        #expect(Self.reading(line) == expected)
    }

    @Test(
        arguments: [
            ("", "Missing expected argument '--by <how> ...'"),
            ("a --by", "Missing value for '--by <how>'"),
            ("a --by --output b", "Missing value for '--by <how>'"),
            ("--by x --output", "Missing value for '--output <output>'"),
            ("--by x --output= a", " | x | a | false"),
            ("--by x --overwrite=1", Self.surplus), ("--by x --nonsense", Self.unknown),
            ("--by x --outptu b", "Unknown option '--outptu'. Did you mean '--output'?"),
            ("--by x -output", "Unknown option '-output'. Did you mean '--output'?"),
            ("--by x -o", "Unknown option '-o'"), ("--by x ---o", "Invalid option: ---o"),
            ("--by x -=o", "Invalid option: -=o"), ("--nonsense --help", "help"),
            ("a -h", "help"), ("--by x -xh", "Unknown option '-xh'. Did you mean '--by'?"),
            ("--by x -dash.834", "Unknown option '-dash.834'"),
            ("--by x --help=1", "Invalid option: --help=1"),
            ("--version --by x", "version"),
            ("--by --help", "Missing value for '--by <how>'"), ("--by x -- --help", Self.plain),
        ])
    func problem(_ line: String, _ expected: String) {
        #expect(Self.reading(line) == expected)
    }

    private static let surplus =
        "The option '--overwrite' does not take any value, but '1' was specified."
    private static let unknown = "Unknown option '--nonsense'"
    private static let plain = "--help | x | . | false"

    /// What a line makes of `split`, or what is wrong with it.
    private static func reading(_ line: String) -> String {
        do {
            let words = try ArgumentWords(line.split(separator: " ").map(String.init))
            var reader = ArgumentReader<Split>(words)
            let split = try reader.read()
            let lists = [split.input, split.by].map { $0.joined(separator: ",") }
            return (lists + [split.output, "\(split.overwrite)"]).joined(separator: " | ")
        } catch {
            switch error {
            case .help: return "help"
            case .version: return "version"
            default: return error.message(["--by", "--output", "--overwrite"])
            }
        }
    }

    @Test(
        arguments: [
            (["convert", "a", "--to", "x"], "Please provide one of 'ndjson', 'json' or 'fhir'."),
            (["guide", "--format", "x"], "Please provide one of 'text' and 'json'."),
            (["generate", "x"], "Please provide one of the following:\n  - 834\n  - 837p\n"),
            (["generate", "834", "--records", "1x"], "'1x' is invalid for '--records <records>'"),
            (
                ["convert", "a", "b", "--jobs", "0"],
                "Error: --jobs is at least 1\nUsage: turnpike "
            ),
            (["guide", "a", "b"], "Error: Unexpected argument 'b'\n"),
            (["nonsense", "b"], "Error: 2 unexpected arguments: 'nonsense', 'b'\n"),
            (["receipt", "a"], "Help:  <roster>  The roster: a workbook, or text.\n"),
            (["rule", "x"], "Usage: turnpike <subcommand>\n  See 'turnpike --help' for more"),
            (["schema"], "Usage: turnpike schema <kind>\n  See 'turnpike schema --help' for more"),
        ])
    func message(_ arguments: [String], _ part: String) throws {
        let result = try Command.run(arguments)
        #expect(result.status == 64)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains(part), "\(result.errors)")
    }

    @Test(
        arguments: [
            ("", 10, 0, ""), ("one two", 7, 0, "one two"), ("one two", 6, 0, "one\ntwo"),
            ("one two\nx", 7, 0, "one\ntwo\nx"), ("one two\nx", 8, 0, "one two\nx"),
            ("incomprehensible it is", 5, 0, "incomprehensible\nit is"),
            ("a\n\n  b", 5, 2, "  a\n\n    b"), ("one two", 2, 4, "    one\n    two"),
        ])
    func wrapped(_ text: String, _ width: Int, _ indent: Int, _ expected: String) {
        #expect(text.wrapped(to: width, indent: indent) == expected)
    }

    @Test(
        arguments: [
            ("", "", 0), ("a", "", 1), ("", "ab", 2), ("kitten", "sitting", 3), ("bar", "baz", 1),
            ("--output", "--outptu", 2),
        ])
    func edits(_ first: String, _ second: String, _ count: Int) {
        #expect(EditDistance.between(first, second) == count)
        #expect(EditDistance.between(second, first) == count)
    }

    @Test func everySubcommandHasHelpOfItsOwn() throws {
        for subcommand in Turnpike.subcommands where subcommand.help.name != "help" {
            let help = try Command.run([subcommand.help.name, "--help"])
            #expect(help.output == (try Command.run(["help", subcommand.help.name])).output)
            let text = String(decoding: help.output, as: UTF8.self)
            #expect(text.contains("USAGE: turnpike \(subcommand.help.name)"))
        }
        let all = try Command.run(["--help"]).output
        #expect(try Command.run([]).output == all)
        #expect(try Command.run(["help", "nonsense"]).status == 64)
        #expect(try Command.run(["help", "--help"]).output == all)
        #expect(try Command.run(["--version"]).lines == [Turnpike.version])
    }
}
