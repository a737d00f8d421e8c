import CareModel
import Testing

@testable import Referrals

/// Which version of a Task is the newest, and which of several Tasks tells where a referral stands.
struct FHIRVersionTests {
    /// Versions of one Task as they stand in the Bundle: what each has in `meta`, its last change
    /// and its status.
    struct Case: Sendable {
        let versions: [(meta: String, modified: String, status: String)]
        let history: [String]
        var type = "collection"

        init(
            _ versions: [(String, String, String)], _ history: String...,
            type: String = "collection"
        ) {
            self.versions = versions
            self.history = history
            self.type = type
        }
    }

    private static func updated(_ moment: String, _ version: String = "") -> String {
        let number = version.isEmpty ? "" : "<versionId value=\"\(version)\"/>"
        return "\(number)<lastUpdated value=\"\(moment)\"/>"
    }

    private static func version(_ number: String) -> String { "<versionId value=\"\(number)\"/>" }

    static let cases: [Case] = [
        Case(
            [
                (updated("2026-03-05T10:00:00-05:00"), "", "accepted"),
                (updated("2026-03-05T14:00:00Z"), "", "requested"),
            ], "requested", "accepted"),
        Case(
            [
                (updated("2026-03-05T10:00:00.5Z"), "", "accepted"),
                (updated("2026-03-05T10:00:00Z"), "", "requested"),
            ], "requested", "accepted"),
        Case(
            [
                (updated("2026-03-05T10:00:00Z", "2"), "", "accepted"),
                (updated("2026-03-05T05:00:00-05:00", "1"), "", "requested"),
            ], "requested", "accepted"),
        Case(
            [(version("10"), "", "completed"), (version("9"), "", "in-progress")], "in-progress",
            "completed"),
        Case(
            [
                ("", "2026-03-09T10:00:00Z", "completed"),
                ("", "2026-03-05T10:00:00Z", "in-progress"),
                ("", "2026-03-02T10:00:00Z", "accepted"),
            ], "accepted", "in-progress", "completed"),
        Case(
            [("", "2026-03-09", "completed"), ("", "2026-03-05T10:00:00Z", "in-progress")],
            "in-progress", "completed"),
        Case([("", "", "requested"), ("", "", "accepted")], "requested", "accepted"),
        // The history of a server has the newest first, unless the versions say otherwise.
        Case(
            [("", "", "accepted"), ("", "", "requested")], "requested", "accepted",
            type: "history"),
        Case(
            [(version("1"), "", "requested"), (version("2"), "", "accepted")], "requested",
            "accepted", type: "history"),
        // What one alone has tells nothing.
        Case(
            [(version("7"), "", "requested"), ("", "", "accepted")], "requested", "accepted"),
    ]

    @Test(arguments: cases)
    func theNewestIsWhereItStands(_ versions: Case) {
        let tasks = versions.versions.map { version in
            let meta = version.meta.isEmpty ? "" : "<meta>\(version.meta)</meta>"
            let modified =
                version.modified.isEmpty ? "" : "<lastModified value=\"\(version.modified)\"/>"
            return Resource.task("t", of: "ServiceRequest/r", meta, status: version.status)
                .replacing("<owner>", with: "\(modified)<owner>")
        }
        let all = tasks + [Resource.request(), Resource.patient(), Resource.organization]
        let entries = all.map { "<entry><resource>\($0)</resource></entry>" }.joined()
        let found = FHIRDocument(
            "<Bundle xmlns=\"http://hl7.org/fhir\"><type value=\"\(versions.type)\"/>\(entries)"
                + "</Bundle>")
        #expect(found.referrals.count == 1)
        #expect(found.first.status?.string == versions.history.last)
        #expect(found.first.statusHistory.map { $0.status?.string ?? "" } == versions.history)
        #expect(found.rules("referral.status").isEmpty)
    }

    /// Of what is no referral the newest counts as well.
    @Test(arguments: [("history", "Ann"), ("collection", "Bea")])
    func theNewestPatientCounts(_ type: String, _ name: String) {
        let found = FHIRDocument(
            bundle(
                Resource.request(), Resource.patient(),
                Resource.patient().replacing("Ann", with: "Bea"), Resource.organization, type: type)
        )
        #expect(found.first.member?.name.first?.string == name)
        #expect(found.rules().contains("fhir.resource.repeated") == (type == "collection"))
    }

    // MARK: Several Tasks

    private static func task(_ id: String, _ status: String, _ more: String = "") -> String {
        Resource.task(id, status: status).replacing("<owner>", with: "\(more)<owner>")
    }

    private static func part(_ id: String, _ status: String, of whole: String) -> String {
        Resource.task(id, status: status).replacing(
            "<focus><reference value=\"ServiceRequest/r\"/></focus>",
            with: "<partOf><reference value=\"Task/\(whole)\"/></partOf>")
    }

    private static func on(_ day: String) -> String { "<lastModified value=\"\(day)\"/>" }

    @Test(arguments: [
        ([part("t", "completed", of: "main"), task("main", "in-progress")], "in-progress"),
        ([task("main", "in-progress"), part("t", "completed", of: "main")], "in-progress"),
        (
            [
                part("s", "failed", of: "t"), part("t", "completed", of: "main"),
                task("main", "accepted"),
            ], "accepted"
        ),
        (
            [
                task("a", "rejected", on("2026-03-03T10:00:00Z")),
                task("b", "in-progress", on("2026-03-09T10:00:00Z")),
            ], "in-progress"
        ),
        (
            [
                task("a", "accepted", on("2026-03-03T10:00:00Z")),
                task("b", "rejected", on("2026-03-09T10:00:00Z")),
            ], "accepted"
        ),
        (
            [
                task("a", "completed", on("2026-03-09T23:00:00-05:00")),
                task("b", "in-progress", on("2026-03-10T01:00:00Z")),
            ], "completed"
        ),
        (
            [task("a", "completed", on("2026-03-03")), task("b", "accepted", on("2026-03-09"))],
            "accepted"
        ),
        ([task("a", "accepted"), task("b", "requested")], "accepted"),
        ([task("a", "rejected"), task("b", "failed")], "rejected"),
    ])
    func oneTaskTellsWhereItStands(_ tasks: [String], _ status: String) {
        let all = [Resource.request()] + tasks + [Resource.patient(), Resource.organization]
        let entries = all.map { "<entry><resource>\($0)</resource></entry>" }.joined()
        let found = FHIRDocument(
            "<Bundle xmlns=\"http://hl7.org/fhir\"><type value=\"collection\"/>\(entries)</Bundle>")
        #expect(found.referrals.count == 1)
        #expect(found.first.status?.string == status)
        #expect(found.first.statusHistory.map(\.status?.string) == [status])
        #expect(found.first.plans.count == tasks.count - 1)
        #expect(found.first.plans.allSatisfy { $0.kind?.string == "task" && $0.status != nil })
        #expect(found.rules("referral.status").isEmpty)
    }

    // MARK: Moments

    @Test(arguments: [
        ("2026-03-05T10:00:00-05:00", "2026-03-05T14:00:00Z"),
        ("2026-03-05T10:00:00.5Z", "2026-03-05T10:00:00Z"),
        ("2026-03-05T10:00:00.25Z", "2026-03-05T10:00:00.2Z"),
        ("2026-03-01T00:30:00Z", "2026-02-28T23:59:59Z"),
        ("2024-02-29T00:00:00Z", "2024-02-28T23:59:59.999Z"),
        ("2027-01-01T00:00:00+00:00", "2027-01-01T00:30:00+01:00"),
        ("2026-03-05T10:00:00Z", "0001-01-01T00:00:00Z"),
    ])
    func momentsAreCompared(_ later: String, _ earlier: String) throws {
        let moments = [later, earlier].map { text in
            Array(text.utf8).withUnsafeBufferPointer { Instant($0) }
        }
        #expect(try #require(moments[1]) < #require(moments[0]))
    }

    @Test(arguments: [
        "", "2026-03-05", "2026-03-05T10:00:00", "2026-03-05T10", "2026-03-05T25:00:00Z",
        "2026-03-05T10:60:00Z", "2026-02-30T10:00:00Z", "2026-03-05T10:00:00+05", "T10:00:00Z",
        "2026-03-05T10:00:00ZZ", "2026-03-05T1:00:00Z",
    ])
    func whatIsNoMoment(_ text: String) {
        #expect(Array(text.utf8).withUnsafeBufferPointer { Instant($0) } == nil)
    }
}
