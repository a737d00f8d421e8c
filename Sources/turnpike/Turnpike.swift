#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

@main
enum Turnpike {
    static let version = "0.1.0"
    static let help = CommandHelp(
        name: HelpPage.program,
        abstract: "Reads MassHealth and ACO files into validated, normalized JSON.",
        usage: "turnpike <subcommand>",
        discussion: """
            Convert an 834 enrollment file, one record a line:

              turnpike convert members.834 > members.ndjson

            Findings and a summary that accounts for every byte go to standard error. Records with \
            an error are set aside; --rejects PATH writes them, whole, with their findings.

            Exit status: 0 clean; 1 findings of severity error, or records set aside; 64 wrong \
            usage; 65 not a file Turnpike knows; 66 input cannot be opened; 74 reading or writing \
            failed.
            """)

    static var subcommands: [any Subcommand.Type] {
        [
            Convert.self, Validate.self, Inspect.self, GuideCommand.self, LayoutCommand.self,
            RuleCommand.self, SchemaCommand.self, Generate.self, Split.self, ReceiptCommand.self,
            BenchSyntax.self, HelpCommand.self,
        ]
    }

    static func main() {
        Console.prepare()
        guard Arguments.areText else {
            Console.complain(
                "an argument is no UTF-8 text; give the folder in which the file is, or rename it")
            exit(64)
        }
        exit(status(of: CommandLine.arguments.dropFirst()))
    }

    /// Does what the arguments say; the exit status.
    private static func status(of arguments: some Sequence<String>) -> Int32 {
        do {
            let words = try ArgumentWords(arguments)
            if let name = words.first, let subcommand = subcommand(named: name) {
                return subcommand.start(words.withoutFirst)
            }
            try words.checkRest()
            return tell(.help, page)
        } catch {
            return tell(error, page)
        }
    }

    static func subcommand(named name: String) -> (any Subcommand.Type)? {
        subcommands.first { $0.help.name == name }
    }

    /// The help of the command itself.
    static var page: HelpPage {
        HelpPage(help: help, shapes: [], subcommands: subcommands.map { $0.help })
    }

    /// Tells what was asked for on standard output, what is wrong on standard error; the status.
    static func tell(_ problem: UsageProblem, _ page: HelpPage) -> Int32 {
        do {
            switch problem {
            case .help:
                let page = page.offersHelp ? page : Turnpike.page
                try Console.write(page.text(width: Console.width))
            case .version: try Console.write(version + "\n")
            default:
                let names = page.shapes.filter { $0.kind != .operand }.map { "--\($0.name)" }
                var message = "Error: \(problem.message(names))\n"
                if let help = problem.help { message += "Help:  \(help)\n" }
                Console.tell(message + page.hint)
                return 64
            }
            return 0
        } catch {
            return (error as? ExitCode)?.rawValue ?? 74
        }
    }
}

extension Subcommand {
    /// Reads the words and runs; the exit status.
    static func start(_ words: ArgumentWords) -> Int32 {
        var reader = ArgumentReader<Self>(words)
        do {
            let command = try reader.read()
            return status { try command.run() }
        } catch {
            return Turnpike.tell(error, page)
        }
    }

    /// What is wrong with arguments is told beneath the usage of the whole command.
    private static func status(_ run: () throws -> Void) -> Int32 {
        do {
            try run()
            return 0
        } catch let error as ExitCode {
            return error.rawValue
        } catch let error as UsageError {
            return Turnpike.tell(.wrong(error), Turnpike.page)
        } catch {
            Console.tell("Error: \(error)")
            return 1
        }
    }

    static var page: HelpPage {
        HelpPage(
            help: help, shapes: parameters.map(\.shape),
            offersHelp: help.name != HelpCommand.help.name)
    }
}
