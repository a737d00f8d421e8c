import Foundation
import Testing

/// Arguments, names and places that nobody means well.
struct HostileTests {
    private let folder: Folder

    init() throws {
        folder = try Folder()
        try folder.write(Sample.plain, to: "plain")
    }

    @Test(arguments: ["999", "100000", "9223372036854775807"])
    func jobsWithoutNumber(_ jobs: String) throws {
        try Command.run(["generate", "834", "--records", "900"]).output.write(to: folder["blocks"])
        let result = try Command.run(["convert", "blocks", "--jobs", jobs], in: folder)
        #expect(result.status == 0 && !result.isKilled)
        #expect(result.lines.count == 900)
    }

    @Test(arguments: ["--output", "--rejects", "--findings", "--summary"])
    func aNameThatIsNone(_ option: String) throws {
        let result = try Command.run(["convert", "plain", option, ""], in: folder)
        #expect(result.status == 64)
        #expect(result.errors == "turnpike: \(option) names no file\n")
        #expect(result.output.isEmpty)
    }

    /// Bytes that are no UTF-8, which would be read as the name of another file.
    @Test func anArgumentThatIsNoText() throws {
        for option in ["", "--output"] {
            let command = try Background(
                [], in: folder,
                shell: "set -- convert plain \(option) \"$(printf 'a\\377')\"; exec")
            #expect(try command.readAll().isEmpty)
            let end = try command.wait()
            #expect(end.status == 64)
            #expect(end.errors.contains("no UTF-8 text"))
        }
        #expect(try folder.names == ["plain"])
    }

    @Test func aPipeThatIsInputAndOutput() throws {
        try #require(mkfifo(folder["pipe"].path, 0o600) == 0)
        let result = try Command.run(["convert", "pipe", "--output", "pipe"], in: folder)
        #expect(result.status == 64)
        #expect(result.errors.contains("--output would overwrite the input pipe"))
    }

    @Test func linksInACircle() throws {
        for (link, target) in [("one", "two"), ("two", "one")] {
            try FileManager.default.createSymbolicLink(
                atPath: folder[link].path, withDestinationPath: target)
        }
        #expect(try Command.run(["convert", "one"], in: folder).status == 66)
        #expect(try Command.run(["convert", "plain", "--output", "one"], in: folder).status == 74)
        #expect(try folder.names == ["one", "plain", "two"])
    }

    @Test func namesAsLongAsTheyMayBe() throws {
        let names = ["o", "r"].map { $0 + String(repeating: "x", count: 254) }
        let result = try Command.run(
            ["convert", "plain", "--output", names[0], "--rejects", names[1]], in: folder)
        #expect(result.status == 0)
        #expect(try folder.names == [names[0], "plain", names[1]])
        #expect(try folder.read(names[0]).contains("enrollment"))
    }

    /// What a terminal would obey.
    @Test func controlCharactersAreNotWritten() throws {
        let text = Sample.plain.replacing("SENDER   ", with: "\u{1B}[2J\u{7}   ")
            .replacing("BE*SENDER", with: "BE*\u{1B}]0;a").replacing("ST*834", with: "ST*\u{1B}[1")
        try folder.write(text, to: "escapes")
        for command in [["inspect"], ["validate"], ["validate", "--show-values"]] {
            let result = try Command.run(command + ["escapes"], in: folder)
            #expect(!result.output.contains(0x1B) && !result.errors.contains("\u{1B}"))
            #expect(!result.output.contains(0x07))
            #expect(!result.output.isEmpty)
        }
    }

    /// As editors on other systems write it.
    @Test(arguments: [
        "x12.segment.unknown off\r\n", "\u{FEFF}x12.segment.unknown\toff\r\n# more\r\n",
        "x12.segment.unknown\u{A0}off",
    ])
    func rulesOfOtherSystems(_ text: String) throws {
        try folder.write(Sample.dirty, to: "dirty")
        try folder.write(text, to: "rules")
        #expect(try Command.run(["convert", "dirty", "--rules", "rules"], in: folder).status == 0)
    }

    @Test func rulesThatATerminalWouldObey() throws {
        try folder.write("x12.\u{1B}[2J off\n", to: "rules")
        let result = try Command.run(["convert", "plain", "--rules", "rules"], in: folder)
        #expect(result.status == 64)
        #expect(!result.errors.contains("\u{1B}"))
    }

    /// Reports of more findings than are listed are documents all the same.
    @Test(arguments: [false, true])
    func aReportOfManyFindings(_ listsAll: Bool) throws {
        let wrong = Sample.dirty.replacing("ZZZ*1~", with: String(repeating: "ZZ~", count: 900))
        try folder.write(wrong + wrong, to: "many")
        let result = try Command.run(
            ["validate", "many", "--format", "json"] + (listsAll ? ["--all-findings"] : []),
            in: folder)
        let report = try JSONSerialization.jsonObject(with: result.output) as? [String: Any]
        let findings = try #require(report?["findings"] as? [[String: Any]])
        let unknown = findings.filter { $0["rule"] as? String == "x12.segment.unknown" }
        #expect(unknown.count { $0["bytes"] != nil } == (listsAll ? 1800 : 1000))
        #expect(unknown.compactMap { $0["unlisted"] as? Int } == (listsAll ? [] : [800]))
        let files = report?["files"] as? [[String: Any]]
        #expect((files?.first?["findings"] as? [String: Int])?["error"] ?? 0 >= 1800)
    }
}
