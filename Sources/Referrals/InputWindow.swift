import Diagnostics
import XMLSyntax

/// The bytes of the input since the referral that is being read began.
package final class InputWindow {
    private var bytes: [UInt8] = []
    /// Offset in the input of the first byte that is kept.
    package private(set) var base = 0
    /// Where its line begins.
    private var lineStart = 0
    /// The last offset whose column was asked for, and where its line begins: lines may be long, and
    /// much may be found in one.
    private var known = (offset: 0, lineStart: 0)
    /// What ends lines.
    package var ends = LineEnds()

    package init() {}

    /// Begins in the middle of an input.
    func begin(at offset: Int, lineStart: Int) {
        bytes.removeAll(keepingCapacity: true)
        base = offset
        self.lineStart = lineStart
        known = (offset, lineStart)
        ends = LineEnds()
    }

    /// Offset of the byte after the last.
    package var end: Int { base + bytes.count }

    package func append(_ piece: UnsafeRawBufferPointer) { bytes.append(contentsOf: piece) }

    /// Forgets what stands before an offset, but for the rest of a unit in which that lies.
    package func drop(before offset: Int) {
        let count = ends.unitStart(of: min(offset, end)) - base
        guard count > 0 else { return }
        if let start = lineStart(behind: base, upTo: base + count) { lineStart = start }
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

    /// The column of an offset in its line, in bytes from 1.
    package func column(of offset: Int) -> Int {
        let start = lineStart(of: offset)
        return max(1, offset - start + 1)
    }

    private func lineStart(of offset: Int) -> Int {
        guard base...end ~= offset else {
            return lineStart(behind: base, upTo: min(offset, end)) ?? lineStart
        }
        let isBehind = known.offset <= offset
        if !isBehind, known.lineStart <= offset { return known.lineStart }
        let start =
            lineStart(behind: isBehind ? max(base, known.offset) : base, upTo: offset)
            ?? (isBehind ? max(known.lineStart, lineStart) : lineStart)
        known = (offset, start)
        return start
    }

    /// Where the last line begins that begins behind one offset and not behind another.
    private func lineStart(behind first: Int, upTo place: Int) -> Int? {
        bytes.withUnsafeBytes {
            ends.lineStart(behind: first, upTo: place, in: $0, at: base)
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// How many line feeds there are.
    package var lineBreakCount: Int {
        sum { $0 == 0x0A ? 1 : 0 }
    }

    /// How many bytes are white space.
    package var blankCount: Int {
        sum { byte in
            (byte == 0x20 ? 1 : 0) | (byte == 0x0A ? 1 : 0) | (byte == 0x0D ? 1 : 0)
                | (byte == 0x09 ? 1 : 0)
        }
    }

    /// The sum of a number for each byte, 0 or 1.
    ///
    /// Summed up in bytes for a while, without a branch, so that many are looked at in one step.
    @inline(__always)
    private func sum(_ number: (UInt8) -> UInt8) -> Int {
        guard let base = baseAddress else { return 0 }
        var total = 0
        var index = 0
        while index < count {
            let end = index &+ 128 < count ? index &+ 128 : count
            var sum: UInt8 = 0
            while index < end {
                sum &+= number(base[index])
                index &+= 1
            }
            total &+= Int(sum)
        }
        return total
    }

    /// Whether they are the same bytes.
    @inline(__always)
    func isSame(as other: UnsafeBufferPointer<UInt8>) -> Bool {
        guard count == other.count else { return false }
        guard let left = UnsafeRawPointer(baseAddress),
            let right = UnsafeRawPointer(other.baseAddress)
        else { return true }
        var index = 0
        while index &+ 8 <= count {
            if left.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                != right.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            {
                return false
            }
            index &+= 8
        }
        while index < count {
            if self[index] != other[index] { return false }
            index &+= 1
        }
        return true
    }

    /// Whether they are this text; many that are not differ in length, or at the end.
    @inline(__always)
    func isText(_ text: StaticString) -> Bool {
        guard count == text.utf8CodeUnitCount else { return false }
        var index = count
        while index > 0 {
            index -= 1
            if self[index] != text.utf8Start[index] { return false }
        }
        return true
    }
}
