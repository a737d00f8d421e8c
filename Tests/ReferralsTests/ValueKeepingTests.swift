import CareModel
import Diagnostics
import Testing

@testable import Output
@testable import Referrals

/// Every value of a document is in its record, in a field or under `other`.
struct ValueKeepingTests {
    /// The record of a document's first referral as JSON.
    static func json(_ text: String) -> String {
        Seeds.keep(Array(text.utf8), for: .referrals)
        var reader = ReferralReader(schema: nil)
        var buffer = ByteBuffer()
        func take(_ reader: inout ReferralReader) {
            while let unit = reader.next() {
                guard case .referral = unit.kind else { continue }
                let place = DocumentPlace(file: "", document: 1, place: "", range: unit.range)
                ReferralJSON.write(
                    reader.record, other: reader.other, source: place, findings: [], to: &buffer)
            }
        }
        Array(text.utf8).withUnsafeBytes { reader.feed($0) }
        take(&reader)
        reader.finish()
        take(&reader)
        return String(decoding: buffer.array(), as: UTF8.self)
    }

    /// Text with each `~` a value of its own, and these values.
    private static func marked(_ text: String) -> (text: String, marks: [String]) {
        var marks: [String] = []
        var marked = ""
        for character in text {
            guard character == "~" else {
                marked.append(character)
                continue
            }
            marks.append("MK\(1000 + marks.count)")
            marked += marks.last ?? ""
        }
        return (marked, marks)
    }

    // MARK: C-CDA

    private static let code = """
        code="~" codeSystem="~" displayName="~"><originalText>~</originalText>\
        <translation code="~" codeSystem="~" displayName="~"/>
        """
    private static func code(_ name: String) -> String { "<\(name) \(code)</\(name)>" }
    private static let id = "<id root=\"~\" extension=\"~\" assigningAuthorityName=\"~\"/>"
    private static let ways = """
        <addr use="HP"><streetAddressLine>~</streetAddressLine><city>~</city><county>~</county>\
        <state>~</state><postalCode>~</postalCode><country>~</country><careOf>~</careOf></addr>\
        <telecom use="HP" value="~"/>
        """
    private static let name = """
        <name use="L"><prefix>~</prefix><given>~</given><given>~</given><family>~</family>\
        <suffix>~</suffix></name><name use="~"><family>~</family></name>
        """
    private static func organization(_ name: String) -> String {
        "<\(name)>\(id)<name>~</name>\(ways)\(code("standardIndustryClassCode"))</\(name)>"
    }
    private static func entity(_ person: String, _ organization: String) -> String {
        "\(id)\(code("code"))\(ways)<\(person)>\(name)</\(person)>"
            + self.organization(organization)
    }

    private static let header: [(part: String, text: String)] = [
        (
            "patient",
            """
            <recordTarget><patientRole>\(id)\(id)\(ways)<patient>\(name)\
            \(code("administrativeGenderCode"))<birthTime value="19840229"/>\
            \(code("maritalStatusCode"))\(code("raceCode"))\(code("ethnicGroupCode"))<guardian>\
            \(code("code"))\(ways)<guardianPerson><name>~</name></guardianPerson></guardian>\
            <birthplace><place><name>~</name></place></birthplace><languageCommunication>\
            \(code("languageCode"))\(code("modeCode"))</languageCommunication></patient>\
            \(organization("providerOrganization"))</patientRole></recordTarget>
            """
        ),
        (
            "author",
            """
            <author><assignedAuthor>\(entity("assignedPerson", "representedOrganization"))\
            </assignedAuthor></author>
            """
        ),
        (
            "recipient",
            """
            <informationRecipient><intendedRecipient>\
            \(entity("informationRecipient", "receivedOrganization"))</intendedRecipient>\
            </informationRecipient>
            """
        ),
        ("time", "<effectiveTime value=\"20260302\"/>\(code("confidentialityCode"))"),
        (
            "header",
            """
            <legalAuthenticator><signatureCode code="~"/><assignedEntity>\
            \(entity("assignedPerson", "representedOrganization"))</assignedEntity>\
            </legalAuthenticator><participant typeCode="IND"><associatedEntity classCode="NOK">\
            \(entity("associatedPerson", "scopingOrganization"))</associatedEntity></participant>\
            <inFulfillmentOf><order>\(id)\(code("priorityCode"))</order></inFulfillmentOf>\
            <documentationOf><serviceEvent>\(id)\(code("code"))<performer>\(code("functionCode"))\
            <assignedEntity>\(entity("assignedPerson", "representedOrganization"))\
            </assignedEntity></performer></serviceEvent></documentationOf><relatedDocument>\
            <parentDocument>\(id)\(code("code"))</parentDocument></relatedDocument>\
            <authorization><consent>\(id)\(code("code"))<statusCode code="~"/></consent>\
            </authorization><componentOf><encompassingEncounter>\(id)</encompassingEncounter>\
            </componentOf>
            """
        ),
        (
            "sections",
            """
            <component><section>\(id)\(code("code"))<title>~</title><text>~</text></section>\
            </component>
            """
        ),
    ]

    @Test(arguments: header.map(\.part))
    func ofANote(_ part: String) throws {
        let text = try #require(Self.header.first { $0.part == part }?.text)
        let (marked, marks) = Self.marked(text)
        let json = Self.json(NoteText.with([part: marked]))
        #expect(marks.filter { !json.contains("\($0)\"") } == [])
    }

    private static let act = """
        <text>~</text><entry><act classCode="PCPR" moodCode="INT"><code code="44383000"/>\
        <effectiveTime><low value="20260309"/></effectiveTime><author><assignedAuthor>\
        <assignedPerson><name>Z</name></assignedPerson></assignedAuthor></author></act></entry>
        """
    private static let event = """
        <documentationOf><serviceEvent><effectiveTime><low value="20251111"/>\
        <high value="20251212"/></effectiveTime></serviceEvent></documentationOf>
        """
    private static let provider = """
        <recordTarget><patientRole><id root="1.2" extension="7"/><providerOrganization>\
        <id root="1.3" extension="PROVIDER"/></providerOrganization></patientRole></recordTarget>
        """

    /// What an act says comes before what the header says, and takes nothing away.
    @Test(arguments: [
        (["header": event], ["2025-11-11", "2025-12-12"]),
        (
            ["header": event, "reason": NoteText.section("42349-1", act)],
            ["\"20251111\"", "\"20251212\"", "2026-03-09"]
        ),
        (
            ["patient": provider, "reason": NoteText.section("42349-1", act)],
            ["PROVIDER", "\"Z\""]
        ),
        (["patient": provider, "author": ""], ["PROVIDER"]),
    ])
    func whatAnActReplaces(_ changes: [String: String], _ values: [String]) {
        let json = Self.json(NoteText.with(changes))
        #expect(values.filter { !json.contains($0) } == [])
    }

    /// Entries' values that only the words tell are counted.
    @Test(arguments: [
        (#"<priorityCode code="UR"/>"#, 0), (#"<priorityCode code="UR" displayName="urgent"/>"#, 0),
        (#"<priorityCode code="UR" displayName="Within a week"/>"#, 1),
        (#"<effectiveTime value="20200101"><low value="20210101"/></effectiveTime>"#, 1),
        (#"<effectiveTime><low value="20210101"/></effectiveTime>"#, 0),
    ])
    func ofEntries(_ content: String, _ count: Int) {
        let act = "<entry><act><code code=\"44383000\"/>\(content)</act></entry>"
        let text = NoteText.with([
            "plan": NoteText.section("51847-2", "<text>Plan</text>\(act)")
        ])
        let sections = ReferralReading(text).referrals.first?.sections ?? []
        #expect(sections.reduce(0) { $0 + ($1.entries ?? 0) } == count)
    }

    // MARK: FHIR

    private static func concept(_ name: String) -> String {
        """
        <\(name)><coding><system value="~"/><version value="~"/><code value="~"/>\
        <display value="~"/></coding><coding><code value="~"/></coding><text value="~"/></\(name)>
        """
    }
    private static let number = """
        <identifier>\(concept("type"))<system value="~"/><value value="~"/><assigner>\
        <display value="~"/></assigner></identifier>
        """
    private static func words(_ name: String) -> String {
        """
        <\(name)><identifier><system value="~"/><value value="~"/></identifier>\
        <display value="~"/></\(name)>
        """
    }
    private static func about(_ name: String) -> String {
        "<\(name)><reference value=\"Patient/p\"/><display value=\"~\"/></\(name)>"
    }

    private static let resources: [(kind: String, text: String)] = [
        (
            "ServiceRequest",
            """
            \(number)<requisition><value value="~"/></requisition>\(concept("category"))\
            \(concept("category"))<priority value="~"/>\(concept("code"))\(concept("orderDetail"))\
            \(words("encounter"))\(concept("performerType"))\(concept("locationCode"))\
            \(concept("reasonCode"))\(words("reasonReference"))\(words("insurance"))\
            \(words("supportingInfo"))<note><authorString value="~"/><text value="~"/></note>\
            <patientInstruction value="~"/>
            """
        ),
        (
            "Task",
            """
            \(number)\(concept("statusReason"))\(concept("businessStatus"))<description value="~"/>\
            \(words("encounter"))\(words("requester"))\(words("location"))\(concept("reasonCode"))\
            \(words("reasonReference"))<note><text value="~"/></note><restriction>\
            \(words("recipient"))</restriction><input>\(concept("type"))<valueString value="~"/>\
            </input><output>\(concept("type"))\(words("valueReference"))</output>
            """
        ),
        (
            "Patient",
            """
            \(number)<name><use value="official"/><text value="~"/><family value="~"/>\
            <given value="~"/><given value="~"/><prefix value="~"/></name><name>\
            <use value="maiden"/><family value="~"/></name><telecom><system value="phone"/>\
            <value value="~"/><rank value="1"/></telecom><address><text value="~"/>\
            <line value="~"/><city value="~"/><district value="~"/></address>\
            \(concept("maritalStatus"))<contact>\(concept("relationship"))<name>\
            <family value="~"/></name>\(words("organization"))</contact><communication>\
            \(concept("language"))</communication>\(words("generalPractitioner"))
            """
        ),
        (
            "Condition",
            """
            \(number)\(concept("clinicalStatus"))\(concept("verificationStatus"))\
            \(concept("category"))\(concept("severity"))\(concept("code"))\(about("subject"))\
            <onsetString value="~"/>\(words("recorder"))<note><text value="~"/></note>
            """
        ),
        (
            "Observation",
            """
            \(number)<status value="~"/>\(concept("category"))\(concept("code"))\
            \(about("subject"))\(concept("valueCodeableConcept"))\(concept("interpretation"))\
            <component>\(concept("code"))<valueString value="~"/></component>
            """
        ),
        (
            "Goal",
            """
            \(number)\(concept("achievementStatus"))\(concept("category"))\(concept("priority"))\
            \(concept("description"))\(about("subject"))<target>\(concept("measure"))</target>\
            \(words("addresses"))<note><text value="~"/></note>
            """
        ),
        (
            "Consent",
            """
            \(number)<status value="active"/>\(concept("scope"))\(concept("category"))\
            \(about("patient"))\(words("performer"))<policy><authority value="~"/>\
            <uri value="~"/></policy>\(concept("policyRule"))
            """
        ),
        (
            "Coverage",
            """
            \(number)<status value="active"/>\(concept("type"))<subscriberId value="~"/>\
            \(about("beneficiary"))\(concept("relationship"))\(words("payor"))<class>\
            \(concept("type"))<value value="~"/></class>
            """
        ),
    ]

    @Test(arguments: resources.map(\.kind))
    func ofAResource(_ kind: String) throws {
        let content = try #require(Self.resources.first { $0.kind == kind }?.text)
        let (marked, marks) = Self.marked(content)
        let text: String
        switch kind {
        case "ServiceRequest":
            text = bundle(Resource.request("r", marked), Resource.patient(), Resource.organization)
        case "Task":
            text = bundle(
                Resource.request(), Resource.task("t", marked), Resource.patient(),
                Resource.organization)
        case "Patient":
            text = bundle(
                Resource.request(), Resource.patient("p", marked), Resource.organization)
        default:
            text = bundle(
                Resource.request(), Resource.patient(), Resource.organization,
                "<\(kind)><id value=\"x\"/>\(marked)</\(kind)>")
        }
        let json = Self.json(text)
        #expect(marks.filter { !json.contains("\($0)\"") } == [])
    }

    /// Words that say no more than what they stand beside are no values of their own.
    @Test(arguments: [
        ("<display value=\"Sample, Ann\"/><type value=\"Patient\"/>", []),
        ("<display value=\"ann SAMPLE\"/>", []),
        ("<display value=\"Bob Sample\"/>", ["Bob Sample"]),
        ("<type value=\"Person\"/>", ["Person"]), ("<display value=\"Anne\"/>", ["Anne"]),
    ])
    func besideAReference(_ words: String, _ others: [String]) {
        let request = Resource.request().replacing(
            "<reference value=\"Patient/p\"/>", with: "<reference value=\"Patient/p\"/>\(words)")
        let read = FHIRDocument(bundle(request, Resource.patient(), Resource.organization)).first
        #expect(read.other.map(\.value.string) == others)
    }

    private static func category(_ codes: (String, String)...) -> String {
        let codings = codes.map {
            "<coding><system value=\"\($0.0)\"/><code value=\"\($0.1)\"/></coding>"
        }
        return "<category>\(codings.joined())</category>"
    }
    private static let ours = "urn:turnpike:referral:program"

    /// A program is found wherever it stands, and another beside it is told.
    @Test(arguments: [
        (category((ours, "bh-cp")), "bh-cp", 0, []),
        (category(("urn:x", "1"), (ours, "bh-cp")), "bh-cp", 1, []),
        (
            category((ours, "bh-cp")) + category((ours, "ltss-cp")), "bh-cp", 1,
            ["fhir.program.several"]
        ),
        (category((ours, "bh-cp")) + category((ours, "bh-cp")), "bh-cp", 1, []),
        (category(("urn:x", "1")), nil, 1, []),
    ])
    func programs(_ text: String, _ program: String?, _ categories: Int, _ rules: [String]) {
        let document = FHIRDocument(
            bundle(Resource.request("r", text), Resource.patient(), Resource.organization))
        #expect(document.first.program?.string == program)
        #expect(document.first.categories.count == categories)
        #expect(document.rules("fhir.program") == rules)
    }

    @Test(arguments: [
        ("http://hl7.org/fhir/sid/icd-10-cm", 1), ("urn:oid:2.16.840.1.113883.6.90", 1),
        ("urn:oid:2.16.840.1.113883.6.9", 0),
    ])
    func needsByTheirList(_ system: String, _ needs: Int) {
        let condition = """
            <Condition><id value="c"/><code><coding><system value="\(system)"/>\
            <code value="Z59.41"/></coding></code>\(Self.about("subject"))</Condition>
            """
        let read = FHIRDocument(
            bundle(Resource.request(), Resource.patient(), Resource.organization, condition)
        ).first
        #expect(read.needs.count == needs)
        #expect(read.problems.count == 1 - needs)
    }

    /// A number whose type is unspecified is known by the words for it.
    @Test(arguments: [("U", "12345"), ("MR", nil), ("MA", "12345")])
    func numbersByTheirWords(_ code: String, _ number: String?) {
        let patient = """
            <Patient><id value="p"/><identifier><type><coding><code value="\(code)"/>\
            <display value="MassHealth member id"/></coding></type><value value="12345"/>\
            </identifier></Patient>
            """
        let read = FHIRDocument(bundle(Resource.request(), patient, Resource.organization)).first
        #expect(read.memberID?.text.string == number)
    }

    @Test func aContainedRequestHasItsPlace() {
        let task = Resource.task("t", of: "#r").replacing(
            "<id value=\"t\"/>",
            with: "<id value=\"t\"/><contained>\(Resource.patient())</contained><contained>"
                + "\(Resource.request())</contained>"
        ).replacing("<Task>", with: "<Task xmlns=\"http://hl7.org/fhir\">")
        let document = FHIRDocument(task)
        #expect(document.units.map(\.place).contains("/Task/contained[2]/ServiceRequest"))
    }
}
