import CareModel
import Diagnostics
import X12Grammar
import X12Mapping
import X12Structure
import X12Syntax

/// Reads 837 transaction sets: the header once, each level once, then each claim as slots over its
/// bytes.
///
/// Source: 005010X222A1, 005010X223A2 and 005010X224A2. Findings go to the collector; nothing is
/// thrown, nothing is dropped.
package struct ClaimReader: Sendable {
    private var matching: RecordMatching<ClaimLoop>
    /// Which of the three guides this is.
    package let type: ClaimType
    /// Index in the guide of the loop of each kind of level, in the order of the spine's plan.
    private let levels: [Int]
    private let levelLoops: [ClaimLoop]
    /// Index in the guide of the loop of claims beneath each kind of level.
    private let claims: [Int?]
    /// The first of these.
    private let anyClaims: Int?

    /// What codes are looked up in.
    private let lists: ClaimCodeLists
    private let amounts: AmountLong

    /// - Returns: `nil` for a guide that is none of the three.
    package init?(_ guide: CompiledGuide, lists: ClaimCodeLists = ClaimCodeLists()) {
        guard let type = ClaimType(guide: guide.guide.name) else { return nil }
        self.type = type
        self.lists = lists
        amounts = AmountLong(guide.guide)
        matching = RecordMatching(guide)
        levels = guide.levelLoops
        levelLoops = levels.map { ClaimLoop(rawValue: guide.guide.loops[$0].id) ?? .transaction }
        claims = levels.map { guide.recordLoop(beneath: $0) }
        anyClaims = claims.lazy.compactMap { $0 }.first
    }

    /// Of each kind of level, whether claims stand directly beneath it.
    package var holdsClaims: [Bool] { claims.map { $0 != nil } }

    /// The printed id of the loop of a kind of level; empty for a kind that the guide does not have.
    package func loopID(ofLevel kind: Int) -> String {
        levelLoops.indices.contains(kind) ? levelLoops[kind].rawValue : ""
    }

    /// The header table, from ST to the segment before the first HL.
    ///
    /// Valid until something else is read.
    package mutating func readHeader(
        _ unit: Unit, _ delimiters: Delimiters, partner: MassHealthClaimRules? = nil,
        in block: BlockView, _ collector: inout FindingCollector
    ) -> RecordReading<ClaimHeaderFields> {
        matching.matchHeader(unit, delimiters, in: block, &collector)
        let reading =
            matching.read(unit, delimiters, in: block) { HeaderMapping.read(&$0) }
            as RecordReading<ClaimHeaderFields>
        let locator = ClaimLocator(matching.locator(in: block), delimiters)
        partner?.check(reading.record, locator, &collector)
        return reading
    }

    /// One level, from HL to the segment before the next HL or CLM; `nil` for a kind that the guide
    /// does not have.
    ///
    /// Valid until something else is read.
    ///
    /// - Parameters:
    ///   - kind: index in the spine's plan of levels.
    ///   - surroundings: what lies around it.
    ///   - partner: the rules of the profile, where there is one.
    package mutating func readLevel(
        _ unit: Unit, kind: Int, _ delimiters: Delimiters, _ surroundings: ClaimSurroundings,
        partner: MassHealthClaimRules? = nil, in block: BlockView,
        _ collector: inout FindingCollector
    ) -> ClaimLevelReading? {
        guard levels.indices.contains(kind) else { return nil }
        let loop = levelLoops[kind]
        matching.matchUnit(unit, levels[kind], loop, delimiters, in: block, &collector)
        guard let reading = read(unit, loop, delimiters, in: block) else { return nil }
        let locator = ClaimLocator(matching.locator(in: block), delimiters)
        ClaimLevelRules.check(reading, surroundings, locator, &collector)
        let looking = CodeLooking(lists: lists, days: CodeLooking.Days(0, 0), locator: locator)
        ClaimCodes.check(reading, looking, &collector)
        partner?.check(reading, locator, &collector)
        return reading
    }

    private mutating func read(
        _ unit: Unit, _ loop: ClaimLoop, _ delimiters: Delimiters, in block: BlockView
    ) -> ClaimLevelReading? {
        switch loop {
        case .billingLevel:
            return .billing(
                matching.read(unit, delimiters, in: block) { BillingMapping.read(&$0) })
        case .subscriberLevel:
            return .subscriber(
                matching.read(unit, delimiters, in: block) { SubscriberMapping.read(&$0) })
        case .patientLevel:
            return .patient(
                matching.read(unit, delimiters, in: block) { PatientMapping.read(&$0) })
        default: return nil
        }
    }

    /// One claim, from CLM to the segment before the next CLM or HL.
    ///
    /// Valid until something else is read.
    ///
    /// - Parameters:
    ///   - kind: of the level that it stands beneath; -1 for none. Where that is one that holds no
    ///     claims, it is read as a subscriber's.
    ///   - surroundings: what that level and those around it say.
    ///   - partner: the rules of the profile, where there is one.
    package mutating func readClaim(
        _ unit: Unit, beneath kind: Int, _ delimiters: Delimiters,
        _ surroundings: ClaimSurroundings, partner: MassHealthClaimRules? = nil,
        in block: BlockView, _ collector: inout FindingCollector
    ) -> RecordReading<ClaimFields> {
        let own = claims.indices.contains(kind) ? claims[kind] : nil
        if let loop = own ?? anyClaims {
            matching.matchUnit(unit, loop, .claim, delimiters, in: block, &collector)
        }
        let reading =
            matching.read(unit, delimiters, in: block) { ClaimMapping.read(&$0) }
            as RecordReading<ClaimFields>
        let locator = ClaimLocator(matching.locator(in: block), delimiters)
        ClaimRules.check(reading.record, surroundings, lists, locator, &collector)
        amounts.check(locator, &collector)
        partner?.check(reading.record, surroundings, locator, &collector)
        return reading
    }

    /// Whether the claim read last sent one of these codes at a place.
    package func hasSent(_ when: PartnerProfile.When, in block: BlockView) -> Bool {
        matching.hasSent(when, in: block)
    }

    /// The segments of the header, level or claim read last that found no place, in their order.
    package var unplaced: [SegmentEntry] { matching.unplaced }
}

/// What was read of a level; valid until the reader reads something else.
package enum ClaimLevelReading {
    case billing(RecordReading<ClaimBillingFields>)
    case subscriber(RecordReading<ClaimSubscriberLevelFields>)
    case patient(RecordReading<ClaimPatientLevelFields>)

    /// Values that no field holds.
    package var other: [OtherValue] {
        switch self {
        case .billing(let reading): reading.other
        case .subscriber(let reading): reading.other
        case .patient(let reading): reading.other
        }
    }
}
