import CTableScan

/// Memory for the places of marks in a text, a window at a time.
final class MarkWindow {
    static let size = 16 * 1024
    private let marks: UnsafeMutablePointer<UInt32>

    init() {
        marks = .allocate(capacity: Self.size + 64)
    }

    deinit { marks.deallocate() }

    /// - Parameter hasDelimiters: whether delimiters are among the marks.
    func open(
        _ bytes: UnsafePointer<UInt8>, from start: Int, stop: Int, _ wanted: TextMarks,
        hasDelimiters: Bool = true
    ) -> Cursor {
        Cursor(
            bytes: bytes, indexed: start, stop: stop, wanted: wanted,
            first: hasDelimiters ? wanted.delimiter : wanted.quote, marks: marks)
    }

    /// Gives one place after another; of a window there is one cursor at a time.
    struct Cursor {
        let bytes: UnsafePointer<UInt8>
        /// Up to where marks were looked for.
        var indexed: Int
        let stop: Int
        let wanted: TextMarks
        /// The delimiter, or what is looked for in its place.
        let first: UInt8
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

        /// Takes the next place if it is that of a quotation mark right before a delimiter or a row
        /// end: behind one that opens a cell, the end of a cell as most are.
        @inline(__always)
        mutating func takeSimpleClosing(_ bytes: UnsafePointer<UInt8>, _ stop: Int) -> Int? {
            guard index < count else { return nil }
            let place = Int(marks[index])
            guard bytes[place] == wanted.quote, place &+ 1 < stop else { return nil }
            let next = bytes[place &+ 1]
            guard next == wanted.delimiter || next == wanted.rowEnd else { return nil }
            index &+= 1
            return place
        }

        @inline(never)
        private mutating func refill() -> Bool {
            index = 0
            count = 0
            while count == 0 {
                guard indexed < stop else { return false }
                let end = Swift.min(indexed + MarkWindow.size, stop)
                count = table_index(
                    bytes, indexed, end, first, wanted.quote, wanted.rowEnd, marks)
                indexed = end
            }
            return true
        }
    }
}
