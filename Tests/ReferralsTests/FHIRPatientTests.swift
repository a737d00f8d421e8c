import CareModel
import Testing

/// A referral holds what is its patient's, and no more of it than it can.
struct FHIRPatientTests {
    private static let other = Resource.patient("q").replacing("100000000999", with: "100000000111")
        .replacing("Sample", with: "Stranger")

    private static func document(_ resources: [String]) -> FHIRDocument {
        let entries = resources.map { "<entry><resource>\($0)</resource></entry>" }.joined()
        return FHIRDocument(
            "<Bundle xmlns=\"http://hl7.org/fhir\"><type value=\"collection\"/>\(entries)</Bundle>",
            heldSize: 1 << 24)
    }

    private static func told(_ referral: Referral) -> String { "\(referral)" }

    private static let task = Resource.task().replacing(
        "<for><reference value=\"Patient/p\"/>",
        with: "<for><reference value=\"Patient/q\"/><display value=\"Stranger\"/>")

    @Test(arguments: [
        (other, ["fhir.task.patient"]),
        // The same person: by a number, or by a link.
        (other.replacing("100000000111", with: "100000000999"), []),
        (
            other.replacing(
                "</Patient>",
                with: "<link><other><reference value=\"Patient/p\"/></other></link></Patient>"
            ), []
        ),
    ])
    func aTaskForAnotherPatientIsTold(_ patient: String, _ rules: [String]) {
        let found = Self.document([
            Resource.request(), Self.task, Resource.patient(), patient, Resource.organization,
        ])
        #expect(found.rules("fhir.task") == rules)
        #expect(found.first.memberID?.text.string == "100000000999")
        #expect(Self.told(found.first).contains("Stranger") == rules.isEmpty)
    }

    /// Whatever else two members share, two numbers of MassHealth's are two people's; and what is
    /// written where there is no number is nobody's.
    @Test(arguments: [
        (
            "100000000999", "100000000111", "<system value=\"http://h\"/><value value=\"H-7\"/>",
            false
        ),
        ("100000000999", "", "<system value=\"http://h\"/><value value=\"H-7\"/>", true),
        ("", "", "<system value=\"urn:ssn\"/><value value=\"123-45-6780\"/>", true),
        ("", "", "<system value=\"urn:ssn\"/><value value=\"000-00-0000\"/>", false),
        ("", "", "<system value=\"urn:ssn\"/><value value=\"123456789\"/>", false),
        ("", "", "<system value=\"urn:mrn\"/><value value=\"N/A\"/>", false),
        ("", "", "<system value=\"urn:mrn\"/><value value=\"Pending\"/>", false),
        ("", "", "<value value=\"999999999999\"/>", false),
        ("100000000999", "100000000999", "<value value=\"x\"/>", true),
        ("000000000000", "000000000000", "<value value=\"x\"/>", false),
    ])
    func twoMembersAreNotOne(_ one: String, _ other: String, _ shared: String, _ isOne: Bool) {
        func patient(_ id: String, _ number: String) -> String {
            Resource.patient(id, "<identifier>\(shared)</identifier>")
                .replacing("100000000999", with: number)
        }
        let found = Self.document([
            Resource.request(), Self.task, patient("p", one), patient("q", other),
            Resource.organization,
        ])
        #expect(found.rules("fhir.task") == (isOne ? [] : ["fhir.task.patient"]))
    }

    @Test func whatIsAboutAnotherPatientIsTold() {
        let condition = """
            <Condition><id value="c"/><code><text value="Secret"/></code><subject>\
            <reference value="Patient/q"/></subject></Condition>
            """
        let request = Resource.request(
            "r", "<reasonReference><reference value=\"Condition/c\"/></reasonReference>")
        let found = Self.document([
            request, Resource.patient(), Self.other, condition, Resource.organization,
        ])
        #expect(found.rules("fhir.statement") == ["fhir.statement.patient"])
        #expect(found.first.problems.isEmpty)
        #expect(!Self.told(found.first).contains("Secret"))
        let own = Self.document([
            request, Resource.patient(), condition.replacing("Patient/q", with: "Patient/p"),
            Resource.organization,
        ])
        #expect(own.findings.isEmpty)
        #expect(own.first.problems.count == 1)
    }

    /// A Task for somebody else than the patient who is not there takes nobody up.
    @Test func aTaskDoesNotNameWhomTheRequestDoesNot() {
        let found = Self.document([
            Resource.request(), Self.task, Self.other, Resource.organization,
        ])
        #expect(found.first.memberID == nil)
        #expect(!Self.told(found.first).contains("100000000111"))
    }

    // MARK: What nothing refers to

    private static func observation(_ id: Int) -> String {
        """
        <Observation><id value="o\(id)"/><status value="final"/><code><text value="x"/></code>\
        <subject><reference value="Patient/p"/></subject></Observation>
        """
    }

    private static func referrals(_ count: Int, _ observations: Int) -> FHIRDocument {
        document(
            [Resource.patient(), Resource.organization]
                + (0..<count).map { Resource.request("r\($0)") }
                + (0..<observations).map { observation($0) })
    }

    @Test(arguments: [
        (2, 3, [3, 3], 0), (1, 10_001, [10_001], 0),
        (100, 100, [Int](repeating: 100, count: 100), 0),
        (101, 100, [Int](repeating: 0, count: 100) + [100], 1),
    ])
    func statementsBelongToThePatientsReferrals(
        _ count: Int, _ observations: Int, _ expected: [Int], _ findings: Int
    ) {
        let found = Self.referrals(count, observations)
        #expect(found.referrals.map(\.observations.count) == expected)
        #expect(
            found.rules() == [String](repeating: "fhir.patient.statements", count: findings))
    }

    @Test func whatOneReferralRefersToIsNoOthers() {
        let found = Self.document([
            Resource.request(
                "a", "<supportingInfo><reference value=\"Observation/o1\"/></supportingInfo>"),
            Resource.request("b"), Resource.patient(), Self.observation(1), Self.observation(2),
            Resource.organization,
        ])
        #expect(found.referrals.map(\.observations.count) == [2, 1])
        #expect(found.findings.isEmpty)
    }

    // MARK: Findings

    /// What a Bundle holds and no referral needs is as much as there is: it is counted, and is no
    /// error.
    @Test func manyNotesAreNoError() {
        let encounter = "<Encounter><status value=\"finished\"/></Encounter>"
        let found = Self.document(
            [Resource.request(), Resource.patient(), Resource.organization]
                + [String](repeating: encounter, count: 1500))
        #expect(found.findings.count == 1001)
        #expect(found.findings.allSatisfy { $0.severity == .note })
        #expect(found.findings.last?.rule.description == "referral.findings.limit")
        #expect(found.unlisted.map(\.count) == [500])
    }

    @Test(arguments: [("", "warning"), ("<modifierExtension url=\"x\"/>", "error")])
    func theLimitIsAsGraveAsWhatItStandsFor(_ more: String, _ severity: String) {
        let reference = "<supportingInfo><reference value=\"Observation/x\"/></supportingInfo>"
        let request = Resource.request("r", String(repeating: reference, count: 1200) + more)
        let found = Self.document([request, Resource.patient(), Resource.organization])
        let limit = found.findings.first { $0.rule.description == "referral.findings.limit" }
        #expect(limit.map { "\($0.severity.name)" } == severity)
        #expect(found.unlisted.reduce(0) { $0 + $1.count } == (more.isEmpty ? 200 : 201))
    }

    // MARK: Who is named by a reference alone

    @Test(arguments: ["Organization/x", "https://x.example/fhir/Organization/x", "Practitioner/x"])
    func aReferenceNamesTheReceiver(_ reference: String) {
        let found = Self.document([
            Resource.request().replacing("Organization/o", with: reference), Resource.patient(),
            Resource.task().replacing("Organization/o", with: reference),
        ])
        let to = found.first.to
        #expect(found.first.participants.isEmpty)
        let numbers = to?.organization?.identifiers ?? to?.practitioner?.identifiers ?? []
        #expect(numbers.map(\.value?.string) == [reference])
        #expect(found.rules("referral.receiver").isEmpty)
        #expect(found.first.other.isEmpty)
    }

    @Test func anEmptyPerformerNamesNobody() {
        let found = Self.document([
            Resource.request().replacing("<reference value=\"Organization/o\"/>", with: ""),
            Resource.patient(),
        ])
        #expect(found.rules("referral.receiver") == ["referral.receiver.missing"])
    }

    // MARK: Needs and ranges

    @Test func aNeedEndsAndHasTheCategoryOfItsCode() {
        let condition = """
            <Condition><id value="c"/><code><coding><system value="http://hl7.org/fhir/sid/icd-10-cm"/>\
            <code value="Z59.01"/></coding></code><subject><reference value="Patient/p"/></subject>\
            <onsetDateTime value="2025-01-01"/><abatementDateTime value="2025-06-01"/></Condition>
            """
        let found = Self.document([
            Resource.request(), Resource.patient(), condition, Resource.organization,
        ])
        #expect(found.first.needs.map(\.category?.string) == ["homelessness"])
        #expect(found.first.needs.first?.end?.value?.number == 2025_06_01)
        #expect(found.first.other.isEmpty)
        let turnpike = ReferralReading(
            TurnpikeText.with(["middle": #"<need code="Z59.01" system="ICD-10-CM"/>"#]))
        #expect(turnpike.referrals.first?.needs.map(\.category?.string) == ["homelessness"])
    }

    /// An onset that lies within a period says nothing of an end.
    @Test(arguments: ["Z59.41", "E11.9"])
    func aConditionBeginsWithinItsOnset(_ code: String) {
        let condition = """
            <Condition><id value="c"/><code><coding><system value="http://hl7.org/fhir/sid/icd-10-cm"/>\
            <code value="\(code)"/></coding></code><subject><reference value="Patient/p"/></subject>\
            <onsetPeriod><start value="2019-01-01"/><end value="2019-06-30"/></onsetPeriod></Condition>
            """
        let found = Self.document([
            Resource.request(), Resource.patient(), condition, Resource.organization,
        ])
        let begins = found.first.needs.map(\.begin) + found.first.problems.map(\.begin)
        let ends = found.first.needs.map(\.end) + found.first.problems.map(\.end)
        #expect(begins.map { $0?.value?.number } == [2019_01_01])
        #expect(ends == [nil])
        #expect(
            found.first.other.map { "\($0.place)=\($0.value.string)" }
                == ["Bundle/entry/Condition/onsetPeriod/end=2019-06-30"])
    }

    /// The same in C-CDA.
    @Test func intervalsAreValues() {
        let observation = """
            <text>x</text><entry><observation classCode="OBS" moodCode="EVN">\
            <code code="46482-6" codeSystem="2.16.840.1.113883.6.1"/>\
            <value><low value="3" unit="d"/><high value="5" unit="d"/></value></observation></entry>\
            <entry><observation classCode="OBS" moodCode="EVN">\
            <code code="46482-6" codeSystem="2.16.840.1.113883.6.1"/>\
            <value><high value="5" unit="d"/></value></observation></entry>
            """
        let found = ReferralReading(
            NoteText.with(["sections": NoteText.section("47420-5", observation)]))
        let statements = found.referrals.first?.functionalStatus ?? []
        #expect(statements.map(\.valueText?.string) == ["3 d - 5 d", nil])
        #expect(statements.last?.quantity?.comparator?.string == "<=")
        #expect(statements.last?.quantity?.value?.string == "5")
    }

    @Test(arguments: [
        (
            "<low><value value=\"3\"/><unit value=\"d\"/></low><high><value value=\"5\"/></high>",
            "3 d - 5"
        ),
        ("<low><value value=\"3\"/><unit value=\"d\"/></low>", ">=3 d"),
        ("<high><value value=\"5\"/><code value=\"d\"/></high>", "<=5 d"),
    ])
    func rangesAreValues(_ range: String, _ expected: String) {
        let observation = Self.observation(1).replacing(
            "</Observation>", with: "<valueRange>\(range)</valueRange></Observation>")
        let found = Self.document([
            Resource.request(), Resource.patient(), observation, Resource.organization,
        ])
        let value = found.first.observations.first
        let quantity = value?.quantity.map {
            "\($0.comparator?.string ?? "")\($0.value?.string ?? "") \($0.unit?.string ?? "")"
        }
        #expect(value?.valueText?.string ?? quantity == expected)
        #expect(found.first.other.isEmpty)
    }
}
