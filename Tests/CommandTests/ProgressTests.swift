import Foundation
import Testing

@testable import turnpike

/// The bar on a terminal: there when work is long, gone when it is over.
struct ProgressTests {
    private static let erasing = "\r\u{1B}[K"

    @Test(
        arguments: [
            (
                0, 1000, 1, 80,
                "[------------------------]  0 %  0 B of 1.0 kB  0 B/s"
            ),
            (
                1_000_000_000, 4_000_000_000, 10, 80,
                "[######------------------]  25 %  1.0 GB of 4.0 GB  100 MB/s  30 s left"
            ),
            (1_000_000_000, 4_000_000_000, 10, 50, "25 %  1.0 GB of 4.0 GB  100 MB/s  30 s left"),
            (1_000_000_000, 4_000_000_000, 10, 30, "25 %  1.0 GB of 4.0 GB"),
            (1_000_000_000, 4_000_000_000, 10, 3, "25 %"),
            (1_000_000, 100_000_000, 10, 50, "1 %  1.0 MB of 100 MB  100 kB/s  16:30 left"),
            (1_000_000, 400_000_000, 10, 50, "0 %  1.0 MB of 400 MB  100 kB/s  1:06:30 left"),
            (5_000, 4_000, 1, 50, "100 %  4.0 kB of 4.0 kB  5.0 kB/s  0 s left"),
            (99_960_000, nil, 10, 80, "100 MB  10.0 MB/s"), (999, nil, 0, 80, "999 B  0 B/s"),
        ] as [(Int, Int?, Int, Int, String)])
    func line(_ count: Int, _ total: Int?, _ seconds: Int, _ width: Int, _ text: String) {
        let line = ProgressLine(byteCount: count, total: total, elapsed: .seconds(seconds))
        #expect(line.text(width: width) == text)
    }

    /// Feeds a conversion for longer than the bar waits; the records go to a file.
    private func longWork(
        _ arguments: [String] = ["convert", "-", "--output", "records"],
        environment: [String: String] = ["TERM": "xterm"]
    ) throws -> String {
        let folder = try Folder()
        let terminal = try #require(Terminal())
        let command = try Background(
            arguments, in: folder, terminal: terminal.handle, environment: environment)
        try command.feed(Sample.dirty)
        usleep(2_200_000)
        for _ in 0..<3 {
            try command.feed(String(repeating: "\n", count: 60_000))
            usleep(250_000)
        }
        try command.endInput()
        _ = try command.readAll()
        _ = try command.wait()
        return try terminal.text()
    }

    @Test(
        arguments: [
            ["convert", "-", "--output", "records"], ["validate", "-"],
            ["split", "-", "--by", "transaction", "--output", "parts"],
        ])
    func onATerminal(_ arguments: [String]) throws {
        let text = try longWork(arguments)
        let parts = text.components(separatedBy: Self.erasing)
        #expect(text.contains("kB/s\u{1B}[K"))
        #expect(parts.count >= 2)
        #expect(parts.last?.contains("/s") == false, "it is erased at the end")
        #expect(parts.last?.contains("1 record accepted") == (arguments[0] == "convert"))
    }

    /// What is generated goes to a pipe that nobody reads for longer than the bar waits.
    @Test(arguments: [["834"], ["837p"], ["referral"], ["roster"]])
    func onATerminalWhereAFileIsWritten(_ kind: [String]) throws {
        let folder = try Folder()
        #expect(mkfifo(folder["pipe"].path, 0o600) == 0)
        let terminal = try #require(Terminal())
        let command = try Background(
            ["generate"] + kind + ["--records", "3000", "--output", "pipe"], in: folder,
            terminal: terminal.handle, environment: ["TERM": "xterm"])
        let reader = try FileHandle(forReadingFrom: folder["pipe"])
        usleep(2_200_000)
        #expect(try (reader.readToEnd()?.count ?? 0) > 500_000)
        _ = try command.readAll()
        #expect(try command.wait().status == 0)
        let text = try terminal.text()
        #expect(text.contains(" %  ") && text.contains(" of "), "\(text)")
        #expect(text.hasSuffix(Self.erasing))
    }

    @Test(arguments: [["TERM": "dumb"], ["TERM": ""]])
    func notWhereItCannotBeErased(_ environment: [String: String]) throws {
        #expect(try !longWork(environment: environment).contains("\r\u{1B}[K"))
    }

    @Test func notOfShortWork() throws {
        let folder = try Folder()
        try folder.write(Sample.dirty, to: "dirty")
        let terminal = try #require(Terminal())
        let command = try Background(
            ["convert", "dirty"], in: folder, terminal: terminal.handle,
            environment: ["TERM": "xterm"])
        _ = try command.readAll()
        #expect(try command.wait().status == 1)
        #expect(try !terminal.text().contains("\u{1B}[K"))
    }

    @Test(
        arguments: [
            (["TERM": "xterm"], true), (["TERM": "xterm", "NO_COLOR": "1"], false),
            (["TERM": "xterm", "NO_COLOR": ""], true), (["TERM": "dumb"], false),
        ])
    func colour(_ environment: [String: String], _ isColoured: Bool) throws {
        let folder = try Folder()
        try folder.write(Sample.dirty, to: "dirty")
        let terminal = try #require(Terminal())
        let command = try Background(
            ["convert", "dirty"], in: folder, terminal: terminal.handle, environment: environment)
        _ = try command.readAll()
        _ = try command.wait()
        #expect(try terminal.text().contains("\u{1B}[31merror\u{1B}[0m") == isColoured)
    }

    @Test func notOnWhatIsNoTerminal() throws {
        let folder = try Folder()
        try folder.write(Sample.dirty, to: "dirty")
        let command = try Background(
            ["convert", "-"], in: folder, environment: ["TERM": "xterm"])
        try command.feed(Sample.dirty)
        usleep(2_300_000)
        try command.feed("\n")
        try command.endInput()
        _ = try command.readAll()
        #expect(try !command.wait().errors.contains("\u{1B}"))
    }
}
