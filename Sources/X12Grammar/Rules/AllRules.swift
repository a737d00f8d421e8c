extension GrammarRule {
    /// Every rule of the grammar language, in the order of the layers that report them.
    public static let all: [GrammarRule] =
        syntax + names + positions + guideChecks + profiles + library

    private static let syntax: [GrammarRule] = [
        unknownKind, malformedText, unknownKeyword, misplacedLine, missingColumn, surplusWord,
        unknownUsage, unknownRequirement, unknownTable, unknownType, malformedPath,
        malformedRepeat, malformedPosition, malformedLength, malformedNote, malformedCondition,
    ]

    private static let names: [GrammarRule] = [
        duplicateName, longName, undefinedElement, undefinedComposite, nestedComposite,
        undefinedSegment, undefinedCodeList, undefinedDictionary, undefinedLoop, closedLoop,
        duplicateLoop, unfinishedOriginal, writtenCopy, distantCondition, emptyCodeList,
    ]

    private static let positions: [GrammarRule] = [
        positionGap, duplicatePosition, unknownPosition, simpleElement, orphanComponent,
        missingNotePosition,
    ]

    /// The rules that look at a resolved guide, in the order in which they do.
    static let guideChecks: [GrammarRule] = [
        loosenedElement, elementRepeat, compositeCodes, emptyComposite, duplicateCode, codeLength,
        loopStart, levelStart, levelPlace, missingRecord, recordStart, unreachable, ambiguousStart,
        undefinedCondition, conditionCode,
    ]

    private static let profiles: [GrammarRule] = [
        unknownSeverity, unknownCertainty, unsureError, malformedRuleID, duplicateEntry,
        malformedPlace, undefinedPlace, widenedCodes, undefinedGuide, emptyLabel,
        codesPlace,
    ]

    private static let library: [GrammarRule] = [
        duplicateGuide, duplicateVariant, duplicateProfile, duplicateSection, duplicateSender,
    ]
}
