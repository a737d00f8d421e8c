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
        _ change: (FileHandle) throws -> Void
    ) throws -> (status: Int32, records: Int, file: [String: Any]) {
        let command = try Background(["convert", "file", "--summary", "summary"], in: folder)
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
    }

    @Test func shrinks() throws {
        let length = whole.count - 100_000
        let (status, records, file) = try convert { try $0.truncate(atOffset: UInt64(length)) }
        #expect(status == 1)
        #expect(records > 5000 && records < 6000)
        #expect(total(file) == length)
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
