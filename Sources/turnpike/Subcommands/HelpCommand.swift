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

    /// Of a word that is no subcommand, as of none, the help of the whole.
    func run() throws {
        let page =
            subcommands.first.flatMap(Turnpike.subcommand).map { $0.page } ?? Turnpike.page
        try Console.write(page.text(width: Console.width))
    }
}
