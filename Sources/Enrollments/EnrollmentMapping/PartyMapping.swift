import CareModel
import X12Syntax

// loops 2100D to 2100H, 2310, 2330
//   NM1   Name                               R   1
//   PER   Communications Numbers             S   1
//   N3    Street Address                     S   1
//   N4    City, State, ZIP Code              S   1

/// Maps a person or organization in a role, and the segments that all of them share.
struct PartyMapping {
    static func read(_ loop: EnrollmentLoop, _ cursor: inout SegmentCursor) -> Party {
        var party = Party()
        var isFirst = true
        while let view = cursor.next(in: loop, isFirst: &isFirst) {
            read(view, &cursor.elements, &party)
        }
        return party
    }

    /// NM1, PER, N3 or N4 of a party.
    static func read(_ view: SegmentView, _ elements: inout ElementReader, _ party: inout Party) {
        switch view.entry.id {
        case SegmentID("NM1"):
            party.role = elements.code(view, 1, .entity)
            party.kind = elements.code(view, 2, .entityType)
            party.name = name(view, elements)
            if view.elementCount >= 8 {
                party.identifier = elements.qualified(view, 8, 9, .identification)
                party.relationship = elements.code(view, 10, .providerRelationship)
            }
        case SegmentID("PER"): addContact(view, &elements, &party.contacts)
        case SegmentID("N3"): addLines(view, &elements, &party.address)
        default: addPlace(view, &elements, &party.address)
        }
    }

    // loop 2100C  Member Mailing Address                 S   1
    //   NM1   31   R  1
    //   N3         R  1
    //   N4         R  1

    /// Maps loop 2100C; its NM1 says no more than what it is.
    static func readMailing(
        _ cursor: inout SegmentCursor, _ known: PostalAddress?
    ) -> PostalAddress {
        var address = known
        var isFirst = true
        while let view = cursor.next(in: .mailingAddress, isFirst: &isFirst) {
            switch view.entry.id {
            case SegmentID("N3"): addLines(view, &cursor.elements, &address)
            case SegmentID("N4"): addPlace(view, &cursor.elements, &address)
            default: break
            }
        }
        return address ?? PostalAddress()
    }

    // MARK: Segments

    /// NM103 to NM107.
    static func name(_ view: SegmentView, _ elements: ElementReader) -> PersonName {
        var name = PersonName()
        name.last = elements.text(view, 3)
        name.first = elements.text(view, 4)
        name.middle = elements.text(view, 5)
        name.prefix = elements.text(view, 6)
        name.suffix = elements.text(view, 7)
        return name
    }

    /// PER02 to PER08, unless all are empty.
    static func addContact(
        _ view: SegmentView, _ elements: inout ElementReader,
        _ contacts: inout [ContactInformation]
    ) {
        var contact = ContactInformation()
        contact.name = elements.text(view, 2)
        var element = 3
        while element <= 7, element <= view.elementCount {
            if let number = elements.qualified(view, element, element + 1, .contactNumber) {
                contact.numbers.append(number)
            }
            element += 2
        }
        if contact.name != nil || !contact.numbers.isEmpty { contacts.append(contact) }
    }

    /// N301 and N302; a second N3 adds its lines.
    static func addLines(
        _ view: SegmentView, _ elements: inout ElementReader, _ address: inout PostalAddress?
    ) {
        var grown = address ?? PostalAddress()
        if let line = elements.text(view, 1) { grown.lines.append(line) }
        if let line = elements.text(view, 2) { grown.lines.append(line) }
        address = grown
    }

    /// N401 to N407; of a second N4 the values are kept.
    static func addPlace(
        _ view: SegmentView, _ elements: inout ElementReader, _ address: inout PostalAddress?
    ) {
        var grown = address ?? PostalAddress()
        guard grown.city == nil, grown.state == nil, grown.postalCode == nil else {
            for element in 1...7 { elements.keep(view, element) }
            return
        }
        grown.city = elements.text(view, 1)
        grown.state = elements.text(view, 2)
        grown.postalCode = elements.text(view, 3)
        if view.elementCount > 3 {
            grown.country = elements.text(view, 4)
            if elements.key(view, 5) == Key("CY") {
                grown.county = elements.text(view, 6)
            } else {
                grown.location = elements.qualified(view, 5, 6, .locationQualifier)
            }
            grown.subdivision = elements.text(view, 7)
        }
        address = grown
    }
}
