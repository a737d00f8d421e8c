import Conversion
import Foundation
import Testing

/// What referrals become as FHIR, by the W3C schema of FHIR R4, where Python has lxml and the schema
/// lies beside the project.
struct FHIRSchemaTests {
    private static let schemas = Samples.root.deletingLastPathComponent()
        .appending(path: "shared/corpus/xml-schemas/fhir-ru__fhir-ru.github.io")

    /// Runs the script; its exit status, -1 where Python is not there.
    private static func check(_ files: [String]) -> Int32 {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        let script = Samples.root.appending(path: "scripts/check-fhir").path
        process.arguments = ["python3", script, schemas.path] + files
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        do { try process.run() } catch { return -1 }
        process.waitUntilExit()
        return process.terminationStatus
    }

    static let hasSchema = check([]) == 0

    /// The Bundles of a story, those of records with errors too.
    private func bundles(_ story: String, into folder: URL) throws -> URL {
        let place = folder.appending(path: "bundles.ndjson")
        var options = ConversionOptions()
        options.format = .fhir
        options.errorHandling = .keep
        var destinations = Converter.Destinations()
        destinations.records = place.path
        destinations.report = .text(folder.appending(path: "findings.txt").path)
        _ = Converter(options: options, destinations: destinations)
            .run([Samples.input(story).path])
        return place
    }

    private func withFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "turnpike-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    static let stories = Samples.stories.filter { $0.hasPrefix("referrals/") }

    @Test(arguments: stories)
    func aStoryIsTransactionsOfFHIR(_ story: String) throws {
        try withFolder { folder in
            let text = try String(contentsOf: bundles(story, into: folder), encoding: .utf8)
            let lines = text.split(separator: "\n")
            #expect(!lines.isEmpty)
            for line in lines {
                let bundle = try JSONSerialization.jsonObject(with: Data(line.utf8))
                let members = try #require(bundle as? [String: Any])
                #expect(members["type"] as? String == "transaction")
                let entries = try #require(members["entry"] as? [[String: Any]])
                let types = entries.compactMap {
                    ($0["resource"] as? [String: Any])?["resourceType"] as? String
                }
                #expect(types.count == entries.count)
                #expect(types.contains("ServiceRequest") && types.last == "Task")
            }
        }
    }

    @Test(.enabled(if: hasSchema, "no lxml here (scripts/setup --schemas), or no schema"))
    func everyBundleKeepsTheSchema() throws {
        for story in Self.stories {
            try withFolder { folder in
                let place = try bundles(story, into: folder)
                #expect(Self.check([place.path]) == 0, "\(story)")
            }
        }
    }
}
