import CareModel
import X12Mapping
import X12Syntax

// loop 2300  Health Coverage                         S  99
//   HD    Health Coverage                    R   1
//   DTP   Health Coverage Dates              R   6
//   AMT   Health Coverage Policy             S   9
//   REF   Policy Number                      S  14
//   REF   Prior Coverage Months       QQ     S   1
//   IDC   Identification Card                S   3
//   2310  Provider Information               S  30
//   2320  Coordination of Benefits           S   5

/// Maps loop 2300, one coverage.
struct CoverageMapping {
    /// Adds the coverage to the enrollment.
    static func read(_ cursor: inout SegmentCursor<EnrollmentLoop>, _ enrollment: Int) {
        let coverage = cursor.elements.append(
            CoverageFields.self, to: enrollment, EnrollmentFields.coverages)
        var isFirst = true
        while let loop = cursor.nextLoop {
            switch loop {
            case .coverage:
                guard let view = cursor.next(in: .coverage, isFirst: &isFirst) else { return }
                read(view, &cursor.elements, coverage)
            case .provider: ProviderMapping.read(&cursor, coverage)
            case .coordination, .coordinationEntity: CoordinationMapping.read(&cursor, coverage)
            default: return
            }
            isFirst = false
        }
    }

    @inline(__always)
    private static func read(
        _ view: SegmentView, _ elements: inout ElementReader, _ coverage: Int
    ) {
        switch view.entry.id {
        case SegmentID("HD"):
            elements.set(coverage, CoverageFields.maintenanceType, view, 1)
            elements.set(coverage, from: CoverageFields.insuranceLine, view, 3...5)
            if view.elementCount >= 9 {
                elements.setFlag(coverage, CoverageFields.lateEnrollment, view, 9)
            }
        case SegmentID("DTP"):
            elements.addDate(
                view, to: coverage, CoverageFields.dates, period: .period, begin: Key("348"),
                end: Key("349"))
        case SegmentID("AMT"):
            elements.addQualified(
                view, 1, 2, AmountFields.code, .amount, to: coverage, CoverageFields.amounts)
        case SegmentID("REF"): readREF(view, &elements, coverage)
        default: readCard(view, &elements, coverage)
        }
    }

    private static func readREF(
        _ view: SegmentView, _ elements: inout ElementReader, _ coverage: Int
    ) {
        let isFirst = elements.record.slot(coverage, CoverageFields.priorCoverageMonths).isEmpty
        if elements.key(view, 1) == Key("QQ"), isFirst {
            elements.set(coverage, CoverageFields.priorCoverageMonths, view, 2)
        } else {
            elements.addQualified(
                view, 1, 2, IdentifierFields.code, .value, to: coverage,
                CoverageFields.identifiers)
        }
    }

    private static func readCard(
        _ view: SegmentView, _ elements: inout ElementReader, _ coverage: Int
    ) {
        let card = elements.append(
            CardFields.self, to: coverage, CoverageFields.identificationCards)
        elements.set(card, from: CardFields.planDescription, view, 1...4)
    }
}
