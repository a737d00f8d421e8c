/// What a profile may say of a guide. The reader of profiles and their checker report these.
extension GrammarRule {
    static let unknownSeverity = GrammarRule(
        "grammar.severity.unknown", "a severity is off, note, warning or error")
    static let unknownCertainty = GrammarRule(
        "grammar.certainty.unknown", "a fact is found, seen, inferred or unverified")
    static let unsureError = GrammarRule(
        "grammar.certainty.error", "an error rests on a fact that was found")
    static let malformedRuleID = GrammarRule(
        "grammar.rule.malformed", "a rule's id has three parts, as in x12.element.code")
    static let duplicateEntry = GrammarRule(
        "grammar.rule.duplicate", "a profile says once how a rule is taken at a place")
    static let malformedPlace = GrammarRule(
        "grammar.place.malformed",
        "a place is any, file, or loops, segment and element, as in 2000/INS-03")
    static let undefinedPlace = GrammarRule(
        "grammar.place.undefined", "a place is one of the section's guides or of the envelope")
    static let widenedCodes = GrammarRule(
        "grammar.profile.widened", "a profile narrows the codes of an element and adds none")
    static let undefinedGuide = GrammarRule(
        "grammar.profile.guide", "a profile names guides that exist")
    static let duplicateProfile = GrammarRule(
        "grammar.profile.duplicate", "a profile has one file")
    static let duplicateSection = GrammarRule(
        "grammar.profile.section", "a guide has one section in a profile")
    static let duplicateSender = GrammarRule(
        "grammar.sender.duplicate", "a sender or receiver chooses one profile for a guide")
    static let emptyLabel = GrammarRule(
        "grammar.label.empty", "a label has codes beneath it")
    static let codesPlace = GrammarRule(
        "grammar.place.element", "codes stand at a place that is an element")
}
