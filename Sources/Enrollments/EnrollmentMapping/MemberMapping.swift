import CareModel
import X12Mapping
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
    /// The enrollment, an object of the cursor's record.
    static func read(_ cursor: inout SegmentCursor<EnrollmentLoop>) -> Int {
        let enrollment = cursor.elements.record.add(EnrollmentFields.self)
        var isFirst = true
        while let loop = cursor.nextLoop {
            if loop == .member {
                guard let view = cursor.next(in: .member, isFirst: &isFirst) else {
                    cursor.skip()
                    continue
                }
                readOwn(view, &cursor.elements, enrollment)
            } else {
                readInner(loop, &cursor, enrollment)
            }
        }
        return enrollment
    }

    @inline(__always)
    private static func readOwn(
        _ view: SegmentView, _ elements: inout ElementReader, _ enrollment: Int
    ) {
        switch view.entry.id {
        case SegmentID("INS"): readINS(view, &elements, enrollment)
        case SegmentID("REF"): readREF(view, &elements, enrollment)
        default:
            elements.addDate(
                view, to: enrollment, EnrollmentFields.dates, period: .eligibility,
                begin: Key("356"), end: Key("357"))
        }
    }

    private static func readINS(
        _ view: SegmentView, _ elements: inout ElementReader, _ enrollment: Int
    ) {
        elements.setFlag(enrollment, EnrollmentFields.subscriber, view, 1)
        elements.set(enrollment, from: EnrollmentFields.relationship, view, 2...5)
        if view.elementCount >= 6 { readMedicare(view, &elements, enrollment) }
        elements.set(enrollment, from: EnrollmentFields.cobraEvent, view, 7...9)
        elements.setFlag(enrollment, EnrollmentFields.disabled, view, 10)
        if view.elementCount >= 11 {
            elements.set(enrollment, EnrollmentFields.deathDate, view, 12)
            if elements.key(view, 11) != Key("D8") { elements.keep(view, 11) }
            elements.set(enrollment, EnrollmentFields.confidentiality, view, 13)
            elements.set(enrollment, EnrollmentFields.birthSequence, view, 17)
        }
    }

    private static func readMedicare(
        _ view: SegmentView, _ elements: inout ElementReader, _ enrollment: Int
    ) {
        guard !view.range(6).isEmpty else { return }
        if elements.isSimple(view, 6) {
            return elements.set(enrollment, EnrollmentFields.medicarePlan, view, 6)
        }
        guard let first = elements.repetitions(view, 6).first else { return }
        let parts = elements.components(first)
        elements.record.set(
            enrollment, EnrollmentFields.medicarePlan, elements.slot(parts[0]))
        guard parts.count > 1 else { return }
        elements.record.set(
            enrollment, EnrollmentFields.medicareEligibilityReason, elements.slot(parts[1]))
    }

    private static func readREF(
        _ view: SegmentView, _ elements: inout ElementReader, _ enrollment: Int
    ) {
        let qualifier = elements.key(view, 1)
        let field: EnrollmentFields? =
            qualifier == Key("0F") ? .memberId : qualifier == Key("1L") ? .policyNumber : nil
        if let field, elements.record.slot(enrollment, field).isEmpty {
            let sent = elements.slot(view, 2)
            if !sent.isEmpty { return elements.record.set(enrollment, field, sent) }
        }
        elements.addQualified(
            view, 1, 2, IdentifierFields.code, .value, to: enrollment,
            EnrollmentFields.identifiers)
    }

    private static func readInner(
        _ loop: EnrollmentLoop, _ cursor: inout SegmentCursor<EnrollmentLoop>, _ enrollment: Int
    ) {
        switch loop {
        case .memberName: MemberNameMapping.read(&cursor, enrollment)
        case .coverage, .provider, .coordination, .coordinationEntity:
            CoverageMapping.read(&cursor, enrollment)
        case .additionalCategories, .reportingCategories, .reportingCategory:
            ReportingCategoryMapping.read(&cursor, enrollment)
        case .incorrectName: PriorIdentityMapping.read(&cursor, enrollment)
        case .mailingAddress: PartyMapping.readMailing(&cursor, enrollment)
        case .employer:
            PartyMapping.add(.employer, &cursor, to: enrollment, EnrollmentFields.employers)
        case .school:
            PartyMapping.add(.school, &cursor, to: enrollment, EnrollmentFields.schools)
        case .custodialParent:
            PartyMapping.add(
                .custodialParent, &cursor, to: enrollment, EnrollmentFields.custodialParents)
        case .responsiblePerson:
            PartyMapping.add(
                .responsiblePerson, &cursor, to: enrollment, EnrollmentFields.responsiblePersons)
        case .dropOffLocation
        where cursor.elements.record.object(enrollment, EnrollmentFields.dropOffLocation) == 0:
            PartyMapping.add(
                .dropOffLocation, &cursor, to: enrollment, EnrollmentFields.dropOffLocation)
        case .disability: DisabilityMapping.read(&cursor, enrollment)
        default: cursor.skip()
        }
    }
}
