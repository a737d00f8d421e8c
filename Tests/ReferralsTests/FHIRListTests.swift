import CareModel
import Testing

/// Where a field of the record stands for a list of FHIR's, a code of another list is none of it.
struct FHIRListTests {
    private static let own = "http://terminology.hl7.org/CodeSystem/"

    private static func coding(_ system: String, _ code: String) -> String {
        let system = system.isEmpty ? "" : "<system value=\"\(system)\"/>"
        return "<coding>\(system)<code value=\"\(code)\"/></coding>"
    }

    private static func document(_ resource: String) -> FHIRDocument {
        FHIRDocument(
            bundle(
                Resource.request(), Resource.patient(), resource, Resource.organization))
    }

    private static func condition(_ name: String, _ concept: String) -> FHIRDocument {
        document(
            """
            <Condition><id value="c"/><\(name)>\(concept)</\(name)><code><text value="Fire"/></code>\
            <subject><reference value="Patient/p"/></subject></Condition>
            """)
    }

    /// Codings of a status, the status that is read, and what is told beside it.
    private static let statuses: [(String, String?, [String])] = [
        (coding(own + "condition-clinical", "active"), "active", []),
        (coding("http://hl7.org/fhir/condition-clinical", "active"), "active", []),
        (coding("", "active"), "active", []),
        (coding("urn:local", "active"), nil, ["system=urn:local", "code=active"]),
        (
            coding(own + "allergyintolerance-clinical", "active"), nil,
            ["system=\(own)allergyintolerance-clinical", "code=active"]
        ),
        (
            coding("urn:local", "1") + coding(own + "condition-clinical", "resolved"), "resolved",
            ["system=urn:local", "code=1"]
        ),
    ]

    @Test(arguments: statuses)
    func aStatusIsOfItsList(_ concept: String, _ status: String?, _ other: [String]) {
        let found = Self.condition("clinicalStatus", concept)
        #expect(found.first.problems.map(\.status?.string) == [status])
        let place = "Bundle/entry/Condition/clinicalStatus/coding/"
        #expect(
            found.first.other.map { "\($0.place)=\($0.value.string)" } == other.map { place + $0 })
        #expect(found.rules() == (status == nil ? ["fhir.code.system"] : []))
    }

    @Test(arguments: [
        ("condition-ver-status", "confirmed"), ("condition-clinical", nil), ("v3-ActStatus", nil),
    ])
    func soIsAVerification(_ list: String, _ status: String?) {
        let found = Self.condition(
            "verificationStatus", Self.coding(Self.own + list, "confirmed"))
        #expect(found.first.problems.map(\.verification?.string) == [status])
        #expect(found.first.other.isEmpty == (status != nil))
    }

    @Test(arguments: [("goal-achievement", "achieved"), ("goal-priority", nil)])
    func soIsAnAchievement(_ list: String, _ kind: String?) {
        let found = Self.document(
            """
            <Goal><id value="g"/><lifecycleStatus value="active"/><achievementStatus>\
            \(Self.coding(Self.own + list, "achieved"))</achievementStatus><description>\
            <text value="Eat"/></description><subject><reference value="Patient/p"/></subject></Goal>
            """)
        #expect(found.first.goals.map(\.kind?.string) == [kind])
        #expect(found.first.other.isEmpty == (kind != nil))
    }

    /// `MA` of another list is no Medicaid number.
    @Test(arguments: [
        (own + "v2-0203", "MA", "RI-1"), ("http://hl7.org/fhir/v2/0203", "MA", "RI-1"),
        ("", "MA", "RI-1"), ("urn:plan", nil, nil),
    ])
    func soIsTheTypeOfANumber(_ system: String, _ type: String?, _ number: String?) {
        let patient = """
            <Patient><id value="p"/><identifier><type>\(Self.coding(system, "MA"))</type>\
            <value value="RI-1"/></identifier></Patient>
            """
        let found = FHIRDocument(bundle(Resource.request(), patient, Resource.organization))
        #expect(found.first.member?.identifiers.map(\.type?.string) == [type])
        #expect(found.first.memberID?.text.string == number)
        #expect(found.first.other.count == (type == nil ? 2 : 0))
    }

    @Test(arguments: [("urn:ietf:bcp:47", "ht"), ("", "ht"), ("urn:iso:639-2", nil)])
    func soIsALanguage(_ system: String, _ code: String?) {
        let patient = Resource.patient(
            "p",
            "<communication><language>\(Self.coding(system, "ht"))</language></communication>")
        let found = FHIRDocument(bundle(Resource.request(), patient, Resource.organization))
        #expect(found.first.member?.languages.map(\.code?.string) == [code])
        #expect(found.first.other.count == (code == nil ? 2 : 0))
    }

    @Test(arguments: [("coverage-class", "7"), ("coverage-copay-type", nil)])
    func soIsTheClassOfACoverage(_ list: String, _ group: String?) {
        let found = Self.document(
            """
            <Coverage><id value="v"/><beneficiary><reference value="Patient/p"/></beneficiary><class>\
            <type>\(Self.coding(Self.own + list, "group"))</type><value value="7"/></class></Coverage>
            """)
        #expect(found.first.coverages.map(\.group?.string) == [group])
        #expect(found.first.other.count == (group == nil ? 3 : 0))
    }

    @Test(arguments: [("v3-ActCode", "permit"), ("v3-RoleCode", nil)])
    func soIsTheRuleOfAConsent(_ list: String, _ decision: String?) {
        let found = Self.document(
            """
            <Consent><id value="n"/><patient><reference value="Patient/p"/></patient><policyRule>\
            \(Self.coding(Self.own + list, "OPTIN"))</policyRule></Consent>
            """)
        #expect(found.first.consents.map(\.decision?.string) == [decision])
    }
}
