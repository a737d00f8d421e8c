import CareModel
import X12Mapping
import X12Syntax

// loops 2010BA, 2010CA
//   NM1   Name                        IL QC  R   1
//   N3    Address                            S   1
//   N4    City, State, ZIP Code              S   1
//   DMG   Demographic Information            S   1
//   REF   Identification  SY Y4 1W           S  >1
//   PER   Property and Casualty Contact      S   1

/// Maps a subscriber or patient.
enum PersonMapping {
    /// One segment of a person; NM108 and NM109 are left to the loop.
    static func read(_ view: SegmentView, _ elements: inout ElementReader, _ person: Int) {
        switch view.entry.id {
        case SegmentID("NM1"): readNM1(view, &elements, person)
        case SegmentID("N3"):
            PartySegments.addLines(view, &elements, to: person, ClaimPersonFields.address)
        case SegmentID("N4"):
            PartySegments.addPlace(view, &elements, to: person, ClaimPersonFields.address)
        case SegmentID("DMG"): readDMG(view, &elements, person)
        case SegmentID("REF"): readREF(view, &elements, person)
        case SegmentID("PER"):
            PartySegments.addContact(view, &elements, to: person, ClaimPersonFields.contacts)
        default: elements.keepWhole(view)
        }
    }

    private static func readNM1(
        _ view: SegmentView, _ elements: inout ElementReader, _ person: Int
    ) {
        elements.set(person, ClaimPersonFields.kind, view, 2)
        let hasOnlyLast =
            view.elementCount < 4 || (4...7).allSatisfy { elements.slot(view, $0).isEmpty }
        if elements.key(view, 2) == Key("2"), hasOnlyLast {
            elements.set(person, ClaimPersonFields.organization, view, 3)
        } else if view.elementCount > 2 {
            PartySegments.readName(view, &elements, of: person, ClaimPersonFields.name)
        }
    }

    /// NM108 and NM109 of what is no member id.
    static func setIdentifier(
        _ view: SegmentView, _ elements: inout ElementReader, _ person: Int
    ) {
        elements.setQualified(
            view, 8, 9, IdentificationFields.code, .value, of: person,
            ClaimPersonFields.identifier)
    }

    /// DMG01 to DMG03.
    private static func readDMG(
        _ view: SegmentView, _ elements: inout ElementReader, _ person: Int
    ) {
        setDate(view, &elements, 1, person, ClaimPersonFields.birthDate)
        elements.set(person, ClaimPersonFields.sex, view, 3)
    }

    /// REF by its qualifier; one that comes again is an identifier among others.
    private static func readREF(
        _ view: SegmentView, _ elements: inout ElementReader, _ person: Int
    ) {
        let qualifier = elements.key(view, 1)
        let number = elements.slot(view, 2)
        let field: ClaimPersonFields? =
            qualifier == Key("SY")
            ? .socialSecurityNumber
            : qualifier == Key("Y4") ? .propertyCasualtyClaimNumber : nil
        if let field, !number.isEmpty, elements.record.slot(person, field).isEmpty {
            elements.record.set(person, field, number)
        } else {
            ValueMapping.addIdentifier(
                view, &elements, to: person, ClaimPersonFields.identifiers)
        }
    }

    // PAT   Patient Information
    //   05 06 date of death · 07 08 weight in pounds · 09 pregnancy

    /// PAT05 to PAT09.
    static func readPAT(_ view: SegmentView, _ elements: inout ElementReader, _ person: Int) {
        guard view.elementCount >= 5 else { return }
        setDate(view, &elements, 5, person, ClaimPersonFields.deathDate)
        guard view.elementCount >= 7 else { return }
        let weight = elements.slot(view, 8)
        if elements.key(view, 7) == Key("01"), !weight.isEmpty {
            elements.record.set(person, ClaimPersonFields.weight, weight)
        } else if elements.key(view, 7) == Key("01") || elements.slot(view, 7).isEmpty {
            elements.keep(view, 7)  // of another unit the whole segment is kept
            elements.keep(view, 8)
        }
        elements.setFlag(person, ClaimPersonFields.pregnant, view, 9)
    }

    /// A format and the day in it; of another format than D8 the whole segment is kept.
    private static func setDate(
        _ view: SegmentView, _ elements: inout ElementReader, _ format: Int, _ person: Int,
        _ field: ClaimPersonFields
    ) {
        let day = elements.slot(view, format + 1)
        elements.record.set(person, field, day)
        if day.isEmpty { elements.keep(view, format) }
    }
}
