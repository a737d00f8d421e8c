import CareModel
import Diagnostics

extension Rule {
    static let fhirMemberGuessed = Rule(
        "fhir.member.guessed", .warning, "A member's number says whose number it is",
        help: """
            The identifier has twelve digits, as MassHealth's member numbers have, and is taken for \
            one; but neither its system nor its type (MA of table 0203) says so.
            """)
    static let fhirMemberNumber = Rule(
        "fhir.member.number", .warning, "A referral has the member's MassHealth number",
        help: """
            The Patient has no identifier of MassHealth's, or is not in the Bundle. The record cannot \
            be joined with the member's enrollment. Send the number with type MA of table 0203.
            """)
}

/// By what number a member is known.
enum FHIRMemberNumber {
    static func check(_ mapper: FHIRMapper, _ findings: inout ReferralFindings) {
        let record = mapper.record
        if let element = mapper.memberIDElement {
            if mapper.memberIDIsGuessed { findings.add(.fhirMemberGuessed, at: element.spot) }
        } else if let member = record.object(.member, ReferralMemberFields.self) {
            findings.add(.fhirMemberNumber, at: mapper.spot(member.index), "/identifier")
        }
    }
}
