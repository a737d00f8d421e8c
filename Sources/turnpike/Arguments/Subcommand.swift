/// What the command does at one word: `convert`, say.
///
/// Its stored properties are what the arguments say; `parameters` tells how they get there.
protocol Subcommand {
    static var help: CommandHelp { get }
    static var parameters: [Parameter<Self>] { get }
    init()
    /// Throws where values do not go together.
    func check() throws(UsageError)
    func run() throws
}

extension Subcommand {
    func check() throws(UsageError) {}
}

/// What a command is called, and what its help says of it.
struct CommandHelp {
    let name: String
    /// One line.
    let abstract: String
    /// How it is called; made of its parameters where nothing is said.
    var usage: String?
    var discussion = ""
    /// Whether the list of subcommands leaves it out.
    var isHidden = false
}

/// Ends the command with this status, everything being said.
struct ExitCode: Error {
    let rawValue: Int32

    init(_ rawValue: Int32) { self.rawValue = rawValue }
}

/// Says what is wrong with the arguments; it ends the command with status 64.
struct UsageError: Error {
    let message: String

    init(_ message: String) { self.message = message }
}
