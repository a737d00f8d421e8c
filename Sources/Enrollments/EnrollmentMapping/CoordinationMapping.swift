import CareModel
import X12Mapping
import X12Syntax

// loop 2320  Coordination of Benefits                S   5
//   COB   Coordination of Benefits           R   1
//   REF   Additional Identifiers             S   4
//   DTP   Eligibility Dates       344 345    S   2
//   2330  Related Entity                     S   3

/// Maps loop 2320, other insurance, and the entities of loop 2330.
struct CoordinationMapping {
    static func read(_ cursor: inout SegmentCursor<EnrollmentLoop>, _ coverage: Int) {
        let coordination = cursor.elements.append(
            CoordinationFields.self, to: coverage, CoverageFields.coordination)
        var isFirst = true
        while let loop = cursor.nextLoop {
            switch loop {
            case .coordination:
                guard let view = cursor.next(in: .coordination, isFirst: &isFirst) else { return }
                read(view, &cursor.elements, coordination)
            case .coordinationEntity:
                PartyMapping.add(
                    .coordinationEntity, &cursor, to: coordination, CoordinationFields.entities)
            default: return
            }
            isFirst = false
        }
    }

    private static func read(
        _ view: SegmentView, _ elements: inout ElementReader, _ coordination: Int
    ) {
        switch view.entry.id {
        case SegmentID("COB"):
            elements.set(
                coordination, from: CoordinationFields.payerResponsibility, view, 1...3)
            for repetition in elements.repetitions(view, 4) {
                let code = elements.slot(repetition)
                guard !code.isEmpty else { continue }
                let type = elements.append(
                    TextFields.self, to: coordination, CoordinationFields.serviceTypes)
                elements.record.set(type, TextFields.value, code)
            }
        case SegmentID("REF"):
            elements.addQualified(
                view, 1, 2, IdentifierFields.code, .value, to: coordination,
                CoordinationFields.identifiers)
        default:
            let isDay = elements.setDay(
                view, of: coordination, CoordinationFields.period, begin: Key("344"),
                end: Key("345"))
            if !isDay { for element in 1...3 { elements.keep(view, element) } }
        }
    }
}
