import Foundation
import Testing

/// Files that change while they are read: what was read is what counts, and the books balance.
struct ChangingFileTests {
    private let folder: Folder
    private let whole: Data

    init() throws {
        folder = try Folder()
        whole = try Command.run(["generate", "834", "--records", "6000"]).output
        try #require(whole.count > 2 << 20)
        try whole.write(to: folder["file"])
    }

    /// Converts the file; `change` comes when the first of it has been read and not the last.
    private func convert(
        _ options: [String] = [], _ change: (FileHandle) throws -> Void
    ) throws -> (status: Int32, records: Int, file: [String: Any]) {
        let command = try Background(
            ["convert", "file", "--summary", "summary", "--findings", "findings"] + options,
            in: folder)
        var output = try command.readSome()
        try change(try FileHandle(forUpdating: folder["file"]))
        output += try command.readAll()
        let end = try command.wait()
        #expect(!end.isKilled)
        let object = try JSONSerialization.jsonObject(with: try Data(contentsOf: folder["summary"]))
        let summary = try #require(object as? [String: Any])
        #expect(summary["balanced"] as? Bool == true)
        let file = try #require((summary["files"] as? [[String: Any]])?.first)
        return (end.status, output.count { $0 == 0x0A }, file)
    }

    private func total(_ file: [String: Any]) -> Int? {
        (file["bytes"] as? [String: Int])?["total"]
    }

    @Test func grows() throws {
        let (status, records, file) = try convert { handle in
            try handle.seekToEnd()
            try handle.write(contentsOf: Data(Sample.plain.utf8))
        }
        #expect(status == 0)
        #expect(records == 6002)
        #expect(total(file) == whole.count + Sample.plain.utf8.count)
        #expect((file["findings"] as? [String: Int])?["note"] == 1)
    }

    /// Files of the other kinds, read by one job and by two.
    @Test(arguments: ["roster", "referral"], ["1", "2"])
    func growthIsTold(_ kind: String, _ jobs: String) throws {
        let some = try Command.run(["generate", kind, "--records", "300"]).output
        let header = kind == "roster" ? (some.firstIndex(of: 0x0A) ?? 0) + 1 : 0
        var many = some
        while many.count < 12 << 20 { many += some.dropFirst(header) }
        try many.write(to: folder["file"])
        let (_, _, file) = try convert(["--jobs", jobs]) { handle in
            try handle.seekToEnd()
            try handle.write(contentsOf: Data("\n".utf8))
        }
        #expect(total(file) == many.count + 1)
        #expect(
            try folder.read("findings").split(separator: "\n").count {
                $0.contains("\"rule\":\"input.file.grown\"")
            } == 1)
    }

    @Test func aFileThatStaysIsNotToldOf() throws {
        let (_, _, file) = try convert { _ in }
        #expect((file["findings"] as? [String: Int])?["note"] == 0)
    }

    @Test func shrinks() throws {
        let length = whole.count - 100_000
        let (status, records, file) = try convert { try $0.truncate(atOffset: UInt64(length)) }
        #expect(status == 1)
        #expect(records > 5000 && records < 6000)
        #expect(total(file) == length)
    }

    /// A table cut at the end of a row is as whole as another: only its size tells.
    @Test(arguments: ["1", "2"])
    func aTableThatShrinksIsToldOf(_ jobs: String) throws {
        let some = try Command.run(["generate", "roster", "--records", "300"]).output
        let header = (some.firstIndex(of: 0x0A) ?? 0) + 1
        var many = some
        while many.count < 12 << 20 { many += some.dropFirst(header) }
        try many.write(to: folder["file"])
        let length = (many.count - some.count + header) / 2 / (some.count - header)
        let kept = header + length * (some.count - header)
        let (status, _, file) = try convert(["--jobs", jobs]) {
            try $0.truncate(atOffset: UInt64(kept))
        }
        #expect(status == 1)
        #expect(total(file) == kept)
        let rules = try folder.read("findings").split(separator: "\n").filter {
            $0.contains("\"rule\":\"input.file.shrunk\"")
        }
        #expect(rules.count == 1)
    }

    @Test func goesAway() throws {
        let (status, records, file) = try convert { _ in
            try FileManager.default.removeItem(at: folder["file"])
        }
        #expect(status == 0)
        #expect(records == 6000)
        #expect(total(file) == whole.count)
    }
}
