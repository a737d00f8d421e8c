import CareModel
import X12Mapping
import X12Syntax

// loops 2010AA to 2010BB, 2310, 2330, 2420
//   NM1   Name                               R   1
//   PRV   Specialty                          S   1
//   N3    Address                            S   1
//   N4    City, State, ZIP Code              S   1
//   REF   Identification                     S  >1
//   PER   Contact Information                S   2

/// Maps whoever stands in a claim by NM1: a provider in any role, a payer.
enum ProviderMapping {
    /// Adds the provider of a loop to a list.
    @inline(__always)
    static func add<Fields: RecordFields>(
        _ loop: ClaimLoop, _ cursor: inout SegmentCursor<ClaimLoop>, to object: Int,
        _ field: Fields
    ) {
        let provider = cursor.elements.append(ClaimProviderFields.self, to: object, field)
        read(loop, &cursor, provider)
    }

    /// Makes the provider of a loop the value of a field, or adds to the one that is there: a
    /// segment out of order comes after the loop.
    @inline(__always)
    static func set<Fields: RecordFields>(
        _ loop: ClaimLoop, _ cursor: inout SegmentCursor<ClaimLoop>, of object: Int,
        _ field: Fields
    ) {
        let provider = cursor.elements.object(ClaimProviderFields.self, in: object, field)
        read(loop, &cursor, provider)
    }

    /// The segments of one occurrence of a loop.
    static func read(
        _ loop: ClaimLoop, _ cursor: inout SegmentCursor<ClaimLoop>, _ provider: Int
    ) {
        var isFirst = true
        while let view = cursor.next(in: loop, isFirst: &isFirst) {
            read(view, &cursor.elements, provider)
        }
    }

    /// One segment of a provider.
    static func read(_ view: SegmentView, _ elements: inout ElementReader, _ provider: Int) {
        switch view.entry.id {
        case SegmentID("NM1"): readNM1(view, &elements, provider)
        case SegmentID("PRV"): elements.set(provider, ClaimProviderFields.taxonomy, view, 3)
        case SegmentID("N3"):
            PartySegments.addLines(view, &elements, to: provider, ClaimProviderFields.address)
        case SegmentID("N4"):
            PartySegments.addPlace(view, &elements, to: provider, ClaimProviderFields.address)
        case SegmentID("REF"):
            ValueMapping.addIdentifier(
                view, &elements, to: provider, ClaimProviderFields.identifiers)
        case SegmentID("PER"):
            PartySegments.addContact(view, &elements, to: provider, ClaimProviderFields.contacts)
        default: elements.keepWhole(view)
        }
    }

    private static func readNM1(
        _ view: SegmentView, _ elements: inout ElementReader, _ provider: Int
    ) {
        elements.set(provider, ClaimProviderFields.role, view, 1)
        elements.set(provider, ClaimProviderFields.kind, view, 2)
        let hasOnlyLast =
            view.elementCount < 4 || (4...7).allSatisfy { elements.slot(view, $0).isEmpty }
        if elements.key(view, 2) == Key("2"), hasOnlyLast {
            elements.set(provider, ClaimProviderFields.organization, view, 3)
        } else if view.elementCount > 2 {
            PartySegments.readName(view, &elements, of: provider, ClaimProviderFields.name)
        }
        guard view.elementCount >= 8 else { return }
        let number = elements.slot(view, 9)
        if elements.key(view, 8) == Key("XX"), !number.isEmpty {
            elements.record.set(provider, ClaimProviderFields.npi, number)
        } else {
            elements.setQualified(
                view, 8, 9, IdentificationFields.code, .value, of: provider,
                ClaimProviderFields.identifier)
        }
    }
}
