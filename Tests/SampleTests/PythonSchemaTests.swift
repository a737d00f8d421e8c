import Foundation
import Output
import Testing

/// The same by a validator that is not ours, where Python has it.
struct PythonSchemaTests {
    /// Runs Python; its exit status, -1 where it is not there.
    private static func python(_ program: String, _ arguments: [String] = []) -> Int32 {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-c", program] + arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        do { try process.run() } catch { return -1 }
        process.waitUntilExit()
        return process.terminationStatus
    }

    static let hasValidator =
        python("from jsonschema import Draft202012Validator") == 0

    private static let program = """
        import json, sys
        from jsonschema import Draft202012Validator
        root, files = sys.argv[1], sys.argv[2:]
        kinds = {}
        names = {"rosterEntry": "roster-entry"}
        for kind in ("enrollment", "claim", "rosterEntry", "referral", "unreadable"):
            name = names.get(kind, kind)
            with open(f"{root}/schemas/{name}.schema.json", encoding="utf-8") as file:
                schema = json.load(file)
            Draft202012Validator.check_schema(schema)
            kinds[kind] = Draft202012Validator(schema)
        for path in files:
            with open(path, encoding="utf-8") as file:
                for line in file:
                    record = json.loads(line)
                    kinds[record["recordType"]].validate(record)
        """

    @Test(.enabled(if: hasValidator, "Python has no jsonschema here"))
    func everyExpectedRecordKeepsItsSchema() throws {
        let files = Samples.stories.flatMap { story in
            GoldenTests.outputs.filter { $0.hasSuffix(".ndjson") }.map { "\(story).\($0)" }
        }
        let present = files.filter { Samples.text($0) != nil }.map {
            Samples.folder.appending(path: $0).path
        }
        #expect(Self.python(Self.program, [Samples.root.path] + present) == 0)
    }
}
