import Foundation
import Testing

/// A Bundle that is written is a transaction that a server can carry out.
struct FHIRTransactionTests {
    /// The addresses that the Bundles of a document write to, Bundle by Bundle.
    static func addresses(_ text: String) -> [[String]] {
        FHIRWritingTests.bundles(text).map { bundle in
            bundle.matches(of: /"url":"([A-Za-z]+\/[0-9a-f-]{36})"/).map { String($0.1) }
        }
    }

    /// Resources of a type in a document's first Bundle.
    static func resources(_ type: String, _ text: String) throws -> [[String: Any]] {
        let bundle = try #require(FHIRWritingTests.bundles(text).first)
        let object = try JSONSerialization.jsonObject(with: Data(bundle.utf8)) as? [String: Any]
        let entries = try #require(object?["entry"] as? [[String: Any]])
        return entries.compactMap { $0["resource"] as? [String: Any] }
            .filter { $0["resourceType"] as? String == type }
    }

    private static func names(_ resources: [[String: Any]]) -> [String] {
        resources.compactMap { resource in
            if let name = resource["name"] as? String { return name }
            let names = resource["name"] as? [[String: Any]]
            return (names?.first?["given"] as? [String])?.joined()
        }.sorted()
    }

    private static let phone = #"<telecom system="phone" value="617-555-0100"/>"#
    private static func author(_ first: String, _ more: String = "") -> String {
        "<practitioner npi=\"1234567893\"><name last=\"Doe\" first=\"\(first)\"/>\(more)</practitioner>"
    }
    private static func partner(_ name: String, _ more: String = "") -> String {
        """
        <participant role="x"><organization pidsl="110000000A"><name>\(name)</name>\(more)\
        </organization></participant>
        """
    }
    private static let twice = #"<need code="Z59.41" system="ICD-10-CM"/>"#

    /// What is told of somebody, and the organizations that this makes.
    private static let organizations: [(String, String, [String], Int)] = [
        ("", "A", [], 1), (partner("A"), "A", ["A"], 1), (partner("B"), "A", ["A", "B"], 2),
        (partner("A", phone), "A", ["A"], 1), (partner("A", phone) + partner("A"), "A", ["A"], 1),
        (partner("B") + partner("B", phone), "A", ["A", "B", "B"], 3),
    ]

    /// What somebody is told of twice is put once where it is the same or more, else as two.
    @Test(arguments: organizations)
    func nothingIsPutTwice(_ more: String, _ from: String, _ names: [String], _ count: Int) throws {
        let text = TurnpikeText.with([
            "from":
                "<from><organization pidsl=\"110000000A\"><name>\(from)</name></organization></from>",
            "to": "<to><practitioner npi=\"1234567893\"><name last=\"Doe\"/></practitioner></to>",
            "middle": Self.twice + Self.twice + more,
        ])
        let addresses = try #require(Self.addresses(text).first)
        #expect(Set(addresses).count == addresses.count)
        let all = try Self.resources("Organization", text)
        #expect(all.count == count)
        if !names.isEmpty { #expect(Self.names(all) == names) }
        if more.contains("telecom") { #expect(all.contains { $0["telecom"] != nil }) }
        #expect(try Self.resources("Condition", text).count == 1)
        let request = try #require(try Self.resources("ServiceRequest", text).first)
        #expect((request["reasonReference"] as? [Any])?.count == 1)
    }

    private static let authors: [(String, [String])] = [
        (author("Ann"), ["Ann"]), (author("Ann", phone), ["Ann"]), (author("A"), ["A", "Ann"]),
    ]

    @Test(arguments: authors)
    func aPersonIsPutOnce(_ other: String, _ names: [String]) throws {
        let text = TurnpikeText.with([
            "from": "<from>\(Self.author("Ann"))</from>",
            "middle": "<author>\(other)</author><participant role=\"x\">\(other)</participant>",
        ])
        let addresses = try #require(Self.addresses(text).first)
        #expect(Set(addresses).count == addresses.count)
        #expect(Self.names(try Self.resources("Practitioner", text)) == names)
    }

    /// A number that is none, as fillers are, makes nobody another.
    @Test(arguments: ["9999999999", "0000000000", "1234567890"])
    func fillersIdentifyNobody(_ npi: String) throws {
        func party(_ name: String) -> String {
            """
            <organization npi="\(npi)"><name>\(name)</name></organization>\
            <practitioner npi="\(npi)"><name last="Doe" first="\(name)"/></practitioner>
            """
        }
        func text(_ from: String) -> String {
            TurnpikeText.with([
                "from": "<from>\(party(from))</from>", "to": "<to>\(party("South"))</to>",
            ])
        }
        let told = text("North")
        #expect(Self.names(try Self.resources("Organization", told)) == ["North", "South"])
        #expect(Self.names(try Self.resources("Practitioner", told)) == ["North", "South"])
        #expect(try Self.resources("PractitionerRole", told).count == 2)
        #expect(Self.addresses(told).first?.last != Self.addresses(text("East")).first?.last)
    }

    @Test(arguments: [
        "000000000000", "pending", "N/A", "unknown", "999-99-9999", "123456789012",
    ])
    func aFillerIsNoMember(_ number: String) {
        func patient(_ name: String) -> String? {
            let member =
                "<member id=\"\(number)\" birthDate=\"1984-02-29\"><name last=\"\(name)\"/></member>"
            return Self.addresses(TurnpikeText.with(["member": member])).first?.first
        }
        #expect(patient("A") != nil)
        #expect(patient("A") != patient("B"))
    }

    /// What several requests have in common identifies none of them.
    @Test(arguments: [
        "<requisition><value value=\"Q\"/></requisition>",
        "<requisition><system value=\"urn:a\"/><value value=\"Q\"/></requisition>",
        """
        <requisition><type><coding><code value="PGN"/></coding></type><value value="Q"/>\
        </requisition>
        """, "",
    ])
    func aRequisitionIsShared(_ requisition: String) {
        let group = requisition.replacing("requisition", with: "groupIdentifier")
        let text = bundle(
            Resource.request("food", requisition), Resource.request("rent", requisition),
            Resource.task("t1", of: "ServiceRequest/food", group, status: "accepted"),
            Resource.task("t2", of: "ServiceRequest/rent", group, status: "rejected"),
            Resource.patient(), Resource.organization)
        let all = Self.addresses(text)
        let puts = all.flatMap { $0 }.filter {
            $0.hasPrefix("ServiceRequest") || $0.hasPrefix("Task")
        }
        #expect(all.count == 2)
        #expect(Set(puts).count == 4)
    }

    @Test func anOrderIsShared() {
        func note(_ id: String) -> String {
            NoteText.with([
                "template": "<id root=\"1.2.3\" extension=\"\(id)\"/>",
                "header":
                    "<inFulfillmentOf><order><id root=\"1.2\" extension=\"O\"/></order></inFulfillmentOf>",
            ])
        }
        #expect(Self.addresses(note("1")).first?.last != Self.addresses(note("2")).first?.last)
        #expect(Self.addresses(note("1")) == Self.addresses(note("1")))
    }

    /// Of nobody all is told, about somebody who is not named; who is not known is in no two
    /// referrals the same.
    @Test(arguments: [
        ("Coverage", "beneficiary"), ("Condition", "subject"), ("Consent", "patient"),
        ("Observation", "subject"), ("Goal", "subject"), ("DocumentReference", "subject"),
        ("MedicationStatement", "subject"), ("AllergyIntolerance", "patient"),
    ])
    func whatIsToldOfNobodyIsWritten(_ type: String, _ key: String) throws {
        let texts = ["R-1", "R-2"].map { number in
            TurnpikeText.with([
                "id": "id=\"\(number)\" ", "member": "",
                "middle": """
                <coverage payer="MassHealth"/>\(Self.twice)<consent decision="permit"/>\
                <medication display="m"/><allergy display="a"/><goal display="g"/>\
                <observation display="o" value="1"/><document title="d"/>
                """,
            ])
        }
        let all = try texts.map { try Self.resources(type, $0) }
        #expect(all.map(\.count) == [1, 1])
        let subject = all[0].first?[key] as? [String: String]
        #expect(subject == ["display": "not named"])
        #expect(all[0].first?["id"] as? String != all[1].first?["id"] as? String)
        #expect(try Self.resources("Patient", texts[0]).isEmpty)
    }

    /// No array or object of FHIR is empty.
    @Test(arguments: [
        #"<service quantity="2" unit="h"/>"#, "<reason/>", "<problem/>", "<document/>",
        #"<document id="D-1"/>"#, #"<problem id=""/>"#,
    ])
    func nothingIsEmpty(_ element: String) throws {
        let bundle = try #require(
            FHIRWritingTests.bundles(TurnpikeText.with(["middle": element])).first)
        #expect(!bundle.contains("[]") && !bundle.contains("{}"))
    }

    @Test(arguments: [
        "<insurance/>",
        "<supportingInfo><identifier><value value=\"x\"/></identifier></supportingInfo>",
        "<supportingInfo><identifier/></supportingInfo>", "<identifier/>", "<category/>",
    ])
    func nothingOfAResourceIsEmpty(_ element: String) throws {
        let text = bundle(
            Resource.request("r", element), Resource.patient(), Resource.organization)
        let bundle = try #require(FHIRWritingTests.bundles(text).first)
        #expect(!bundle.contains("[]") && !bundle.contains("{}"))
    }
}
