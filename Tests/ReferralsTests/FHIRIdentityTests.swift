import CareModel
import Testing

/// The same name is another's on another server, and in another Bundle where nothing tells the server.
struct FHIRIdentityTests {
    private static let a = "http://a.example/fhir/"
    private static let b = "http://b.example/fhir/"

    private static func entry(_ url: String, _ resource: String) -> String {
        let url = url.isEmpty ? "" : "<fullUrl value=\"\(url)\"/>"
        return "<entry>\(url)<resource>\(resource)</resource></entry>"
    }

    private static func bundled(_ entries: String...) -> String {
        "<Bundle xmlns=\"http://hl7.org/fhir\"><type value=\"collection\"/>\(entries.joined())</Bundle>"
    }

    private static func patient(_ name: String) -> String {
        Resource.patient().replacing("Sample", with: name)
    }

    // MARK: Bundles inside another

    private static func inner(_ name: String, _ server: String = "") -> String {
        let request = Resource.request(name.lowercased())
        return entry(
            "",
            bundled(
                entry(
                    server.isEmpty ? "" : "\(server)ServiceRequest/\(name.lowercased())", request),
                entry(server.isEmpty ? "" : "\(server)Patient/p", patient(name)),
                entry("", Resource.organization)))
    }

    @Test(arguments: [
        (bundled(inner("A"), inner("B")), ["A", "B"]),
        (bundled(inner("A", a), inner("B", b)), ["A", "B"]),
        (bundled(inner("A", a), inner("B")), ["A", "B"]),
        (bundled(inner("A"), inner("B", b)), ["A", "B"]),
        (bundled(entry("", patient("X")), inner("A"), inner("B")), ["A", "B"]),
        // Of what is in none of its own, the Bundle around it tells.
        (
            bundled(
                entry("", patient("X")), inner("A").replacing("<id value=\"p\"/>", with: "")),
            ["X"]
        ),
        // What another Bundle has is nobody's here.
        (
            bundled(
                inner("A"), inner("B").replacing("<id value=\"p\"/>", with: "<id value=\"q\"/>")),
            ["A", ""]
        ),
    ])
    func eachBundleHasItsOwn(_ text: String, _ names: [String]) {
        let found = FHIRDocument(text)
        #expect(found.referrals.map { $0.member?.name.last?.string ?? "" } == names)
        #expect(found.referrals.allSatisfy { $0.to?.organization?.name != nil })
        #expect(!found.rules().contains("fhir.resource.repeated"))
        #expect(found.rules().contains("fhir.reference.unresolved") == names.contains(""))
    }

    /// However many there are.
    @Test func manyBundlesHaveTheirOwn() {
        let names = (0..<300).map { "N\($0)" }
        let text =
            "<Bundle xmlns=\"http://hl7.org/fhir\"><type value=\"collection\"/>"
            + names.map { Self.inner($0) }.joined() + "</Bundle>"
        let found = FHIRDocument(text)
        #expect(found.referrals.map { $0.member?.name.last?.string ?? "" } == names)
    }

    /// A request of one Bundle is no version of another's.
    @Test func requestsOfTwoBundlesAreTwo() {
        func inner(_ status: String) -> String {
            Self.entry(
                "",
                Self.bundled(
                    Self.entry("", Resource.request()), Self.entry("", Resource.patient()),
                    Self.entry("", Resource.task("t", status: status))))
        }
        let found = FHIRDocument(Self.bundled(inner("accepted"), inner("rejected")))
        #expect(found.referrals.map(\.status?.string) == ["accepted", "rejected"])
    }

    // MARK: Addresses

    /// An entry's address names what has no id.
    @Test func theAddressIsTheName() {
        let found = FHIRDocument(
            Self.bundled(
                Self.entry(Self.a + "ServiceRequest/r", Resource.request()),
                Self.entry(
                    Self.a + "Patient/p",
                    Self.patient("A").replacing("<id value=\"p\"/>", with: "")),
                Self.entry(Self.b + "Patient/p", Self.patient("B")),
                Self.entry("", Resource.organization)))
        #expect(found.first.member?.name.last?.string == "A")
        #expect(found.rules() == ["fhir.resource.unused"])
    }

    /// Who does it, as the request and its Task say: the same where both name one address.
    @Test(arguments: [
        (a + "ServiceRequest/r", a + "Task/t", "Organization/x", 1),
        (a + "ServiceRequest/r", b + "Task/t", "Organization/x", 2),
        (a + "ServiceRequest/r", b + "Task/t", a + "Organization/x", 1),
        (a + "ServiceRequest/r", a + "Task/t", b + "Organization/x", 2),
        ("", "", "Organization/x", 1), (a + "ServiceRequest/r", "", "Organization/x", 2),
    ])
    func whatLeadsNowhereIsTheSameByItsAddress(
        _ request: String, _ task: String, _ owner: String, _ count: Int
    ) {
        func named(_ text: String, _ name: String) -> String {
            text.replacing("Organization/o", with: name)
        }
        let found = FHIRDocument(
            Self.bundled(
                Self.entry(
                    request,
                    named(Resource.request(), "Organization/x").replacing(
                        "<requester><reference value=\"Organization/x\"/></requester>", with: "")),
                Self.entry(
                    task,
                    named(
                        Resource.task("t", of: request.isEmpty ? "ServiceRequest/r" : request),
                        owner)),
                Self.entry("", Resource.patient())))
        #expect(found.first.status?.string == "requested")
        let all = [found.first.to].compactMap { $0 } + found.first.participants
        #expect(all.count == count)
        let system = found.first.to?.organization?.identifiers.first?.system?.string
        #expect(system == (request.isEmpty ? nil : Self.a))
    }

    /// The address of a server is no name of MassHealth's for a number.
    @Test func aReferenceIsNoNumber() {
        let server = "https://masshealth.example/fhir/"
        let found = FHIRDocument(
            Self.bundled(Self.entry(server + "ServiceRequest/r", Resource.request())))
        #expect(found.first.member?.identifiers.map(\.system?.string) == [server])
        #expect(found.first.memberID == nil)
    }

    // MARK: Written

    /// The addresses that are put to, of a type.
    private static func puts(_ type: String, _ texts: String...) -> [[String]] {
        texts.map { text in
            FHIRTransactionTests.addresses(text).joined().filter { $0.hasPrefix("\(type)/") }
        }
    }

    private static func sent(_ id: String, _ server: String, number: String? = nil) -> String {
        let own = number.map {
            "<identifier><system value=\"urn:r\"/><value value=\"\($0)\"/></identifier>"
        }
        return bundled(
            entry(
                server.isEmpty ? "" : "\(server)ServiceRequest/\(id)",
                Resource.request(id, own ?? "").replacing(
                    "<requester><reference value=\"Organization/o\"/></requester>", with: "")))
    }

    /// Whom a relative reference names is one where a server has the name, or else in one referral.
    @Test(arguments: [
        (sent("r", a), sent("s", a), true), (sent("r", a), sent("s", b), false),
        (sent("r", "", number: "1"), sent("r", "", number: "2"), false),
        (sent("r", "", number: "1"), sent("r", "", number: "1"), true),
    ])
    func whoIsNamedIsOneOnAServer(_ one: String, _ other: String, _ isSame: Bool) {
        for type in ["Organization", "Patient"] {
            let puts = Self.puts(type, one, other)
            #expect(puts.allSatisfy { $0.count == 1 })
            #expect((puts[0] == puts[1]) == isSame)
        }
    }

    /// Two members of one name and without a number are two.
    @Test(arguments: [
        ("R-1", "", true), ("R-2", "", false),
        ("R-2", "<identifier system=\"urn:mrn\" value=\"17\"/>", true),
        ("R-2", "<identifier system=\"urn:mrn\" value=\"unknown\"/>", false),
        ("R-2", "<identifier value=\"17\"/>", false),
    ])
    func membersWithoutANumberAreTheReferrals(_ other: String, _ number: String, _ isSame: Bool) {
        let texts = ["R-1", other].map { id in
            TurnpikeText.with([
                "id": "id=\"\(id)\" ",
                "member": """
                <member birthDate="1984-02-29">\(number)<name last="Sample"/></member>
                """,
                "middle": "<need category=\"food-insecurity\"/>",
            ])
        }
        for type in ["Patient", "Condition"] {
            let puts = Self.puts(type, texts[0], texts[1])
            #expect(puts.allSatisfy { $0.count == 1 })
            #expect((puts[0] == puts[1]) == isSame)
        }
    }

    /// A Task alone is its server's, and so is a number of nobody's.
    @Test(arguments: [
        Resource.task("t"),
        Resource.task("t", "<identifier><value value=\"1\"/></identifier>"),
    ])
    func aTaskAloneIsItsServers(_ task: String) {
        let task = task.replacing("Patient/p", with: "urn:uuid:9")
        let texts = [Self.a, Self.b].map { Self.bundled(Self.entry("\($0)Task/t", task)) }
        let puts = Self.puts("ServiceRequest", texts[0], texts[1])
        #expect(puts.allSatisfy { $0.count == 1 })
        #expect(puts[0] != puts[1])
    }
}
