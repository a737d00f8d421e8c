import CareModel
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
    static func read(_ cursor: inout SegmentCursor, _ member: inout Member) {
        var isFirst = true
        while let view = cursor.next(in: .memberName, isFirst: &isFirst) {
            read(view, &cursor.elements, &member)
        }
    }

    private static func read(
        _ view: SegmentView, _ elements: inout ElementReader, _ member: inout Member
    ) {
        switch view.entry.id {
        case SegmentID("NM1"): readNM1(view, &elements, &member)
        case SegmentID("PER"): PartyMapping.addContact(view, &elements, &member.contacts)
        case SegmentID("N3"): PartyMapping.addLines(view, &elements, &member.residence)
        case SegmentID("N4"): PartyMapping.addPlace(view, &elements, &member.residence)
        case SegmentID("DMG"):
            DemographicsMapping.read(view, &elements, &member.demographics)
        case SegmentID("EC"):
            for element in 1...3 {
                guard let code = elements.code(view, element, .employmentClass) else { continue }
                member.employmentClasses.append(code)
            }
        case SegmentID("ICM"): member.income = income(view, elements)
        case SegmentID("AMT"):
            if let amount = elements.amount(view) { member.amounts.append(amount) }
        case SegmentID("HLH"): member.health = health(view, elements)
        default: member.languages.append(language(view, elements))
        }
    }

    private static func readNM1(
        _ view: SegmentView, _ elements: inout ElementReader, _ member: inout Member
    ) {
        member.isCorrected = elements.key(view, 1) == Key("74")
        member.name = PartyMapping.name(view, elements)
        if elements.key(view, 8) == Key("34") {
            member.socialSecurityNumber = elements.text(view, 9)
        } else if view.elementCount >= 8 {
            member.identifier = elements.qualified(view, 8, 9, .identification)
        }
    }

    private static func income(_ view: SegmentView, _ elements: ElementReader) -> Income {
        var income = Income()
        income.frequency = elements.code(view, 1, .frequency)
        income.wage = elements.money(view, 2)
        income.weeklyHours = elements.text(view, 3)
        income.location = elements.text(view, 4)
        income.salaryGrade = elements.text(view, 5)
        return income
    }

    private static func health(
        _ view: SegmentView, _ elements: ElementReader
    ) -> HealthInformation {
        var health = HealthInformation()
        health.use = elements.code(view, 1, .healthRelated)
        health.height = elements.text(view, 2)
        health.weight = elements.text(view, 3)
        return health
    }

    private static func language(_ view: SegmentView, _ elements: ElementReader) -> Language {
        var language = Language()
        language.list = elements.code(view, 1, .identification)
        language.code = elements.text(view, 2)
        language.description = elements.text(view, 3)
        language.use = elements.code(view, 4, .languageUse)
        return language
    }
}

// loop 2100B  Incorrect Member Name                  S   1
//   NM1   Incorrect Member Name       70     R   1
//   DMG   Incorrect Demographics             S   1

/// Maps loop 2100B, what was known before a correction.
struct PriorIdentityMapping {
    static func read(_ cursor: inout SegmentCursor, _ known: PriorIdentity?) -> PriorIdentity {
        var prior = known ?? PriorIdentity()
        var isFirst = true
        while let view = cursor.next(in: .incorrectName, isFirst: &isFirst) {
            if view.entry.id == SegmentID("DMG") {
                var demographics = prior.demographics ?? Demographics()
                DemographicsMapping.read(view, &cursor.elements, &demographics)
                prior.demographics = demographics
                continue
            }
            prior.name = PartyMapping.name(view, cursor.elements)
            if cursor.elements.key(view, 8) == Key("34") {
                prior.socialSecurityNumber = cursor.elements.text(view, 9)
            } else if view.elementCount >= 8 {
                prior.identifier = cursor.elements.qualified(view, 8, 9, .identification)
            }
        }
        return prior
    }
}
