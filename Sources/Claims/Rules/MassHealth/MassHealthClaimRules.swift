import CareModel
import Diagnostics
import X12Grammar
import X12Mapping
import X12Syntax

/// What must hold for claims that go to MassHealth, beyond what the guides say: the rules of its
/// profiles.
///
/// Which of them are asked is what the profile names, as are the codes that some allow. A class, as
/// every claim refers to it.
package final class MassHealthClaimRules: Sendable {
    private let envelopeChecks: [EnvelopeCheck]
    private let headerChecks: [HeaderCheck]
    private let levelChecks: [LevelCheck]
    private let claimChecks: [ClaimCheck]
    /// Whether the activities of each member's days are counted.
    package let countsActivities: Bool
    private let terms: Terms

    /// What the checks go by.
    struct Terms: Sendable {
        /// Codes to which the profile narrows elements.
        let receivers: [Key]
        let frequencies: [Key]
    }

    /// A claim and what lies around it.
    struct Subject {
        let claim: RecordObject<ClaimFields>
        let surroundings: ClaimSurroundings
        let locator: ClaimLocator
    }

    /// Structs, as a function that is an array's own element is called with copies.
    private struct EnvelopeCheck: Sendable {
        let run: @Sendable (SegmentView, inout FindingCollector) -> Void
    }

    private struct HeaderCheck: Sendable {
        let run:
            @Sendable (
                RecordObject<ClaimHeaderFields>, Terms, ClaimLocator, inout FindingCollector
            ) -> Void
    }

    private struct LevelCheck: Sendable {
        let run:
            @Sendable (
                RecordObject<ClaimSubscriberLevelFields>, Terms, ClaimLocator,
                inout FindingCollector
            ) -> Void
    }

    private struct ClaimCheck: Sendable {
        let run: @Sendable (Subject, Terms, inout FindingCollector) -> Void
    }

    private static let envelopeChecks: [(rule: Rule, check: EnvelopeCheck)] = [
        (.massHealthSubmitter, EnvelopeCheck(run: SubmitterPIDSL.check))
    ]

    private static let headerChecks: [(rule: Rule, check: HeaderCheck)] = [
        (.massHealthSubmitter, HeaderCheck(run: SubmitterPIDSL.check)),
        (.massHealthClaimReceiver, HeaderCheck(run: ReceiverNumber.check)),
    ]

    private static let levelChecks: [(rule: Rule, check: LevelCheck)] = [
        (.massHealthClaimReceiver, LevelCheck(run: ReceiverNumber.check)),
        (.massHealthClaimMember, LevelCheck(run: SubscriberIDDigits.check)),
    ]

    private static let claimChecks: [(rule: Rule, check: ClaimCheck)] = [
        (.massHealthActivityModifier, ClaimCheck(run: ActivityModifier.check)),
        (.massHealthActivityDay, ClaimCheck(run: ActivityDay.check)),
        (.massHealthEncounterFrequency, ClaimCheck(run: EncounterFrequency.check)),
        (.massHealthEncounterDiagnosis, ClaimCheck(run: EncounterDiagnosis.check)),
        (.massHealthEncounterAmount, ClaimCheck(run: EncounterAmount.check)),
        (.massHealthEncounterFacility, ClaimCheck(run: EncounterFacility.check)),
    ]

    /// The rules that the section of a profile names.
    package init(_ section: PartnerProfile.Section) {
        let ids = Set(section.rules.map(\.rule))
        func isNamed(_ rule: Rule) -> Bool { ids.contains(rule.description) }
        envelopeChecks = Self.envelopeChecks.filter { isNamed($0.rule) }.map(\.check)
        headerChecks = Self.headerChecks.filter { isNamed($0.rule) }.map(\.check)
        levelChecks = Self.levelChecks.filter { isNamed($0.rule) }.map(\.check)
        claimChecks = Self.claimChecks.filter { isNamed($0.rule) }.map(\.check)
        countsActivities = isNamed(.massHealthActivityLimit)
        terms = Terms(
            receivers: Self.codes(.massHealthClaimReceiver, section),
            frequencies: Self.codes(.massHealthEncounterFrequency, section))
    }

    private static func codes(_ rule: Rule, _ section: PartnerProfile.Section) -> [Key] {
        section.rules.filter { $0.rule == rule.description }.flatMap(\.codes)
            .compactMap { Text($0)?.key }.map { Key(rawValue: $0) }
    }

    /// Checks a segment of the envelope: ISA and GS, others have nothing to say.
    package func checkEnvelope(_ view: SegmentView, _ collector: inout FindingCollector) {
        for check in envelopeChecks { check.run(view, &collector) }
    }

    func check(
        _ header: RecordObject<ClaimHeaderFields>, _ locator: ClaimLocator,
        _ collector: inout FindingCollector
    ) {
        for check in headerChecks { check.run(header, terms, locator, &collector) }
    }

    func check(
        _ level: ClaimLevelReading, _ locator: ClaimLocator, _ collector: inout FindingCollector
    ) {
        guard case .subscriber(let reading) = level else { return }
        for check in levelChecks { check.run(reading.record, terms, locator, &collector) }
    }

    @inline(__always)
    func check(
        _ claim: RecordObject<ClaimFields>, _ surroundings: ClaimSurroundings,
        _ locator: ClaimLocator, _ collector: inout FindingCollector
    ) {
        guard !claimChecks.isEmpty else { return }
        let subject = Subject(claim: claim, surroundings: surroundings, locator: locator)
        for check in claimChecks { check.run(subject, terms, &collector) }
    }
}

extension Rule {
    /// The rules of the profiles, in the order of the documentation.
    static let massHealthClaimRules: [Rule] = [
        .massHealthSubmitter, .massHealthClaimReceiver, .massHealthClaimMember,
        .massHealthActivityModifier, .massHealthActivityDay, .massHealthActivityLimit,
        .massHealthEncounterFrequency, .massHealthEncounterDiagnosis, .massHealthEncounterAmount,
        .massHealthEncounterFacility,
    ]
}
