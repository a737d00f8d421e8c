import Foundation
import Testing

/// What is written as FHIR means what was read.
struct FHIRMeaningTests {
    /// Resources of a document's first Bundle, by their types.
    private static func resources(_ text: String) throws -> [String: [[String: Any]]] {
        let bundle = try #require(FHIRWritingTests.bundles(text).first)
        let object = try JSONSerialization.jsonObject(with: Data(bundle.utf8)) as? [String: Any]
        let entries = try #require(object?["entry"] as? [[String: Any]])
        let all = entries.compactMap { $0["resource"] as? [String: Any] }
        return Dictionary(grouping: all) { $0["resourceType"] as? String ?? "" }
    }

    private static func first(_ type: String, of text: String) throws -> [String: Any] {
        try #require(try resources(text)[type]?.first)
    }

    /// The first code of a concept.
    private static func code(_ concept: Any?) -> String? {
        let codings = (concept as? [String: Any])?["coding"] as? [[String: Any]]
        return codings?.first?["code"] as? String
    }

    /// The notes of the request.
    private static func notes(_ text: String) throws -> [String] {
        let notes = try first("ServiceRequest", of: text)["note"] as? [[String: Any]]
        return notes?.compactMap { $0["text"] as? String } ?? []
    }

    // MARK: Negation

    private static func note(_ section: String, _ entry: String) -> String {
        let parts = ["11450-4": "problems", "48765-2": "allergies", "10160-0": "medications"]
        return NoteText.with([
            parts[section] ?? "sections": NoteText.section(
                section, "<text>None</text><entry>\(entry)</entry>")
        ])
    }

    @Test(arguments: ["73211009|2.16.840.1.113883.6.96", "Z59.01|2.16.840.1.113883.6.90"])
    func aConditionThatIsNotThereIsRefuted(_ code: String) throws {
        let parts = code.split(separator: "|")
        let text = Self.note(
            "11450-4",
            """
            <observation negationInd="true"><statusCode code="active"/><value code="\(parts[0])" \
            codeSystem="\(parts[1])"/></observation>
            """)
        let all = try Self.resources(text)
        let condition = try #require(all["Condition"]?.first)
        #expect(Self.code(condition["verificationStatus"]) == "refuted")
        #expect(condition["clinicalStatus"] == nil)
        #expect(all["ServiceRequest"]?.first?["reasonReference"] == nil)
        let affirmed = try Self.first(
            "Condition", of: text.replacing(" negationInd=\"true\"", with: ""))
        #expect(Self.code(affirmed["clinicalStatus"]) == "active")
        #expect(affirmed["verificationStatus"] == nil)
        let end = "<effectiveTime><high value=\"20260201\"/></effectiveTime>"
        let ended = try Self.first("Condition", of: text.replacing("<value", with: "\(end)<value"))
        let notes = (ended["note"] as? [[String: Any]])?.compactMap { $0["text"] as? String }
        #expect(ended["abatementDateTime"] == nil)
        #expect(notes?.contains("End: 20260201") == true)
    }

    @Test func anAllergyThatIsNotThereIsRefuted() throws {
        let allergy = try Self.first(
            "AllergyIntolerance",
            of: Self.note(
                "48765-2",
                """
                <observation negationInd="true"><statusCode code="active"/>\
                <value displayName="Allergy to substance"/><participant><participantRole>\
                <playingEntity><code nullFlavor="NA"/></playingEntity></participantRole>\
                </participant></observation>
                """))
        let code = allergy["code"] as? [String: Any]
        #expect(code?["text"] as? String == "Allergy to substance")
        #expect(Self.code(allergy["verificationStatus"]) == "refuted")
        #expect(Self.code(allergy["clinicalStatus"]) == "inactive")
    }

    @Test func aMedicineThatIsNotTakenIsNotTaken() throws {
        let medicine = try Self.first(
            "MedicationStatement",
            of: Self.note(
                "10160-0",
                """
                <substanceAdministration negationInd="true"><statusCode code="active"/>\
                </substanceAdministration>
                """))
        #expect(medicine["status"] as? String == "not-taken")
    }

    @Test(arguments: [
        ("47420-5", "", "Not found: Transfer; value: With help"),
        ("61146-7", "", "No goal: Transfer; value: With help"),
        ("18776-5", "", "Not planned: Transfer; value: With help"),
        ("18776-5", "false", "Plan: Transfer; value: With help"),
    ])
    func whatFHIRCannotNegateIsANote(_ section: String, _ flag: String, _ words: String) throws {
        let text = Self.note(
            section,
            """
            <observation negationInd="\(flag.isEmpty ? "true" : flag)"><code displayName="Transfer"/>\
            <value displayName="With help"/></observation>
            """)
        let all = try Self.resources(text)
        #expect(all["Observation"] == nil && all["Goal"] == nil)
        #expect(try Self.notes(text).contains(words))
    }

    // MARK: Statuses

    @Test(arguments: [
        ("47420-5", "completed", "Observation", "final"),
        ("47420-5", "aborted", "Observation", "cancelled"),
        ("47420-5", "odd", "Observation", "unknown"),
        ("61146-7", "suspended", "Goal", "on-hold"), ("61146-7", "odd", "Goal", "proposed"),
        ("61146-7", "completed", "Goal", "completed"),
    ])
    func statusesOfActsAreFHIRsNearest(
        _ section: String, _ act: String, _ type: String, _ code: String
    ) throws {
        let text = Self.note(
            section,
            """
            <observation><code displayName="Transfer"/><statusCode code="\(act)"/>\
            <value displayName="With help"/></observation>
            """)
        let resource = try Self.first(type, of: text)
        #expect((resource["status"] ?? resource["lifecycleStatus"]) as? String == code)
        let notes = (resource["note"] as? [[String: Any]])?.compactMap { $0["text"] as? String }
        #expect((notes ?? []).contains("Status: \(act)") == (act != code))
    }

    @Test(arguments: [
        ("active", "active", "requested"), ("completed", "completed", "completed"),
        ("cancelled", "revoked", "cancelled"), ("aborted", "revoked", "cancelled"),
        ("suspended", "on-hold", "on-hold"), ("held", "on-hold", "on-hold"),
        ("nullified", "entered-in-error", "entered-in-error"), ("new", "draft", "draft"),
        ("obsolete", "revoked", "cancelled"), ("halted", "unknown", "requested"),
    ])
    func anActsStatusIsTheRequests(_ act: String, _ request: String, _ task: String) throws {
        let all = try Self.resources(
            Self.note(
                "18776-5",
                """
                <act classCode="ACT" moodCode="RQO"><code code="44383000"/>\
                <statusCode code="\(act)"/></act>
                """))
        #expect(all["ServiceRequest"]?.first?["status"] as? String == request)
        #expect(all["Task"]?.first?["status"] as? String == task)
    }

    private static let agreed: [(String, String?, String?)] = [
        ("<problem display=\"A\" status=\"active\" end=\"2026-02-01\"/>", "resolved", nil),
        ("<problem display=\"A\" status=\"inactive\" end=\"2026-02-01\"/>", "inactive", nil),
        ("<problem display=\"A\" status=\"active\"/>", "active", nil),
        (
            "<problem display=\"A\" status=\"active\" verification=\"entered-in-error\"/>", nil,
            "entered-in-error"
        ),
        ("<allergy display=\"A\"/>", "active", nil),
        ("<allergy display=\"A\" status=\"resolved\"/>", "resolved", nil),
        ("<allergy display=\"A\" verification=\"confirmed\"/>", "active", "confirmed"),
        ("<allergy display=\"A\" status=\"remission\"/>", "inactive", nil),
        ("<allergy display=\"A\" status=\"aborted\"/>", "inactive", nil),
        ("<allergy display=\"A\" status=\"completed\"/>", "resolved", nil),
        ("<allergy display=\"A\" end=\"2026-02-01\"/>", "resolved", nil),
        ("<allergy display=\"A\" end=\"9999-12-31\"/>", "active", nil),
        ("<allergy display=\"A\" status=\"nullified\"/>", nil, "entered-in-error"),
        ("<problem display=\"A\" status=\"nullified\"/>", nil, "entered-in-error"),
        (
            "<need code=\"Z59.41\" status=\"nullified\" end=\"2026-02-01\"/>", nil,
            "entered-in-error"
        ),
        ("<problem display=\"A\" status=\"active\" end=\"9999-12-31\"/>", "active", nil),
        (
            "<problem display=\"A\" end=\"2026-02-01\" verification=\"entered-in-error\"/>", nil,
            "entered-in-error"
        ),
        (
            "<allergy display=\"A\" status=\"active\" verification=\"entered-in-error\"/>", nil,
            "entered-in-error"
        ),
    ]

    /// Statuses keep the rules that FHIR has for two elements together.
    @Test(arguments: agreed)
    func statusesAgree(_ element: String, _ clinical: String?, _ verification: String?) throws {
        let type = element.hasPrefix("<allergy") ? "AllergyIntolerance" : "Condition"
        let resource = try Self.first(type, of: TurnpikeText.with(["middle": element]))
        #expect(Self.code(resource["clinicalStatus"]) == clinical)
        #expect(Self.code(resource["verificationStatus"]) == verification)
        #expect(resource["abatementDateTime"] == nil || clinical != nil)
    }

    // MARK: Identity

    /// Number 1 of one sender is not number 1 of another, and stays the same with another status.
    @Test(arguments: [
        ("110000000A", "110000009Z", "", false), ("110000000A", "110000000A", "", true),
        ("110000000A", "110000009Z", "<identifier system=\"urn:x\" value=\"7\"/>", false),
    ])
    func aNumberIsItsSenders(
        _ one: String, _ other: String, _ more: String, _ isSame: Bool
    ) throws {
        func task(_ pidsl: String, _ status: String) throws -> String? {
            let text = TurnpikeText.with([
                "from":
                    "<from><organization pidsl=\"\(pidsl)\"><name>A</name></organization></from>",
                "status": "status=\"\(status)\" ", "opened": ">\(more)",
            ])
            return try Self.first("Task", of: text)["id"] as? String
        }
        #expect(try (task(one, "accepted") == task(other, "completed")) == isSame)
    }

    // MARK: What has no place of its own

    @Test(arguments: [
        (
            #"<allergy display="Nuts" severity="Moderate"/>"#, "AllergyIntolerance",
            "Severity: Moderate"
        ),
        (#"<problem display="Pain" dosage="daily"/>"#, "Condition", "Dosage: daily"),
        (
            #"<medication display="M" verification="seen"/>"#, "MedicationStatement",
            "Verification: seen"
        ),
        (#"<goal display="Walk" severity="high">w</goal>"#, "Goal", "Severity: high"),
        (#"<observation display="BP" severity="high"/>"#, "Observation", "Severity: high"),
    ])
    func aStatementTellsTheRest(_ element: String, _ type: String, _ words: String) throws {
        let resource = try Self.first(type, of: TurnpikeText.with(["middle": element]))
        let notes = resource["note"] as? [[String: Any]]
        #expect(notes?.contains { $0["text"] as? String == words } == true)
    }

    @Test func aReactionIsModerate() throws {
        let allergy = try Self.first(
            "AllergyIntolerance",
            of: Self.note(
                "48765-2",
                """
                <observation><value displayName="Allergy"/><entryRelationship typeCode="MFST">\
                <observation><value displayName="Hives"/></observation></entryRelationship>\
                <entryRelationship><observation><code code="SEV"/><value displayName="Moderate"/>\
                </observation></entryRelationship></observation>
                """))
        let reaction = (allergy["reaction"] as? [[String: Any]])?.first
        #expect(reaction?["severity"] as? String == "moderate")
        #expect(allergy["note"] == nil)
    }

    @Test(arguments: [
        (
            #"<service category="nutrition"/><service category="home-modification" display="Ramp" quantity="2" unit="pieces" begin="2026-03-05" end="2026-03-09" provider="Builder"><goal>Out</goal></service>"#,
            "Service 2: category home-modification; quantity 2 pieces; from 20260305; to 20260309; by Builder; goal Out"
        ),
        (
            #"<service display="Ramp" provider="Builder"><goal>Out</goal></service>"#,
            "Service 1: by Builder; goal Out"
        ),
        (#"<service display="Ramp" quantity="+05.50" unit="m"/>"#, nil),
        (#"<service display="Ramp"/>"#, nil),
    ])
    func servicesAreToldWhole(_ services: String, _ words: String?) throws {
        let notes = try Self.notes(TurnpikeText.with(["middle": services]))
        #expect(notes.filter { $0.hasPrefix("Service") } == (words.map { [$0] } ?? []))
    }

    @Test(arguments: [("+05.50", "5.50"), ("26", "26"), ("0.5", "0.5"), ("-3", "-3"), ("00", "0")])
    func quantitiesAreNumbers(_ sent: String, _ digits: String) throws {
        let text = TurnpikeText.with([
            "middle": "<service display=\"Ramp\" quantity=\"\(sent)\" unit=\"m\"/>"
        ])
        let bundle = try #require(FHIRWritingTests.bundles(text).first)
        #expect(bundle.contains("\"quantityQuantity\":{\"value\":\(digits),\"unit\":\"m\"}"))
    }

    @Test func aValueThatIsNoNumberHasItsUnit() throws {
        let observation = try Self.first(
            "Observation",
            of: TurnpikeText.with([
                "middle": #"<observation display="HbA1c" value="8,1" unit="%"/>"#
            ]))
        #expect(observation["valueString"] as? String == "8,1 %")
    }

    @Test func categoriesOfServicesAreDetails() throws {
        let request = try Self.first(
            "ServiceRequest",
            of: TurnpikeText.with([
                "middle": #"<service display="Food"/><service category="home-modification"/>"#
            ]))
        let details = request["orderDetail"] as? [Any]
        #expect(Self.code(details?.first) == "home-modification")
    }

    /// The elements of a resource have an order.
    @Test func aCodeStandsBeforeItsDetails() throws {
        let text = TurnpikeText.with(["middle": "<service><step>S</step></service>"])
        let bundle = try #require(FHIRWritingTests.bundles(text).first)
        #expect(bundle.contains(#""code":{"text":"not named"},"orderDetail":[{"text":"S"}]"#))
    }

    @Test func specialtiesMakeARole() throws {
        let from = "<from><practitioner specialty=\"Home\"><name last=\"D\"/></practitioner></from>"
        let role = try Self.first("PractitionerRole", of: TurnpikeText.with(["from": from]))
        let specialties = role["specialty"] as? [[String: Any]]
        #expect(specialties?.first?["text"] as? String == "Home")
    }

    @Test func aDeviceIsTold() throws {
        let device = """
            <author><assignedAuthor><assignedAuthoringDevice><softwareName>Writer</softwareName>\
            </assignedAuthoringDevice></assignedAuthor></author>
            """
        let notes = try Self.notes(NoteText.with(["author": device]))
        #expect(notes.contains("Author: device; Writer"))
    }

    @Test(arguments: [
        (#"<note date="2026-03-05T09:30:00">N</note>"#, "N (20260305 09:30:00)"),
        (#"<note date="2026-03-05">N</note>"#, "N"),
        (#"<document title="D" created="2026-13-40"/>"#, "Document 1: created 2026-13-40"),
        (
            #"<service display="Ramp" begin="2026-03-05T09:30:00"/>"#,
            "Service 1: from 20260305 09:30:00"
        ),
    ])
    func momentsAreTold(_ element: String, _ note: String) throws {
        #expect(try Self.notes(TurnpikeText.with(["middle": element])).contains(note))
    }

    @Test func rolesAndWordsOfHistoryAreTold() throws {
        let text = TurnpikeText.with([
            "to": """
            <to><organization><name>B</name></organization></to><participant role="navigator">\
            <practitioner><name last="N"/></practitioner></participant><participant role="school">\
            <organization><name>S</name></organization></participant><participant role="performer">\
            <organization><name>P</name></organization></participant>
            """,
            "history":
                "<history status=\"accepted\" date=\"2026-03-05T09:30:00\">By phone</history>",
            "member": """
            <member id="100000000999" birthDate="1984-02-29T03:15:00-05:00"><name last="A"/>\
            <contact role="guardian"><name last="G"/></contact></member>
            """,
        ])
        let all = try Self.resources(text)
        let roles = all["PractitionerRole"]?.compactMap { $0["code"] as? [[String: Any]] }
        #expect(roles?.first?.first?["text"] as? String == "navigator")
        let notes = all["Task"]?.first?["note"] as? [[String: Any]]
        #expect(
            notes?.first?["text"] as? String == "Status: accepted: By phone (20260305 09:30:00)")
        let contact = (all["Patient"]?.first?["contact"] as? [[String: Any]])?.first
        let relationship = (contact?["relationship"] as? [[String: Any]])?.first
        #expect(relationship?["text"] as? String == "guardian")
        #expect(try Self.notes(text).contains("Participant: school; S"))
        #expect(try Self.notes(text).contains("Participant: performer; P"))
        #expect(try Self.notes(text).contains("Time of birth: 03:15:00-05:00"))
    }
}
