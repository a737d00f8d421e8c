import CareModel
import Testing

struct FHIRReferenceTests {
    /// The patient by each way of naming one.
    @Test(arguments: [
        ("Patient/p", "", "<id value=\"p\"/>"),
        ("Patient/p/_history/2", "", "<id value=\"p\"/>"),
        ("urn:uuid:7b1c", "urn:uuid:7b1c", ""),
        ("https://x.example/fhir/Patient/p", "https://x.example/fhir/Patient/p", ""),
        ("https://x.example/fhir/Patient/p", "", "<id value=\"p\"/>"),
        ("Patient/p", "https://x.example/fhir/Patient/p", "<id value=\"p\"/>"),
    ])
    func patientIsFound(_ reference: String, _ url: String, _ id: String) {
        let entry = url.isEmpty ? "" : "<fullUrl value=\"\(url)\"/>"
        let document = FHIRDocument(
            """
            <Bundle xmlns="http://hl7.org/fhir"><type value="collection"/>
            <entry><resource><ServiceRequest><status value="active"/><intent value="order"/>
            <subject><reference value="\(reference)"/></subject>
            </ServiceRequest></resource></entry>
            <entry>\(entry)<resource><Patient>\(id)<name><family value="Sample"/></name>
            </Patient></resource></entry></Bundle>
            """)
        #expect(document.first.member?.name.last?.string == "Sample")
        #expect(document.rules().isEmpty)
    }

    @Test func containedPatientIsFound() {
        let document = FHIRDocument(
            """
            <ServiceRequest xmlns="http://hl7.org/fhir">
            <contained><Patient><id value="p"/><name><family value="Sample"/></name></Patient>
            </contained><contained><Organization><id value="o"/><name value="Pantry"/>
            </Organization></contained><status value="active"/><intent value="order"/>
            <subject><reference value="#p"/></subject><performer><reference value="#o"/>
            </performer></ServiceRequest>
            """)
        #expect(document.first.member?.name.last?.string == "Sample")
        #expect(document.first.to?.organization?.name?.string == "Pantry")
        #expect(document.rules().isEmpty)
    }

    /// What is not there is told of, and what the reference says is kept.
    @Test(arguments: [
        ("Patient/q", "fhir.reference.unresolved"), ("#q", "fhir.reference.unresolved"),
        ("urn:uuid:1", "fhir.reference.unresolved"),
        ("https://x.example/fhir/Patient/p", "fhir.reference.elsewhere"),
    ])
    func missingPatientIsTold(_ reference: String, _ rule: String) {
        let document = FHIRDocument(
            """
            <ServiceRequest xmlns="http://hl7.org/fhir"><status value="active"/>
            <intent value="order"/><subject><reference value="\(reference)"/>
            <identifier><value value="100000000999"/></identifier><display value="Ann Sample"/>
            </subject></ServiceRequest>
            """)
        #expect(document.rules() == [rule])
        #expect(document.first.member?.name.last?.string == "Ann Sample")
        #expect(document.first.memberID?.text.string == "100000000999")
        #expect(document.first.member?.identifiers.last?.value?.string == reference)
        #expect(document.first.member?.identifiers.last?.type?.string == "reference")
        #expect(document.first.other.isEmpty)
    }

    @Test func anotherServersPatientIsNobodyHere() {
        let document = FHIRDocument(
            bundle(
                Resource.request().replacing(
                    "Patient/p", with: "https://elsewhere.example/Patient/p"),
                Resource.organization
            )
            .replacing(
                "</Bundle>",
                with: """
                    <entry><fullUrl value="https://here.example/Patient/p"/><resource>\
                    \(Resource.patient())</resource></entry></Bundle>
                    """))
        #expect(document.first.memberID == nil)
        #expect(
            document.rules() == ["fhir.resource.unused", "fhir.reference.elsewhere"].reversed())
    }
}
