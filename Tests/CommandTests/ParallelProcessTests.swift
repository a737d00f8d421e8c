import Foundation
import Testing

/// Threads as the system sees them: how many there are, what they hold, how they end.
struct ParallelProcessTests {
    private let folder: Folder

    init() throws {
        folder = try Folder()
        try folder.write("before", to: "records")
    }

    private func generate(_ records: Int, to name: String, defects: String = "0") throws {
        let arguments = ["generate", "834", "--records", "\(records)", "--defects", defects]
        try Command.run(arguments).output.write(to: folder[name])
    }

    /// It waits for its reader, who has begun to read.
    private func stalled(_ file: String, jobs: Int) throws -> Background {
        let command = try Background(["convert", file, "--jobs", "\(jobs)"], in: folder)
        let first = try command.readSome()
        try #require(!first.isEmpty)
        return command
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self/task")))
    func aTinyFileNeedsNoThreads() throws {
        try generate(130, to: "tiny")
        let counts = try [1, 8].map { jobs in
            let command = try stalled("tiny", jobs: jobs)
            let count = try command.threadCount
            _ = try command.readAll()
            #expect(try command.wait().status == 0)
            return count
        }
        #expect(counts[0] == counts[1])
    }

    /// While nobody reads what it writes, it does not read on.
    @Test(
        .enabled(if: FileManager.default.fileExists(atPath: "/proc/self/task")),
        arguments: [2, 8])
    func aSlowReaderSlowsTheReading(_ jobs: Int) throws {
        try generate(8_000, to: "large")
        let command = try stalled("large", jobs: jobs)
        let isIdle = try Background.wait {
            let before = try command.processorTime
            usleep(300_000)
            return try command.processorTime == before
        }
        #expect(isIdle, "all threads wait")
        let threads = try command.threadCount
        #expect(threads > 2 && threads <= jobs + 2)
        #expect(try command.readPosition < 4 << 20)
        _ = try command.readAll()
        #expect(try command.wait().status == 0)
    }

    @Test(arguments: [SIGINT, SIGTERM])
    func anInterruptionWhileThreadsWait(_ signal: Int32) throws {
        try generate(4_000, to: "large")
        let command = try Background(
            ["convert", "large", "--rejects", "rejects", "--jobs", "2"], in: folder)
        _ = try command.readSome()
        command.send(signal)
        let end = try command.wait()
        #expect(end.isKilled && end.status == signal)
        #expect(try folder.names == ["large", "records"])
    }

    @Test(arguments: ["--output", "--rejects", "--findings"])
    func aFileThatMayNotGrow(_ option: String) throws {
        try generate(2_000, to: "large", defects: "1")
        let others = option == "--output" ? [] : ["--output", "records"]
        let command = try Background(
            ["convert", "large", "--jobs", "2", option, "out"] + others, in: folder,
            shell: "ulimit -f 64; exec")
        try command.endInput()
        _ = try command.readAll()
        let end = try command.wait()
        #expect(end.status == 74 && !end.isKilled)
        #expect(try folder.names == ["large", "records"])
        #expect(try folder.read("records") == "before")
    }

    @Test func aReaderWhoGoesAway() throws {
        try generate(4_000, to: "large")
        let command = try stalled("large", jobs: 3)
        try command.closeOutput()
        let end = try command.wait()
        #expect(end.status == 74 && !end.isKilled)
        #expect(end.errors.isEmpty)
    }
}
