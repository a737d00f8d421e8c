import CareModel
import Diagnostics
import X12Mapping
import X12Syntax

extension Rule {
    static let massHealthMemberID = Rule(
        "masshealth.member.id", .warning, "A MassHealth member id has 12 digits", snip: 7,
        help: """
            REF*0F has digits too few or too many, or something else among them. Often a leading \
            digit was lost where the file passed through a spreadsheet. The id is kept as sent.
            """)
}

/// Member ids that are not 12 digits.
enum MemberIDDigits {
    static func check(
        _ enrollment: RecordObject<EnrollmentFields>, _ terms: MassHealthRules.Terms,
        _ locator: SegmentLocator<EnrollmentLoop>, _ collector: inout FindingCollector
    ) {
        let id = enrollment.bytes(.memberId)
        let isRight = id.count == 12 && id.allSatisfy { 0x30...0x39 ~= $0 }
        guard enrollment.has(.memberId), !isRight else { return }
        collector.add(
            .massHealthMemberID,
            at: locator.range(.member, SegmentID("REF"), qualifier: Key("0F"), element: 2),
            place: Place(loop: "2000", segment: "REF", element: 2))
    }
}
