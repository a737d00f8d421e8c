import CareModel
import Testing

/// Who has a part in a referral of FHIR, and what they are when they are written again.
struct FHIRPartyTests {
    private static func request(_ requester: String, _ more: String = "") -> String {
        """
        <ServiceRequest><id value="r"/><status value="active"/><intent value="order"/>\
        <subject><reference value="Patient/p"/></subject><requester>\(requester)</requester>\
        <performer><reference value="Organization/o"/></performer>\(more)</ServiceRequest>
        """
    }

    private static func reference(_ to: String, _ display: String? = nil) -> String {
        "<reference value=\"\(to)\"/>" + (display.map { "<display value=\"\($0)\"/>" } ?? "")
    }

    private static func document(_ request: String, _ more: String...) -> String {
        let entries = ([request, Resource.patient(), Resource.organization] + more).map {
            "<entry><resource>\($0)</resource></entry>"
        }
        return "<Bundle xmlns=\"http://hl7.org/fhir\"><type value=\"collection\"/>"
            + entries.joined() + "</Bundle>"
    }

    /// The types of the resources of the first Bundle.
    private static func types(_ text: String) -> [String] {
        FHIRWritingTests.bundles(text).first.map { bundle in
            bundle.matches(of: /"url":"([A-Za-z]+)\//).map { String($0.1) }
        } ?? []
    }

    private static func again(_ text: String) throws -> FHIRDocument {
        FHIRDocument(
            try FHIRWritingTests.xml(#require(FHIRWritingTests.bundles(text).first)))
    }

    /// A member who refers themselves is no practitioner with the member's number.
    @Test func theMemberRefers() throws {
        let text = Self.document(Self.request(Self.reference("Patient/p")))
        let read = FHIRDocument(text).first
        #expect(read.from?.practitioner?.kind?.string == "member")
        #expect(read.from?.practitioner?.name.last?.string == "Sample")
        #expect(read.from?.practitioner?.identifiers == [])
        #expect(read.other.isEmpty)
        #expect(!Self.types(text).contains("Practitioner"))
        let bundle = try Self.again(text)
        #expect(bundle.first.from?.practitioner?.kind?.string == "member")
    }

    @Test func aMemberWhoIsNotHereRefers() {
        let text = """
            <Bundle xmlns="http://hl7.org/fhir"><type value="collection"/><entry><resource>\
            \(Self.request(Self.reference("Patient/p", "Ann Sample")))</resource></entry></Bundle>
            """
        let read = FHIRDocument(text).first
        #expect(read.from?.practitioner?.kind?.string == "member")
        #expect(read.from?.practitioner?.name.last?.string == "Ann Sample")
    }

    private static let mother = """
        <RelatedPerson><id value="mom"/><patient><reference value="Patient/p"/></patient>\
        <relationship><text value="mother"/></relationship><name><family value="Test"/></name>\
        </RelatedPerson>
        """

    @Test(arguments: [[], [mother]])
    func somebodyCloseRefers(_ more: [String]) throws {
        let request = Self.request(Self.reference("RelatedPerson/mom", "Mom Test"))
        let text = more.isEmpty ? Self.document(request) : Self.document(request, more[0])
        let read = FHIRDocument(text).first
        #expect(read.from?.organization == nil)
        #expect(read.from?.practitioner?.kind?.string == "related-person")
        let name = more.isEmpty ? "Mom Test" : "Test"
        #expect(read.from?.practitioner?.name.last?.string == name)
        #expect(read.from?.function?.text?.string == (more.isEmpty ? nil : "mother"))
        #expect(!read.other.contains { $0.place.contains("patient") })
        #expect(!Self.types(text).contains("Practitioner"))
        let again = try Self.again(text)
        #expect(again.first.from?.practitioner?.kind?.string == "related-person")
        #expect(again.first.from?.practitioner?.name.last?.string == name)
        #expect(again.rules().isEmpty)
    }

    /// Who is close to another patient is not close to the member.
    @Test func somebodyElsesMotherRefers() {
        let text = Self.document(
            Self.request(Self.reference("RelatedPerson/mom")),
            Self.mother.replacing("Patient/p", with: "Patient/q"),
            Resource.patient("q").replacing("100000000999", with: "100000000111"))
        let from = FHIRDocument(text).first.from
        #expect(from?.practitioner?.name.last?.string == "Test")
        #expect(from?.practitioner?.kind == nil)
    }

    private static let hub = "<Organization><id value=\"x\"/><name value=\"Hub\"/></Organization>"

    /// A Task may have another owner than whom the request asks; that of a further Task is no
    /// owner of the first.
    @Test(arguments: [(["x"], "owner"), (["o", "x"], "performer")])
    func aTaskHasItsOwner(_ owners: [String], _ role: String) throws {
        let tasks = owners.enumerated().map { index, owner in
            Resource.task("t\(index)").replacing("Organization/o", with: "Organization/\(owner)")
        }
        let text = bundle(
            Resource.request(), tasks[0], tasks.last ?? "", Resource.patient(),
            Resource.organization, Self.hub)
        let read = FHIRDocument(text).first
        #expect(read.to?.organization?.name?.string == "Pantry of Nobody")
        #expect(read.participants.map { $0.role?.string } == [role])
        let again = try Self.again(text).first
        #expect(again.to?.organization?.name?.string == "Pantry of Nobody")
        #expect(
            again.participants.filter { $0.role?.string == "owner" }
                .map { $0.organization?.name?.string } == (role == "owner" ? ["Hub"] : []))
    }

    /// A reference by a number alone says what it is of.
    @Test(arguments: [
        ("Practitioner", nil), ("RelatedPerson", "related-person"), ("Organization", nil),
    ])
    func aReferenceHasAType(_ type: String, _ kind: String?) {
        let number = "<identifier><system value=\"urn:x\"/><value value=\"7\"/></identifier>"
        let request = Self.request(
            "<type value=\"\(type)\"/>\(number)<display value=\"Doe\"/>")
        let from = FHIRDocument(Self.document(request)).first.from
        #expect((from?.practitioner == nil) == (type == "Organization"))
        #expect(from?.practitioner?.kind?.string == kind)
    }

    // MARK: Places, and who looks after the member

    @Test func aPlaceIsTold() throws {
        let place = """
            <Location><id value="l"/><name value="Pantry"/><address><line value="5 Way"/>\
            <city value="Boston"/></address></Location>
            """
        let text = Self.document(
            Self.request(
                Self.reference("Organization/o"),
                "<locationReference>\(Self.reference("Location/l"))</locationReference>"), place)
        for document in [FHIRDocument(text), try Self.again(text)] {
            let party = document.first.participants.first
            #expect(party?.role?.string == "location")
            #expect(party?.organization?.name?.string == "Pantry")
            #expect(party?.organization?.addresses.first?.address.city?.string == "Boston")
            #expect(!document.first.other.contains { $0.place.contains("ocation") })
            #expect(document.rules().isEmpty)
        }
        #expect(Self.types(text).contains("Location"))
    }

    @Test func whoLooksAfterTheMemberIsTold() throws {
        let patient = Resource.patient(
            "p",
            """
            <generalPractitioner>\(Self.reference("Practitioner/g"))</generalPractitioner>\
            <generalPractitioner>\(Self.reference("Organization/x", "Clinic"))\
            </generalPractitioner>\
            <managingOrganization>\(Self.reference("Organization/m"))</managingOrganization>
            """)
        let text = bundle(
            Resource.request(), patient, Resource.organization,
            """
            <Practitioner><id value="g"/><identifier><system \
            value="http://hl7.org/fhir/sid/us-npi"/><value value="1245319599"/></identifier>\
            <name><family value="Doe"/></name></Practitioner>
            """, "<Organization><id value=\"m\"/><name value=\"Manager\"/></Organization>")
        let roles = [
            "general-practitioner", "general-practitioner", "managing-organization",
        ]
        for document in [FHIRDocument(text), try Self.again(text)] {
            let parties = document.first.participants
            #expect(parties.map(\.role?.string) == roles)
            #expect(parties.first?.practitioner?.npi?.value?.text.string == "1245319599")
            #expect(parties.first?.practitioner?.name.last?.string == "Doe")
            #expect(parties.dropFirst().first?.organization?.name?.string == "Clinic")
            #expect(parties.last?.organization?.name?.string == "Manager")
            #expect(!document.rules().contains("fhir.resource.unused"))
        }
    }
}
