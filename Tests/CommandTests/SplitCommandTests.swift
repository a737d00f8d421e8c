import Foundation
import Testing

/// `turnpike split` as its users run it.
struct SplitCommandTests {
    private let folder: Folder

    init() throws {
        folder = try Folder()
        try folder.write(Sample.plain, to: "plain.834")
        try folder.write(Sample.plain + "the end", to: "mail.txt")
        try folder.write("hello", to: "text")
    }

    private func split(_ words: String) throws -> Command.Result {
        try Command.run(["split"] + words.split(separator: " ").map(String.init), in: folder)
    }

    @Test func partsAreNamedAndListed() throws {
        let result = try split("plain.834 --by member-count 1 --output parts")
        #expect(result.status == 0)
        #expect(result.lines == ["parts/plain.001.834", "parts/plain.002.834"])
        #expect(result.errors.contains("2 parts, 1 transaction set, 2 records"))
        let names = try FileManager.default.contentsOfDirectory(atPath: folder["parts"].path)
        #expect(names.sorted() == ["plain.001.834", "plain.002.834"])
        for name in names {
            let path = folder["parts/\(name)"].path
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
            #expect(mode as? Int == 0o600)
            #expect(try Command.run(["validate", path]).status == 0)
        }
    }

    @Test(arguments: [SIGINT, SIGTERM])
    func anInterruptedSplitLeavesNothing(_ signal: Int32) throws {
        let command = try Background(
            ["split", "-", "--by", "member-count", "1", "--output", "parts"], in: folder)
        let big = try Command.run(["generate", "834", "--records", "3000"]).output
        try command.feed(String(decoding: big, as: UTF8.self))
        let parts = folder["parts"].path
        let isOpen = Background.wait {
            (try? FileManager.default.contentsOfDirectory(atPath: parts).isEmpty) == false
        }
        try #require(isOpen, "a part is being written")
        command.send(signal)
        let end = try command.wait()
        #expect(end.isKilled && end.status == signal)
        #expect(try FileManager.default.contentsOfDirectory(atPath: parts) == [])
    }

    /// The disk is full in the first part, and in one after it.
    @Test(arguments: ["", Sample.plain])
    func aPartThatMayNotGrow(_ first: String) throws {
        let big = try Command.run(["generate", "834", "--records", "1000"]).output
        try (Data(first.utf8) + big).write(to: folder["big"])
        let before = try folder.names
        let command = try Background(
            ["split", "big", "--output", "parts", "--by", "transaction"], in: folder,
            shell: "ulimit -f 64; exec")
        try command.endInput()
        #expect(try command.readAll().isEmpty, "no part is named")
        let end = try command.wait()
        #expect(end.status == 74 && !end.isKilled)
        #expect(end.errors.contains("writing ") && end.errors.contains(" failed"))
        #expect(try folder.names == before)
    }

    @Test(arguments: [("nope", 66), ("text", 65)])
    func whatIsRefusedIsNamed(_ name: String, _ status: Int) throws {
        let result = try split("\(name) --by transaction")
        #expect(Int(result.status) == status)
        #expect(result.errors.hasPrefix("turnpike: \(name): "))
    }

    @Test func whatIsNotCutIsTheSameFile() throws {
        #expect(try split("plain.834 --by size 1MB").lines == ["./plain.001.834"])
        #expect(try folder.read("plain.001.834") == Sample.plain)
    }

    @Test func whatNoPartHoldsHasAFile() throws {
        let result = try split("mail.txt --by transaction --output parts")
        #expect(result.status == 1)
        #expect(result.lines == ["parts/mail.001.txt"])
        #expect(result.errors.contains("parts/mail.rest.txt"))
        #expect(try folder.read("parts/mail.rest.txt") == "the end")
    }

    @Test func standardInput() throws {
        let result = try Command.run(
            ["split", "-", "--by", "member-count", "1", "--output", "parts"], in: folder,
            input: Data(Sample.plain.utf8), pieces: 100)
        #expect(result.status == 0)
        #expect(result.lines == ["parts/part.001.x12", "parts/part.002.x12"])
    }

    @Test func nothingIsOverwrittenUntold() throws {
        try folder.write("before", to: "plain.001.834")
        let before = try folder.names
        #expect(try split("plain.834 --by transaction").status == 64)
        #expect(try folder.read("plain.001.834") == "before")
        #expect(try folder.names == before)
    }

    @Test func partsOfAnEarlierSplitAreReplaced() throws {
        #expect(try split("plain.834 --by member-count 1").status == 0)
        try folder.write("before", to: "plain.rest.834")
        #expect(try split("plain.834 --by transaction --overwrite").status == 0)
        #expect(try folder.names == ["mail.txt", "plain.001.834", "plain.834", "text"])
        #expect(try folder.read("plain.001.834") == Sample.plain)
    }

    @Test(
        arguments: [
            ("--by size 1MB plain.834", 0), ("--by transaction plain.834", 0),
            ("plain.834 --by size 100", 1), ("plain.834", 64), ("--by transaction", 64),
            ("plain.834 --by nothing", 64), ("plain.834 --by size", 64),
            ("plain.834 --by size 0", 64), ("plain.834 --by size 5XB", 64),
            ("plain.834 --by size 99999999999GB", 64), ("plain.834 --by member-count 0", 64),
            ("plain.834 --by member-count some", 64), ("plain.834 text --by transaction", 64),
            ("plain.834 --by transaction 5", 64), ("text --by transaction", 65),
            ("missing --by transaction", 66), (". --by transaction", 66),
            ("plain.834 --by transaction --output no/such/folder", 74),
            ("plain.834 --by transaction --output text", 74),
        ] as [(String, Int32)])
    func exitStatus(_ words: String, _ status: Int32) throws {
        let before = try folder.names
        let result = try split(words)
        #expect(result.status == status)
        #expect(!result.isKilled)
        if status > 1 { #expect(try folder.names == before) }
    }
}
