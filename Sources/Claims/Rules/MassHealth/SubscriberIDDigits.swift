import CareModel
import Diagnostics
import X12Mapping
import X12Syntax

extension Rule {
    static let massHealthClaimMember = Rule(
        "masshealth.claim.member", .warning, "A claim names the member by 12 digits", snip: 7,
        help: """
            NM109 of loop 2010BA has digits too few or too many, or something else among them. Often \
            a leading digit was lost in a spreadsheet. The id is kept as sent.
            """)
}

/// Member ids that are not 12 digits.
enum SubscriberIDDigits {
    static func check(
        _ level: RecordObject<ClaimSubscriberLevelFields>, _ terms: MassHealthClaimRules.Terms,
        _ locator: ClaimLocator, _ collector: inout FindingCollector
    ) {
        guard level.has(.memberId), !CodeForm.isNumber(level.bytes(.memberId), 12...12) else {
            return
        }
        locator.add(.massHealthClaimMember, at: .memberId, of: level, to: &collector)
    }
}
