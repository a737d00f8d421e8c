import Foundation
import Testing

/// Files that nobody of this project wrote, where they lie beside it.
struct CorpusTests {
    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "shared/corpus")

    /// The files below the folders whose names begin so.
    private static func files(_ prefix: String) -> [URL] {
        let manager = FileManager.default
        let names = (try? manager.contentsOfDirectory(atPath: folder.path)) ?? []
        if names.isEmpty { print("The corpus is not there: \(folder.path). Nothing was tested.") }
        return names.filter { $0.hasPrefix(prefix) }.sorted().flatMap { name in
            let place = folder.appending(path: name)
            let paths = (try? manager.subpathsOfDirectory(atPath: place.path)) ?? []
            return paths.sorted().map { place.appending(path: $0) }
        }.filter { !$0.hasDirectoryPath && isFile($0) }
    }

    private static func isFile(_ url: URL) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
            && !isFolder.boolValue
    }

    /// Each file converts, or is refused in one line.
    @Test func rosters() throws {
        let convert = try TableTrial()
        var layouts: Set<String> = []
        for file in Self.files("rosters-tabular") {
            let name = file.lastPathComponent
            let outcome = try convert(Array(Data(contentsOf: file)), name: name)
            #expect(outcome.isBalanced, "\(name)")
            #expect([0, 1, 65].contains(outcome.status), "\(name)")
            if outcome.status == 65 {
                #expect(!outcome.failure.isEmpty, "\(name)")
            } else {
                layouts.insert(outcome.layout)
                let rows = outcome.books("rows")
                #expect(rows[2] == outcome.records.count, "\(name)")
                #expect(rows[3] == outcome.rejects.count, "\(name)")
            }
        }
        if Self.files("rosters-tabular").isEmpty { return }
        #expect(
            layouts.isSuperset(of: [
                "cp-assignment", "cp-enrollment", "cp-payment", "ed-ip-visits",
                "member-enrollment-roster", "member-roster",
            ]))
    }

    @Test func enrollments() throws {
        let convert = try Trial()
        for file in Self.files("x12-834") {
            let name = file.lastPathComponent
            let bytes = try Data(contentsOf: file)
            let outcome = try convert(bytes)
            #expect(outcome.flaws(of: bytes).isEmpty, "\(name)")
            #expect(outcome.status != 65, "\(name)")
            if outcome.rules.contains("x12.guide.unknown") {
                #expect(outcome.rejects.contains { $0.recordType == "unreadable" }, "\(name)")
            } else {
                let rejected = outcome.rejects.count { $0.recordType == "enrollment" }
                let records = outcome.records.count + rejected
                #expect(records == Self.memberCount(bytes), "\(name)")
                #expect(outcome.file.guide == "005010X220A1", "\(name)")
            }
        }
    }

    /// A profile finds what is odd with one partner, and takes no record away: not from files of that
    /// partner (which choose it), nor from those of others.
    @Test func theProfileAddsNoError() throws {
        let plain = try Trial(profile: .none)
        let automatic = try Trial()
        let profiled = try Trial(profile: .named("masshealth"))
        for file in Self.files("x12-834") {
            let bytes = try Data(contentsOf: file)
            let expected = try plain(bytes)
            for outcome in [try automatic(bytes), try profiled(bytes)] {
                let name = file.lastPathComponent
                #expect(outcome.flaws(of: bytes).isEmpty, "\(name)")
                #expect(outcome.file.findings.error <= expected.file.findings.error, "\(name)")
                #expect(outcome.file.records.accepted >= expected.file.records.accepted, "\(name)")
            }
        }
    }

    /// Counts INS segments by splitting alone.
    private static func memberCount(_ bytes: Data) -> Int {
        let text = String(decoding: bytes, as: UTF8.self).drop { $0 == "\u{FEFF}" }
        let terminator = text.contains("~") ? "~" : "\n"
        return text.components(separatedBy: terminator).count {
            $0.trimmingCharacters(in: .whitespacesAndNewlines).hasPrefix("INS*")
        }
    }

    @Test func otherX12() throws {
        let convert = try Trial()
        for file in Self.files("x12-") where !file.path.contains("/x12-834/") {
            let bytes = try Data(contentsOf: file)
            let outcome = try convert(bytes)
            #expect(outcome.flaws(of: bytes).isEmpty, "\(file.lastPathComponent)")
            let isKnown = outcome.file.kind == "834" || outcome.file.kind == "837"
            #expect(outcome.records.isEmpty || isKnown, "\(file.path)")
        }
    }
}
