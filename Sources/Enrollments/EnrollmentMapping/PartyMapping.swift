import CareModel
import X12Mapping
import X12Syntax

// loops 2100D to 2100H, 2310, 2330
//   NM1   Name                               R   1
//   PER   Communications Numbers             S   1
//   N3    Street Address                     S   1
//   N4    City, State, ZIP Code              S   1

/// Maps a person or organization in a role, and the segments that all of them share.
struct PartyMapping {
    /// Adds the party of a loop to a list, or makes it the value of a field that is empty.
    static func add<Fields: RecordFields>(
        _ loop: EnrollmentLoop, _ cursor: inout SegmentCursor<EnrollmentLoop>, to object: Int,
        _ field: Fields
    ) {
        let party = cursor.elements.append(PartyFields.self, to: object, field)
        var isFirst = true
        while let view = cursor.next(in: loop, isFirst: &isFirst) {
            read(view, &cursor.elements, party)
        }
    }

    /// NM1, PER, N3 or N4 of a party.
    static func read(_ view: SegmentView, _ elements: inout ElementReader, _ party: Int) {
        switch view.entry.id {
        case SegmentID("NM1"): readNM1(view, &elements, party)
        case SegmentID("PER"):
            PartySegments.addContact(view, &elements, to: party, PartyFields.contacts)
        case SegmentID("N3"):
            PartySegments.addLines(view, &elements, to: party, PartyFields.address)
        default: PartySegments.addPlace(view, &elements, to: party, PartyFields.address)
        }
    }

    private static func readNM1(
        _ view: SegmentView, _ elements: inout ElementReader, _ party: Int
    ) {
        elements.set(party, from: PartyFields.role, view, 1...2)
        if elements.key(view, 2) == Key("2"),
            (4...7).allSatisfy({ elements.slot(view, $0).isEmpty })
        {
            elements.set(party, PartyFields.organization, view, 3)
        } else {
            PartySegments.readName(view, &elements, of: party, PartyFields.name)
        }
        if view.elementCount >= 8 {
            elements.setQualified(
                view, 8, 9, IdentificationFields.code, .value, of: party, PartyFields.identifier)
            elements.set(party, PartyFields.relationship, view, 10)
        }
    }

    // loop 2100C  Member Mailing Address                 S   1
    //   NM1   31   R  1
    //   N3         R  1
    //   N4         R  1

    /// Maps loop 2100C; its NM1 says no more than what it is.
    static func readMailing(_ cursor: inout SegmentCursor<EnrollmentLoop>, _ enrollment: Int) {
        let field = EnrollmentFields.mailingAddress
        _ = cursor.elements.object(AddressFields.self, in: enrollment, field)
        var isFirst = true
        while let view = cursor.next(in: .mailingAddress, isFirst: &isFirst) {
            switch view.entry.id {
            case SegmentID("N3"):
                PartySegments.addLines(view, &cursor.elements, to: enrollment, field)
            case SegmentID("N4"):
                PartySegments.addPlace(view, &cursor.elements, to: enrollment, field)
            default: break
            }
        }
    }
}
