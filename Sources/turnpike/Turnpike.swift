import ArgumentParser

@main
struct Turnpike: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "turnpike",
        abstract: "Reads MassHealth and ACO files into validated, normalized JSON.",
        discussion: """
            Convert an 834 enrollment file, one record a line:

              turnpike convert members.834 > members.ndjson

            Findings and a summary that accounts for every byte go to standard error. Records with \
            an error are set aside; --rejects PATH writes them, whole, with their findings.

            Exit status: 0 clean; 1 findings of severity error, or records set aside; 64 wrong \
            usage; 65 not a file Turnpike knows; 66 input cannot be opened; 74 reading or writing \
            failed.
            """,
        version: "0.1.0",
        subcommands: [
            Convert.self, Validate.self, Inspect.self, GuideCommand.self, LayoutCommand.self,
            RuleCommand.self, SchemaCommand.self, Generate.self, Split.self, ReceiptCommand.self,
            BenchSyntax.self,
        ])

    static func main() {
        Console.prepare()
        guard Arguments.areText else {
            Console.complain(
                "an argument is no UTF-8 text; give the folder in which the file is, or rename it")
            exit(withError: ExitCode(64))
        }
        main(nil)
    }
}
