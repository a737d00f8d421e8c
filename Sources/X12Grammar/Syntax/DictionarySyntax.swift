/// A dictionary file as it is written, nothing looked up yet.
struct DictionarySyntax: Sendable {
    let text: GrammarText
    var name = Token(0, 0)
    var elements: [ElementEntry] = []
    /// Segments and composites.
    var groups: [GroupEntry] = []
    var lists: [ListEntry] = []
    /// Of all groups, in order; a group has a range of them.
    var positions: [PositionLine] = []
    /// Syntax notes of all groups, in order; a group has a range of them.
    var notes: [Token] = []
    /// Of all lists, in order; a list has a range of them.
    var codes: [Token] = []
}

/// `element 1073  Yes/No Condition or Response Code  ID 1/1`
struct ElementEntry: Sendable {
    let number: Token
    let name: Token
    let type: ElementType
    let minimumLength: Int
    let maximumLength: Int
}

/// `segment DMG  Demographic Information`, `composite C056  Race or Ethnicity`
struct GroupEntry: Sendable {
    let isComposite: Bool
    let id: Token
    let name: Token
    var positions: Range<Int>
    var notes: Range<Int>
}

/// `05  X  C056  10`
struct PositionLine: Sendable {
    let place: Token
    let position: Int
    let requirement: Requirement
    let number: Token
    let maximum: Int?
}

/// What the standard demands of an element; relational ones have syntax notes.
enum Requirement: Sendable {
    case mandatory, optional, relational
}

/// `codes state  copied  States and provinces`
struct ListEntry: Sendable {
    let name: Token
    let title: Token
    let keeping: Keeping
    var codes: Range<Int>

    /// Who keeps the list.
    enum Keeping: String, Sendable {
        /// The guides, or the file itself.
        case here = ""
        /// Someone else, and it is not here.
        case external
        /// Someone else, and here is a copy.
        case copied
    }
}
