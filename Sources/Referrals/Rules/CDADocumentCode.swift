import CareModel
import Diagnostics

extension Rule {
    static let cdaDocumentCode = Rule(
        "referral.cda.code", .warning, "A Referral Note has the code 57133-1 of LOINC",
        help: """
            The template says that it is a Referral Note, and its code is another. 57113-1 is a slip \
            that an official sample has too.
            """)
}

/// The code of a document whose template is that of a Referral Note.
enum CDADocumentCode {
    static func check(
        _ mapper: borrowing ReferralMapper, _ findings: inout ReferralFindings
    ) {
        let code = mapper.child(0, .code)
        let sent = mapper.tree.value(code, AttributeName.code.name)
        guard !mapper.arena.holds(sent, "57133-1") else { return }
        findings.add(
            .cdaDocumentCode, at: mapper.spot(node: max(code, 0)), expected: "57133-1",
            isMissing: code < 0)
    }
}
