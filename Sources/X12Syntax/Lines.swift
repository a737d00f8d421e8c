import CX12Scan

/// Where lines stand at some offset of an input.
@usableFromInline
package struct LineStart: Sendable, Hashable {
    /// Number of the line, from 1.
    package var number = 1
    /// Offset in the input of its first byte.
    package var offset = 0

    package init() {}
}

/// Finds lines and columns; fast when asked in ascending order.
package struct LineCounter {
    private let bytes: UnsafePointer<UInt8>
    private let base: Int
    private let first: LineStart
    private var position = 0
    private var line: LineStart

    /// `bytes` begin at offset `base` of the input, inside the line `first`; 64 more are readable.
    package init(_ bytes: UnsafePointer<UInt8>, base: Int, first: LineStart) {
        self.bytes = bytes
        self.base = base
        self.first = first
        line = first
    }

    /// Line and column of the byte at this offset of the input, both from 1.
    package mutating func locate(_ offset: Int) -> (line: Int, column: Int) {
        let line = line(at: offset)
        return (line.number, offset - line.offset + 1)
    }

    /// The line that the byte at this offset of the input is in.
    package mutating func line(at offset: Int) -> LineStart {
        let target = offset - base
        if target < position {
            position = 0
            line = first
        }
        skipFar(to: target)
        while position < target {
            var mask = x12_mask_equal(bytes + position, 0x0A)
            if target - position < 64 {
                mask &= (1 as UInt64) &<< UInt64(truncatingIfNeeded: target - position) &- 1
            }
            if mask != 0 {
                line.number += mask.nonzeroBitCount
                line.offset = base + position + 64 - mask.leadingZeroBitCount
            }
            position = min(position + 64, target)
        }
        return line
    }

    /// Counts the lines up to shortly before `target`, without looking where the last begins.
    private mutating func skipFar(to target: Int) {
        let far = (target - position) / 64 * 64 - 1024
        guard far > 4096 else { return }
        var end = position + far
        let lines = Int(x12_count(bytes + position, far, 0x0A))
        line.number += lines
        position += far
        guard lines > 0 else { return }
        while bytes[end - 1] != 0x0A { end -= 1 }
        line.offset = base + end
    }
}
