/// What holds among the files of a library. The checker reports these.
extension GrammarRule {
    static let duplicateGuide = GrammarRule(
        "grammar.guide.duplicate", "a guide has one file")
    static let duplicateVariant = GrammarRule(
        "grammar.variant.duplicate", "a variant is no guide of its own, and has one guide")
}
