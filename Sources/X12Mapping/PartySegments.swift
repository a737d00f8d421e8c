import CareModel
import X12Syntax

// NM1   Name                                    NM103 to NM107
// PER   Communications Numbers                  PER02 to PER08
// N3    Street Address                          N301, N302
// N4    City, State, ZIP Code                   N401 to N407

/// Maps what all loops of persons and organizations say in the same segments.
@usableFromInline
package enum PartySegments {
    /// NM103 to NM107.
    @inlinable @inline(__always)
    package static func readName<Fields: RecordFields>(
        _ view: SegmentView, _ elements: inout ElementReader, of object: Int, _ field: Fields
    ) {
        elements.record.set(object, field, object: addName(view, &elements))
    }

    @inline(never) @usableFromInline
    static func addName(_ view: SegmentView, _ elements: inout ElementReader) -> Int {
        let name = elements.record.add(PersonNameFields.self)
        elements.set(name, from: PersonNameFields.last, view, 3...7)
        return name
    }

    /// PER02 to PER08, unless all are empty.
    @inlinable @inline(__always)
    package static func addContact<Fields: RecordFields>(
        _ view: SegmentView, _ elements: inout ElementReader, to object: Int, _ field: Fields
    ) {
        let contact = contact(view, &elements)
        if contact > 0 { elements.record.append(contact, to: object, field) }
    }

    /// 0 where all are empty.
    @inline(never) @usableFromInline
    static func contact(_ view: SegmentView, _ elements: inout ElementReader) -> Int {
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
        else { return 0 }
        return contact
    }

    /// N301 and N302; a second N3 adds its lines.
    @inlinable @inline(__always)
    package static func addLines<Fields: RecordFields>(
        _ view: SegmentView, _ elements: inout ElementReader, to object: Int, _ field: Fields
    ) {
        addLines(view, &elements, elements.object(AddressFields.self, in: object, field))
    }

    @inline(never) @usableFromInline
    static func addLines(_ view: SegmentView, _ elements: inout ElementReader, _ address: Int) {
        for element in 1...2 {
            let line = elements.slot(view, element)
            guard !line.isEmpty else { continue }
            let added = elements.append(TextFields.self, to: address, AddressFields.lines)
            elements.record.set(added, TextFields.value, line)
        }
    }

    /// N401 to N407; of a second N4 the values are kept.
    @inlinable @inline(__always)
    package static func addPlace<Fields: RecordFields>(
        _ view: SegmentView, _ elements: inout ElementReader, to object: Int, _ field: Fields
    ) {
        addPlace(view, &elements, elements.object(AddressFields.self, in: object, field))
    }

    @inline(never) @usableFromInline
    static func addPlace(_ view: SegmentView, _ elements: inout ElementReader, _ address: Int) {
        guard elements.record.slot(address, AddressFields.city).isEmpty,
            elements.record.slot(address, AddressFields.state).isEmpty,
            elements.record.slot(address, AddressFields.postalCode).isEmpty
        else {
            for element in 1...7 { elements.keep(view, element) }
            return
        }
        elements.set(address, from: AddressFields.city, view, 1...3)
        if view.elementCount > 3 { readRegion(view, &elements, address) }
    }

    /// N404 to N407.
    @usableFromInline
    static func readRegion(_ view: SegmentView, _ elements: inout ElementReader, _ address: Int) {
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
