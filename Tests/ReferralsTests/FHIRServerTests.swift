import CareModel
import Testing

/// The same type and id on two servers are two resources.
struct FHIRServerTests {
    private static func entry(_ url: String, _ resource: String) -> String {
        let url = url.isEmpty ? "" : "<fullUrl value=\"\(url)\"/>"
        return "<entry>\(url)<resource>\(resource)</resource></entry>"
    }

    private static func patient(_ name: String) -> String {
        Resource.patient().replacing("Sample", with: name)
    }

    private static func document(
        _ request: String, _ patients: [(String, String)], reference: String = "Patient/p"
    ) -> FHIRDocument {
        let request = entry(
            request, Resource.request().replacing("Patient/p", with: reference))
        let others = patients.map { entry($0.0, patient($0.1)) }.joined()
        return FHIRDocument(
            "<Bundle xmlns=\"http://hl7.org/fhir\"><type value=\"collection\"/>\(request)\(others)"
                + entry("", Resource.organization) + "</Bundle>")
    }

    private static let a = "http://a.example/fhir/"
    private static let b = "http://b.example/fhir/"
    private static let request = "http://a.example/fhir/ServiceRequest/r"

    @Test(arguments: [
        (request, [(a + "Patient/p", "A"), (b + "Patient/p", "B")], "Patient/p", "A"),
        (request, [(b + "Patient/p", "B"), (a + "Patient/p", "A")], "Patient/p", "A"),
        (
            request, [(a + "Patient/p", "A"), (b + "Patient/p", "B")],
            "http://b.example/fhir/Patient/p", "B"
        ),
        // What is on no server is of the same Bundle; so is what one server alone has.
        (request, [("", "A"), (b + "Patient/p", "B")], "Patient/p", "A"),
        (request, [("urn:uuid:1", "A")], "Patient/p", "A"),
        ("urn:uuid:2", [(b + "Patient/p", "B")], "Patient/p", "B"),
        ("", [(b + "Patient/p", "B")], "Patient/p", "B"),
        // Nobody knows who is meant.
        ("", [(a + "Patient/p", "A"), (b + "Patient/p", "B")], "Patient/p", ""),
    ])
    func theServersPatientIsMeant(
        _ request: String, _ patients: [(String, String)], _ reference: String, _ name: String
    ) {
        let found = Self.document(request, patients, reference: reference)
        #expect((found.first.member?.name.last?.string ?? "") == name)
        #expect(found.rules().contains("fhir.reference.unresolved") == name.isEmpty)
        // What is on no server may be the same.
        let isUnclear = patients.count > 1 && patients.contains { $0.0.isEmpty }
        #expect(found.rules().contains("fhir.resource.repeated") == isUnclear)
    }

    /// What one server alone has, and another is asked for, is not there.
    @Test func anotherServersPatientIsNotTaken() {
        let found = Self.document(Self.request, [(Self.b + "Patient/p", "B")])
        #expect(found.first.memberID == nil)
        #expect(found.rules().contains("fhir.reference.unresolved"))
    }

    @Test(arguments: [
        ("", ""), ("urn:uuid:1", "urn:uuid:2"), ("urn:uuid:1", "urn:uuid:1"),
        (a + "Patient/p", a + "Patient/p"), (a + "Patient/p", ""),
    ])
    func whatIsRepeatedIsTold(_ first: String, _ second: String) {
        let found = Self.document("", [(first, "A"), (second, "B")])
        #expect(found.first.member?.name.last?.string == "B")
        #expect(found.rules().contains("fhir.resource.repeated"))
    }

    @Test func tasksOfTwoServersAreTwo() {
        let task = Resource.task("t")
        let request = Resource.request()
        let found = FHIRDocument(
            "<Bundle xmlns=\"http://hl7.org/fhir\"><type value=\"collection\"/>"
                + Self.entry(Self.a + "ServiceRequest/r", request)
                + Self.entry(Self.b + "ServiceRequest/r", request)
                + Self.entry(Self.a + "Task/t", task.replacing("requested", with: "accepted"))
                + Self.entry(Self.b + "Task/t", task) + "</Bundle>")
        #expect(found.referrals.map(\.status?.string) == ["accepted", "requested"])
        #expect(found.referrals.allSatisfy { $0.statusHistory.count == 1 })
    }
}
