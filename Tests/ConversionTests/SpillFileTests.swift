import Archives
import SystemPackage
import Testing

@testable import Conversion

/// Bytes that go to disk come back, and nobody else sees them.
struct SpillFileTests {
    @Test func bytesComeBack() throws {
        let spill = SpillFile(in: "/tmp")
        var buffer = [UInt8](repeating: 0, count: 8)
        #expect(try buffer.withUnsafeMutableBytes { try spill.read(into: $0, at: 0) } == 0)
        for text in ["abcd", "", "efghij"] {
            try Array(text.utf8).withUnsafeBytes { try spill.append($0) }
        }
        #expect(try buffer.withUnsafeMutableBytes { try spill.read(into: $0, at: 2) } == 8)
        #expect(String(decoding: buffer, as: UTF8.self) == "cdefghij")
    }

    @Test func aFolderThatIsNotThereIsAFailure() {
        let spill = SpillFile(in: "/tmp/turnpike-no-such-folder")
        #expect(throws: ArchiveFailure.source(Errno.noSuchFileOrDirectory.rawValue)) {
            try [1, 2].withUnsafeBytes { try spill.append($0) }
        }
    }
}
