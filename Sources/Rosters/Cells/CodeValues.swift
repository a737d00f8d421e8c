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
        let head: UInt64
        let tail: UInt64
        let count: Int
        /// Offset of the text among all texts.
        let start: Int
    }

    private let values: UnsafeMutablePointer<Value>
    private let valueCount: Int
    /// The texts one after another, with room to read beyond the last.
    private let bytes: UnsafeMutablePointer<UInt8>

    init(_ texts: [String]) {
        valueCount = texts.count
        values = .allocate(capacity: max(1, texts.count))
        let all = texts.flatMap { Array($0.utf8) } + [UInt8](repeating: 0, count: 8)
        bytes = .allocate(capacity: all.count)
        bytes.initialize(repeating: 0, count: all.count)
        for (index, byte) in all.enumerated() { bytes[index] = byte }
        var start = 0
        for (index, text) in texts.enumerated() {
            let length = text.utf8.count
            let base = UnsafePointer(bytes + start)
            (values + index).initialize(
                to: Value(
                    head: CodeTable.head(base, length), tail: CodeTable.tail(base, length),
                    count: length, start: start))
            start += length
        }
    }

    func deallocate() {
        values.deallocate()
        bytes.deallocate()
    }

    /// Whether a text is one of the values; eight bytes beyond its first are readable.
    @inline(__always)
    func contains(_ base: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        let head = CodeTable.head(base, count)
        let tail = CodeTable.tail(base, count)
        for index in 0..<valueCount {
            if values[index].head == head, values[index].tail == tail,
                values[index].count == count, count <= 16 || isEqual(values[index], base)
            {
                return true
            }
        }
        return false
    }

    /// Whether a text is one of the values but for the case of letters.
    func containsFolded(_ base: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        (0..<valueCount).contains { index in
            values[index].count == count
                && (0..<count).allSatisfy {
                    CodeTable.folded(bytes[values[index].start + $0]) == CodeTable.folded(base[$0])
                }
        }
    }

    private func isEqual(_ value: Value, _ base: UnsafePointer<UInt8>) -> Bool {
        (8..<(value.count - 8)).allSatisfy { bytes[value.start + $0] == base[$0] }
    }

    @inline(__always)
    private static func head(_ base: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
        count >= 8
            ? UnsafeRawPointer(base).loadUnaligned(as: UInt64.self) : Text.key(base, count)
    }

    @inline(__always)
    private static func tail(_ base: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
        guard count > 8 else { return 0 }
        return UnsafeRawPointer(base).loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
    }

    @inline(__always)
    private static func folded(_ byte: UInt8) -> UInt8 {
        (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    }
}
