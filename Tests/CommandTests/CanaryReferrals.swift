import Foundation
import Testing

/// Referrals whose every value is a marker, and one change of them for each of their rules.
enum CanaryReferrals {
    /// What no output may hold but records and rejects.
    static let markers = CanaryFile.markers + ["1988-08", "198808", "1977070"]

    static func changed(_ rule: String, _ text: String, _ old: String, _ new: String)
        -> CanaryFile.Case
    {
        CanaryFile.Case(rule, text.replacing(old, with: new))
    }

    static let whole = [turnpike, note, bundle]
    static let cases =
        rules + memberRules + programRules + noteRules + bundleRules + resourceRules + personRules

    // MARK: Turnpike referrals

    static let turnpike = """
        <referral xmlns="urn:turnpike:referral:1" id="QZMKREF" status="in-progress" \
        authored="1988-08-08"><program code="bh-cp"/>\
        <member id="777077707771" birthDate="1966-06-06" sex="F">\
        <name last="QZMKLAST" first="QZMKFIRST"/></member>\
        <from><organization pidsl="777077707A" npi="2417000017"><name>QZMKFROM</name>\
        </organization></from><to><organization><name>QZMKTO</name></organization></to>\
        <service category="nutrition"><description>QZMKSERVICE</description></service>\
        <reason code="E11.9" system="ICD-10-CM" display="QZMKREASON"/>\
        <need code="Z59.41" system="ICD-10-CM" display="QZMKNEED"/>\
        <history status="accepted" date="1988-08-09" by="QZMKBY"/></referral>
        """

    private static let rules = [
        changed("referral.status.code", turnpike, "in-progress", "QZMK"),
        changed("referral.status.transition", turnpike, "\"accepted\"", "\"completed\""),
        changed(
            "referral.status.order", turnpike, "<history",
            "<history status=\"requested\" date=\"1988-08-10\"/><history"),
        changed(
            "referral.period.reversed", turnpike, "><program",
            " begin=\"1988-08-08\" end=\"1977-07-07\"><program"),
        changed(
            "referral.service.past", turnpike, "><program",
            " begin=\"1977-07-07\" end=\"1977-07-08\"><program"),
        changed(
            "referral.date.ahead", turnpike, "<history",
            consent.replacing("08-08", with: "08-10") + "<history"),
        changed("referral.needed.past", turnpike, "><program", " neededBy=\"1977-07-07\"><program"),
        changed("referral.birth.future", turnpike, "1966-06-06", "2099-09-09"),
        changed("referral.npi.invalid", turnpike, "2417000017", "2417000018"),
        changed("referral.pidsl.form", turnpike, "777077707A", "QZMK"),
        changed(
            "referral.sender.missing", turnpike,
            "<from><organization pidsl=\"777077707A\" npi=\"2417000017\"><name>QZMKFROM</name>"
                + "</organization></from>", "<from/>"),
        changed(
            "referral.status.early", turnpike, "><program", " statusDate=\"1977-07-07\"><program"),
        changed(
            "referral.death.reversed", turnpike, "birthDate=",
            "deathDate=\"1955-05-05\" birthDate="),
        changed(
            "referral.death.past", turnpike, "birthDate=", "deathDate=\"1977-07-07\" birthDate="),
        changed(
            "referral.statement.reversed", turnpike, "<history",
            "<problem begin=\"1988-08-08\" end=\"1977-07-07\"/><history"),
        changed(
            "referral.receiver.missing", turnpike,
            "<to><organization><name>QZMKTO</name></organization></to>", "<to/>"),
        changed("referral.need.code", turnpike, "Z59.41", "Z77.07"),
        changed(
            "referral.need.category", turnpike, "<need ", "<need category=\"QZMK\" "),
        changed("referral.code.form", turnpike, "E11.9", "QZMK"),
        CanaryFile.Case(
            "referral.id.repeated", turnpike + turnpike.replacing("bh-cp", with: "ltss-cp")),
        CanaryFile.Case(
            "referral.document.kind", turnpike + "<QZMK xmlns=\"urn:QZMK\">QZMK</QZMK>"),
        changed(
            "referral.findings.limit", turnpike, "<need ",
            String(repeating: "<need category=\"QZMK\"/>", count: 1100) + "<need "),
    ]

    private static let memberRules = [
        changed("referral.member.digits", turnpike, "777077707771", "77707"),
        changed("referral.member.number", note, "assigningAuthorityName=\"MassHealth\"", "")
            .with("777077707771", "77707"),
        changed("referral.member.assumed", note, "assigningAuthorityName=\"MassHealth\"", ""),
    ]

    private static let flexible = turnpike.replacing(
        "\"bh-cp\"", with: "\"flexible-services\" category=\"nutrition\"")
    private static let consent = "<consent decision=\"permit\" date=\"1988-08-08\" by=\"QZMKBY\"/>"
    private static let programRules = [
        changed("referral.program.age", turnpike, "1966-06-06", "1977-07-07"),
        CanaryFile.Case("referral.consent.missing", flexible),
        changed(
            "referral.consent.denied", flexible, "<history",
            consent.replacing("permit", with: "deny") + "<history"),
        changed(
            "referral.consent.undated", flexible, "<history",
            consent + "<consent decision=\"deny\" by=\"QZMKBY\"/><history"),
        adding(
            "referral.consent.partial",
            """
            <Consent><id value="QZMKC"/><status value="active"/><scope><coding>\
            <system value="http://terminology.hl7.org/CodeSystem/consentscope"/>\
            <code value="patient-privacy"/></coding></scope>\
            <patient><reference value="Patient/QZMKP"/></patient><dateTime value="1988-08-08"/>\
            <provision><type value="deny"/><securityLabel><code value="QZMK"/></securityLabel>\
            </provision></Consent>
            """
        ).with(
            "<subject>",
            """
            <category><coding><system value="urn:turnpike:referral:program"/>\
            <code value="flexible-services"/></coding></category><subject>
            """),
        CanaryFile.Case("referral.criteria.health", flexible),
        CanaryFile.Case("referral.criteria.risk", flexible),
    ]

    // MARK: Referral Notes

    private static let templates = [
        "42349-1": "1.3.6.1.4.1.19376.1.5.3.1.3.1", "11450-4": "2.16.840.1.113883.10.20.22.2.5.1",
        "48765-2": "2.16.840.1.113883.10.20.22.2.6.1",
        "10160-0": "2.16.840.1.113883.10.20.22.2.1.1", "51847-2": "2.16.840.1.113883.10.20.22.2.9",
    ]

    private static func section(_ code: String, _ entry: String = "") -> String {
        "<component><section><templateId root=\"\(templates[code] ?? "")\"/>"
            + "<code code=\"\(code)\" codeSystem=\"2.16.840.1.113883.6.1\"/>"
            + "<title>QZMKTITLE</title><text>QZMKTEXT</text>\(entry)</section></component>"
    }

    private static func act(_ parts: String) -> String {
        section(
            "51847-2",
            "<entry><act classCode=\"ACT\" moodCode=\"RQO\"><code code=\"44383000\"/>"
                + "\(parts)</act></entry>")
    }

    static let note = """
        <ClinicalDocument xmlns="urn:hl7-org:v3">\
        <templateId root="2.16.840.1.113883.10.20.22.1.14"/><id root="QZMKID"/>\
        <code code="57133-1" codeSystem="2.16.840.1.113883.6.1"/><title>QZMKNOTE</title>\
        <effectiveTime value="19880808"/><recordTarget><patientRole>\
        <id root="1.2" extension="777077707771" assigningAuthorityName="MassHealth"/>\
        <patient><name><given>QZMKFIRST</given><family>QZMKLAST</family></name>\
        <birthTime value="19660606"/></patient></patientRole></recordTarget>\
        <author><assignedAuthor><assignedPerson><name><family>QZMKFROM</family></name>\
        </assignedPerson></assignedAuthor></author><custodian><assignedCustodian>\
        <representedCustodianOrganization><name>QZMKKEEPER</name>\
        </representedCustodianOrganization></assignedCustodian></custodian>\
        <informationRecipient><intendedRecipient><informationRecipient><name>\
        <family>QZMKTO</family></name></informationRecipient></intendedRecipient>\
        </informationRecipient><component><structuredBody>
        """ + ["42349-1", "11450-4", "48765-2", "10160-0", "51847-2"].map { section($0) }.joined()
        + "</structuredBody></component></ClinicalDocument>"

    private static let longText =
        "<content ID=\"QZMK\">\(String(repeating: "QZMK ", count: 20_000))</content></text>"
    private static let problem = """
        <entry><observation classCode="OBS" moodCode="EVN"><value code="73211009" \
        codeSystem="2.16.840.1.113883.6.96"><originalText><reference value="#QZMK"/></originalText>\
        </value></observation></entry>
        """

    private static let noteRules = [
        changed("referral.cda.code", note, "57133-1", "QZMK"),
        changed("referral.cda.type", note, "57133-1", "34133-9"),
        changed("referral.cda.subject", note, "patientRole>", "QZMK>"),
        changed("referral.cda.header", note, "<birthTime value=\"19660606\"/>", ""),
        changed("referral.cda.heading", note, "2.16.840.1.113883.10.20.22.2.5.1", "QZMK"),
        changed(
            "referral.cda.priority", note, section("51847-2"), act("<priorityCode code=\"QZMK\"/>")),
        changed("referral.day.form", note, "19660606", "19770700"),
        changed(
            "referral.cda.patient", note, "<author>",
            "<recordTarget><patientRole><id root=\"1.2\" extension=\"QZMK2\"/></patientRole>"
                + "</recordTarget><author>"),
        changed(
            "referral.cda.template", note,
            "<templateId root=\"2.16.840.1.113883.10.20.22.1.14\"/>", "<templateId root=\"QZMK\"/>"),
        changed(
            "referral.cda.recipient", note,
            "<informationRecipient><name><family>QZMKTO</family></name></informationRecipient>",
            "<receivedOrganization><name>QZMKTO</name></receivedOrganization>"),
        changed("referral.cda.reason", note, section("42349-1"), ""),
        changed("referral.cda.section", note, section("11450-4"), ""),
        changed(
            "referral.cda.status", note, section("51847-2"), act("<statusCode code=\"QZMK\"/>")),
        changed(
            "referral.cda.narrative", note, section("11450-4"),
            section("11450-4").replacing(
                "QZMKTEXT</text>", with: longText + String(repeating: problem, count: 3))),
        CanaryFile.Case(
            "referral.cda.body",
            (note.components(separatedBy: "<structuredBody>").first ?? "")
                + "<nonXMLBody><text mediaType=\"QZMK\">QZMK</text></nonXMLBody></component>"
                + "</ClinicalDocument>"),
    ]

    // MARK: FHIR

    static let bundle = bundle(entry(request), entry(task), entry(patient), entry(organization))

    private static func bundle(_ entries: String...) -> String {
        "<Bundle xmlns=\"http://hl7.org/fhir\"><type value=\"collection\"/>"
            + entries.joined(separator: "\n") + "</Bundle>"
    }

    private static func entry(_ resource: String) -> String {
        "<entry><resource>\(resource)</resource></entry>"
    }

    private static let request = """
        <ServiceRequest><id value="QZMKR"/><status value="active"/><intent value="order"/>\
        <code><text value="QZMKCODE"/></code><subject><reference value="Patient/QZMKP"/>\
        <display value="QZMKLAST"/></subject><authoredOn value="1988-08-08"/>\
        <requester><display value="QZMKFROM"/></requester><performer><reference value="Organization/QZMKO"/></performer></ServiceRequest>
        """
    private static let task = """
        <Task><id value="QZMKT"/><status value="requested"/><intent value="order"/>\
        <focus><reference value="ServiceRequest/QZMKR"/></focus>\
        <for><reference value="Patient/QZMKP"/></for><lastModified value="1988-08-09"/>\
        <owner><reference value="Organization/QZMKO"/></owner></Task>
        """
    private static let patient = """
        <Patient><id value="QZMKP"/><identifier><type><coding>\
        <system value="http://terminology.hl7.org/CodeSystem/v2-0203"/><code value="MA"/></coding>\
        </type><value value="777077707771"/></identifier><name><family value="QZMKLAST"/>\
        <given value="QZMKFIRST"/></name><birthDate value="1966-06-06"/></Patient>
        """
    private static let organization =
        "<Organization><id value=\"QZMKO\"/><name value=\"QZMKTO\"/></Organization>"
    private static let stranger = patient.replacing("QZMKP", with: "QZMKQ")
        .replacing("777077707771", with: "777077707772")

    private static func observation(_ id: Int, of patient: String = "QZMKP") -> String {
        """
        <Observation><id value="QZMK\(id)"/><status value="final"/>\
        <code><text value="QZMKSEEN"/></code><subject><reference value="Patient/\(patient)"/>\
        </subject></Observation>
        """
    }

    private static func adding(_ rule: String, _ more: String...) -> CanaryFile.Case {
        changed(rule, bundle, "</Bundle>", more.map { entry($0) }.joined() + "</Bundle>")
    }

    private static let bundleRules = [
        changed("fhir.bundle.type", bundle, "\"collection\"", "\"QZMK\""),
        CanaryFile.Case("fhir.bundle.referral", bundle(entry(organization))),
        adding("fhir.resource.repeated", organization),
        adding("fhir.resource.unused", "<Encounter><id value=\"QZMKE\"/></Encounter>"),
        changed("fhir.reference.unresolved", bundle, "Organization/QZMKO", "Organization/QZMKX"),
        changed(
            "fhir.reference.elsewhere", bundle, "Organization/QZMKO",
            "https://qzm.example/QZMK/Organization/QZMKX"),
        changed("fhir.reference.type", bundle, "Patient/QZMKP", "Organization/QZMKO"),
    ]

    private static let resourceRules = [
        ("fhir.extension.modifier", "<subject>", "<modifierExtension url=\"QZMK\"/><subject>"),
        ("fhir.rules.implicit", "<subject>", "<implicitRules value=\"QZMK\"/><subject>"),
        ("fhir.element.unknown", "<subject>", "<QZMK value=\"QZMK\"/><subject>"),
        ("fhir.element.repeated", "<subject>", "<status value=\"QZMK\"/><subject>"),
        (
            "fhir.code.system", "</Bundle>",
            """
            <entry><resource><Condition><id value="QZMKC"/><clinicalStatus><coding>\
            <system value="urn:QZMK"/><code value="QZMK"/></coding></clinicalStatus>\
            <code><text value="QZMK"/></code><subject><reference value="Patient/QZMKP"/></subject>\
            </Condition></resource></entry></Bundle>
            """
        ),
        ("fhir.request.status", "\"active\"", "\"QZMK\""),
        (
            "fhir.entry.deleted", "</Bundle>",
            """
            <entry><request><method value="DELETE"/><url value="ServiceRequest/QZMKR"/></request>\
            </entry></Bundle>
            """
        ),
        (
            "fhir.program.code", "<subject>",
            """
            <category><coding><system value="urn:turnpike:referral:program"/><code value="QZMK"/>\
            </coding></category><subject>
            """
        ),
        (
            "fhir.program.several", "<subject>",
            """
            <category><coding><system value="urn:turnpike:referral:program"/><code value="bh-cp"/>\
            </coding></category><category><coding><system value="urn:turnpike:referral:program"/>\
            <code value="ltss-cp"/></coding></category><subject>
            """
        ),
        ("fhir.task.status", "\"requested\"", "\"QZMK\""),
        ("fhir.task.closed-loop", "\"requested\"", "\"received\""),
        ("fhir.task.dates", "<lastModified", "<authoredOn value=\"1999-09-09\"/><lastModified"),
        ("fhir.task.alone", "<focus><reference value=\"ServiceRequest/QZMKR\"/></focus>", ""),
        ("fhir.intent.code", "\"order\"", "\"QZMK\""),
        ("fhir.priority.code", "<subject>", "<priority value=\"QZMK\"/><subject>"),
        (
            "fhir.category.gravity", "<subject>",
            """
            <category><coding><system value="http://hl7.org/fhir/us/sdoh-clinicalcare/CodeSystem/\
            SDOHCC-CodeSystemTemporaryCodes"/><code value="QZMK"/></coding></category><subject>
            """
        ),
    ].map { changed($0.0, bundle, $0.1, $0.2) }

    private static let personRules = [
        CanaryFile.Case(
            "fhir.subject.missing",
            bundle(
                entry(
                    request.replacing("<subject>", with: "<QZMK>").replacing(
                        "</subject>", with: "</QZMK>")), entry(organization))),
        adding("fhir.task.patient", stranger).with(
            "<for><reference value=\"Patient/QZMKP\"/>",
            "<for><reference value=\"Patient/QZMKQ\"/><display value=\"QZMKLAST\"/>"),
        adding("fhir.statement.patient", stranger, observation(1, of: "QZMKQ")).with(
            "<performer>",
            "<supportingInfo><reference value=\"Observation/QZMK1\"/></supportingInfo><performer>"),
        changed(
            "fhir.patient.statements", bundle, "</Bundle>",
            (0..<101).map { entry(request.replacing("QZMKR", with: "QZMKR\($0)")) }.joined()
                + (0..<101).map { entry(observation($0)) }.joined() + "</Bundle>"),
    ]
}

/// Every rule of referrals broken in turn by a file whose every value is a marker.
struct CanaryReferralTests {
    private let folder: Folder

    init() throws { folder = try Folder() }

    /// A referral of a gigabyte; tests of the reader have less room than that.
    private static let untested: Set = ["referral.document.length"]

    /// Of Turnpike referrals the schema tells them first.
    private static let ofSchema: Set = [
        "referral.status.code", "referral.pidsl.form", "referral.need.category",
    ]

    @Test func everyRuleOfReferralsHasItsCase() throws {
        let rules = try Command.run(["rule"]).lines.compactMap {
            $0.split(separator: " ").first.map(String.init)
        }.filter { $0.hasPrefix("referral.") || $0.hasPrefix("fhir.") }
        #expect(Set(rules) == Set(CanaryReferrals.cases.map(\.rule)).union(Self.untested))
    }

    @Test(arguments: CanaryReferrals.whole)
    func theReferralsAreRight(_ text: String) throws {
        try folder.write(text, to: "referral.xml")
        let result = try Command.run(["convert", "referral.xml"], in: folder)
        #expect(result.errors.contains("0 errors, 0 warnings, 0 notes"), "\(result.errors)")
        #expect(String(decoding: result.output, as: UTF8.self).contains("QZMKLAST"))
    }

    @Test(arguments: CanaryReferrals.cases)
    func noValueIsTold(_ broken: CanaryFile.Case) throws {
        try folder.write(broken.bytes, to: "referral.xml")
        let options = ["--output", "o", "--rejects", "r", "--findings", "f", "--summary", "s"]
        let convert = try Command.run(["convert", "referral.xml"] + options, in: folder)
        let rule = Self.ofSchema.contains(broken.rule) ? "xml.schema.value" : broken.rule
        #expect(convert.errors.contains("[\(rule)]"), "\(convert.errors)")
        var told = [
            ("messages", convert.errors), ("findings", try folder.read("f")),
            ("summary", try folder.read("s")),
        ]
        for command in [
            ["validate"], ["validate", "--format", "json"], ["validate", "--format", "html"],
            ["inspect"], ["convert", "--on-error", "stop", "--output", "o"],
            ["convert", "--on-error", "keep", "--output", "o", "--to", "fhir", "--all-findings"],
        ] {
            let result = try Command.run(command + ["referral.xml"], in: folder)
            #expect(!result.isKilled && result.status <= 1, "\(command)")
            let output = String(decoding: result.output, as: UTF8.self)
            told.append((command.joined(separator: " "), result.errors + output))
        }
        for (what, text) in told {
            for marker in CanaryReferrals.markers where text.contains(marker) {
                Issue.record("\(what) holds \(marker): \(text)")
            }
        }
    }
}
