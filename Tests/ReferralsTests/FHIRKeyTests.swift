import CareModel
import Testing

/// Which referrals, and which tasks, are the same at whoever receives them.
struct FHIRKeyTests {
    /// The addresses of a type that each Bundle puts to.
    private static func puts(_ type: String, _ text: String) -> [String] {
        FHIRWritingTests.bundles(text).flatMap { bundle in
            bundle.matches(of: /"url":"([A-Za-z]+)\/([0-9a-f-]{36})"/)
                .filter { $0.1 == type }.map { String($0.2) }
        }
    }

    private static func number(_ value: String) -> String {
        "<identifier><system value=\"urn:task\"/><value value=\"\(value)\"/></identifier>"
    }

    private static let people = [Resource.patient(), Resource.organization]

    private static func document(_ referrals: String...) -> String {
        let entries = (referrals + people).map { "<entry><resource>\($0)</resource></entry>" }
        return "<Bundle xmlns=\"http://hl7.org/fhir\"><type value=\"collection\"/>"
            + entries.joined() + "</Bundle>"
    }

    /// Two requests that one Task is based on are two, and so is what became of each.
    @Test func requestsOfOneTaskAreTwo() {
        let task = Resource.task("t", Self.number("T-9")).replacing(
            "<focus><reference value=\"ServiceRequest/r\"/></focus>",
            with: """
                <basedOn><reference value="ServiceRequest/r"/></basedOn>\
                <basedOn><reference value="ServiceRequest/s"/></basedOn>
                """)
        let text = Self.document(Resource.request("r"), Resource.request("s"), task)
        #expect(Set(Self.puts("ServiceRequest", text)).count == 2)
        #expect(Set(Self.puts("Task", text)).count == 2)
    }

    @Test(arguments: ["", number("T-9")])
    func aRequestIsTheSameWithItsTask(_ number: String) {
        let alone = Self.puts("ServiceRequest", Self.document(Resource.request("r")))
        let text = Self.document(Resource.request("r"), Resource.task("t", number))
        #expect(Self.puts("ServiceRequest", text) == alone)
        #expect(alone.count == 1)
        let own = Resource.request("r", Self.number("R-1"))
        let named = Self.puts("ServiceRequest", Self.document(own))
        #expect(
            Self.puts("ServiceRequest", Self.document(own, Resource.task("t", number))) == named)
        #expect(named != alone)
    }

    /// A Task is its request's, and of these the one with its number.
    @Test(arguments: [("T-9", "T-9", true), ("T-9", "T-10", false)])
    func aTaskHasItsNumber(_ one: String, _ other: String, _ isSame: Bool) {
        let tasks = [one, other].map {
            Self.puts(
                "Task",
                Self.document(Resource.request("r"), Resource.task("t", Self.number($0))))
        }
        #expect((tasks[0] == tasks[1]) == isSame)
    }

    /// The numbers of a Task are its own where it has a request, and are written where they were.
    @Test func numbersOfATaskAreItsOwn() throws {
        let text = Self.document(
            Resource.request("r", Self.number("R-1")), Resource.task("t", Self.number("T-9")),
            Resource.task("u", Self.number("T-10")))
        let read = FHIRDocument(text).first
        #expect(read.identifiers.map(\.value?.string) == ["R-1"])
        #expect(read.taskIdentifiers.map(\.value?.string) == ["T-9"])
        #expect(read.plans.map(\.identifier?.value?.string) == ["T-10"])
        let bundle = try #require(FHIRWritingTests.bundles(text).first)
        let again = FHIRDocument(try FHIRWritingTests.xml(bundle)).first
        #expect(again.identifiers.map(\.value?.string) == ["R-1"])
        #expect(again.taskIdentifiers.map(\.value?.string) == ["T-9"])
    }

    @Test func aTaskAloneIsTheReferral() {
        let read = FHIRDocument(Self.document(Resource.task("t", Self.number("T-9")))).first
        #expect(read.identifiers.map(\.value?.string) == ["T-9"])
        #expect(read.taskIdentifiers.isEmpty)
    }
}
