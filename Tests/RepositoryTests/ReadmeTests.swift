import Foundation
import Testing

/// The example of the README is what the program makes of a sample.
struct ReadmeTests {
    @Test func exampleIsTheSamples() throws {
        let blocks = try Repository.File("README.md").text.components(separatedBy: "```")
        let opening = try #require(blocks.firstIndex { $0.hasPrefix("\nINS*") })
        let sample = try Repository.File("samples/834/daily-changes.834").text
        #expect(sample.contains(blocks[opening].trimmingCharacters(in: .newlines)))

        let json = try #require(blocks.first { $0.hasPrefix("json\n") }?.dropFirst(4))
        let shown = try Self.record(String(json))
        let expected = try Repository.File("samples/834/daily-changes.expected.ndjson")
        let records = try expected.lines.filter { !$0.isEmpty }.map { try Self.record(String($0)) }
        #expect(records.contains(shown), "the README's record is none of \(expected)'s")
    }

    /// A record whose source names no file: samples are converted under several paths.
    private static func record(_ json: String) throws -> NSDictionary {
        let object = try JSONSerialization.jsonObject(with: Data(json.utf8))
        let record = try #require((object as? NSDictionary)?.mutableCopy() as? NSMutableDictionary)
        let source = try #require(
            (record["source"] as? NSDictionary)?.mutableCopy() as? NSMutableDictionary)
        source.removeObject(forKey: "file")
        record["source"] = source
        return record
    }
}
