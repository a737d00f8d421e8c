import CareModel
import Testing

/// Where problems and allergies stand, beside the concerns about them.
struct CDAProblemStatusTests {
    private static func status(_ template: String, _ code: String, _ value: String) -> String {
        let root = "2.16.840.1.113883.10.20.22.\(template)"
        return """
            <entryRelationship typeCode="REFR"><observation><templateId root="\(root)"/>\
            <code code="\(code)"/><statusCode code="completed"/><value \(value)/></observation>\
            </entryRelationship>
            """
    }

    private static func concern(_ status: String, _ value: String, _ more: String) -> String {
        """
        <entry><act><statusCode code="\(status)"/><entryRelationship typeCode="SUBJ">\
        <observation><code code="ASSERTION"/><statusCode code="completed"/>\(value)\(more)\
        </observation></entryRelationship></act></entry>
        """
    }

    private static let snomed = "codeSystem=\"2.16.840.1.113883.6.96\""
    private static let resolved = "code=\"413322009\" \(snomed) displayName=\"Resolved\""

    private static let cases: [(String, String, String, String?)] = [
        ("active", status("4.6", "33999-4", resolved), "resolved", "Concern: active"),
        ("completed", status("4.6", "33999-4", resolved), "resolved", "Concern: completed"),
        ("active", status("4.28", "33999-4", "code=\"73425007\""), "inactive", "Concern: active"),
        ("active", status("4.6", "1", "code=\"55561003\""), "active", nil),
        (
            "active", status("0", "33999-4", "displayName=\"Inactive\""), "inactive",
            "Concern: active"
        ),
        ("active", status("0", "33999-4", "displayName=\"Worse\""), "Worse", "Concern: active"),
        ("active", status("4.6", "33999-4", "nullFlavor=\"UNK\""), "active", nil),
        ("active", status("0", "1", resolved), "active", nil),
        (
            "active", status("4.6", "33999-4", resolved) + status("4.6", "33999-4", "code=\"1\""),
            "resolved", "Concern: active"
        ),
    ]

    @Test(arguments: cases)
    func itsStatusIsItsOwn(_ act: String, _ more: String, _ status: String, _ note: String?) {
        let value = "<value code=\"73211009\" \(Self.snomed)/>"
        let need = "<value code=\"Z59.41\" codeSystem=\"2.16.840.1.113883.6.90\"/>"
        let problems = [value, need].map { Self.concern(act, $0, more) }.joined()
        let read = ReferralReading(
            NoteText.with([
                "problems": NoteText.section("11450-4", "<text>T</text>\(problems)"),
                "allergies": NoteText.section(
                    "48765-2", "<text>T</text>\(Self.concern(act, value, more))"),
            ])
        ).referrals.first
        let problem = read?.problems.first
        let allergy = read?.allergies.first
        let told = read?.needs.first
        #expect(
            [problem?.status, allergy?.status, told?.status].map { $0?.string } == [
                status, status, status,
            ])
        #expect(
            [problem?.note, allergy?.note, told?.note].map { $0?.string } == [note, note, note])
        #expect(problem?.verification == nil && allergy?.verification == nil)
        #expect(told?.verification == nil)
    }

    /// That the observation of an allergy was made is no end of the allergy.
    @Test(arguments: [("completed", nil), ("aborted", "aborted")])
    func anAllergyAloneIsNotOver(_ act: String, _ status: String?) {
        let alone = """
            <entry><observation><statusCode code="\(act)"/><value code="1"/></observation></entry>
            """
        let read = ReferralReading(
            NoteText.with(["allergies": NoteText.section("48765-2", "<text>T</text>\(alone)")])
        ).referrals.first
        #expect(read?.allergies.map { $0.status?.string } == [status])
    }

    /// A statement without a concern has no other status to tell.
    @Test func aProblemAloneHasItsStatus() {
        let alone = """
            <entry><observation><statusCode code="completed"/><value code="73211009"/>\
            \(Self.status("4.6", "33999-4", Self.resolved))</observation></entry>
            """
        let read = ReferralReading(
            NoteText.with(["problems": NoteText.section("11450-4", "<text>T</text>\(alone)")])
        ).referrals.first
        #expect(read?.problems.first?.status?.string == "resolved")
        #expect(read?.problems.first?.note == nil)
    }
}
