import CareModel
import X12Syntax

// Composite and repeated elements.
extension ElementReader {
    /// Whether a composite or repeated element is sent as one short simple value.
    @inlinable @inline(__always)
    package func isSimple(_ view: SegmentView, _ element: Int) -> Bool {
        let range = view.range(element)
        guard !range.isEmpty, range.count <= 3 else { return false }
        for offset in range
        where bytes[offset] == delimiters.component || bytes[offset] == delimiters.repetition {
            return false
        }
        return true
    }

    /// The repetitions of an element.
    @usableFromInline
    package func repetitions(_ view: SegmentView, _ element: Int) -> [Range<Int>] {
        let range = view.range(element)
        guard !range.isEmpty else { return [] }
        return parts(range, delimiters.repetition)
    }

    /// The components of an element, or of one of its repetitions.
    @usableFromInline
    package func components(_ range: Range<Int>) -> [Range<Int>] {
        parts(range, delimiters.component)
    }

    /// Bytes of the block as a value.
    @usableFromInline
    package func slot(_ range: Range<Int>) -> Slot { slot(range.lowerBound, range.upperBound) }

    private func parts(_ range: Range<Int>, _ separator: UInt8?) -> [Range<Int>] {
        guard let separator else { return [range] }
        var found: [Range<Int>] = []
        var from = range.lowerBound
        for offset in range where bytes[offset] == separator {
            found.append(from..<offset)
            from = offset + 1
        }
        found.append(from..<range.upperBound)
        return found
    }
}
