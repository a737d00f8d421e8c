import CareModel
import X12Mapping
import X12Syntax

// loop 2100A  Member Name                            R   1
//   NM1   Member Name                 IL 74  R   1
//   PER   Communications Numbers      IP     S   1
//   N3    Residence Street Address           S   1
//   N4    City, State, ZIP Code              S   1
//   DMG   Demographics                       S   1
//   EC    Employment Class                   S  >1
//   ICM   Income                             S   1
//   AMT   Policy Amounts                     S   7
//   HLH   Health Information                 S   1
//   LUI   Language                           S  >1

/// Maps loop 2100A, who the member is.
struct MemberNameMapping {
    static func read(_ cursor: inout SegmentCursor<EnrollmentLoop>, _ enrollment: Int) {
        let member = cursor.elements.object(
            MemberFields.self, in: enrollment, EnrollmentFields.member)
        var isFirst = true
        while let view = cursor.next(in: .memberName, isFirst: &isFirst) {
            read(view, &cursor.elements, member)
        }
    }

    @inline(__always)
    private static func read(
        _ view: SegmentView, _ elements: inout ElementReader, _ member: Int
    ) {
        switch view.entry.id {
        case SegmentID("NM1"): readNM1(view, &elements, member)
        case SegmentID("PER"):
            PartySegments.addContact(view, &elements, to: member, MemberFields.contacts)
        case SegmentID("N3"):
            PartySegments.addLines(view, &elements, to: member, MemberFields.residence)
        case SegmentID("N4"):
            PartySegments.addPlace(view, &elements, to: member, MemberFields.residence)
        case SegmentID("DMG"):
            DemographicsMapping.read(view, &elements, member, MemberFields.demographics)
        case SegmentID("EC"): addClasses(view, &elements, member)
        case SegmentID("ICM"): readIncome(view, &elements, member)
        case SegmentID("AMT"):
            elements.addQualified(
                view, 1, 2, AmountFields.code, .amount, to: member, MemberFields.amounts)
        case SegmentID("HLH"): readHealth(view, &elements, member)
        default: addLanguage(view, &elements, member)
        }
    }

    private static func readNM1(
        _ view: SegmentView, _ elements: inout ElementReader, _ member: Int
    ) {
        let corrected = elements.key(view, 1) == Key("74") ? elements.slot(view, 1) : .none
        elements.record.set(member, MemberFields.corrected, corrected)
        PartySegments.readName(view, &elements, of: member, MemberFields.name)
        if elements.key(view, 8) == Key("34") {
            elements.set(member, MemberFields.socialSecurityNumber, view, 9)
        } else if view.elementCount >= 8 {
            elements.setQualified(
                view, 8, 9, IdentificationFields.code, .value, of: member,
                MemberFields.identifier)
        }
    }

    private static func addClasses(
        _ view: SegmentView, _ elements: inout ElementReader, _ member: Int
    ) {
        for element in 1...3 {
            let code = elements.slot(view, element)
            guard !code.isEmpty else { continue }
            let added = elements.append(
                TextFields.self, to: member, MemberFields.employmentClasses)
            elements.record.set(added, TextFields.value, code)
        }
    }

    private static func readIncome(
        _ view: SegmentView, _ elements: inout ElementReader, _ member: Int
    ) {
        let income = elements.record.add(IncomeFields.self)
        elements.record.set(member, MemberFields.income, object: income)
        elements.set(income, from: IncomeFields.frequency, view, 1...5)
    }

    private static func readHealth(
        _ view: SegmentView, _ elements: inout ElementReader, _ member: Int
    ) {
        let health = elements.record.add(HealthFields.self)
        elements.record.set(member, MemberFields.health, object: health)
        elements.set(health, from: HealthFields.use, view, 1...3)
    }

    private static func addLanguage(
        _ view: SegmentView, _ elements: inout ElementReader, _ member: Int
    ) {
        let language = elements.append(LanguageFields.self, to: member, MemberFields.languages)
        elements.set(language, from: LanguageFields.list, view, 1...4)
    }
}

// loop 2100B  Incorrect Member Name                  S   1
//   NM1   Incorrect Member Name       70     R   1
//   DMG   Incorrect Demographics             S   1

/// Maps loop 2100B, what was known before a correction.
struct PriorIdentityMapping {
    static func read(_ cursor: inout SegmentCursor<EnrollmentLoop>, _ enrollment: Int) {
        let prior = cursor.elements.object(
            PriorIdentityFields.self, in: enrollment, EnrollmentFields.prior)
        var isFirst = true
        while let view = cursor.next(in: .incorrectName, isFirst: &isFirst) {
            if view.entry.id == SegmentID("DMG") {
                DemographicsMapping.read(
                    view, &cursor.elements, prior, PriorIdentityFields.demographics)
                continue
            }
            PartySegments.readName(view, &cursor.elements, of: prior, PriorIdentityFields.name)
            if cursor.elements.key(view, 8) == Key("34") {
                cursor.elements.set(prior, PriorIdentityFields.socialSecurityNumber, view, 9)
            } else if view.elementCount >= 8 {
                cursor.elements.setQualified(
                    view, 8, 9, IdentificationFields.code, .value, of: prior,
                    PriorIdentityFields.identifier)
            }
        }
    }
}
