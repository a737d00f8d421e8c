import Conversion
import Foundation
import Testing

/// The examples of the documents are those that are compiled, and do what they say.
struct SnippetTests {
    private static let sample = Documents.root.appending(path: "samples/834/dirty.834")

    @Test(arguments: Documents.names)
    func documentsShowWhatIsCompiled(_ name: String) throws {
        let text = try Documents.text(name)
        let blocks = Documents.blocks(of: text)
        #expect(!blocks.isEmpty)
        let snippets = try Documents.snippets()
        for block in blocks where !snippets.contains(block) {
            Issue.record("\(name): no snippet is\n\(block)")
        }
        let known = Documents.imports(
            of: try Documents.text("Tests/DocumentationTests/Snippets.swift"))
        #expect(Documents.imports(of: text).isSubset(of: known))
    }

    @Test func everySnippetIsShown() throws {
        let shown = try Documents.names.flatMap { Documents.blocks(of: try Documents.text($0)) }
        for snippet in try Documents.snippets() where !shown.contains(snippet) {
            Issue.record("no document shows\n\(snippet)")
        }
    }

    @Test func aFileIsReadAndToldOf() throws {
        let path = Self.sample.path
        let file = try EnrollmentRecords(path: path)
        let coverages = file.filter(\.isAccepted).map(\.enrollment.coverages.count)
        var snippets = Snippets()
        try snippets.readFile(path)
        #expect(snippets.printed.count == coverages.reduce(0, +))
        snippets = Snippets()
        snippets.tellTheEnd(file)
        #expect(!snippets.printed.contains("clean"))
        #expect(snippets.printed.count == file.findings.count)
    }

    @Test func memoryAndChunksAreTheSame() throws {
        let bytes = Array(try Data(contentsOf: Self.sample))
        let (whole, chunks) = Snippets.readMemory(bytes, chunks: bytes.map { [$0] })
        #expect(whole.map(\.source) == chunks.map(\.source))
    }

    @Test func uploadsAreStoredAndSentOn() async throws {
        let bytes = Array(try Data(contentsOf: Self.sample))
        let accepted = EnrollmentRecords(bytes, name: "upload.834").filter(\.isAccepted)
        var stored = 0
        try await Snippets.readUpload(Self.body(bytes)) { _ in stored += 1 }
        #expect(stored == accepted.count)
        var sent = ""
        try await Snippets.sendLines(Self.body(bytes)) {
            sent += String(decoding: $0, as: UTF8.self)
        }
        #expect(sent.split(separator: "\n").count == accepted.count + 1)
        #expect(sent.contains("\"balanced\":true"))
    }

    @Test func rulesAndProfilesAreChosen() throws {
        let text = try Documents.text("samples/834/daily-changes.834")
        let bytes = Array(text.replacing("INS*Y*18*024", with: "INS*Y*18*099").utf8)
        #expect(!EnrollmentRecords(bytes, name: "a").map(\.isAccepted).allSatisfy { $0 })
        let lenient = Snippets.readLeniently(bytes)
        #expect(lenient.map(\.isAccepted).allSatisfy { $0 })
        #expect(lenient.report.profile == nil)
    }

    private static func body(_ bytes: [UInt8]) -> AsyncStream<[UInt8]> {
        AsyncStream { stream in
            for byte in bytes { stream.yield([byte]) }
            stream.finish()
        }
    }
}
