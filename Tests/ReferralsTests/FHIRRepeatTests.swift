import CareModel
import Testing

/// Where FHIR has an element once, the first counts, and the others are told.
struct FHIRRepeatTests {
    private static let text = bundle(
        Resource.request(), Resource.task(), Resource.patient(), Resource.organization)

    private static let subject = "<subject><reference value=\"Patient/p\"/></subject>"

    /// What stands once, what is put in its place, and the others of it.
    private static let cases: [(String, String, [String])] = [
        (
            "<status value=\"active\"/>", "<status value=\"active\"/><status value=\"draft\"/>",
            ["ServiceRequest/status=draft"]
        ),
        (
            subject, "\(subject)<subject><reference value=\"Patient/q\"/></subject>",
            ["ServiceRequest/subject/reference=Patient/q"]
        ),
        // Not beside the first.
        (
            "<performer>", "<status value=\"draft\"/><performer>", ["ServiceRequest/status=draft"]
        ),
        ("<id value=\"p\"/>", "<id value=\"p\"/><id value=\"q\"/>", ["Patient/id=q"]),
        (
            "<family value=\"Sample\"/>", "<family value=\"Sample\"/><family value=\"B\"/>",
            ["Patient/name/family=B"]
        ),
        (
            "<reference value=\"Patient/p\"/>",
            "<reference value=\"Patient/p\"/><reference value=\"Patient/q\"/>",
            ["ServiceRequest/subject/reference=Patient/q"]
        ),
        (
            "<intent value=\"order\"/><focus>",
            "<intent value=\"order\"/><focus><reference value=\"ServiceRequest/r\"/></focus><focus>",
            ["Task/focus/reference=ServiceRequest/r"]
        ),
    ]

    @Test(arguments: cases)
    func theFirstCounts(_ one: String, _ two: String, _ others: [String]) {
        #expect(Self.text.contains(one))
        let found = FHIRDocument(Self.text.replacing(one, with: two, maxReplacements: 1))
        #expect(found.rules().contains("fhir.element.repeated"))
        #expect(
            Set(found.rules()).isSubset(of: ["fhir.element.repeated", "fhir.reference.unresolved"]))
        #expect(
            found.first.other.map { "\($0.place)=\($0.value.string)" }
                == others.map { "Bundle/entry/\($0)" })
        #expect(found.first.requestStatus?.string == "active")
        #expect(found.first.status?.string == "requested")
        #expect(found.first.memberID?.text.string == "100000000999")
        #expect(found.first.member?.name.last?.string == "Sample")
    }

    /// A Task is about the first that it says.
    @Test func theFirstFocusCounts() {
        let task = Resource.task("t", status: "accepted").replacing(
            "<focus>", with: "<focus><reference value=\"ServiceRequest/s\"/></focus><focus>")
        let found = FHIRDocument(
            bundle(
                Resource.request("r"), Resource.request("s"), task, Resource.patient(),
                Resource.organization))
        #expect(found.referrals.map(\.status?.string) == [nil, "accepted"])
        #expect(found.rules() == ["fhir.element.repeated"])
    }

    /// Lists have any number.
    @Test(arguments: [
        (
            "<performer>",
            """
            <category><text value="a"/><text value="b"/></category>\
            <category><coding><code value="c"/></coding><coding><code value="d"/></coding></category>\
            <note><text value="x"/></note><note><text value="y"/></note><performer>
            """, 1
        ),
        (
            "<family value=\"Sample\"/>",
            """
            <family value="Sample"/><given value="A"/><given value="B"/><suffix value="C"/>\
            <suffix value="D"/>
            """, 0
        ),
        (
            "</Patient>",
            """
            <name><family value="B"/></name><telecom><value value="1"/></telecom><telecom>\
            <value value="2"/></telecom><address><line value="1"/><line value="2"/></address>\
            <address><city value="x"/></address><contact><relationship><text value="a"/>\
            </relationship><relationship><text value="b"/></relationship></contact></Patient>
            """, 0
        ),
        (
            "<name value=\"Pantry of Nobody\"/>",
            "<type><text value=\"a\"/></type><type><text value=\"b\"/></type><name value=\"P\"/>", 0
        ),
        (
            "<name value=\"Pantry of Nobody\"/>", "<name value=\"P\"/><name value=\"Q\"/>", 1
        ),
    ])
    func listsHaveAnyNumber(_ one: String, _ two: String, _ count: Int) {
        #expect(Self.text.contains(one))
        let found = FHIRDocument(Self.text.replacing(one, with: two, maxReplacements: 1))
        #expect(found.rules().count { $0 == "fhir.element.repeated" } == count)
    }

    /// So it is around resources.
    @Test(arguments: [
        ("<type value=\"collection\"/>", "<type value=\"collection\"/><type value=\"heap\"/>"),
        (
            "<entry><resource><Patient>",
            """
            <entry><fullUrl value="http://a.example/Patient/p"/>\
            <fullUrl value="http://b.example/Patient/q"/><resource><Patient>
            """
        ),
        (
            "</entry>",
            "<request><method value=\"PUT\"/><method value=\"DELETE\"/><url value=\"Task/t\"/></request></entry>"
        ),
    ])
    func theFirstCountsInABundle(_ one: String, _ two: String) {
        #expect(Self.text.contains(one))
        let found = FHIRDocument(Self.text.replacing(one, with: two, maxReplacements: 1))
        #expect(found.rules() == ["fhir.element.repeated"])
        #expect(found.first.memberID?.text.string == "100000000999")
    }

    /// The first of two resources in an entry has its address.
    @Test func anEntryHasOneResource() {
        let entry = "<entry><fullUrl value=\"urn:uuid:1\"/><resource>"
        let found = FHIRDocument(
            "<Bundle xmlns=\"http://hl7.org/fhir\"><type value=\"collection\"/><entry><resource>"
                + Resource.request().replacing("Patient/p", with: "urn:uuid:1")
                + "</resource></entry>\(entry)\(Resource.patient())</resource><resource>"
                + "\(Resource.organization)</resource></entry></Bundle>")
        #expect(found.first.memberID?.text.string == "100000000999")
        #expect(found.first.to?.organization?.name?.string == "Pantry of Nobody")
        #expect(found.rules() == ["fhir.element.repeated"])
    }
}
