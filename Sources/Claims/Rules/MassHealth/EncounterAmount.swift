import CareModel
import Diagnostics
import X12Mapping
import X12Syntax

extension Rule {
    static let massHealthEncounterAmount = Rule(
        "masshealth.encounter.amount", .warning,
        "No charge, payment or patient's amount of an encounter is negative", snip: 7,
        help: """
            CLM02, the charge of a line, what the patient paid (AMT*F5), is to pay (AMT*F3) or still \
            owes (AMT*EAF), what another payer paid, or SVD02 begins with a minus sign. An encounter \
            that takes another back is a void, not a negative amount.
            """)
}

/// Amounts beneath nothing.
enum EncounterAmount {
    static func check(
        _ subject: MassHealthClaimRules.Subject, _ terms: MassHealthClaimRules.Terms,
        _ collector: inout FindingCollector
    ) {
        let locator = subject.locator
        check(.totalCharge, of: subject.claim, locator, &collector)
        if let supplement = subject.claim.object(.supplement, ClaimSupplementFields.self) {
            check(.patientPaid, of: supplement, locator, &collector)
            check(.patientResponsibility, of: supplement, locator, &collector)
        }
        for other in subject.claim.objects(.otherSubscribers, OtherSubscriberFields.self) {
            check(.paid, of: other, locator, &collector)
            check(.remainingLiability, of: other, locator, &collector)
        }
        for line in subject.claim.objects(.serviceLines, ServiceLineFields.self) {
            check(.charge, of: line, locator, &collector)
            for adjudication in line.objects(.adjudications, LineAdjudicationFields.self) {
                check(.paid, of: adjudication, locator, &collector)
                check(.remainingLiability, of: adjudication, locator, &collector)
            }
        }
    }

    private static func check<Fields: RecordFields>(
        _ field: Fields, of object: RecordObject<Fields>, _ locator: ClaimLocator,
        _ collector: inout FindingCollector
    ) {
        guard object.has(field), object.bytes(field).first == 0x2D else { return }
        // Nothing may be written with a sign.
        guard object.bytes(field).contains(where: { 0x31...0x39 ~= $0 }) else { return }
        locator.add(.massHealthEncounterAmount, at: field, of: object, to: &collector)
    }
}
