/// A guide file as it is written: lines in order, words as tokens, nothing looked up yet.
struct GuideSyntax: Sendable {
    let text: GrammarText
    var header = GuideHeader()
    var statements: [Statement] = []
    /// Of all segments, in order; a segment has a range of them.
    var elements: [ElementLine] = []
    /// Of segments and elements, in order; these have an index.
    var conditions: [ConditionLine] = []
    /// Of all elements and conditions, in order; each has a range of them.
    var codes: [Token] = []

    enum Statement: Sendable {
        case table(Int)
        case loop(LoopLine)
        /// `in PATH`
        case reenter(Token)
        case end
        case segment(SegmentLine)
    }
}

/// `guide 005010X220A1  transaction 834  group BE  dictionary 005010`
struct GuideHeader: Sendable {
    var name = Token(0, 0)
    var transaction = Token(0, 0)
    var group = Token(0, 0)
    var dictionary = Token(0, 0)
    var variants: [Token] = []
}

/// `loop 2000  Member Level Detail  R  >1  record`
struct LoopLine: Sendable {
    let path: Token
    let name: Token
    let usage: Usage
    let maximum: Int?
    var isRecord = false
    var isLevel = false
    /// The path after `as`: the loop whose segments and loops this one has too.
    var original: Token?
}

/// `segment 0100 INS  Member Level Detail  R  1`
struct SegmentLine: Sendable {
    let position: Int
    let id: Token
    let name: Token
    let usage: Usage
    let maximum: Int?
    var elements: Range<Int>
    /// Index in `GuideSyntax.conditions`.
    var condition: Int?
}

/// `05-2  S  Code List Qualifier Code  ~ RET`
struct ElementLine: Sendable {
    /// The position as written.
    let place: Token
    let position: Int
    /// 0 for the element itself.
    let component: Int
    let usage: Usage
    let name: Token
    let maximum: Int?
    var codes: Range<Int>
    var list: Token?
    /// Index in `GuideSyntax.conditions`.
    var condition: Int?
}

/// `when 2000/INS-03 ~ 024`
struct ConditionLine: Sendable {
    /// As written: `2000/INS-03`.
    let target: Token
    /// `2000`; empty for a segment of the transaction set itself.
    let path: Token
    let segment: Token
    let element: Int
    var codes: Range<Int>
}
