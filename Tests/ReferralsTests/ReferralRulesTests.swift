import Diagnostics
import Testing

@testable import Referrals

/// Each rule, kept and broken.
struct ReferralRulesTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let changes: [String: String]
        let rules: [String]
        var testDescription: String { changes.values.joined() }

        init(_ part: String, _ text: String, _ rules: String...) {
            changes = [part: text]
            self.rules = rules
        }

        init(_ changes: [String: String], _ rules: String...) {
            self.changes = changes
            self.rules = rules
        }
    }

    private static func member(_ attributes: String) -> String {
        "<member \(attributes)><name last=\"A\"/></member>"
    }

    static let turnpike: [Case] = [
        Case("middle", ""),
        Case("member", member(#"id="123" birthDate="1984-02-29""#), "referral.member.digits"),
        Case("member", member(#"birthDate="1984-02-29""#), "referral.member.number"),
        Case(
            "member", member(#"id="100000000999" birthDate="2026-03-03""#), "referral.birth.future"),
        Case("member", member(#"id="100000000999" birthDate="2008-03-02""#)),
        Case(
            "member", member(#"id="100000000999" birthDate="2008-03-03""#), "referral.program.age"),
        Case("member", member(#"id="100000000999" birthDate="1961-03-03""#)),
        Case(
            "member", member(#"id="100000000999" birthDate="1961-03-02""#), "referral.program.age"),
        Case(
            [
                "member": member(#"id="100000000999" birthDate="2023-03-03""#),
                "program": #"<program code="ltss-cp"/>"#,
            ], "referral.program.age"),
        Case(
            [
                "member": member(#"id="100000000999" birthDate="2023-03-02""#),
                "program": #"<program code="ltss-cp"/>"#,
            ]),
        Case("status", #"status="ready" "#, "xml.schema.value"),
        Case("status", #"status="requested" "#, "referral.status.transition"),
        Case("status", #"status="entered-in-error" "#),
        Case(
            "history", #"<history status="completed" date="2026-03-05"/>"#,
            "referral.status.transition"),
        Case(
            "history",
            #"<history status="requested" date="2026-03-05"/><history status="accepted" date="2026-03-04"/>"#,
            "referral.status.order"),
        Case(
            "history",
            #"<history status="requested" date="2026-03-05"/><history status="in-progress" date="2026-03-06"/>"#
        ),
        Case(
            "history",
            #"<history status="failed" date="2026-03-05"/><history status="in-progress" date="2026-03-06"/>"#,
            "referral.status.transition"),
        Case("dates", #"begin="2026-03-05" end="2026-03-04""#, "referral.period.reversed"),
        Case("dates", #"begin="2026-03-05" end="2026-03-05""#),
        Case(
            "dates", #"begin="2026-03-05T14:00:00Z" end="2026-03-05T09:00:00Z""#,
            "referral.period.reversed"),
        Case(
            "dates", #"begin="2026-03-05T09:00:00-05:00" end="2026-03-05T13:00:00Z""#,
            "referral.period.reversed"),
        Case("dates", #"begin="2026-03-06T01:00:00Z" end="2026-03-05T23:00:00-05:00""#),
        Case(
            "dates", #"begin="2026-03-05T09:00:00.5Z" end="2026-03-05T09:00:00.25Z""#,
            "referral.period.reversed"),
        Case("dates", #"begin="2026-03-05T14:00:00" end="2026-03-05T09:00:00Z""#),
        Case("dates", #"begin=" 2026-03-05 " end="2026-03-05Z""#),
        Case("member", member(#"id="100000000999" birthDate="-0044-03-15""#), "referral.day.form"),
        Case("dates", #"neededBy="12026-01-01""#, "referral.day.form"),
        Case("member", member(#"id="100000000999" birthDate="1990-02-30""#), "xml.schema.value"),
        Case(
            "middle", #"<problem begin="2025-01-01" end="2020-01-01"/>"#,
            "referral.statement.reversed"),
        Case("middle", #"<problem begin="2020-01-01" end="2020-01-01"/>"#),
        Case(
            "member", member(#"id="100000000999" birthDate="1990-10-11" deathDate="1980-01-01""#),
            "referral.death.reversed"),
        Case(
            "member",
            member(#"id="100000000999" birthDate=" 1990-10-11 " deathDate="1990-10-11Z""#),
            "referral.death.past"),
        Case(
            "member", member(#"id="100000000999" birthDate="1990-10-11" deathDate="2026-03-01""#),
            "referral.death.past"),
        Case(
            "member", member(#"id="100000000999" birthDate="1990-10-11" deathDate="2026-03-02""#)),
        Case(
            "dates", #"statusDate="2020-03-05""#, "referral.status.early", "referral.status.order"),
        Case("dates", #"statusDate="2026-03-04""#, "referral.status.order"),
        Case("dates", #"statusDate="2026-03-05""#),
        Case(["dates": #"statusDate="2026-03-02""#, "history": ""]),
        Case("dates", #"begin="2019-01-01" end="2019-02-01""#, "referral.service.past"),
        Case("dates", #"begin="2026-03-05" end="2019-01-01""#, "referral.period.reversed"),
        Case(
            "middle", #"<service begin="2020-05-01" end="2026-03-01"/>"#, "referral.service.past"),
        Case("middle", #"<service begin="2020-05-01" end="2026-03-02"/>"#),
        Case("middle", #"<consent decision="permit" date="2026-03-06"/>"#, "referral.date.ahead"),
        Case("middle", #"<consent decision="permit" date="2026-03-05"/>"#),
        Case(
            "middle", #"<riskFactor code="homelessness" date="2031-01-01"/>"#,
            "referral.date.ahead"),
        Case(
            "history", #"<history status="accepted" date="2019-03-05"/>"#, "referral.status.early"),
        Case(
            "history",
            #"<history status="draft" date="2026-02-05"/><history status="requested" date="2026-03-02"/><history status="accepted" date="2026-03-02"/>"#
        ),
        Case(
            "history",
            #"<history status="requested" date="2026-03-05T14:00:00Z"/><history status="accepted" date="2026-03-05T09:00:00Z"/>"#,
            "referral.status.order"),
        Case("dates", #"neededBy="2026-03-01""#, "referral.needed.past"),
        Case("dates", #"neededBy="2026-03-02""#),
        Case(
            "from", #"<from><organization npi="1234567893"><name>A</name></organization></from>"#),
        Case(
            "from", #"<from><organization npi="1234567890"><name>A</name></organization></from>"#,
            "referral.npi.invalid"),
        Case(
            "from",
            #"<from><practitioner npi="1234567890"><name last="A"/></practitioner></from>"#,
            "referral.npi.invalid"),
        Case(
            "from", #"<from><organization pidsl="11000000A"><name>A</name></organization></from>"#,
            "xml.schema.value"),
        Case("from", "<from/>", "referral.sender.missing"),
        Case("to", "<to/>", "referral.receiver.missing"),
        Case("middle", #"<need code="Z59.41" system="ICD-10-CM"/>"#),
        Case("middle", #"<need code="z5941" system="ICD-10-CM"/>"#),
        Case("middle", #"<need code="Z66" system="ICD-10-CM"/>"#, "referral.need.code"),
        Case("middle", #"<need category="food-insecurity"/>"#),
        Case(
            "middle", #"<need category="food"/>"#, "xml.schema.value"),
        Case("middle", #"<reason code="E11.9" system="ICD-10-CM"/>"#),
        Case("middle", #"<reason code="E119XXXX" system="ICD-10-CM"/>"#, "referral.code.form"),
        Case("middle", #"<reason code="88122-7" system="LOINC"/>"#),
        Case("middle", #"<reason code="LA28397-0" system="LOINC"/>"#),
        Case("middle", #"<reason code="88122" system="LOINC"/>"#, "referral.code.form"),
        Case(
            "middle", #"<reason code="x" system="urn:oid:2.16.840.1.113883.6.1"/>"#,
            "referral.code.form"),
        Case(
            "middle", #"<reason code="x" system="urn:oid:2.16.840.1.113883.6.90"/>"#,
            "referral.code.form"),
        Case(
            "middle", #"<reason code="x" system="urn:oid:2.16.840.1.113883.6.96"/>"#,
            "referral.code.form"),
        Case("middle", #"<reason code="x" system="urn:oid:2.16.840.1.113883.6.960"/>"#),
        Case("middle", #"<reason code="44383000" system="SNOMED CT"/>"#),
        Case("middle", #"<problem code="12345" system="SNOMED CT"/>"#, "referral.code.form"),
        Case("middle", #"<problem code="12345" system="urn:x"/>"#),
        Case("middle", #"<consent decision="permit"/>"#),
        Case("middle", #"<consent decision="deny"/>"#, "referral.consent.denied"),
        Case(
            "middle",
            #"<consent decision="deny" date="2026-01-01"/><consent decision="permit" date="2026-02-01"/>"#
        ),
        Case(
            "middle", #"<consent decision="permit" date="2026-03-01"/><consent decision="deny"/>"#,
            "referral.consent.undated"),
        Case(
            "middle", #"<consent decision="deny"/><consent decision="permit" date="2026-03-01"/>"#,
            "referral.consent.undated"),
        Case(
            "middle", #"<consent decision="deny" date="2026-03-01"/><consent decision="permit"/>"#,
            "referral.consent.denied", "referral.consent.undated"),
        Case("middle", #"<consent decision="permit"/><consent decision="permit"/>"#),
        Case(
            "middle",
            #"<consent decision="permit" date="2026-03-01"/><consent decision="deny" date="2026-03-01" begin="2027-01-01"/>"#
        ),
        Case(
            "middle", #"<consent decision="deny" date="2026-03-01" begin="2026-03-02"/>"#,
            "referral.consent.denied"),
        Case(
            "program", #"<program code="flexible-services"/>"#, "referral.consent.missing",
            "referral.criteria.health", "referral.criteria.risk"),
        Case(
            [
                "program": #"<program code="flexible-services"/>"#,
                "middle":
                    #"<healthNeed code="behavioral-health"/><riskFactor code="homelessness"/><consent decision="permit"/>"#,
            ]),
        Case("program", "", "xml.schema.element"),
        Case("authored", "", "xml.schema.missing"),
    ]

    @Test(arguments: turnpike)
    func aTurnpikeReferralKeepsTheRules(_ rule: Case) {
        let reading = ReferralReading(TurnpikeText.with(rule.changes))
        #expect(Set(reading.rules) == Set(rule.rules))
        #expect(reading.rules.count == rule.rules.count)
    }

    private static func act(_ status: String, priority: String = "R") -> String {
        "<text>Plan</text><entry><act classCode=\"ACT\" moodCode=\"RQO\"><code code=\"44383000\"/>"
            + "<statusCode code=\"\(status)\"/><priorityCode code=\"\(priority)\"/></act></entry>"
    }

    private static func problems(_ opening: String) -> String {
        "<component><section>\(opening)<title>T</title><text>None</text></section></component>"
    }

    private static func patient(_ content: String) -> String {
        "<recordTarget><patientRole>\(content)</patientRole></recordTarget>"
    }

    private static let number =
        #"<id root="1.2" extension="100000000999" assigningAuthorityName="MassHealth"/>"#

    static let note: [Case] = [
        Case("header", ""),
        Case("code", #"<code code="57113-1"/>"#, "referral.cda.code"),
        Case("code", "", "referral.cda.code"),
        Case("code", #"<code code="34133-9"/>"#, "referral.cda.type"),
        Case("time", "", "referral.cda.header"),
        Case("custodian", "", "referral.cda.header"),
        Case("patient", "", "referral.cda.subject", "referral.member.number"),
        Case(
            "patient", patient("<id nullFlavor=\"UNK\"/>"), "referral.cda.subject",
            "referral.member.number", "referral.cda.header", "referral.cda.header"),
        Case(
            "patient",
            patient(number + "<patient><birthTime value=\"19840229\"/></patient>"),
            "referral.cda.header"),
        Case(
            "patient", patient(number + "<patient><name>A</name></patient>"),
            "referral.cda.header"),
        Case(
            "patient",
            patient(number + "<patient><name>A</name><birthTime nullFlavor=\"UNK\"/></patient>")),
        Case("plan", NoteText.section("51847-2", act("active", priority: "EL"))),
        Case(
            "plan", NoteText.section("51847-2", act("active", priority: "XX")),
            "referral.cda.priority"),
        Case(
            "problems", problems(#"<templateId root="2.16.840.1.113883.10.20.22.2.5.1"/>"#),
            "referral.cda.heading"),
        Case(
            "problems",
            problems(
                #"<templateId root="2.16.840.1.113883.10.20.22.2.5"/><code code="11450-4"/>"#)),
        Case(
            "problems",
            problems(
                #"<templateId root="2.16.840.1.113883.10.20.22.2.9"/><code code="11450-4"/>"#),
            "referral.cda.heading"),
        Case("problems", problems(#"<code code="11450-4"/>"#), "referral.cda.heading"),
        Case(
            "problems",
            problems(
                #"<templateId root="2.16.840.1.113883.10.20.22.2.5"/><code code="11450-4" codeSystem="2.16.840.1.113883.6.96"/>"#
            ), "referral.cda.heading"),
        Case("template", "", "referral.cda.template"),
        Case("recipient", "", "referral.receiver.missing"),
        Case("author", "", "referral.sender.missing"),
        Case("plan", NoteText.section("51847-2", act("aborted"))),
        Case("plan", NoteText.section("51847-2", act("halted")), "referral.cda.status"),
        Case("time", #"<effectiveTime value="20260302"/>"#),
        Case(
            "header",
            #"<recordTarget><patientRole><id root="1.2" extension="2"/></patientRole></recordTarget>"#,
            "referral.cda.patient"),
        Case("time", #"<effectiveTime value="20260230"/>"#, "referral.day.form"),
        Case("time", #"<effectiveTime value="20261301"/>"#, "referral.day.form"),
        Case("time", #"<effectiveTime value="202613"/>"#, "referral.day.form"),
        Case("time", #"<effectiveTime value="202603"/>"#),
        Case("time", #"<effectiveTime value="2026"/>"#),
        Case("time", #"<effectiveTime value="20260302093000.5-0500"/>"#),
        Case(
            "problems",
            NoteText.section(
                "11450-4",
                "<text><content ID=\"a\">\(String(repeating: "long ", count: 20_000))</content></text>"
                    + String(repeating: NoteText.problem, count: 3)), "referral.cda.narrative"),
        Case(
            "recipient",
            """
            <informationRecipient><intendedRecipient><receivedOrganization><name>B</name>\
            </receivedOrganization></intendedRecipient></informationRecipient>
            """, "referral.cda.recipient"),
        Case("reason", "", "referral.cda.reason"),
        Case("reason", NoteText.section("42349-1", "<text/>"), "referral.cda.reason"),
        Case("problems", "", "referral.cda.section"),
        Case("allergies", "", "referral.cda.section"),
        Case("medications", "", "referral.cda.section"),
        Case("plan", "", "referral.cda.section"),
        Case("plan", NoteText.section("51848-0"), "referral.cda.section"),
        Case("plan", NoteText.section("51848-0") + NoteText.section("18776-5")),
        Case(
            "patient",
            #"<recordTarget><patientRole><id root="1.2" extension="100000000999"/></patientRole></recordTarget>"#,
            "referral.member.assumed", "referral.cda.header", "referral.cda.header"),
        Case(
            "patient",
            #"<recordTarget><patientRole><id root="1.2" extension="10000000099"/></patientRole></recordTarget>"#,
            "referral.member.number", "referral.cda.header", "referral.cda.header"),
    ]

    @Test(arguments: note)
    func aReferralNoteKeepsTheRules(_ rule: Case) {
        let reading = ReferralReading(NoteText.with(rule.changes))
        #expect(reading.rules.sorted() == rule.rules.sorted())
    }

    @Test func aNoteWithoutSectionsIsTold() {
        let text =
            #"<ClinicalDocument xmlns="urn:hl7-org:v3"><code code="57133-1"/>"#
            + #"<component><nonXMLBody><text mediaType="application/pdf" representation="B64">"#
            + "AAAA</text></nonXMLBody></component></ClinicalDocument>"
        let reading = ReferralReading(text)
        #expect(reading.rules.contains("referral.cda.body"))
        #expect(reading.referrals.first?.documents.first?.mediaType?.string == "application/pdf")
        #expect(reading.referrals.first?.documents.first?.bytes == 4)
    }

    /// What the schema of Turnpike referrals says too is told once, and by the rules where no schema
    /// is there.
    static let saidBySchema: [Case] = [
        Case("status", #"status="ready" "#, "referral.status.code"),
        Case(
            "from", #"<from><organization pidsl="11000000A"><name>A</name></organization></from>"#,
            "referral.pidsl.form"),
        Case("middle", #"<need category="food"/>"#, "referral.need.category"),
    ]

    @Test(arguments: saidBySchema)
    func aRuleHoldsWithoutTheSchema(_ rule: Case) {
        let bytes = Array(TurnpikeText.with(rule.changes).utf8)
        #expect(ReferralReading(bytes, schema: nil).rules == rule.rules)
        #expect(ReferralReading(bytes).rules == ["xml.schema.value"])
    }

    /// Every rule that is listed is broken by a case here, or where it is named.
    @Test func everyRuleIsTested() {
        let tested = Set((Self.turnpike + Self.note + Self.saidBySchema).flatMap(\.rules)).union([
            "referral.cda.body", "referral.document.kind", "referral.document.length",
            "referral.findings.limit", "referral.consent.partial", "referral.id.repeated",
        ])
        let shared = Rule.referralRules.map(\.description).filter { !$0.contains(".fhir.") }
        #expect(Set(shared).subtracting(tested).isEmpty)
        #expect(Set(Rule.referralRules.map(\.description)).count == Rule.referralRules.count)
    }
}
