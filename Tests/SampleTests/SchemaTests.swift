import Foundation
import Output
import Testing

/// The JSON Schemas, and every expected record against them.
struct SchemaTests {
    @Test(arguments: RecordSchema.allCases)
    func aSchemaIsTheFileOfItsName(_ schema: RecordSchema) throws {
        let place = Samples.root.appending(path: "schemas/\(schema.rawValue).schema.json")
        #expect(schema.text == (try String(contentsOf: place, encoding: .utf8)))
        _ = try JSONSchema(schema.text)
    }

    /// Lines of all expected files, each with its file and number.
    static let lines: [(place: String, text: String)] = Samples.stories.flatMap { story in
        GoldenTests.outputs.filter { $0.hasSuffix(".ndjson") }.flatMap { ending in
            (Samples.text("\(story).\(ending)") ?? "").split(separator: "\n").enumerated().map {
                ("\(story).\(ending):\($0.offset + 1)", String($0.element))
            }
        }
    }

    @Test func everyExpectedRecordKeepsItsSchema() throws {
        var schemas: [String: JSONSchema] = [:]
        for schema in RecordSchema.allCases {
            schemas[schema.recordType] = try JSONSchema(schema.text)
        }
        #expect(Self.lines.count > 50)
        for (place, text) in Self.lines {
            let record = try JSONSerialization.jsonObject(with: Data(text.utf8))
            let kind = (record as? [String: Any])?["recordType"] as? String ?? ""
            let schema = try #require(schemas[kind], "\(place)")
            for problem in schema.problems(of: record) { Issue.record("\(place): \(problem)") }
        }
    }

    @Test(arguments: [
        #"{"recordType":"enrollment","context":{}}"#,
        #"{"recordType":"claim","context":{},"source":{"file":"a","record":1,"bytes":[0,1]}}"#,
        #"{"recordType":"enrollment","context":{},"source":{"file":"a","record":1,"bytes":[0]}}"#,
        #"{"recordType":"enrollment","context":{},"source":{"file":"","record":1,"bytes":[0,1]}}"#,
        #"{"recordType":"enrollment","context":{},"source":{"file":"a","record":0,"bytes":[0,1]}}"#,
        #"{"recordType":"enrollment","context":{},"source":{"file":"a","record":1,"bytes":[0,1]},"a":1}"#,
        #"{"recordType":"enrollment","context":{"date":"20250701"},"source":{"file":"a","record":1,"bytes":[0,1]}}"#,
        #"{"recordType":"enrollment","context":{"dates":[{"code":"007","end":null}]},"source":{"file":"a","record":1,"bytes":[0,1]}}"#,
        #"{"recordType":"enrollment","context":{},"amounts":[{"code":"C1"}],"source":{"file":"a","record":1,"bytes":[0,1]}}"#,
    ])
    func anotherRecordDoesNotKeepIt(_ text: String) throws {
        let schema = try JSONSchema(RecordSchema.enrollment.text)
        #expect(
            !schema.problems(of: try JSONSerialization.jsonObject(with: Data(text.utf8))).isEmpty)
    }
}
