import Diagnostics

/// The bytes of the input since the referral that is being read began.
package final class InputWindow {
    private var bytes: [UInt8] = []
    /// Offset in the input of the first byte that is kept.
    package private(set) var base = 0
    /// Its line, and the offset where that begins.
    private var line = 1
    private var lineStart = 0

    package init() {}

    /// Offset of the byte after the last.
    package var end: Int { base + bytes.count }

    package func append(_ piece: UnsafeRawBufferPointer) { bytes.append(contentsOf: piece) }

    /// Forgets what stands before an offset.
    package func drop(before offset: Int) {
        let count = min(offset - base, bytes.count)
        guard count > 0 else { return }
        for index in 0..<count where bytes[index] == 0x0A {
            line += 1
            lineStart = base + index + 1
        }
        if bytes.count > 1 << 22, bytes.count - count < 1 << 20 {
            bytes = Array(bytes[count...])
        } else {
            bytes.removeSubrange(..<count)
        }
        base += count
    }

    /// Bytes of the input; of those that are gone, none.
    package func withBytes<Result>(
        _ range: ByteRange, _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        let first = min(max(range.start - base, 0), bytes.count)
        let last = max(first, min(range.end - base, bytes.count))
        return bytes.withUnsafeBufferPointer {
            body(UnsafeBufferPointer(rebasing: $0[first..<last]))
        }
    }

    /// The line of an offset, from 1.
    package func line(of offset: Int) -> Int {
        withBytes(ByteRange(base, offset)) { bytes in line + bytes.count { $0 == 0x0A } }
    }

    /// The column of an offset in its line, in bytes from 1.
    package func column(of offset: Int) -> Int {
        var start = lineStart
        var index = min(offset - base, bytes.count) - 1
        while index >= 0 {
            if bytes[index] == 0x0A {
                start = base + index + 1
                break
            }
            index -= 1
        }
        return max(1, offset - start + 1)
    }
}
