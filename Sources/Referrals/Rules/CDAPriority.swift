import CareModel
import Diagnostics

extension Rule {
    static let cdaPriority = Rule(
        "referral.cda.priority", .warning, "A referral act has a priority of HL7 version 3",
        help: """
            The priorityCode of the act that refers is one of ActPriority, such as R (routine), UR \
            (urgent), A (as soon as possible), S (stat) or EM (emergency). Another is kept as sent.
            """)
}

/// How urgent the act is that a document refers by.
enum CDAPriority {
    /// Those that FHIR has words for, and the others. Source: HL7 version 3, ActPriority.
    private static let codes: [StaticString] = [
        "routine", "urgent", "asap", "stat", "CR", "CS", "CSP", "CSR", "P", "PRN", "RR", "T", "UD",
    ]

    static func check(
        _ mapper: borrowing ReferralMapper, _ findings: inout ReferralFindings
    ) {
        let referral = mapper.record
        guard referral.has(.priority),
            !codes.contains(where: { mapper.arena.holds(referral.slot(.priority), $0) })
        else { return }
        let act = referral.objects(.services, ReferralServiceFields.self).first { _ in true }
        findings.add(
            .cdaPriority, at: mapper.spot(act?.index ?? referral.index), "/priorityCode",
            expected: "R, EL, UR, A, S, EM")
    }
}
