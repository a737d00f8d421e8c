import CareModel
import Testing

@testable import Referrals

/// What a value of a document becomes in the record.
struct ReferralValueTests {
    private static func note(_ changes: [String: String]) -> Referral {
        ReferralReading(NoteText.with(changes)).referrals.first ?? Referral()
    }

    private static func turnpike(_ changes: [String: String]) -> Referral {
        ReferralReading(TurnpikeText.with(changes)).referrals.first ?? Referral()
    }

    /// Comments and instructions part no text.
    @Test(arguments: [
        ("Needs a <!-- typed -->ramp", "Needs a ramp"), ("co<!-- x -->ordination", "coordination"),
        ("Fell twice<?x y?> since May", "Fell twice since May"), ("a<!-- --> <!-- -->b", "a b"),
        ("a<!-- --><!-- -->b", "ab"), ("<!-- x -->a", "a"), ("a<!-- x -->", "a"),
        ("<![CDATA[a]]><!-- x -->b", "ab"), ("a\n    <!-- x -->\n  b", "a b"),
        ("Example\n      Health  Center", "Example Health Center"), (" <!-- x --> ", nil),
        ("a<!-- x --> ", "a"), ("é<!-- x -->\"", "é\""),
    ])
    func aTextIsWhole(_ sent: String, _ words: String?) {
        let read = Self.turnpike(["middle": "<description>\(sent)</description>"])
        #expect(read.description?.string == words)
        #expect(read.other.isEmpty)
        let note = Self.note(["reason": NoteText.section("42349-1", "<text>\(sent)</text>")])
        #expect(note.reasons.first?.text?.string == words)
        #expect(note.other.isEmpty)
    }

    @Test func manyCommentsTakeNoTime() {
        let words = String(repeating: "a<!-- -->", count: 100_000)
        let read = Self.turnpike(["middle": "<description>\(words)</description>"])
        #expect(read.description?.string.utf8.count == 100_000)
    }

    /// White space is a part of the words where markup has some, and only there.
    @Test(arguments: [
        ("a<content> b</content>c", "a bc"), ("a <content>b</content>c", "a bc"),
        ("a<content>b </content>c", "ab c"), ("a<content>b</content>c", "abc"),
    ])
    func blanksStayWhereTheyAre(_ sent: String, _ words: String) {
        let note = Self.note(["reason": NoteText.section("42349-1", "<text>\(sent)</text>")])
        #expect(note.reasons.first?.text?.string == words)
    }

    @Test func valuesOfTokensHaveSingleBlanks() {
        let member =
            #"<member id="100000000999" birthDate="1984-02-29"><name last=" New   Bedford "/></member>"#
        #expect(Self.turnpike(["member": member]).member?.name.last?.string == "New Bedford")
    }

    /// Identifiers of a member, and which is MassHealth's.
    @Test(arguments: [
        (["MRN-5|Boston MassHealth ACO", "100000000994|MassHealth"], "100000000994"),
        (["RI-777|Rhode Island Medicaid", "100000000994|MassHealth"], "100000000994"),
        (["100000000777|Some Medicaid", "100000000994|MassHealth"], "100000000994"),
        (["100000000777|", "RI-777|Medicaid"], "RI-777"), (["RI-777|Medicaid"], "RI-777"),
        (["100000000777|A", "100000000778|B"], "100000000777"), (["1|A"], nil),
    ])
    func theMembersNumberIsTheLikeliest(_ sent: [String], _ number: String?) {
        let ids = sent.map { text in
            let parts = text.split(separator: "|", omittingEmptySubsequences: false)
            return
                "<id root=\"1.2\" extension=\"\(parts[0])\" assigningAuthorityName=\"\(parts[1])\"/>"
        }
        let patient = "<recordTarget><patientRole>\(ids.joined())</patientRole></recordTarget>"
        #expect(Self.note(["patient": patient]).memberID?.text.string == number)
    }

    @Test(arguments: [
        ("<name use=\"P\"><family>Star</family></name><name use=\"L\"><family>Doe</family></name>"),
        ("<name use=\"ASGN\"><family>Star</family></name><name><family>Doe</family></name>"),
        ("<name use=\"L\"><family>Doe</family></name><name use=\"C\"><family>Star</family></name>"),
    ])
    func theLegalNameComesFirst(_ names: String) {
        let patient =
            "<recordTarget><patientRole><patient>\(names)</patient></patientRole></recordTarget>"
        let member = Self.note(["patient": patient]).member
        #expect(member?.name.last?.string == "Doe")
        #expect(member?.otherNames.map(\.last?.string) == ["Star"])
    }

    /// A number that is not known is none.
    @Test(arguments: [
        (#"<id root="2.16.840.1.113883.4.1" nullFlavor="UNK"/>"#, nil, 0),
        (#"<id nullFlavor="UNK"/>"#, nil, 0), (#"<id root="1.2.3" nullFlavor="NI"/>"#, nil, 0),
        (#"<id root="2.16.840.1.113883.4.1"/>"#, nil, 1), (#"<id root="1.2.3"/>"#, "1.2.3", 0),
        (#"<id root="1.2.3" extension="7"/>"#, "7", 0),
    ])
    func anUnknownNumberIsNone(_ id: String, _ number: String?, _ others: Int) {
        let patient = "<recordTarget><patientRole>\(id)</patientRole></recordTarget>"
        let read = Self.note(["patient": patient])
        #expect(read.member?.identifiers.first?.value?.string == number)
        #expect(read.other.count == others)
    }

    /// Days with times, where the day alone was asked for.
    @Test func daysWithTimesAreDays() {
        let patient = """
            <recordTarget><patientRole><patient><birthTime value="19790817031500-0500"/>\
            <sdtc:deceasedTime value="20200101"/></patient></patientRole></recordTarget>
            """
        let member = Self.note(["patient": patient]).member
        #expect(member?.birthDate?.value?.description == "1979-08-17")
        #expect(member?.birthTime?.string == "03:15:00-05:00")
        #expect(member?.deathDate?.value?.description == "2020-01-01")
        let read = Self.turnpike([
            "member": #"<member id="1" birthDate="2025-10-11Z"><name last="A"/></member>"#,
            "authored": #"authored="2026-03-02-05:00" "#,
        ])
        #expect(read.member?.birthDate?.value?.description == "2025-10-11")
        #expect(read.authored?.value?.description == "2026-03-02")
        #expect(read.authoredTime == nil)
    }

    /// A time that no field is for is not lost.
    @Test func aTimeWithoutAFieldIsKept() {
        let document = FHIRDocument(
            bundle(
                Resource.request(
                    "r",
                    "<supportingInfo><reference value=\"DocumentReference/d\"/></supportingInfo>"),
                Resource.patient(), Resource.organization,
                """
                <DocumentReference><id value="d"/><status value="current"/>\
                <date value="2026-03-02T09:30:00Z"/></DocumentReference>
                """))
        #expect(document.first.documents.first?.created?.value?.description == "2026-03-02")
        #expect(document.first.other.contains { $0.value.string == "2026-03-02T09:30:00Z" })
    }

    @Test func timesOfFHIRAreBesideTheirDays() {
        let document = FHIRDocument(
            bundle(
                Resource.request(
                    "r", "<reasonReference><reference value=\"Condition/c\"/></reasonReference>"),
                Resource.patient("p", "<deceasedDateTime value=\"2026-01-01T10:00:00Z\"/>"),
                Resource.organization,
                """
                <Condition><id value="c"/><code><coding><system \
                value="http://hl7.org/fhir/sid/icd-10-cm"/><code value="Z59.41"/></coding></code>\
                <subject><reference value="Patient/p"/></subject>\
                <onsetDateTime value="2026-02-01T08:00:00Z"/>\
                <recordedDate value="2026-02-02T08:00:00Z"/></Condition>
                """))
        #expect(document.first.member?.deathTime?.string == "10:00:00Z")
        #expect(document.first.needs.first?.begin?.value?.description == "2026-02-01")
        #expect(document.first.needs.first?.beginTime?.string == "08:00:00Z")
        #expect(document.first.needs.first?.recordedTime?.string == "08:00:00Z")
    }

    @Test func theOldNumberAndNameAreLast() {
        let patient = """
            <Patient><id value="p"/><identifier><use value="old"/><system value="urn:masshealth"/>\
            <value value="100000000111"/></identifier><identifier><use value="official"/>\
            <system value="urn:masshealth"/><value value="100000000222"/></identifier>\
            <name><use value="old"/><family value="Maiden"/></name>\
            <name><use value="usual"/><family value="Current"/></name></Patient>
            """
        let read = FHIRDocument(bundle(Resource.request(), patient, Resource.organization)).first
        #expect(read.memberID?.text.string == "100000000222")
        #expect(read.member?.name.last?.string == "Current")
    }

    // MARK: Statements

    private static func need(_ attributes: String, in concern: String = "") -> ReferralNeed? {
        let observation = """
            <observation classCode="OBS" moodCode="EVN" \(attributes)><value code="Z59.01" \
            codeSystem="2.16.840.1.113883.6.90"/></observation>
            """
        let entry =
            concern.isEmpty
            ? "<entry>\(observation)</entry>"
            : "<entry><act \(concern)><entryRelationship>\(observation)</entryRelationship></act></entry>"
        let read = note([
            "problems": NoteText.section("11450-4", "<text>None</text>\(entry)")
        ])
        return read.needs.first
    }

    /// That somebody does not have a need is no need.
    @Test(arguments: [
        ("negationInd=\"true\"", "", true), ("negationInd=\"false\"", "", false), ("", "", nil),
        ("", "negationInd=\"true\"", true),
    ])
    func aNeedIsNegated(_ own: String, _ concern: String, _ isNegated: Bool?) {
        #expect(Self.need(own, in: concern)?.negated == isNegated)
    }

    /// Severity of the allergy itself, or of its reaction.
    @Test(arguments: [("</observation>", ""), ("", "</observation></entryRelationship>")])
    func anAllergyIsSevere(_ before: String, _ after: String) {
        let severity = """
            <entryRelationship typeCode="SUBJ"><observation><code code="SEV"/>\
            <value displayName="Moderate"/></observation></entryRelationship>
            """
        let isInner = before.isEmpty
        let entry = """
            <entry><observation><value displayName="Allergy"/><entryRelationship typeCode="MFST">\
            <observation><value displayName="Hives"/>\(isInner ? severity : "")</observation>\
            </entryRelationship>\(isInner ? "" : severity)</observation></entry>
            """
        let read = Self.note([
            "allergies": NoteText.section("48765-2", "<text>None</text>\(entry)")
        ])
        #expect(read.allergies.first?.severity?.string == "Moderate")
    }

    /// What is said of a concern is no allergy of its own.
    @Test(arguments: ["SEV", "225773000", "33999-4", "82606-5", "11323-3"])
    func remarksAreNoStatements(_ code: String) {
        func part(_ code: String, _ name: String) -> String {
            "<entryRelationship typeCode=\"REFR\"><observation><code code=\"\(code)\"/>"
                + "<value displayName=\"\(name)\"/></observation></entryRelationship>"
        }
        let entry = "<entry><act>\(part("ASSERTION", "Allergy"))\(part(code, "High"))</act></entry>"
        let read = Self.note([
            "allergies": NoteText.section("48765-2", "<text>None</text>\(entry)"),
            "problems": NoteText.section("11450-4", "<text>None</text>\(entry)"),
        ])
        #expect(read.allergies.count == 1 && read.problems.count == 1)
    }

    /// References to long words make no record that is many times as long as the document.
    @Test func narrativeIsSharedInProportion() {
        let words = String(repeating: "long ", count: 20_000)
        let text = NoteText.with([
            "problems": NoteText.section(
                "11450-4",
                "<text><content ID=\"a\">\(words)</content></text>"
                    + String(repeating: NoteText.problem, count: 500))
        ])
        let read = ReferralReading(text).referrals.first
        let brought = read?.problems.reduce(0) { $0 + ($1.text?.string.utf8.count ?? 0) } ?? 0
        #expect(read?.problems.count == 500)
        #expect(read?.problems.first?.text != nil)
        #expect(brought <= text.utf8.count)
        #expect(read?.sections.contains { ($0.entries ?? 0) >= 490 } == true)
    }

    // MARK: Embedded documents

    /// A document in base64 is noted however long it is.
    @Test(arguments: [100, 12_000_000])
    func anEmbeddedDocumentIsNoted(_ size: Int) {
        let text = NoteText.with([
            "body": "<component><nonXMLBody><text mediaType=\"application/pdf\" "
                + "representation=\"B64\">\(String(repeating: "QUJD", count: size / 4))</text>",
            "reason": "", "problems": "", "allergies": "", "medications": "", "plan": "",
            "end": "</nonXMLBody></component></ClinicalDocument>",
        ])
        for piece in [Int.max, 1 << 16] {
            let reading = ReferralReading(text, piece: piece)
            #expect(reading.kinds == ["referral"])
            #expect(!reading.rules.contains { $0.hasPrefix("xml.") })
            #expect(reading.referrals.first?.documents.map(\.bytes) == [size])
            #expect(reading.referrals.first?.other.isEmpty == true)
        }
    }

    /// One that no field is for is noted too.
    @Test func anEmbeddedDocumentElsewhereIsNoted() {
        let size = 12_000_000
        let text = String(repeating: "QUJD", count: size / 4)
        let media = "<observation><value representation=\"B64\">\(text)</value></observation>"
        let read = Self.note([
            "sections": NoteText.section("8716-3", "<text>None</text><entry>\(media)</entry>"),
            "header": "<thing representation=\"B64\">\(text)</thing>",
        ])
        #expect(read.documents.map(\.bytes) == [size, size])
    }
}
