import Diagnostics

extension SpineWalk {
    /// Offsets in the block of an element; 0 is the segment id. Empty at its end when it is absent.
    func range(_ entry: SegmentEntry, _ element: Int) -> Range<Int> {
        let first = Int(entry.firstEnd)
        guard element < Int(entry.endCount) else {
            let end = Int(content.index.end(first + Int(entry.endCount) - 1))
            return end..<end
        }
        let end = Int(content.index.end(first + element))
        let start =
            element == 0 ? Int(entry.start) : Int(content.index.end(first + element - 1)) + 1
        return start..<end
    }

    /// An element as text, without blanks at its ends; empty when it is absent.
    func text(_ entry: SegmentEntry, _ element: Int) -> String { text(range(entry, element)) }

    /// Bytes as text, without blanks at their ends.
    func text(_ range: Range<Int>) -> String {
        var range = range
        while !range.isEmpty, bytes[range.upperBound - 1].isWhiteSpace {
            range = range.lowerBound..<range.upperBound - 1
        }
        while !range.isEmpty, bytes[range.lowerBound].isWhiteSpace {
            range = range.lowerBound + 1..<range.upperBound
        }
        return String(
            decoding: UnsafeBufferPointer(start: bytes + range.lowerBound, count: range.count),
            as: UTF8.self)
    }

    func place(_ segment: StaticString, _ element: Int) -> Place {
        Place(segment: segment.description, element: element)
    }
}
