import Foundation
import Testing

/// Files that the command writes: whole or not at all.
struct OutputFileTests {
    private let folder: Folder

    init() throws {
        folder = try Folder()
        try folder.write(Sample.plain, to: "plain")
        try folder.write(Sample.dirty, to: "dirty")
    }

    @Test func allOutputs() throws {
        let result = try Command.run(
            [
                "convert", "dirty", "plain", "--output", "records", "--rejects", "rejects",
                "--findings", "findings", "--summary", "summary",
            ], in: folder)
        #expect(result.status == 1)
        #expect(result.output.isEmpty)
        #expect(!result.errors.contains("--rejects PATH"))
        #expect(try folder.read("records").filter { $0 == "\n" }.count == 3)
        #expect(try folder.read("rejects").filter { $0 == "\n" }.count == 1)
        #expect(try folder.read("findings").contains("\"file\":\"dirty\""))
        #expect(
            try folder.names == ["dirty", "findings", "plain", "records", "rejects", "summary"])
    }

    /// A name that is mistyped does not cost the records of yesterday.
    @Test(arguments: [("nope", 66), ("text", 65), ("plain --to fhir", 64)])
    func whatReadsNothingReplacesNothing(_ words: String, _ status: Int) throws {
        try folder.write("hello", to: "text")
        for name in ["records", "rejects"] { try folder.write("before", to: name) }
        let result = try Command.run(
            ["convert"] + words.split(separator: " ").map(String.init)
                + ["--output", "records", "--rejects", "rejects", "--summary", "summary"],
            in: folder)
        #expect(Int(result.status) == status)
        for name in ["records", "rejects"] { #expect(try folder.read(name) == "before") }
        #expect(try folder.read("summary").contains("\"status\":\(status),"))
    }

    /// What options read is an input too.
    @Test(
        arguments: [
            ("convert --previous previous --output previous", "--output", "previous"),
            ("convert --previous previous --rejects ./previous", "--rejects", "previous"),
            ("convert --layout own --findings own", "--findings", "own"),
            ("convert --rules rules --summary rules", "--summary", "rules"),
            ("convert --codes . --output pidsl.txt", "--output", "./pidsl.txt"),
            ("convert --codes . --output hcpcs.txt", "--output", "./hcpcs.txt"),
            ("validate --format html --previous previous --output link", "--output", "previous"),
        ])
    func whatAnOptionReadsIsNotReplaced(
        _ words: String, _ option: String, _ input: String
    ) throws {
        let made = try Command.run(
            ["generate", "roster", "--layout", "cp-enrollment", "--output", "roster.csv"],
            in: folder)
        #expect(made.status == 0)
        let roster = try folder.read("roster.csv")
        try folder.write(roster, to: "previous")
        try folder.write(
            "layout own  version 1  seen\ncolumns 1\n1  Medicaid_ID  memberId  12  RV  MH  member.id\n",
            to: "own")
        try folder.write("roster.date.order off\n", to: "rules")
        try folder.write("110999930A EXAMPLE\n", to: "pidsl.txt")
        try folder.write("A0100\n", to: "hcpcs.txt")
        try FileManager.default.createSymbolicLink(
            atPath: folder["link"].path, withDestinationPath: "previous")
        let before = try folder.names.map { try folder.read($0) }
        let result = try Command.run(
            words.split(separator: " ").map(String.init) + ["roster.csv"], in: folder)
        #expect(result.status == 64)
        #expect(result.errors == "turnpike: \(option) would overwrite the input \(input)\n")
        #expect(try folder.names.map { try folder.read($0) } == before)
    }

    @Test func eachFileHasItsStatus() throws {
        try folder.write("hello", to: "text")
        let result = try Command.run(
            ["convert", "plain", "dirty", "text", "nope", "--summary", "summary"], in: folder)
        #expect(result.status == 66)
        let statuses = try folder.read("summary").split(separator: "\"status\":").dropFirst()
        #expect(statuses.map { $0.prefix { $0 != "," } } == ["0", "1", "65", "66"])
    }

    @Test func namesDoNotCommandTheTerminal() throws {
        try folder.write(Sample.dirty, to: "\u{1B}[31m")
        let result = try Command.run(["convert", "\u{1B}[31m"], in: folder)
        #expect(result.errors.contains("%1B[31m: "))
        #expect(!result.errors.contains("\u{1B}"))
    }

    @Test func theSummary() throws {
        _ = try Command.run(["convert", "dirty", "plain", "--summary", "summary"], in: folder)
        let object = try JSONSerialization.jsonObject(with: try Data(contentsOf: folder["summary"]))
        let summary = try #require(object as? [String: Any])
        #expect(summary["balanced"] as? Bool == true)
        let files = try #require(summary["files"] as? [[String: Any]])
        #expect(files.map { $0["file"] as? String } == ["dirty", "plain"])
        let first = files[0]
        #expect(first["kind"] as? String == "834")
        #expect(first["guide"] as? String == "005010X220A1")
        #expect(first["balanced"] as? Bool == true)
        #expect(first["records"] as? [String: Int] == ["accepted": 1, "setAside": 1])
        #expect(first["findings"] as? [String: Int] == ["error": 1, "warning": 0, "note": 0])
        let bytes = try #require(first["bytes"] as? [String: Int])
        #expect(Set(bytes.keys) == ["total", "envelope", "accepted", "setAside", "trivia"])
        #expect(bytes["total"] == Sample.dirty.utf8.count)
        #expect(bytes.values.reduce(0, +) == 2 * Sample.dirty.utf8.count)
    }

    @Test func aDocumentForEachInput() throws {
        _ = try Command.run(
            ["convert", "plain", "--to", "json", "--output", "records.json"], in: folder)
        let object = try JSONSerialization.jsonObject(
            with: try Data(contentsOf: folder["records.json"]))
        let document = try #require(object as? [String: Any])
        #expect(document["file"] as? String == "plain")
        #expect((document["records"] as? [[String: Any]])?.count == 2)
    }

    @Test func whatStoodThereStaysWhenConvertingFails() throws {
        try folder.write("before", to: "records")
        let result = try Command.run(
            ["convert", "plain", "--output", "records", "--summary", "no/such/folder"], in: folder)
        #expect(result.status == 74)
        #expect(try folder.read("records") == "before")
        #expect(try folder.names == ["dirty", "plain", "records"])
    }

    @Test func aPrivateFileStaysPrivate() throws {
        try folder.write("before", to: "records")
        let manager = FileManager.default
        try manager.setAttributes([.posixPermissions: 0o600], ofItemAtPath: folder["records"].path)
        _ = try Command.run(["convert", "plain", "--output", "records"], in: folder)
        let attributes = try manager.attributesOfItem(atPath: folder["records"].path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect(try folder.read("records").contains("enrollment"))
    }

    @Test func aLinkIsFollowed() throws {
        try folder.write("before", to: "target")
        try FileManager.default.createSymbolicLink(
            atPath: folder["link"].path, withDestinationPath: "target")
        _ = try Command.run(["convert", "plain", "--output", "link"], in: folder)
        #expect(try folder.read("target").contains("enrollment"))
        let attributes = try FileManager.default.attributesOfItem(atPath: folder["link"].path)
        #expect(attributes[.type] as? FileAttributeType == .typeSymbolicLink)
    }

    @Test(arguments: ["set-aside", "keep", "stop"])
    func onError(_ handling: String) throws {
        let result = try Command.run(
            ["convert", "dirty", "plain", "--on-error", handling, "--rejects", "rejects"],
            in: folder)
        #expect(result.status == 1)
        #expect(result.lines.count == ["set-aside": 3, "keep": 4, "stop": 0][handling])
        #expect(try folder.read("rejects").isEmpty == (handling == "keep"))
        #expect(result.errors.contains("stopped") == (handling == "stop"))
    }
}
