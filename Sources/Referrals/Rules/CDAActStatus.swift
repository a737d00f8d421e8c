import CareModel
import Diagnostics

extension Rule {
    static let cdaActStatus = Rule(
        "referral.cda.status", .warning, "A referral act has a status of HL7 version 3",
        help: """
            The statusCode of the act that refers is new, active, held, suspended, aborted, \
            cancelled, completed, nullified or obsolete. Another is kept as sent.
            """)
}

/// The status of the act that a document refers by.
enum CDAActStatus {
    /// Source: HL7 version 3, ActStatus.
    private static let codes: [StaticString] = [
        "new", "active", "held", "suspended", "aborted", "cancelled", "completed", "nullified",
        "obsolete",
    ]

    static func check(
        _ mapper: borrowing ReferralMapper, _ findings: inout ReferralFindings
    ) {
        let referral = mapper.record
        guard referral.has(.requestStatus),
            !codes.contains(where: { mapper.arena.holds(referral.slot(.requestStatus), $0) })
        else { return }
        let act = referral.objects(.services, ReferralServiceFields.self).first { _ in true }
        findings.add(
            .cdaActStatus, at: mapper.spot(act?.index ?? referral.index), "/statusCode",
            expected: codes.joined)
    }
}
