import CareModel
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
    static func read(_ cursor: inout SegmentCursor) -> HealthCoverage {
        var coverage = HealthCoverage()
        var isFirst = true
        while let loop = cursor.nextLoop {
            switch loop {
            case .coverage:
                guard let view = cursor.next(in: .coverage, isFirst: &isFirst) else {
                    return coverage
                }
                read(view, &cursor.elements, &coverage)
            case .provider: coverage.providers.append(ProviderMapping.read(&cursor))
            case .coordination, .coordinationEntity:
                coverage.coordination.append(CoordinationMapping.read(&cursor))
            default: return coverage
            }
            isFirst = false
        }
        return coverage
    }

    private static func read(
        _ view: SegmentView, _ elements: inout ElementReader, _ coverage: inout HealthCoverage
    ) {
        switch view.entry.id {
        case SegmentID("HD"):
            coverage.maintenanceType = elements.code(view, 1, .maintenanceType)
            coverage.insuranceLine = elements.code(view, 3, .insuranceLine)
            coverage.plan = elements.text(view, 4)
            coverage.level = elements.code(view, 5, .coverageLevel)
            if view.elementCount >= 9 { coverage.isLateEnrollment = elements.flag(view, 9) }
        case SegmentID("DTP"):
            elements.addDate(
                view, to: &coverage.dates, period: &coverage.period, begin: Key("348"),
                end: Key("349"))
        case SegmentID("AMT"):
            if let amount = elements.amount(view) { coverage.amounts.append(amount) }
        case SegmentID("REF"): readREF(view, &elements, &coverage)
        default: coverage.identificationCards.append(card(view, elements))
        }
    }

    private static func readREF(
        _ view: SegmentView, _ elements: inout ElementReader, _ coverage: inout HealthCoverage
    ) {
        if elements.key(view, 1) == Key("QQ"), coverage.priorCoverageMonths == nil {
            coverage.priorCoverageMonths = elements.text(view, 2)
        } else if let identifier = elements.qualified(view, 1, 2, .enrollmentIdentifier) {
            coverage.identifiers.append(identifier)
        }
    }

    private static func card(_ view: SegmentView, _ elements: ElementReader) -> IdentificationCard {
        var card = IdentificationCard()
        card.planDescription = elements.text(view, 1)
        card.type = elements.code(view, 2, .cardType)
        card.count = elements.text(view, 3)
        card.action = elements.code(view, 4, .action)
        return card
    }
}
