import CareModel
import Diagnostics

extension Rule {
    static let cdaDocumentCode = Rule(
        "referral.cda.code", .warning, "A Referral Note has the code 57133-1 of LOINC",
        help: """
            The template says that it is a Referral Note, and its code is another. 57113-1 is a slip \
            that an official sample has too.
            """)
    static let cdaDocumentType = Rule(
        "referral.cda.type", .error, "A Referral Note has no other document's code",
        help: """
            The template says that it is a Referral Note, and the code that it is another of C-CDA's \
            documents, such as a Continuity of Care Document. Which of the two it is decides what \
            becomes of it.
            """)
}

/// The code of a document whose template is that of a Referral Note.
enum CDADocumentCode {
    /// LOINC codes of C-CDA's other documents.
    ///
    /// Source: C-CDA R2.1, volume 2, document-level templates.
    private static let others: [StaticString] = [
        "34133-9", "34117-2", "11488-4", "18748-4", "28570-0", "11504-8", "18842-5", "11506-3",
        "18761-7", "52521-2",
    ]

    static func check(
        _ mapper: borrowing ReferralMapper, _ findings: inout ReferralFindings
    ) {
        let code = mapper.child(0, .code)
        let sent = mapper.tree.value(code, AttributeName.code.name)
        guard !mapper.arena.holds(sent, "57133-1") else { return }
        let isOther = others.contains { mapper.arena.holds(sent, $0) }
        findings.add(
            isOther ? .cdaDocumentType : .cdaDocumentCode, at: mapper.spot(node: max(code, 0)),
            expected: "57133-1",
            isMissing: code < 0)
    }
}
