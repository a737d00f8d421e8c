/// Where elements may stand. The resolver reports these.
extension GrammarRule {
    static let positionGap = GrammarRule(
        "grammar.position.gap", "the positions of a segment follow one another from 01")
    static let duplicatePosition = GrammarRule(
        "grammar.position.duplicate", "positions ascend, and each stands once")
    static let unknownPosition = GrammarRule(
        "grammar.position.unknown", "a position exists in the dictionary's segment or composite")
    static let simpleElement = GrammarRule(
        "grammar.component.simple", "a component belongs to an element that is a composite")
    static let orphanComponent = GrammarRule(
        "grammar.component.orphan", "a component stands beneath the line of its composite")
    static let missingNotePosition = GrammarRule(
        "grammar.note.position", "a syntax note names positions that exist")
}
