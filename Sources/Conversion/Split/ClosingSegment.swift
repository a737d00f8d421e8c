import X12Syntax

/// A closing segment as a part needs it.
enum ClosingSegment {
    /// `SE*12*0001~`, written anew.
    static func bytes(
        _ id: StaticString, _ count: Int, _ control: [UInt8], _ delimiters: Delimiters
    ) -> [UInt8] {
        var bytes = Array(id.description.utf8)
        bytes.append(delimiters.element)
        bytes += Array(String(count).utf8)
        bytes.append(delimiters.element)
        bytes += control
        bytes.append(delimiters.terminator)
        return bytes
    }

    /// The input's own, with its count mended, and a terminator where it lacks one.
    static func mended(
        _ segment: SegmentView, _ count: Int, _ delimiters: Delimiters
    ) -> [UInt8] {
        let idEnd = Int(segment.ends[0])
        var bytes = Array(segment.slice(segment.start..<idEnd))
        bytes.append(delimiters.element)
        let sent = Array(segment.element(1))
        bytes += number(sent) == count ? sent : Array(String(count).utf8)
        if segment.elementCount > 1 {
            bytes += segment.slice(segment.elementEnd(1)..<segment.end)
        }
        bytes.append(delimiters.terminator)
        return bytes
    }

    /// As the reader takes it: white space at its ends does not count.
    private static func number(_ bytes: [UInt8]) -> Int? {
        let end = bytes.lastIndex { !$0.isWhiteSpace }.map { $0 + 1 } ?? 0
        return Int(String(decoding: bytes[..<end].drop(while: \.isWhiteSpace), as: UTF8.self))
    }
}
