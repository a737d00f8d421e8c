import CareModel
import X12Syntax

// loop 2000  Member Level Detail                     R  >1  record
//   INS   Member Level Detail                R   1
//   REF   Subscriber Identifier       0F     R   1
//   REF   Member Policy Number        1L     S   1
//   REF   Member Supplemental Id             S  13
//   DTP   Member Level Dates                 S  24
//   2100A … 2100H  2200  2300  2700

/// Maps loop 2000, one member.
struct MemberMapping {
    static func read(_ cursor: inout SegmentCursor, _ enrollment: inout Enrollment) {
        enrollment.clear()
        var isFirst = true
        while let loop = cursor.nextLoop {
            if loop == .member {
                guard let view = cursor.next(in: .member, isFirst: &isFirst) else {
                    cursor.skip()
                    continue
                }
                readOwn(view, &cursor.elements, &enrollment)
            } else {
                readInner(loop, &cursor, &enrollment)
            }
        }
        enrollment.other = cursor.elements.other
    }

    private static func readOwn(
        _ view: SegmentView, _ elements: inout ElementReader, _ enrollment: inout Enrollment
    ) {
        switch view.entry.id {
        case SegmentID("INS"): readINS(view, &elements, &enrollment)
        case SegmentID("REF"): readREF(view, &elements, &enrollment)
        default:
            elements.addDate(
                view, to: &enrollment.dates, period: &enrollment.eligibility, begin: Key("356"),
                end: Key("357"))
        }
    }

    private static func readINS(
        _ view: SegmentView, _ elements: inout ElementReader, _ enrollment: inout Enrollment
    ) {
        enrollment.isSubscriber = elements.flag(view, 1)
        enrollment.relationship = elements.code(view, 2, .relationship)
        enrollment.maintenanceType = elements.code(view, 3, .maintenanceType)
        enrollment.maintenanceReason = elements.code(view, 4, .maintenanceReason)
        enrollment.benefitStatus = elements.code(view, 5, .benefitStatus)
        if view.elementCount >= 6 { readMedicare(view, elements, &enrollment) }
        enrollment.cobraEvent = elements.code(view, 7, .cobraEvent)
        enrollment.employmentStatus = elements.code(view, 8, .employmentStatus)
        enrollment.studentStatus = elements.code(view, 9, .studentStatus)
        enrollment.hasDisability = elements.flag(view, 10)
        if view.elementCount >= 11 {
            enrollment.deathDate = elements.date(view, 12)
            if elements.key(view, 11) != Key("D8") { elements.keep(view, 11) }
            enrollment.confidentiality = elements.code(view, 13, .confidentiality)
            enrollment.birthSequence = elements.text(view, 17)
        }
    }

    private static func readMedicare(
        _ view: SegmentView, _ elements: ElementReader, _ enrollment: inout Enrollment
    ) {
        guard let first = elements.repetitions(view, 6).first else { return }
        let parts = elements.components(first)
        enrollment.medicarePlan = elements.text(parts[0]).map { CodeSystem.medicarePlan($0) }
        guard parts.count > 1 else { return }
        enrollment.medicareEligibilityReason = elements.text(parts[1]).map {
            CodeSystem.medicareEligibilityReason($0)
        }
    }

    private static func readREF(
        _ view: SegmentView, _ elements: inout ElementReader, _ enrollment: inout Enrollment
    ) {
        let qualifier = elements.key(view, 1)
        if qualifier == Key("0F"), enrollment.memberID == nil, let id = elements.text(view, 2) {
            enrollment.memberID = MemberID(id)
        } else if qualifier == Key("1L"), enrollment.policyNumber == nil,
            let policy = elements.text(view, 2)
        {
            enrollment.policyNumber = policy
        } else if let identifier = elements.qualified(view, 1, 2, .enrollmentIdentifier) {
            enrollment.identifiers.append(identifier)
        }
    }

    private static func readInner(
        _ loop: EnrollmentLoop, _ cursor: inout SegmentCursor, _ enrollment: inout Enrollment
    ) {
        switch loop {
        case .memberName:
            MemberNameMapping.read(&cursor, &enrollment.member)
        case .incorrectName:
            enrollment.priorIdentity = PriorIdentityMapping.read(&cursor, enrollment.priorIdentity)
        case .mailingAddress:
            enrollment.mailingAddress = PartyMapping.readMailing(
                &cursor, enrollment.mailingAddress)
        case .employer: enrollment.employers.append(PartyMapping.read(.employer, &cursor))
        case .school: enrollment.schools.append(PartyMapping.read(.school, &cursor))
        case .custodialParent:
            enrollment.custodialParents.append(PartyMapping.read(.custodialParent, &cursor))
        case .responsiblePerson:
            enrollment.responsiblePersons.append(PartyMapping.read(.responsiblePerson, &cursor))
        case .dropOffLocation where enrollment.dropOffLocation == nil:
            enrollment.dropOffLocation = PartyMapping.read(.dropOffLocation, &cursor)
        case .disability: enrollment.disabilities.append(DisabilityMapping.read(&cursor))
        case .coverage, .provider, .coordination, .coordinationEntity:
            enrollment.coverages.append(CoverageMapping.read(&cursor))
        case .additionalCategories, .reportingCategories, .reportingCategory:
            ReportingCategoryMapping.read(&cursor, &enrollment.reportingCategories)
        default: cursor.skip()
        }
    }
}
