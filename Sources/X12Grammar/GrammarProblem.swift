/// Something wrong in a grammar file, with its place.
public struct GrammarProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// Path of the file, as it was given.
    public let path: String
    /// From 1.
    public let line: Int
    /// From 1, in characters.
    public let column: Int
    /// Id of the rule that is broken: `grammar.loop.undefined`.
    public let rule: String
    /// The rule, and the word that breaks it: `a loop is named before it is used: "2100Z"`.
    public let message: String

    /// `guides/x.grammar:12:5: a loop is named before it is used: "2100Z" [grammar.loop.undefined]`
    public var description: String { "\(path):\(line):\(column): \(message) [\(rule)]" }
}

/// Why a guide cannot be made: the problems of its grammar files, in the order of the files.
public struct GrammarProblems: Error, Sendable, Hashable, CustomStringConvertible {
    /// Never empty.
    public let problems: [GrammarProblem]

    /// One problem a line.
    public var description: String {
        problems.map(\.description).joined(separator: "\n")
    }
}
