import CTableScan

/// Memory for the places of marks in a text, a window at a time.
final class MarkWindow {
    static let size = 16 * 1024
    private let marks: UnsafeMutablePointer<UInt32>

    init() {
        marks = .allocate(capacity: Self.size + 64)
    }

    deinit { marks.deallocate() }

    func open(
        _ bytes: UnsafePointer<UInt8>, from start: Int, stop: Int, _ wanted: TextMarks
    ) -> Cursor {
        Cursor(bytes: bytes, indexed: start, stop: stop, wanted: wanted, marks: marks)
    }

    /// Gives one place after another; of a window there is one cursor at a time.
    struct Cursor {
        let bytes: UnsafePointer<UInt8>
        /// Up to where marks were looked for.
        var indexed: Int
        let stop: Int
        let wanted: TextMarks
        let marks: UnsafeMutablePointer<UInt32>
        var index = 0
        var count = 0

        /// The next place; `nil` at the end.
        @inline(__always)
        mutating func next() -> Int? {
            if index == count, !refill() { return nil }
            defer { index &+= 1 }
            return Int(marks[index])
        }

        /// The next place, which stays.
        @inline(__always)
        mutating func peek() -> Int? {
            if index == count, !refill() { return nil }
            return Int(marks[index])
        }

        @inline(never)
        private mutating func refill() -> Bool {
            index = 0
            count = 0
            while count == 0 {
                guard indexed < stop else { return false }
                let end = Swift.min(indexed + MarkWindow.size, stop)
                count = table_index(
                    bytes, indexed, end, wanted.delimiter, wanted.quote, wanted.rowEnd, marks)
                indexed = end
            }
            return true
        }
    }
}
