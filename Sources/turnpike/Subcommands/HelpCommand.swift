/// `turnpike help convert` is `turnpike convert --help`.
struct HelpCommand: Subcommand {
    static let help = CommandHelp(
        name: "help", abstract: "Show subcommand help information.", isHidden: true)

    static var parameters: [Parameter<HelpCommand>] {
        [
            .operands("subcommands", "", isRequired: false) { $0.subcommands.append($1) }
        ]
    }

    var subcommands: [String] = []

    /// Without a word, the help of the whole.
    func run() throws {
        guard let name = subcommands.first else {
            return try Console.write(Turnpike.page.text(width: Console.width))
        }
        guard let subcommand = Turnpike.subcommand(named: name) else {
            throw UsageError("no subcommand is named \(name)")
        }
        try Console.write(subcommand.page.text(width: Console.width))
    }
}
