import CareModel
import X12Mapping
import X12Syntax

// loop 2310  Provider Information                    S  30
//   LX    Provider Information               R   1
//   NM1   Provider Name                      R   1
//   N3    Provider Address                   S   2
//   N4    City, State, ZIP Code              S   1
//   PER   Communications Numbers             S   2
//   PLA   Provider Change Reason             S   1

/// Maps loop 2310, a provider of the coverage.
struct ProviderMapping {
    static func read(_ cursor: inout SegmentCursor<EnrollmentLoop>, _ coverage: Int) {
        let provider = cursor.elements.append(
            ProviderFields.self, to: coverage, CoverageFields.providers)
        let party = cursor.elements.object(PartyFields.self, in: provider, ProviderFields.party)
        var isFirst = true
        while let view = cursor.next(in: .provider, isFirst: &isFirst) {
            switch view.entry.id {
            case SegmentID("LX"): cursor.elements.set(provider, ProviderFields.number, view, 1)
            case SegmentID("PLA"): readChange(view, &cursor.elements, provider)
            default: PartyMapping.read(view, &cursor.elements, party)
            }
        }
    }

    private static func readChange(
        _ view: SegmentView, _ elements: inout ElementReader, _ provider: Int
    ) {
        let change = elements.record.add(ProviderChangeFields.self)
        elements.record.set(provider, ProviderFields.change, object: change)
        elements.set(change, from: ProviderChangeFields.action, view, 1...3)
        elements.set(change, ProviderChangeFields.reason, view, 5)
    }
}
