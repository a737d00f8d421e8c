import Foundation
import Testing

/// What a newcomer reads first.
struct HelpTests {
    @Test(
        arguments: [
            ([], ["turnpike convert members.834", "Exit status"]),
            (
                ["convert"],
                [
                    "--output", "--rejects", "--findings", "--summary", "--on-error", "--profile",
                    "--rules", "--codes", "-",
                ]
            ),
            (["validate"], ["--format", "--output"]), (["inspect"], ["input"]),
            (["guide"], ["--format"]), (["layout"], ["--format", "cp-assignment"]),
            (["rule"], ["x12.element.code"]), (["schema"], ["kind"]),
            (
                ["generate"],
                [
                    "--records", "--seed", "--defects", "837p", "--members-per-set",
                    "--claims-per-set",
                ]
            ),
            (["split"], ["member-count", "size", "transaction", "--output", "--overwrite"]),
        ] as [([String], [String])])
    func help(_ arguments: [String], _ parts: [String]) throws {
        let result = try Command.run(arguments + ["--help"])
        #expect(result.status == 0)
        #expect(result.errors.isEmpty)
        let text = String(decoding: result.output, as: UTF8.self)
        for part in parts { #expect(text.contains(part)) }
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 200 })
    }

    @Test(
        arguments: [
            (["834", "--members-per-set", "2"], "005010X220A1", "INS"),
            (["837p", "--claims-per-set", "2"], "005010X222A1", "SV1"),
            (["837i", "--claims-per-set", "2"], "005010X223A2", "SV2"),
            (["837d", "--claims-per-set", "2"], "005010X224A2", "SV3"),
        ])
    func generatedKinds(_ arguments: [String], guide: String, segment: String) throws {
        let result = try Command.run(["generate", "--records", "5"] + arguments)
        #expect(result.status == 0)
        #expect(result.errors.isEmpty)
        let file = result.lines
        #expect(file.contains { $0.hasPrefix("GS*") && $0.hasSuffix("*\(guide)~") })
        #expect(file.count { $0.hasPrefix("ST*") } == 3)
        #expect(file.contains { $0.hasPrefix(segment + "*") })
    }

    @Test func everyRuleIsExplained() throws {
        let ids = try Command.run(["rule"]).lines.compactMap { $0.split(separator: " ").first }
        #expect(ids.count > 40)
        for id in ids {
            let result = try Command.run(["rule", String(id)])
            #expect(result.status == 0)
            #expect(result.lines.count >= 3, "\(id)")
        }
    }

    @Test func guidesAndSchemas() throws {
        #expect(try Command.run(["guide"]).lines.contains("005010X220A1"))
        #expect(try Command.run(["guide"]).lines.contains("masshealth"))
        let profile = try Command.run(["guide", "masshealth", "--format", "json"]).output
        let read = try JSONSerialization.jsonObject(with: profile) as? [String: Any]
        let sections = read?["sections"] as? [[String: Any]]
        #expect(sections?.map { $0["senders"] as? [String] } == [["DMA7384"], []])
        #expect(sections?.map { $0["receivers"] as? [String] } == [[], ["DMA7384"]])
        #expect(
            try Command.run(["guide", "masshealth"]).lines.contains { $0.contains("14  Worcester") }
        )
        let guide = try Command.run(["guide", "005010X220A1", "--format", "json"]).output
        #expect(try JSONSerialization.jsonObject(with: guide) is [String: Any])
        let schema = try Command.run(["schema", "enrollment"]).output
        let object = try JSONSerialization.jsonObject(with: schema) as? [String: Any]
        #expect(object?["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    }

    @Test func layouts() throws {
        let names = try Command.run(["layout"]).lines.compactMap { $0.split(separator: " ").first }
        #expect(names.contains("cp-assignment"))
        for name in names {
            let text = try Command.run(["layout", String(name)])
            #expect(text.status == 0)
            #expect(text.lines.first?.hasPrefix(String(name)) == true)
            let json = try Command.run(["layout", String(name), "--format", "json"]).output
            let read = try JSONSerialization.jsonObject(with: json) as? [String: Any]
            #expect(read?["layout"] as? String == String(name))
        }
        #expect(try Command.run(["layout", "nonsense"]).status == 64)
        let list = try Command.run(["layout", "--format", "json"]).output
        let read = try JSONSerialization.jsonObject(with: list) as? [String: Any]
        let listed = (read?["layouts"] as? [[String: String]])?.compactMap { $0["layout"] }
        #expect(listed == names.map(String.init))
    }

    @Test func inspectCounts() throws {
        let result = try Command.run(["inspect", "-"], input: Data(Sample.plain.utf8))
        #expect(result.status == 0)
        #expect(result.lines.joined().contains("005010X220A1"))
    }

    @Test func validateAsOneDocument() throws {
        let result = try Command.run(
            ["validate", "--format", "json", "-"], input: Data(Sample.dirty.utf8))
        #expect(result.status == 1)
        let object = try JSONSerialization.jsonObject(with: result.output) as? [String: Any]
        let findings = try #require(object?["findings"] as? [[String: Any]])
        #expect(findings.map { $0["rule"] as? String } == ["x12.segment.unknown"])
        #expect((object?["files"] as? [[String: Any]])?.count == 1)
    }
}
