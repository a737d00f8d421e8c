/// What a line must look like. The reader reports these.
extension GrammarRule {
    static let unknownKind = GrammarRule(
        "grammar.file.kind", "a grammar file begins with dictionary, guide or profile")
    static let malformedText = GrammarRule(
        "grammar.file.text", "a grammar file is UTF-8 text, with blanks and not tabs")
    static let unknownKeyword = GrammarRule(
        "grammar.line.keyword", "a line begins with a keyword of the grammar language")
    static let misplacedLine = GrammarRule(
        "grammar.line.place", "a line stands beneath what it belongs to, and once")
    static let missingColumn = GrammarRule(
        "grammar.line.column", "a line has every column of its kind")
    static let surplusWord = GrammarRule(
        "grammar.line.surplus", "a line says nothing after its last column")
    static let unknownUsage = GrammarRule(
        "grammar.usage.unknown", "two blanks end a name, and a usage is R, S or N")
    static let unknownRequirement = GrammarRule(
        "grammar.requirement.unknown", "a requirement is M, O or X")
    static let unknownTable = GrammarRule(
        "grammar.table.unknown", "a table is 1, 2 or 3")
    static let unknownType = GrammarRule(
        "grammar.type.unknown",
        "two blanks end a name, and a type is AN, ID, DT, TM, R, B or N0 to N9")
    static let malformedPath = GrammarRule(
        "grammar.loop.malformed", "a loop's path is loop ids with slashes between, as in 2000/2100A"
    )
    static let malformedRepeat = GrammarRule(
        "grammar.repeat.malformed", "a repeat is a number from 1, or >1 for any number")
    static let malformedPosition = GrammarRule(
        "grammar.position.malformed", "a position is digits, two for an element, as in 05 or 05-2")
    static let malformedLength = GrammarRule(
        "grammar.length.malformed", "a length is minimum/maximum, from 1, the smaller first")
    static let malformedNote = GrammarRule(
        "grammar.note.malformed",
        "a syntax note is P, R, E, C or L and two-digit positions, as in P0304")
    static let malformedCondition = GrammarRule(
        "grammar.when.malformed",
        "a condition names one element and its codes, as in 2000/INS-03 ~ 024")
}
