import CareModel
import Diagnostics
import X12Mapping
import X12Syntax

extension Rule {
    static let massHealthEncounterFacility = Rule(
        "masshealth.encounter.facility", .warning,
        "The type of bill of an encounter tells inpatient, outpatient or long-term care", snip: 7,
        help: """
            The first two digits of the type of bill (CLM05-1) are none that the quality rules of \
            SENDPRO know: 11 and 12 are inpatient; 13, 14, 22, 23, 32, 33, 34, 43, 71 to 79, 81, 82, \
            83, 85, 87 and 89 outpatient; 18, 21, 28, 61 to 69 and 86 long-term care.
            """)
}

/// Types of bill by which an encounter cannot be sorted.
enum EncounterFacility {
    static func check(
        _ subject: MassHealthClaimRules.Subject, _ terms: MassHealthClaimRules.Terms,
        _ collector: inout FindingCollector
    ) {
        let claim = subject.claim
        guard subject.surroundings.type == .institutional, claim.has(.facilityType) else { return }
        let sent = claim.bytes(.facilityType)
        guard CodeForm.isNumber(sent, 2...2) else { return }  // told by claim.bill.type
        switch (sent[0] & 15) * 10 + (sent[1] & 15) {
        case 11...14, 18, 21...23, 28, 32...34, 43, 61...69, 71...79, 81...83, 85...87, 89: return
        default:
            subject.locator.add(
                .massHealthEncounterFacility, at: .facilityType, of: claim, isComponent: true,
                to: &collector)
        }
    }
}
