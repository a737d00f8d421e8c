import Foundation
import Testing

/// An end that comes from outside: no half file stays, and what stood there before remains.
struct InterruptionTests {
    private let folder: Folder

    init() throws {
        folder = try Folder()
        try folder.write("before", to: "records")
    }

    private func start(shell: String? = nil) throws -> Background {
        let command = try Background(
            ["convert", "-", "--output", "records", "--rejects", "rejects"], in: folder,
            shell: shell)
        try command.feed(Sample.plain)
        let isOpen = try Background.wait { try folder.names.count == 3 }
        try #require(isOpen, "both files are being written")
        return command
    }

    @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
    func leavesNoHalfFile(_ signal: Int32) throws {
        let command = try start()
        command.send(signal)
        let end = try command.wait()
        #expect(end.isKilled && end.status == signal)
        #expect(try folder.names == ["records"])
        #expect(try folder.read("records") == "before")
    }

    /// As under nohup, or in the background of a script.
    @Test(arguments: [SIGINT, SIGHUP])
    func whatIsIgnoredStaysIgnored(_ signal: Int32) throws {
        let command = try start(shell: "trap '' INT HUP; exec")
        command.send(signal)
        usleep(100_000)
        try command.endInput()
        let end = try command.wait()
        #expect(!end.isKilled && end.status == 0)
        #expect(try folder.names == ["records", "rejects"])
        #expect(try folder.read("records").contains("enrollment"))
    }

    @Test func whileNobodyReads() throws {
        let big = try Command.run(["generate", "834", "--records", "3000"]).output
        try big.write(to: folder["big"])
        let command = try Background(["convert", "big", "--rejects", "rejects"], in: folder)
        _ = try command.readSome()
        command.send(SIGTERM)
        let end = try command.wait()
        #expect(end.isKilled && end.status == SIGTERM)
        #expect(try folder.names == ["big", "records"])
    }

    @Test(arguments: ["--output", "--rejects", "--findings", "--summary"])
    func aFileThatMayNotGrow(_ option: String) throws {
        let big = try Command.run(
            ["generate", "834", "--records", "40", "--defects", "1"]
        ).output
        try big.write(to: folder["big"])
        let many = Array(repeating: "big", count: 10)
        let command = try Background(
            ["convert"] + many
                + [option, "out", "--output", "records"].suffix(
                    option == "--output" ? 2 : 4),
            in: folder, shell: "ulimit -f 1; exec")
        try command.endInput()
        _ = try command.readAll()
        let end = try command.wait()
        #expect(end.status == 74 && !end.isKilled)
        #expect(try folder.names == ["big", "records"])
        #expect(try folder.read("records") == "before")
    }
}
