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
        /// First and last eight bytes, zeros where there are fewer.
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
            let base = UnsafePointer(bytes + start)
            let (head, tail) = CodeTable.ends(base, length)
            var place = place(head, tail)
            while values[place].count > 0 { place = (place + 1) & mask }
            values[place] = Value(head: head, tail: tail, count: length, start: start)
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
        let (head, tail) = CodeTable.ends(base, count)
        var place = place(head, tail)
        while values[place].count > 0 {
            if values[place].head == head, values[place].tail == tail,
                values[place].count == count, count <= 16 || isEqual(values[place], base)
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

    private func isEqual(_ value: Value, _ base: UnsafePointer<UInt8>) -> Bool {
        (8..<(value.count - 8)).allSatisfy { bytes[value.start + $0] == base[$0] }
    }

    /// The first eight bytes, and the last eight where there are more.
    @inline(__always)
    private static func ends(
        _ base: UnsafePointer<UInt8>, _ count: Int
    ) -> (head: UInt64, tail: UInt64) {
        guard count > 8 else { return (Text.key(base, count), 0) }
        let raw = UnsafeRawPointer(base)
        return (
            raw.loadUnaligned(as: UInt64.self),
            raw.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
        )
    }

    @inline(__always)
    private static func folded(_ byte: UInt8) -> UInt8 {
        (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    }
}
