import CareModel
import X12Syntax

// loop 2320  Coordination of Benefits                S   5
//   COB   Coordination of Benefits           R   1
//   REF   Additional Identifiers             S   4
//   DTP   Eligibility Dates       344 345    S   2
//   2330  Related Entity                     S   3

/// Maps loop 2320, other insurance, and the entities of loop 2330.
struct CoordinationMapping {
    static func read(_ cursor: inout SegmentCursor) -> CoordinationOfBenefits {
        var coordination = CoordinationOfBenefits()
        var isFirst = true
        while let loop = cursor.nextLoop {
            switch loop {
            case .coordination:
                guard let view = cursor.next(in: .coordination, isFirst: &isFirst) else {
                    return coordination
                }
                read(view, &cursor.elements, &coordination)
            case .coordinationEntity:
                coordination.entities.append(PartyMapping.read(.coordinationEntity, &cursor))
            default: return coordination
            }
            isFirst = false
        }
        return coordination
    }

    private static func read(
        _ view: SegmentView, _ elements: inout ElementReader,
        _ coordination: inout CoordinationOfBenefits
    ) {
        switch view.entry.id {
        case SegmentID("COB"):
            coordination.payerResponsibility = elements.code(view, 1, .payerResponsibility)
            coordination.policyNumber = elements.text(view, 2)
            coordination.status = elements.code(view, 3, .coordinationStatus)
            for repetition in elements.repetitions(view, 4) {
                guard let code = elements.text(repetition) else { continue }
                coordination.serviceTypes.append(CodeSystem.serviceType(code))
            }
        case SegmentID("REF"):
            if let identifier = elements.qualified(view, 1, 2, .enrollmentIdentifier) {
                coordination.identifiers.append(identifier)
            }
        default:
            var others: [QualifiedDate] = []
            elements.addDate(
                view, to: &others, period: &coordination.period, begin: Key("344"),
                end: Key("345"))
            if !others.isEmpty { for element in 1...3 { elements.keep(view, element) } }
        }
    }
}
