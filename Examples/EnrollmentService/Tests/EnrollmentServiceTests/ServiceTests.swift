import Foundation
import Hummingbird
import HummingbirdTesting
import Testing

@testable import EnrollmentService

/// The service as clients see it, through a real connection.
struct ServiceTests {
    private static let samples = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "samples/834")

    private static func sample(_ name: String) throws -> String {
        try String(contentsOf: samples.appending(path: name), encoding: .utf8)
    }

    private func post(
        _ path: String, _ body: String, limit: Int = Routes.ordinaryLimit
    ) async throws -> (status: HTTPResponse.Status, lines: [String]) {
        let application = Application(
            router: Routes(limit: limit).router,
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)))
        return try await application.test(.live) { client in
            try await client.execute(uri: path, method: .post, body: ByteBuffer(string: body)) {
                let text = String(buffer: $0.body)
                return ($0.status, text.split(separator: "\n").map(String.init))
            }
        }
    }

    @Test func itSaysThatItIsWell() async throws {
        let application = Application(router: Routes(limit: 0).router)
        try await application.test(.router) { client in
            try await client.execute(uri: "/health", method: .get) {
                #expect($0.status == .ok)
                #expect(String(buffer: $0.body) == "ok\n")
            }
        }
    }

    /// A story, the part that is asked for, and the file that holds what is to come.
    @Test(arguments: [
        ("daily-changes", "enrollments", "daily-changes.expected.ndjson"),
        ("dirty", "enrollments", "dirty.expected.ndjson"),
        ("dirty", "rejects", "dirty.rejects.expected.ndjson"),
    ])
    func linesComeBackAndThenTheSummary(
        _ story: String, _ part: String, _ expected: String
    ) async throws {
        let (status, lines) = try await post(
            "/\(part)?name=\(story).834", try Self.sample(story + ".834"))
        #expect(status == .ok)
        let records = try Self.sample(expected).split(separator: "\n").map(String.init)
        #expect(lines.dropLast() == records[...])
        #expect(
            lines.last?.hasPrefix(#"{"balanced":true,"files":[{"file":"\#(story).834""#) == true)
    }

    @Test func findingsComeAsLines() async throws {
        let (status, lines) = try await post("/findings", try Self.sample("dirty.834"))
        #expect(status == .ok)
        #expect(lines.count > 1)
        #expect(lines.dropLast().allSatisfy { $0.hasPrefix(#"{"file":"upload.834","rule":"#) })
        #expect(lines.last?.hasPrefix(#"{"balanced":true"#) == true)
    }

    @Test(arguments: [("", "empty"), ("%PDF-1.7 secret", "PDF document"), ("secret", "text")])
    func whatIsNoX12IsRefused(_ body: String, _ reason: String) async throws {
        let (status, lines) = try await post("/enrollments", body)
        #expect(status == .unprocessableContent)
        #expect(lines.joined().contains(reason))
        #expect(!lines.joined().contains("secret"))
    }

    @Test func whatIsTooLongIsRefused() async throws {
        let (status, _) = try await post("/enrollments", try Self.sample("dirty.834"), limit: 100)
        #expect(status == .contentTooLarge)
    }
}
