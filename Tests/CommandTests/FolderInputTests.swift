import Foundation
import Testing

/// Folders and archives as arguments.
struct FolderInputTests {
    private let folder: Folder

    init() throws {
        folder = try Folder()
        try make("inbox/b/one.834", Data(Sample.plain.utf8))
        try make("inbox/b/.hidden", Data(Sample.plain.utf8))
        try make("inbox/.hidden/one.834", Data(Sample.plain.utf8))
        try make("inbox/B.834", Data(Sample.dirty.utf8))
        try make("inbox/a.zip", Data(ZipBuilding([.init("x/y", Sample.plain)]).bytes))
        try make("inbox/c", Data(ArchiveBuilding.gzip(Array(Sample.plain.utf8))))
        try make("empty/.hidden", Data())
    }

    private func make(_ path: String, _ content: Data) throws {
        let url = folder[path]
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try content.write(to: url)
    }

    private func files(_ arguments: [String]) throws -> (names: [String], skipped: Int?) {
        _ = try Command.run(arguments + ["--summary", "summary"], in: folder)
        let object = try JSONSerialization.jsonObject(with: try Data(contentsOf: folder["summary"]))
        let summary = try #require(object as? [String: Any])
        let files = try #require(summary["files"] as? [[String: Any]])
        return (files.compactMap { $0["file"] as? String }, summary["skipped"] as? Int)
    }

    @Test(
        arguments: [
            ("inbox", ["inbox/B.834", "inbox/a.zip/x/y", "inbox/b/one.834", "inbox/c"], 2),
            ("inbox/", ["inbox/B.834", "inbox/a.zip/x/y", "inbox/b/one.834", "inbox/c"], 2),
            ("inbox/b", ["inbox/b/one.834"], 1), ("inbox/.hidden", ["inbox/.hidden/one.834"], nil),
            ("empty", ["empty"], 1), ("inbox/b/.hidden", ["inbox/b/.hidden"], nil),
        ] as [(String, [String], Int?)])
    func regularFilesInTheOrderOfTheirNames(
        _ input: String, _ names: [String], _ skipped: Int?
    ) throws {
        let found = try files(["convert", input])
        #expect(found.names == names)
        #expect(found.skipped == skipped)
    }

    @Test func statusAndRecords() throws {
        let result = try Command.run(["convert", "inbox"], in: folder)
        #expect(result.status == 1)
        #expect(result.lines.count == 7)
        #expect(result.errors.hasSuffix("not read: 2 hidden or special files\n"))
        #expect(try Command.run(["convert", "inbox", "inbox/none"], in: folder).status == 66)
        let empty = try Command.run(["convert", "empty"], in: folder)
        #expect(empty.status == 66)
        #expect(empty.errors.contains("empty: this folder holds no files"))
    }

    /// What several links lead to is read once.
    @Test func linksAreFollowedButNotInCircles() throws {
        for (link, target) in [("link", "B.834"), ("z", "b"), ("b/up", "..")] {
            try FileManager.default.createSymbolicLink(
                atPath: folder["inbox/\(link)"].path, withDestinationPath: target)
        }
        let names = ["B.834", "a.zip/x/y", "b/one.834", "c", "link"]
        #expect(try files(["convert", "inbox"]).names == names.map { "inbox/\($0)" })
        let others = ["one.834", "up/B.834", "up/a.zip/x/y", "up/c", "up/link"]
        #expect(try files(["convert", "inbox/b"]).names == others.map { "inbox/b/\($0)" })
    }

    @Test func aLinkToNothingIsTold() throws {
        try FileManager.default.createSymbolicLink(
            atPath: folder["inbox/b/none"].path, withDestinationPath: "nothing")
        let result = try Command.run(["convert", "inbox/b"], in: folder)
        #expect(result.status == 66)
        #expect(result.errors.contains("inbox/b/none: cannot be opened"))
        #expect(result.lines.count == 2)
    }

    @Test func devicesAndPipesAreNotOpened() throws {
        #expect(mkfifo(folder["inbox/b/pipe"].path, 0o600) == 0)
        let found = try files(["convert", "inbox/b"])
        #expect(found.names == ["inbox/b/one.834"])
        #expect(found.skipped == 2)
    }

    @Test func anOutputAmongTheInputsIsRefused() throws {
        let arguments = ["convert", "inbox", "--output", "inbox/b/records"]
        #expect(try Command.run(arguments, in: folder).status == 1)
        let again = try Command.run(arguments, in: folder)
        #expect(again.status == 64)
        #expect(again.errors.contains("overwrite the input inbox/b/records"))
    }

    @Test(arguments: [1, 3, 1 << 16])
    func gzipFromAPipe(_ pieces: Int) throws {
        let bytes = Data(ArchiveBuilding.gzip(Array(Sample.plain.utf8)))
        let result = try Command.run(["convert", "-"], input: bytes, pieces: pieces)
        let plain = try Command.run(["convert", "-"], input: Data(Sample.plain.utf8))
        #expect(result.status == 0)
        #expect(result.output == plain.output)
        #expect(result.errors == plain.errors)
    }

    @Test func zipFromAPipeIsRefused() throws {
        let bytes = Data(ZipBuilding([.init("a", Sample.plain)]).bytes)
        let result = try Command.run(["validate", "-"], input: bytes)
        #expect(result.status == 65)
        let report = String(decoding: result.output, as: UTF8.self)
        #expect(report.contains("read from a file and not from a pipe"))
    }

    @Test func inspectLooksIntoThem() throws {
        try make("inbox/d", Data("hello".utf8))
        let result = try Command.run(["inspect", "inbox", "missing"], in: folder)
        #expect(result.status == 66)
        let names = result.lines.filter { !$0.hasPrefix(" ") }.map { $0.prefix { $0 != ":" } }
        #expect(
            names == [
                "inbox/B.834", "inbox/a.zip/x/y", "inbox/b/one.834", "inbox/c", "inbox/d",
            ])
        #expect(result.errors.contains("missing: cannot be opened"))
        #expect(result.errors.contains("not read: 2 hidden or special files"))
    }

    /// One document whatever comes, with a place for each file and each finding.
    @Test(arguments: [
        ["inbox"], ["inbox", "missing", "empty"], ["missing"], ["inbox/B.834", "-"],
    ])
    func validateAsJSON(_ inputs: [String]) throws {
        let result = try Command.run(["validate", "--format", "json"] + inputs, in: folder)
        let object = try JSONSerialization.jsonObject(with: result.output) as? [String: Any]
        let report = try #require(object)
        let files = try #require(report["files"] as? [[String: Any]])
        let findings = try #require(report["findings"] as? [[String: Any]])
        let counted = files.compactMap { $0["findings"] as? [String: Int] }
            .reduce(0) { $0 + $1.values.reduce(0, +) }
        #expect(findings.count == counted)
        #expect(Set(report.keys).subtracting(["skipped"]) == ["findings", "balanced", "files"])
        let names = Set(files.compactMap { $0["file"] as? String })
        #expect(findings.allSatisfy { names.contains($0["file"] as? String ?? "") })
        let text = try Command.run(["validate"] + inputs, in: folder)
        #expect(text.status == result.status)
        #expect(text.lines.count { $0.hasSuffix("]") } == findings.count)
    }
}
