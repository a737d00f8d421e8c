import CareModel
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
    static func read(_ cursor: inout SegmentCursor) -> CoverageProvider {
        var provider = CoverageProvider()
        var isFirst = true
        while let view = cursor.next(in: .provider, isFirst: &isFirst) {
            switch view.entry.id {
            case SegmentID("LX"): provider.number = cursor.elements.text(view, 1)
            case SegmentID("PLA"):
                var change = ProviderChange()
                change.action = cursor.elements.code(view, 1, .action)
                change.entity = cursor.elements.code(view, 2, .entity)
                change.date = cursor.elements.date(view, 3)
                change.reason = cursor.elements.code(view, 5, .maintenanceReason)
                provider.change = change
            default: PartyMapping.read(view, &cursor.elements, &provider.party)
            }
        }
        return provider
    }
}
