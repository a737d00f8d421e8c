/// What a name must lead to. The dictionary and the resolver report these.
extension GrammarRule {
    static let duplicateName = GrammarRule(
        "grammar.name.duplicate", "a dictionary defines a name once")
    static let longName = GrammarRule(
        "grammar.name.long", "an element, composite or segment has a name of up to eight bytes")
    static let undefinedElement = GrammarRule(
        "grammar.element.undefined", "an element is defined in the dictionary")
    static let undefinedComposite = GrammarRule(
        "grammar.composite.undefined", "a composite is defined in the dictionary")
    static let nestedComposite = GrammarRule(
        "grammar.composite.nested", "a composite is made of simple elements")
    static let undefinedSegment = GrammarRule(
        "grammar.segment.undefined", "a segment is defined in the dictionary")
    static let undefinedCodeList = GrammarRule(
        "grammar.codes.undefined", "a code list is defined in the dictionary")
    static let undefinedDictionary = GrammarRule(
        "grammar.dictionary.undefined", "a guide names a dictionary that exists")
    static let undefinedLoop = GrammarRule(
        "grammar.loop.undefined", "a loop is named in the guide before it is used")
    static let closedLoop = GrammarRule(
        "grammar.loop.closed", "a loop is open where another is put into it")
    static let unfinishedOriginal = GrammarRule(
        "grammar.copy.unfinished", "a loop is closed before another is made like it")
    static let writtenCopy = GrammarRule(
        "grammar.copy.written", "nothing is written beneath a loop that is like another")
    static let duplicateLoop = GrammarRule(
        "grammar.loop.duplicate", "a loop is defined once in a guide")
    static let distantCondition = GrammarRule(
        "grammar.when.distant", "a condition looks at the segment's own loop or one around it")
}
