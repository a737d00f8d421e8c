import CareModel
import Diagnostics
import X12Mapping
import X12Syntax

extension Rule {
    static let billType = Rule(
        "claim.bill.type", .error,
        "The type of bill is a kind of facility, 1 to 9, and a kind of care, 1 to 9", snip: 5,
        help: """
            CLM05-1 of an institutional claim holds the second and third digit of the bill's type: \
            11 is a hospital's inpatient care. A place of service such as 01 to 09 or 10, 20 to 90 \
            is a professional claim's.
            """)
}

/// The first two digits of the type of an institutional bill.
enum BillType {
    static func check(
        _ claim: RecordObject<ClaimFields>, _ type: ClaimType, _ locator: ClaimLocator,
        _ collector: inout FindingCollector
    ) {
        guard type == .institutional, claim.has(.facilityType) else { return }
        let digits = claim.bytes(.facilityType)
        // That it is too long is told by the guide's own rules.
        guard digits.count <= 2, digits.count < 2 || !digits.allSatisfy({ 0x31...0x39 ~= $0 })
        else { return }
        locator.add(.billType, at: .facilityType, of: claim, isComponent: true, to: &collector)
    }
}
