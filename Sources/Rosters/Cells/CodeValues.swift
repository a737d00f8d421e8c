import CareModel

/// The values that a column may have.
final class CodeValues: Sendable {
    let texts: [String]
    /// The same, laid out so that a cell is compared without a string; valid as long as this is.
    let table: CodeTable

    init(_ texts: [String]) {
        self.texts = texts
        table = CodeTable(texts)
    }

    deinit { table.deallocate() }

    var isEmpty: Bool { texts.isEmpty }

    /// `M, F, U`, for what is expected.
    var list: String { texts.joined(separator: ", ") }
}

/// Values in memory that somebody else frees: nothing is counted where cells are compared.
struct CodeTable: @unchecked Sendable {
    private struct Value {
        /// As `CellText` has them.
        var head: UInt64 = 0
        var tail: UInt64 = 0
        /// 0 where there is no value.
        var count = 0
        /// Offset of the text among all texts.
        var start = 0
    }

    /// A hash table.
    private let values: UnsafeMutablePointer<Value>
    /// One less than the number of its places, a power of two.
    private let mask: Int
    /// The texts one after another, with room to read beyond the last.
    private let bytes: UnsafeMutablePointer<UInt8>

    init(_ texts: [String]) {
        var capacity = 2
        while capacity < texts.count * 2 { capacity *= 2 }
        mask = capacity - 1
        values = .allocate(capacity: capacity)
        values.initialize(repeating: Value(), count: capacity)
        let all = texts.flatMap { Array($0.utf8) } + [UInt8](repeating: 0, count: 8)
        bytes = .allocate(capacity: all.count)
        bytes.initialize(repeating: 0, count: all.count)
        for (index, byte) in all.enumerated() { bytes[index] = byte }
        var start = 0
        for text in texts where !text.isEmpty {
            let length = text.utf8.count
            let text = CellText(UnsafePointer(bytes + start), length)
            var place = place(text.head, text.tail)
            while values[place].count > 0 { place = (place + 1) & mask }
            values[place] = Value(
                head: text.head, tail: text.tail, count: length, start: start)
            start += length
        }
    }

    func deallocate() {
        values.deallocate()
        bytes.deallocate()
    }

    @inline(__always)
    private func place(_ head: UInt64, _ tail: UInt64) -> Int {
        Int(truncatingIfNeeded: ((head ^ tail) &* 0x9E37_79B9_7F4A_7C15) &>> 32) & mask
    }

    /// Whether a text is one of the values; eight bytes beyond its first are readable.
    @inline(__always)
    func contains(_ base: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        count > 0 && contains(CellText(base, count))
    }

    @inline(__always)
    func contains(_ text: CellText) -> Bool {
        var place = place(text.head, text.tail)
        while values[place].count > 0 {
            if values[place].head == text.head, values[place].tail == text.tail,
                values[place].count == text.count,
                text.count <= 16 || isEqual(values[place], text.base)
            {
                return true
            }
            place = (place &+ 1) & mask
        }
        return false
    }

    /// Whether a text is one of the values but for the case of letters.
    func containsFolded(_ base: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        (0...mask).contains { index in
            values[index].count == count && count > 0
                && (0..<count).allSatisfy {
                    CodeTable.folded(bytes[values[index].start + $0]) == CodeTable.folded(base[$0])
                }
        }
    }

    /// Whether all but the first and the last eight bytes are the same, eight at a time.
    @inline(__always)
    private func isEqual(_ value: Value, _ base: UnsafePointer<UInt8>) -> Bool {
        let (known, given) = (UnsafeRawPointer(bytes + value.start), UnsafeRawPointer(base))
        var place = 8
        while place < value.count &- 8 {
            if known.loadUnaligned(fromByteOffset: place, as: UInt64.self)
                != given.loadUnaligned(fromByteOffset: place, as: UInt64.self)
            {
                return false
            }
            place &+= 8
        }
        return true
    }

    @inline(__always)
    private static func folded(_ byte: UInt8) -> UInt8 {
        (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    }
}
