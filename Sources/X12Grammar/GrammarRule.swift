/// A law of the grammar language.
///
/// Rules that the reader or the resolver meets on its way have no check of their own; the others
/// look at a guide that is resolved already.
public struct GrammarRule: Sendable {
    /// `grammar.subject.defect`, never reused.
    public let id: String
    /// One phrase, a law rather than a failure.
    public let summary: String
    let check: Check?

    typealias Check = @Sendable (ResolvedGuide, inout RuleReport) -> Void

    init(_ id: String, _ summary: String, check: Check? = nil) {
        self.id = id
        self.summary = summary
        self.check = check
    }
}

/// Gathers where a guide breaks one rule.
struct RuleReport {
    let rule: GrammarRule
    let text: GrammarText
    private(set) var problems: [GrammarProblem] = []

    init(rule: GrammarRule, text: GrammarText) {
        self.rule = rule
        self.text = text
    }

    mutating func add(quoting token: Token) {
        problems.append(text.problem(rule, quoting: token))
    }

    mutating func add(at token: Token, detail: String) {
        problems.append(text.problem(rule, at: token, detail: detail))
    }
}
