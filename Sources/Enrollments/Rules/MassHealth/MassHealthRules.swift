import CareModel
import Diagnostics
import X12Grammar
import X12Mapping
import X12Syntax

/// What must hold for what MassHealth sends, beyond what the guide says: the rules of its profile.
///
/// Which of them are asked is what the profile names, as are the codes that some allow.
package struct MassHealthRules: Sendable {
    private let recordChecks: [RecordCheck]
    private let envelopeChecks: [EnvelopeCheck]
    private let checksKind: Bool
    private var terms: Terms

    /// What the checks go by.
    struct Terms: Sendable {
        /// Codes to which the profile narrows elements.
        let maintenanceTypes: [Key]
        let states: [Key]

        /// Whether a state, by its letters, is one of them, in capitals or not.
        func isKnown(_ state: UInt64) -> Bool {
            states.contains(Key(rawValue: state & 0xDFDF_DFDF_DFDF_DFDF))
        }

        /// The file's day a year on, as a number: later ends are open.
        var yearAhead = Int32.max
    }

    /// The name of the file as MassHealth gave it, beside an ISA or GS segment.
    struct Envelope {
        let view: SegmentView
        let name: OutboundFileName?
    }

    /// Names and no functions, which would be counted and called from afar for each record.
    private enum RecordCheck: Sendable {
        case memberID, reason, maintenanceType, state, county, aco, coverage

        @inline(__always)
        func run(
            _ enrollment: RecordObject<EnrollmentFields>, _ terms: Terms,
            _ locator: SegmentLocator<EnrollmentLoop>, _ collector: inout FindingCollector
        ) {
            switch self {
            case .memberID: MemberIDDigits.check(enrollment, terms, locator, &collector)
            case .reason: ReasonForm.check(enrollment, terms, locator, &collector)
            case .maintenanceType:
                MaintenanceTypeInUse.check(enrollment, terms, locator, &collector)
            case .state: AddressState.check(enrollment, terms, locator, &collector)
            case .county: AddressCounty.check(enrollment, terms, locator, &collector)
            case .aco: ACOPIDSL.check(enrollment, terms, locator, &collector)
            case .coverage: CoverageOutside.check(enrollment, terms, locator, &collector)
            }
        }
    }

    private struct EnvelopeCheck: Sendable {
        let run: @Sendable (Envelope, inout FindingCollector) -> Void
    }

    private static let recordChecks: [(rule: Rule, check: RecordCheck)] = [
        (.massHealthMemberID, .memberID), (.massHealthReason, .reason),
        (.massHealthMaintenance, .maintenanceType), (.massHealthState, .state),
        (.massHealthCounty, .county), (.massHealthACO, .aco), (.massHealthCoverage, .coverage),
    ]

    private static let envelopeChecks: [(rule: Rule, check: EnvelopeCheck)] = [
        (.massHealthReceiver, EnvelopeCheck(run: ReceiverPIDSL.check)),
        (.massHealthNameReceiver, EnvelopeCheck(run: NameReceiver.check)),
        (.massHealthNameDay, EnvelopeCheck(run: NameDay.check)),
    ]

    /// The rules that the section of a profile names.
    package init(_ section: PartnerProfile.Section) {
        let ids = Set(section.rules.map(\.rule))
        func isNamed(_ rule: Rule) -> Bool { ids.contains(rule.description) }
        recordChecks = Self.recordChecks.filter { isNamed($0.rule) }.map(\.check)
        envelopeChecks = Self.envelopeChecks.filter { isNamed($0.rule) }.map(\.check)
        checksKind = isNamed(.massHealthNameKind)
        terms = Terms(
            maintenanceTypes: Self.codes(.massHealthMaintenance, section),
            states: Self.codes(.massHealthState, section))
    }

    private static func codes(_ rule: Rule, _ section: PartnerProfile.Section) -> [Key] {
        section.rules.filter { $0.rule == rule.description }.flatMap(\.codes)
            .compactMap { Text($0)?.key }.map { Key(rawValue: $0) }
    }

    /// The same for a file of this day.
    package func dated(_ date: CalendarDate?) -> MassHealthRules {
        var rules = self
        rules.terms.yearAhead = date?.yearAhead ?? Int32.max
        return rules
    }

    /// Checks one record.
    func check(
        _ enrollment: RecordObject<EnrollmentFields>, _ locator: SegmentLocator<EnrollmentLoop>,
        _ collector: inout FindingCollector
    ) {
        for check in recordChecks { check.run(enrollment, terms, locator, &collector) }
    }

    /// Checks a segment of the envelope: ISA and GS, others have nothing to say.
    ///
    /// - Parameter file: the file's name, with or without folders.
    package func checkEnvelope(
        _ view: SegmentView, file: String, _ collector: inout FindingCollector
    ) {
        let envelope = Envelope(view: view, name: OutboundFileName(file))
        for check in envelopeChecks { check.run(envelope, &collector) }
    }

    /// The rule that looks at the records of the whole file; `nil` where its name says nothing.
    package func kindOfName(of file: String) -> NameKind? {
        guard checksKind, let name = OutboundFileName(file) else { return nil }
        return NameKind(name)
    }
}

extension Rule {
    /// The rules of the profile, in the order of the documentation.
    package static let massHealthRules: [Rule] = [
        .massHealthReceiver, .massHealthMemberID, .massHealthReason, .massHealthMaintenance,
        .massHealthState, .massHealthCounty, .massHealthACO, .massHealthCoverage,
        .massHealthNameReceiver, .massHealthNameDay, .massHealthNameKind,
    ]
}
