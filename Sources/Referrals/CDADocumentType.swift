import CareModel
import XMLSyntax

/// Which CDA documents are referrals, and what the others are.
enum CDADocumentType {
    /// Templates of documents, with what C-CDA calls them.
    ///
    /// Source: C-CDA R2.1, volume 2, document-level templates.
    private static let templates: [(root: StaticString, title: String)] = [
        ("2.16.840.1.113883.10.20.22.1.2", "Continuity of Care Document"),
        ("2.16.840.1.113883.10.20.22.1.3", "History and Physical"),
        ("2.16.840.1.113883.10.20.22.1.4", "Consultation Note"),
        ("2.16.840.1.113883.10.20.22.1.5", "Diagnostic Imaging Report"),
        ("2.16.840.1.113883.10.20.22.1.6", "Procedure Note"),
        ("2.16.840.1.113883.10.20.22.1.7", "Operative Note"),
        ("2.16.840.1.113883.10.20.22.1.8", "Discharge Summary"),
        ("2.16.840.1.113883.10.20.22.1.9", "Progress Note"),
        ("2.16.840.1.113883.10.20.22.1.10", "Unstructured Document"),
        ("2.16.840.1.113883.10.20.22.1.13", "Transfer Summary"),
        ("2.16.840.1.113883.10.20.22.1.15", "Care Plan"),
        ("2.16.840.1.113883.10.20.24.1.1", "Quality Reporting Document"),
        ("2.16.840.1.113883.10.20.32.1", "Continuity of Care Document (C32)"),
    ]

    /// Of the header that all of C-CDA share.
    private static let header: StaticString = "2.16.840.1.113883.10.20.22.1.1"
    static let referralNote: StaticString = "2.16.840.1.113883.10.20.22.1.14"

    /// Why a document is not read as a referral; `nil` where it is one: by the template of Referral
    /// Notes, or by their LOINC code.
    static func refusal(_ mapper: borrowing ReferralMapper) -> String? {
        if hasTemplate(referralNote, mapper) { return nil }
        let code = mapper.tree.value(mapper.child(0, .code), AttributeName.code.name)
        if mapper.arena.holds(code, "57133-1") { return nil }
        for template in templates where hasTemplate(template.root, mapper) {
            return "this is a C-CDA \(template.title) (template \(template.root)), "
                + "not a Referral Note"
        }
        if hasTemplate(header, mapper) {
            return "this is a C-CDA document of another type\(named(mapper)), not a Referral Note"
        }
        return "this is a CDA document without the template of a Referral Note\(named(mapper))"
    }

    /// Its template or its LOINC code, in parentheses.
    ///
    /// Only what has the form of one is shown: it names a kind of documents, and nobody.
    private static func named(_ mapper: borrowing ReferralMapper) -> String {
        var template = mapper.child(0, .templateId)
        while template >= 0 {
            let root = mapper.tree.value(template, AttributeName.root.name)
            if isOfHL7(mapper.arena.bytes(root)), !mapper.arena.holds(root, header) {
                return " (template \(mapper.arena.string(root)))"
            }
            template = mapper.tree.sibling(template, CDAName.templateId.name)
        }
        let code = mapper.child(0, .code)
        let list = mapper.tree.value(code, AttributeName.codeSystem.name)
        let sent = mapper.tree.value(code, AttributeName.code.name)
        guard mapper.arena.holds(list, "2.16.840.1.113883.6.1"),
            CodeForm.isLOINC(mapper.arena.bytes(sent))
        else { return "" }
        return " (LOINC \(mapper.arena.string(sent)))"
    }

    /// Whether it is an object identifier of HL7's templates.
    private static func isOfHL7(_ root: UnsafeBufferPointer<UInt8>) -> Bool {
        let arc = Array("2.16.840.1.113883.10.20.".utf8)
        return root.count <= 64 && root.starts(with: arc)
            && root.allSatisfy { $0 == 0x2E || 0x30...0x39 ~= $0 }
    }

    static func hasTemplate(
        _ root: StaticString, _ mapper: borrowing ReferralMapper
    ) -> Bool {
        var template = mapper.child(0, .templateId)
        while template >= 0 {
            let sent = mapper.tree.value(template, AttributeName.root.name)
            if mapper.arena.holds(sent, root) { return true }
            template = mapper.tree.sibling(template, CDAName.templateId.name)
        }
        return false
    }
}
