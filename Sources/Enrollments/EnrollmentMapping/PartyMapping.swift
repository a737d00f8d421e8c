import CareModel
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
        _ loop: EnrollmentLoop, _ cursor: inout SegmentCursor, to object: Int, _ field: Fields
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
        case SegmentID("PER"): addContact(view, &elements, to: party, PartyFields.contacts)
        case SegmentID("N3"): addLines(view, &elements, to: party, PartyFields.address)
        default: addPlace(view, &elements, to: party, PartyFields.address)
        }
    }

    private static func readNM1(
        _ view: SegmentView, _ elements: inout ElementReader, _ party: Int
    ) {
        elements.set(party, PartyFields.role, view, 1)
        elements.set(party, PartyFields.kind, view, 2)
        let hasOnlyLast = (4...7).allSatisfy { elements.slot(view, $0).isEmpty }
        if elements.key(view, 2) == Key("2"), hasOnlyLast {
            elements.set(party, PartyFields.organization, view, 3)
        } else {
            readName(view, &elements, of: party, PartyFields.name)
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
    static func readMailing(_ cursor: inout SegmentCursor, _ enrollment: Int) {
        let field = EnrollmentFields.mailingAddress
        _ = cursor.elements.object(AddressFields.self, in: enrollment, field)
        var isFirst = true
        while let view = cursor.next(in: .mailingAddress, isFirst: &isFirst) {
            switch view.entry.id {
            case SegmentID("N3"): addLines(view, &cursor.elements, to: enrollment, field)
            case SegmentID("N4"): addPlace(view, &cursor.elements, to: enrollment, field)
            default: break
            }
        }
    }

    // MARK: Segments

    /// NM103 to NM107.
    @inline(__always)
    static func readName<Fields: RecordFields>(
        _ view: SegmentView, _ elements: inout ElementReader, of object: Int, _ field: Fields
    ) {
        let name = elements.record.add(PersonNameFields.self)
        elements.record.set(object, field, object: name)
        elements.set(name, PersonNameFields.last, view, 3)
        elements.set(name, PersonNameFields.first, view, 4)
        elements.set(name, PersonNameFields.middle, view, 5)
        elements.set(name, PersonNameFields.prefix, view, 6)
        elements.set(name, PersonNameFields.suffix, view, 7)
    }

    /// PER02 to PER08, unless all are empty.
    @inline(__always)
    static func addContact<Fields: RecordFields>(
        _ view: SegmentView, _ elements: inout ElementReader, to object: Int, _ field: Fields
    ) {
        let contact = elements.record.add(ContactFields.self)
        elements.set(contact, ContactFields.name, view, 2)
        var element = 3
        while element <= 7, element <= view.elementCount {
            elements.addQualified(
                view, element, element + 1, ContactNumberFields.code, .value, to: contact,
                ContactFields.numbers)
            element += 2
        }
        guard
            !elements.record.slot(contact, ContactFields.name).isEmpty
                || !elements.record.slot(contact, ContactFields.numbers).isEmpty
        else { return }
        elements.record.append(contact, to: object, field)
    }

    /// N301 and N302; a second N3 adds its lines.
    @inline(__always)
    static func addLines<Fields: RecordFields>(
        _ view: SegmentView, _ elements: inout ElementReader, to object: Int, _ field: Fields
    ) {
        let address = elements.object(AddressFields.self, in: object, field)
        for element in 1...2 {
            let line = elements.slot(view, element)
            guard !line.isEmpty else { continue }
            let added = elements.append(TextFields.self, to: address, AddressFields.lines)
            elements.record.set(added, TextFields.value, line)
        }
    }

    /// N401 to N407; of a second N4 the values are kept.
    @inline(__always)
    static func addPlace<Fields: RecordFields>(
        _ view: SegmentView, _ elements: inout ElementReader, to object: Int, _ field: Fields
    ) {
        let address = elements.object(AddressFields.self, in: object, field)
        guard elements.record.slot(address, AddressFields.city).isEmpty,
            elements.record.slot(address, AddressFields.state).isEmpty,
            elements.record.slot(address, AddressFields.postalCode).isEmpty
        else {
            for element in 1...7 { elements.keep(view, element) }
            return
        }
        elements.set(address, AddressFields.city, view, 1)
        elements.set(address, AddressFields.state, view, 2)
        elements.set(address, AddressFields.postalCode, view, 3)
        if view.elementCount > 3 { readRegion(view, &elements, address) }
    }

    /// N404 to N407.
    private static func readRegion(
        _ view: SegmentView, _ elements: inout ElementReader, _ address: Int
    ) {
        elements.set(address, AddressFields.country, view, 4)
        if elements.key(view, 5) == Key("CY") {
            elements.set(address, AddressFields.county, view, 6)
        } else if view.elementCount > 4 {
            elements.setQualified(
                view, 5, 6, LocationFields.code, .value, of: address, AddressFields.location)
        }
        elements.set(address, AddressFields.subdivision, view, 7)
    }
}
