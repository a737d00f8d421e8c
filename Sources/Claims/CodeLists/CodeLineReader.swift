import CareModel

/// Reads the lines of a list of codes.
struct CodeLineReader {
    private let text: UnsafeRawBufferPointer
    private var offset: Int
    private var number = 0

    /// A code and the days from and to which it is in use, as numbers CCYYMMDD.
    struct Line {
        let key: CodeKey
        let from: Int32
        let to: Int32

        var isAlways: Bool { from == 0 && to == Int32.max }
    }

    init(_ text: UnsafeRawBufferPointer) {
        self.text = text
        // A byte order mark says nothing of the codes.
        offset = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// The next line with a code; `nil` at the end.
    mutating func next() throws(CodeTable.Problem) -> Line? {
        while offset < text.count {
            number += 1
            let start = offset
            var end = start
            var content = -1
            while end < text.count, text[end] != 0x0A {
                if text[end] == 0x23, content < 0 { content = end }
                end += 1
            }
            offset = end + 1
            if let line = try line(start..<(content < 0 ? end : content)) { return line }
        }
        return nil
    }

    private func line(_ range: Range<Int>) throws(CodeTable.Problem) -> Line? {
        var columns = (range, 0..<0, 0..<0)
        var start = range.lowerBound
        var column = 0
        for index in range.lowerBound...range.upperBound
        where index == range.upperBound || text[index] == 0x09 {
            switch column {
            case 0: columns.0 = trimmed(start..<index)
            case 1: columns.1 = trimmed(start..<index)
            case 2: columns.2 = trimmed(start..<index)
            default:
                throw problem("a line is a code, and after tabs its first and last day")
            }
            column += 1
            start = index + 1
        }
        if columns.0.isEmpty, columns.1.isEmpty, columns.2.isEmpty { return nil }
        guard let key = key(columns.0) else {
            throw problem("a code is one to ten letters and digits")
        }
        let (from, to) = (try day(columns.1, or: 0), try day(columns.2, or: Int32.max))
        guard from <= to else { throw problem("the first day is not after the last") }
        return Line(key: key, from: from, to: to)
    }

    private func problem(_ message: StaticString) -> CodeTable.Problem {
        CodeTable.Problem(line: number, message: message)
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, text[start] == 0x20 || text[start] == 0x0D { start += 1 }
        while start < end, text[end - 1] == 0x20 || text[end - 1] == 0x0D { end -= 1 }
        return start..<end
    }

    /// The code without its point.
    private func key(_ range: Range<Int>) -> CodeKey? {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 10) { buffer in
            var count = 0
            for index in range where text[index] != 0x2E {
                guard count < 10 else { return nil }
                buffer[count] = text[index]
                count += 1
            }
            return CodeKey(UnsafeBufferPointer(rebasing: buffer[..<count]))
        }
    }

    private func day(_ range: Range<Int>, or none: Int32) throws(CodeTable.Problem) -> Int32 {
        if range.isEmpty { return none }
        let number = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 8) { buffer -> Int32 in
            var count = 0
            for index in range where text[index] != 0x2D {
                guard count < 8 else { return 0 }
                buffer[count] = text[index]
                count += 1
            }
            guard count == 8, let base = buffer.baseAddress else { return 0 }
            return CalendarDate.number(UnsafePointer(base))
        }
        guard number > 0 else { throw problem("a day is CCYYMMDD or CCYY-MM-DD") }
        return number
    }
}
