import Conversion
import Foundation
import Testing

/// Records and lines from files, one file at a time.
final class FileStreamTests {
    private let folder: TestFolder

    init() throws {
        folder = try TestFolder()
    }

    private func path(_ bytes: [UInt8], _ name: String = "a.834") throws -> String {
        let url = folder.appending(path: name)
        try Data(bytes).write(to: url)
        return url.path
    }

    @Test func aFileIsRead() throws {
        let path = try path(Array(EnrollmentText.plain.utf8))
        let file = try EnrollmentRecords(path: path)
        #expect(file.map(\.source.file) == [path, path])
        #expect(file.report.isClean)
        let lines = try EnrollmentLines(path: path, name: "a.834")
        #expect(Lines(lines) == Lines(EnrollmentLines(EnrollmentText.plain.utf8, name: "a.834")))
        #expect(lines.report.isClean)
    }

    @Test func aGzipFileIsExpanded() throws {
        let path = try path(ArchiveBuilding.gzip(Array(EnrollmentText.plain.utf8)), "a.gz")
        let file = try EnrollmentRecords(path: path, name: "a.834")
        #expect(file.map(\.source.file) == ["a.834", "a.834"])
        #expect(file.report.isClean)
    }

    @Test func theOneFileOfAnArchiveIsRead() throws {
        let one = ZipBuilding.Member("a.834", EnrollmentText.plain)
        let other = ZipBuilding.Member("b.834", EnrollmentText.plain)
        let path = try path(ZipBuilding([one]).bytes, "a.zip")
        let file = try EnrollmentRecords(path: path)
        #expect(file.map(\.source.file) == [path + "/a.834", path + "/a.834"])
        let both = try self.path(ZipBuilding([one, other]).bytes, "both.zip")
        let failure = #expect(throws: ConversionFailure.self) {
            try EnrollmentLines(path: both)
        }
        #expect(failure?.message.hasPrefix("this is not one file but several") == true)
    }

    /// What comes before a damage is read, and the report says why no more came.
    @Test func aDamagedFileEndsWhereItsDamageBegins() throws {
        let members = (1...5000).map { EnrollmentText.member($0) }
        let whole = ArchiveBuilding.gzip(Array(EnrollmentText.file(members).utf8))
        let path = try path(Array(whole.prefix(whole.count / 2)), "a.gz")
        let file = try EnrollmentRecords(path: path)
        let records = Array(file)
        #expect((100..<5000).contains(records.count))
        #expect(file.report.failure?.message.contains("this gzip file") == true)
        #expect(file.report.isBalanced && !file.report.isComplete && !file.report.isClean)
    }

    @Test func whatCannotBeReadIsThrown() throws {
        let zip = try path([0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 60), "a.zip")
        let cases = [
            (folder.appending(path: "none").path, 66), (folder.path, 66), (zip, 65),
            (try path(Array("%PDF".utf8), "a.pdf"), 65), (try path([], "empty"), 65),
        ]
        for (path, status) in cases {
            let failure = #expect(throws: ConversionFailure.self) {
                try EnrollmentRecords(path: path)
            }
            #expect(failure?.exitStatus == Int32(status), "\(path)")
            #expect(throws: ConversionFailure.self) { try EnrollmentLines(path: path) }
        }
    }
}
