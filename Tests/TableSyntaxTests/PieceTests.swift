import CTableScan
import Diagnostics
import Testing

@testable import TableSyntax

/// Whole, or in pieces and blocks of any size: the same rows.
struct PieceTests {
    static let alphabets = [
        "ab,\n", "a,\"\n", "a,\"\r\n ", "a|\"'\n", "é,\"\n\u{0}a", "a,\"\"\n\n", "1\t\"\n\\,",
        "a,,\"\" \n", "a,\"\"\u{FEFF}\n", ",\"\" \u{A0}\n",
    ]

    static func text(_ seed: UInt64) -> [UInt8] {
        var random = SplitMix(state: seed)
        let alphabet = Array(alphabets[Int(seed) % alphabets.count].utf8)
        let count = Int(random.next() % 400)
        // Runs of one row make what looks like a table.
        let row = (0..<12).map { _ in alphabet[Int(random.next() % UInt64(alphabet.count))] }
        var bytes: [UInt8] = []
        while bytes.count < count {
            if random.next() % 4 == 0 {
                bytes += row + [0x0A]
            } else {
                bytes.append(alphabet[Int(random.next() % UInt64(alphabet.count))])
            }
        }
        return bytes
    }

    @Test(arguments: 1...400 as ClosedRange<UInt64>)
    func sameRows(_ seed: UInt64) {
        let bytes = Self.text(seed)
        var limits = TableLimits()
        if seed % 3 == 0 { limits.quotedBytes = 60 }
        let whole = ReadTable(bytes, limits: limits)
        for (pieces, block) in [(1, 1), (3, 64), (Int.max, 1), (7, 256), (50, 100)] {
            #expect(ReadTable(bytes, pieces: pieces, block: block, limits: limits) == whole)
        }
        Self.check(whole, bytes)
    }

    @Test(arguments: 1...60 as ClosedRange<UInt64>)
    func sameRowsOfUTF16(_ seed: UInt64) {
        let text = String(decoding: Self.text(seed), as: UTF8.self)
        let bytes = [0xFF, 0xFE] + EncodingTests.utf16(text, isBigEndian: false)
        let whole = ReadTable(bytes)
        for (pieces, block) in [(1, 1), (5, 64), (Int.max, 100)] {
            #expect(ReadTable(bytes, pieces: pieces, block: block) == whole)
        }
        var position = 2
        for row in whole.rows {
            #expect(row.range.start == position)
            position = row.range.end
        }
        #expect(position == bytes.count)
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        #expect(ReadTable(mark + Array(text.utf8)).texts == whole.texts)
    }

    @Test(arguments: 1...60 as ClosedRange<UInt64>)
    func sameRowsOfFixedWidth(_ seed: UInt64) {
        let bytes = Self.text(seed)
        let whole = ReadTable(bytes, widths: [1, 3, 2])
        #expect(ReadTable(bytes, pieces: 2, block: 1, widths: [1, 3, 2]) == whole)
        Self.check(whole, bytes)
    }

    /// Rows follow one another without a gap; what is said of cells is true.
    static func check(_ table: ReadTable, _ bytes: [UInt8]) {
        var position = table.dialect.openingCount
        for (index, row) in table.rows.enumerated() {
            #expect(row.number == index + 1)
            #expect(row.range.start == position)
            position = row.range.end
            let line = 1 + bytes[..<row.range.start].count { $0 == table.dialect.rowEnd }
            #expect(row.line == line)
            var end = row.range.start
            for cell in row.cells {
                #expect(cell.range.start >= end && cell.range.end <= row.range.end)
                end = cell.range.end
                #expect(String(validating: cell.text, as: UTF8.self) != nil)
                let isPlain = cell.text.allSatisfy {
                    $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C
                }
                #expect(!cell.isPlain || isPlain)
                #expect((cell.kind == .empty) == cell.text.isEmpty)
            }
            for finding in row.findings {
                #expect(finding.range.start >= row.range.start)
                #expect(finding.range.end <= row.range.end)
            }
        }
        #expect(position == bytes.count)
    }

    /// Blocks hold whole rows, and their numbers are right.
    @Test func blocksStandAlone() {
        let text = (1...500).map { "\($0),\"a\nb\",x\n" }.joined()
        var reader = TableBlockReader(MemorySource(Array(text.utf8)))
        let block = TableBlock(capacity: 300)
        var cursor = TableCursor(reader.dialect)
        var rows = 0
        var blocks = 0
        while reader.next(block) {
            cursor.open(block)
            #expect(block.firstRow == rows + 1)
            #expect(block.firstLine == 2 * rows + 1)
            var inBlock = 0
            while let row = cursor.next() {
                rows += 1
                inBlock += 1
                #expect(row.number == rows)
                #expect(Array(row.text(row.cells[0])) == Array("\(rows)".utf8))
            }
            #expect(inBlock == block.rowCount)
            blocks += 1
        }
        #expect(rows == 500)
        #expect(blocks > 10)
        let isAtEnd = reader.isAtEnd
        #expect(isAtEnd)
    }

    @Test(arguments: 1...50 as ClosedRange<UInt64>)
    func indexIsTheSameOnEveryMachine(_ seed: UInt64) {
        var random = SplitMix(state: seed)
        let count = Int(random.next() % 500)
        let bytes = (0..<count + 64).map { _ in UInt8(random.next() % 5) }
        let start = Int(random.next() % UInt64(count + 1))
        var wide = [UInt32](repeating: 0, count: count + 64)
        var narrow = wide
        let found = table_index(bytes, start, count, 1, 2, 3, &wide)
        #expect(found == table_index_narrow(bytes, start, count, 1, 2, 3, &narrow))
        #expect(wide[..<found] == narrow[..<found])
        var (seenWide, seenBy32, seenNarrow) = (Seen(), Seen(), Seen())
        let by32 = seenBy32.look {
            table_index_odd_by_32(bytes, start, count, 1, 2, 3, 4, &wide, $0)
        }
        #expect(by32 == found && wide[..<found] == narrow[..<found])
        let odd = seenWide.look { table_index_odd(bytes, start, count, 1, 2, 3, 4, &wide, $0) }
        let oddNarrow = seenNarrow.look {
            table_index_odd_narrow(bytes, start, count, 1, 2, 3, 4, &narrow, $0)
        }
        #expect(odd == oddNarrow)
        #expect(odd == found && wide[..<found] == narrow[..<found])
        #expect(seenNarrow.isOdd == seenWide.isOdd || !seenNarrow.isOdd)
        #expect(seenBy32.isOdd == seenWide.isOdd && seenBy32.ends == seenWide.ends)
        #expect(seenBy32.isQuoted == seenWide.isQuoted)
        #expect(seenNarrow.isQuoted == seenWide.isQuoted && seenNarrow.ends == seenWide.ends)
        #expect(seenWide.ends == (0..<found).filter { bytes[Int(wide[$0])] == 3 })
        let ones = bytes[..<count].count { $0 == 1 }
        #expect(table_count(bytes, count, 1) == ones)
        var fours = 0
        #expect(table_count_both(bytes, count, 1, 4, &fours) == ones)
        #expect(fours == bytes[..<count].count { $0 == 4 })
    }

    /// What is seen beside the marks.
    struct Seen {
        var ends: [Int] = []
        var isOdd = false
        var isQuoted = false

        mutating func look(_ body: (UnsafeMutablePointer<table_rows>) -> Int) -> Int {
            var memory = [UInt32](repeating: 0, count: 600)
            return memory.withUnsafeMutableBufferPointer { memory in
                guard let base = memory.baseAddress else { return 0 }
                var rows = table_rows(ends: base, count: 0, odd: false, quoted: false)
                let count = body(&rows)
                ends = memory[..<rows.count].map { Int($0) }
                (isOdd, isQuoted) = (rows.odd, rows.quoted)
                return count
            }
        }
    }

    /// Cells that end at marks, written many at a time or one by one; as Swift has them in memory.
    @Test(arguments: 0...50)
    func cellsAreTheSameOnEveryMachine(_ count: Int) {
        var marks: [UInt32] = [12, 13, 20, 21, 22, 40, 41, 45, 50, 51, 52, 53, 60]
        for index in 0..<37 { marks.append(61 + UInt32(index * (index + 1) / 2)) }
        marks += [0, 0, 0, 0]
        var wide = [TableCell](
            repeating: TableCell(start: 0, count: 0, kind: .date, isPlain: false), count: 56)
        var narrow = wide
        wide.withUnsafeMutableBytes { table_cells(marks, count, 5, 9, $0.baseAddress) }
        narrow.withUnsafeMutableBytes { table_cells_narrow(marks, count, 5, 9, $0.baseAddress) }
        var start: UInt32 = 9
        for index in 0..<count {
            let length = marks[index] - start
            for cell in [wide[index], narrow[index]] {
                #expect(cell.start == start - 5 && cell.inputStart == start - 5)
                #expect(cell.count == length && cell.inputCount == length)
                #expect(cell.kind == (length == 0 ? .empty : .text) && cell.isPlain)
            }
            start = marks[index] + 1
        }
        #expect(narrow[count].kind == .date)
    }

    /// A byte, the one behind it, whether they are odd among letters where a line feed ends rows.
    @Test(arguments: [
        ("a,", false), ("\"a", false), ("\na", false), ("\r\n", false), ("\ra", true),
        ("\ta", true), ("\\a", true), ("é", true), ("\u{7F}a", true), ("\u{0}a", true),
    ])
    func oddBytesAreSeen(_ text: String, _ isOdd: Bool) {
        let pair = Array(text.utf8)
        var marks = [UInt32](repeating: 0, count: 320)
        for place in 0..<192 {
            var bytes = [UInt8](repeating: UInt8(ascii: "x"), count: 320)
            bytes.replaceSubrange(place..<place + 2, with: pair)
            let (comma, quote, feed, slash) = (
                UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\\")
            )
            var (wide, by32, narrow) = (Seen(), Seen(), Seen())
            _ = by32.look {
                table_index_odd_by_32(bytes, 0, 256, comma, quote, feed, slash, &marks, $0)
            }
            _ = wide.look {
                table_index_odd(bytes, 0, 256, comma, quote, feed, slash, &marks, $0)
            }
            _ = narrow.look {
                table_index_odd_narrow(bytes, 0, 256, comma, quote, feed, slash, &marks, $0)
            }
            #expect(
                wide.isOdd == isOdd && by32.isOdd == isOdd && narrow.isOdd == isOdd,
                "\(text.debugDescription) at \(place)")
        }
    }
}
