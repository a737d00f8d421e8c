import CareModel
import Testing

/// Legal forms of FHIR that few senders use.
struct FHIRTellingTests {
    private static func performer(_ reference: String) -> String {
        Resource.request().replacing(
            "<performer><reference value=\"Organization/o\"/></performer>",
            with: "<performer>\(reference)</performer>")
    }

    private static let unread: [(String, String, String?)] = [
        ("<reference value=\"CareTeam/c\"/>", "CareTeam/c", nil),
        ("<reference value=\"Device/c\"/>", "Device/c", nil),
        ("<reference value=\"CareTeam/c\"/><display value=\"Team\"/>", "CareTeam/c", "Team"),
    ]

    /// A resource of a type that is not read is named by the reference to it.
    @Test(arguments: unread)
    func whatIsNotReadIsNamed(_ reference: String, _ number: String, _ name: String?) {
        let type = number.split(separator: "/")[0]
        let document = FHIRDocument(
            bundle(
                Self.performer(reference), Resource.patient(), Resource.organization,
                "<\(type)><id value=\"c\"/></\(type)>"))
        let to = document.first.to?.organization
        #expect(to?.identifiers.first?.value?.string == number)
        #expect(to?.name?.string == name)
        #expect(document.rules("referral.receiver").isEmpty)
        #expect(document.rules() == ["fhir.resource.unused"])
    }

    @Test(arguments: [
        ("<providedBy><reference value=\"Organization/o\"/></providedBy>", "Pantry"), ("", "Boxes"),
    ])
    func aServiceIsItsProviders(_ provider: String, _ name: String) {
        let document = FHIRDocument(
            bundle(
                Self.performer("<reference value=\"HealthcareService/s\"/>"), Resource.patient(),
                Resource.organization.replacing("Pantry of Nobody", with: "Pantry"),
                "<HealthcareService><id value=\"s\"/>\(provider)<name value=\"Boxes\"/></HealthcareService>"
            ))
        #expect(document.first.to?.organization?.name?.string == name)
        #expect(document.first.to?.function?.text?.string == (provider.isEmpty ? nil : "Boxes"))
    }

    /// What had ended when the referral was written comes after what had not.
    @Test(arguments: [
        ("2019-12-31", "Now", "100000000998"), ("2026-03-02", "Then", "100000000111"),
    ])
    func whatHasEndedComesLast(_ end: String, _ last: String, _ number: String) {
        let period = "<period><end value=\"\(end)\"/></period>"
        func identifier(_ number: String, _ more: String) -> String {
            "<identifier><system value=\"urn:masshealth\"/><value value=\"\(number)\"/>\(more)</identifier>"
        }
        func name(_ name: String, _ more: String) -> String {
            "<name><use value=\"official\"/><family value=\"\(name)\"/>\(more)</name>"
        }
        let read = FHIRDocument(
            bundle(
                Resource.request("r", "<authoredOn value=\"2026-03-02\"/>"),
                """
                <Patient><id value="p"/>\(identifier("100000000111", period))\
                \(identifier("100000000998", ""))\(name("Then", period))\(name("Now", ""))</Patient>
                """, Resource.organization)
        ).first
        #expect(read.memberID?.text.string == number)
        #expect(read.member?.name.last?.string == last)
    }

    /// A Task that is based on two requests tells where both stand; its bytes are counted once.
    @Test func aTaskIsOfAllItsRequests() {
        let task = Resource.task("t", status: "accepted").replacing(
            "<focus><reference value=\"ServiceRequest/r\"/></focus>",
            with: """
                <basedOn><reference value="ServiceRequest/r"/></basedOn>\
                <basedOn><reference value="ServiceRequest/r2"/></basedOn>
                """)
        let document = FHIRDocument(
            bundle(
                Resource.request("r"), Resource.request("r2"), task, Resource.patient(),
                Resource.organization))
        #expect(document.referrals.map { $0.status?.string } == ["accepted", "accepted"])
        let own = document.units.flatMap { [$0.range] + $0.others }.sorted { $0.start < $1.start }
        #expect(zip(own, own.dropFirst()).allSatisfy { $0.end <= $1.start })
        #expect(own.count == 3)
    }

    @Test func replacedRequestsNeedNoMeta() {
        let read = FHIRDocument(
            bundle(
                Resource.request(
                    "r", "<replaces><reference value=\"ServiceRequest/q\"/></replaces>"),
                Resource.patient(), Resource.organization)
        ).first
        #expect(read.document?.replaces.first?.value?.string == "ServiceRequest/q")
    }

    /// A criterion that was entered in error makes nobody eligible.
    @Test(arguments: [("final", 1), ("entered-in-error", 0)])
    func criteriaInErrorAreNone(_ status: String, _ count: Int) {
        let read = FHIRDocument(
            bundle(
                Resource.request(), Resource.patient(), Resource.organization,
                """
                <Observation><id value="n"/><status value="\(status)"/><category><coding>\
                <system value="urn:turnpike:referral:criteria"/><code value="health-need"/>\
                </coding></category><code><coding><code value="behavioral-health"/></coding></code>\
                <subject><reference value="Patient/p"/></subject></Observation>
                """)
        ).first
        #expect(read.criteria?.healthNeeds.count ?? 0 == count)
        #expect(read.observations.count == 1 - count)
    }
}
