import CTableScan

/// Memory for the places of marks in a text, a window at a time.
final class MarkWindow {
    static let size = 16 * 1024
    private let marks: UnsafeMutablePointer<UInt32>
    /// Of those that end rows, which of the marks they are.
    private let ends: UnsafeMutablePointer<UInt32>

    init() {
        marks = .allocate(capacity: Self.size + 64)
        ends = .allocate(capacity: Self.size + 64)
    }

    deinit {
        marks.deallocate()
        ends.deallocate()
    }

    /// - Parameter hasDelimiters: whether delimiters are among the marks.
    func open(
        _ bytes: UnsafePointer<UInt8>, from start: Int, stop: Int, _ wanted: TextMarks,
        hasDelimiters: Bool = true
    ) -> Cursor {
        Cursor(
            bytes: bytes, indexed: start, stop: stop, wanted: wanted,
            hasDelimiters: hasDelimiters, marks: marks,
            rows: table_rows(ends: ends, count: 0, odd: false, quoted: false))
    }

    /// Gives one place after another; of a window there is one cursor at a time.
    struct Cursor {
        let bytes: UnsafePointer<UInt8>
        /// Up to where marks were looked for.
        var indexed: Int
        let stop: Int
        let wanted: TextMarks
        /// Whether delimiters are looked for, and bytes that are not plain.
        let hasDelimiters: Bool
        let marks: UnsafeMutablePointer<UInt32>
        /// What was seen in the window beside the marks.
        private var rows: table_rows
        /// Of the rows' ends the one that comes next.
        private var end = 0
        var index = 0
        var count = 0
        /// How many windows so far have bytes that are not plain.
        private(set) var oddCount = 0

        init(
            bytes: UnsafePointer<UInt8>, indexed: Int, stop: Int, wanted: TextMarks,
            hasDelimiters: Bool, marks: UnsafeMutablePointer<UInt32>, rows: table_rows
        ) {
            self.bytes = bytes
            self.indexed = indexed
            self.stop = stop
            self.wanted = wanted
            self.hasDelimiters = hasDelimiters
            self.marks = marks
            self.rows = rows
        }

        /// Whether some byte of the window is not plain.
        @inline(__always)
        var isOdd: Bool { rows.odd }

        /// How many delimiters come next of which it is known that nothing else is among them: up to
        /// the end of the row, where the window has no quotation marks.
        @inline(__always)
        mutating func delimiterCount() -> Int {
            if rows.quoted, wanted.hasQuotes { return 0 }
            while end < rows.count, Int(rows.ends[end]) < index { end &+= 1 }
            return (end < rows.count ? Int(rows.ends[end]) : count) &- index
        }

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
            end = 0
            while count == 0 {
                guard indexed < stop else { return false }
                let end = Swift.min(indexed + MarkWindow.size, stop)
                if hasDelimiters {
                    count = table_index_odd(
                        bytes, indexed, end, wanted.delimiter, wanted.quote, wanted.rowEnd,
                        wanted.banned, marks, &rows)
                    if isOdd { oddCount &+= 1 }
                } else {
                    count = table_index(
                        bytes, indexed, end, wanted.quote, wanted.quote, wanted.rowEnd, marks)
                }
                indexed = end
            }
            return true
        }
    }
}
