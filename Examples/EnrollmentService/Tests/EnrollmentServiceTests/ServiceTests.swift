import Foundation
import Hummingbird
import Testing

@testable import EnrollmentService

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// The service as clients see it, through a real connection.
struct ServiceTests {
    private static let samples = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "samples/834")

    private static func sample(_ name: String) throws -> Data {
        try Data(contentsOf: samples.appending(path: name))
    }

    /// Sends a request to a service of its own; the status and the lines of the answer.
    private func send(
        _ path: String, _ body: Data? = nil, limit: Int = Routes.ordinaryLimit
    ) async throws -> (status: Int, lines: [String]) {
        let (ports, announce) = AsyncStream.makeStream(of: Int.self)
        let application = Application(
            router: Routes(limit: limit).router,
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { announce.yield($0.localAddress?.port ?? 0) })
        let service = Task { try await application.run() }
        defer { service.cancel() }
        let port = try #require(await ports.first { _ in true })
        let url = try #require(URL(string: "http://127.0.0.1:\(port)/\(path)"))
        var request = URLRequest(url: url)
        request.httpMethod = body == nil ? "GET" : "POST"
        request.httpBody = body
        let (answer, response) = try await URLSession.shared.data(for: request)
        let status = try #require(response as? HTTPURLResponse).statusCode
        let text = String(decoding: answer, as: UTF8.self)
        return (status, text.split(separator: "\n").map(String.init))
    }

    @Test func itSaysThatItIsWell() async throws {
        let (status, lines) = try await send("health")
        #expect(status == 200 && lines == ["ok"])
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
        let (status, lines) = try await send(
            "\(part)?name=\(story).834", try Self.sample(story + ".834"))
        #expect(status == 200)
        let text = String(decoding: try Self.sample(expected), as: UTF8.self)
        let records = text.split(separator: "\n").map(String.init)
        #expect(lines.dropLast() == records[...])
        #expect(
            lines.last?.hasPrefix(#"{"balanced":true,"files":[{"file":"\#(story).834""#) == true)
    }

    @Test func findingsComeAsLines() async throws {
        let (status, lines) = try await send("findings", try Self.sample("dirty.834"))
        #expect(status == 200)
        #expect(lines.count > 1)
        #expect(lines.dropLast().allSatisfy { $0.hasPrefix(#"{"file":"upload.834","rule":"#) })
        #expect(lines.last?.hasPrefix(#"{"balanced":true"#) == true)
    }

    @Test(arguments: [("", "empty"), ("%PDF-1.7 secret", "PDF document"), ("secret", "text")])
    func whatIsNoX12IsRefused(_ body: String, _ reason: String) async throws {
        let (status, lines) = try await send("enrollments", Data(body.utf8))
        #expect(status == 422)
        #expect(lines.joined().contains(reason))
        #expect(!lines.joined().contains("secret"))
    }

    @Test func whatIsTooLongIsRefused() async throws {
        let (status, _) = try await send("enrollments", try Self.sample("dirty.834"), limit: 100)
        #expect(status == 413)
    }
}
