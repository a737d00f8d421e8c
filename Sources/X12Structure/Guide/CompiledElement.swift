import X12Grammar

/// An element or component as the checks need it: numbers only.
struct CompiledElement: Sendable {
    enum Kind: UInt8, Sendable {
        case string, identifier, date, time, decimal, numeric, binary, composite
        /// A date, time or period in the format that the element before it names.
        case formatted
    }
    let kind: Kind
    /// Whether it identifies somebody or something, by a number or name that no list has.
    let identifies: Bool
    let usage: Usage
    /// Whether it is a composite or may be repeated.
    let hasParts: Bool
    /// Whether its length is fixed, so that blanks are part of it.
    let isFixed: Bool
    let minimum: Int32
    let maximum: Int32
    /// Index in `GuideTables.codeSets`; -1 where every code is right.
    let codeSet: Int32
    /// Whether the codes are a copy of someone else's list, so that others may be right.
    let hasListCodes: Bool
    /// How often it may be repeated; `Int32.max` for any number.
    let repeats: Int32
    /// Of a composite: where its components stand in `GuideTables.elements`.
    let firstComponent: Int32
    let componentCount: Int32
    /// Of a composite: where its notes stand in `GuideTables.notes`.
    let firstNote: Int32
    let noteCount: Int32

    var components: Range<Int> { Int(firstComponent)..<Int(firstComponent + componentCount) }
    var notes: Range<Int> { Int(firstNote)..<Int(firstNote + noteCount) }
}

/// A syntax note as bits: bit n is element n.
struct CompiledNote: Sendable {
    let kind: SyntaxNote.Kind
    let all: UInt64
    /// The first element of the note.
    let first: UInt64

    init(_ note: SyntaxNote) {
        kind = note.kind
        all = note.positions.reduce(0) { $0 | 1 << UInt64($1) }
        first = 1 << UInt64(note.positions.first ?? 0)
    }

    /// Whether the elements present keep the note.
    @inline(__always)
    func holds(_ present: UInt64) -> Bool {
        let some = present & all
        switch kind {
        case .paired: return some == 0 || some == all
        case .required: return some != 0
        case .exclusion: return some & (some &- 1) == 0
        case .conditional: return present & first == 0 || some == all
        case .listConditional: return present & first == 0 || some != first
        }
    }
}
