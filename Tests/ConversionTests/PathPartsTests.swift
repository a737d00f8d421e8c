import SystemPackage
import Testing

@testable import Conversion

struct PathPartsTests {
    /// What is found by bytes is what `FilePath` says.
    @Test(arguments: [
        "a", "/a", "a/b", "/a/b", "a//b/", "/", "", ".", "..", "../a", "/tmp/é/ü.834", "a/.b",
        "a/..",
    ])
    func folderAndName(_ text: String) {
        let path = FilePath(text)
        let parts = PathParts(path)
        #expect(string(parts.folder) == path.removingLastComponent().string)
        #expect(string(parts.name) == path.lastComponent?.string ?? "")
        #expect(parts.nameLength == path.lastComponent?.string.utf8.count ?? 0)
        let folder = path.removingLastComponent().string
        #expect(string(parts.folderOrHere) == (folder.isEmpty ? "." : folder))
        let sibling = path.removingLastComponent().appending("x.y")
        #expect(parts.sibling(Array("x.y".utf8CString)) == sibling)
    }

    /// Bytes that are no UTF-8 stay.
    @Test func anyBytes() {
        let bytes = [0x61, 0xFF, 0x2F, 0xFE, 0].map { CChar(truncatingIfNeeded: $0) }
        let path = bytes.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map { FilePath(platformString: $0) } ?? FilePath()
        }
        let sibling = PathParts(PathParts(path).sibling([0x62, 0]))
        #expect(sibling.folder == Array(bytes[..<2]) + [0] && sibling.name == [0x62, 0])
    }

    private func string(_ chars: [CChar]) -> String {
        String(decoding: chars.dropLast().map { UInt8(truncatingIfNeeded: $0) }, as: UTF8.self)
    }
}
