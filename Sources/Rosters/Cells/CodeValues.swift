import CareModel

/// The values that a column may have, laid out so that a cell is compared without a string.
final class CodeValues: @unchecked Sendable {
    private struct Value {
        /// First and last eight bytes, zeros where there are fewer.
        let head: UInt64
        let tail: UInt64
        let count: Int
        /// Offset of the text among all texts.
        let start: Int
    }

    let texts: [String]
    private let values: UnsafeMutablePointer<Value>
    private let count: Int
    /// The texts one after another, with room to read beyond the last.
    private let bytes: UnsafeMutablePointer<UInt8>

    init(_ texts: [String]) {
        self.texts = texts
        count = texts.count
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
                    head: CodeValues.head(base, length), tail: CodeValues.tail(base, length),
                    count: length, start: start))
            start += length
        }
    }

    deinit {
        values.deallocate()
        bytes.deallocate()
    }

    var isEmpty: Bool { count == 0 }

    /// `M, F, U`, for what is expected.
    var list: String { texts.joined(separator: ", ") }

    /// Whether a text is one of the values; eight bytes beyond its first are readable.
    @inline(__always)
    func contains(_ base: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        let head = CodeValues.head(base, count)
        let tail = CodeValues.tail(base, count)
        for index in 0..<self.count {
            let value = values[index]
            if value.head == head, value.tail == tail, value.count == count {
                if count <= 16 || isEqual(value, base) { return true }
            }
        }
        return false
    }

    /// Whether a text is one of the values but for the case of letters.
    func containsFolded(_ base: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        (0..<self.count).contains { index in
            values[index].count == count
                && (0..<count).allSatisfy {
                    CodeValues.folded(bytes[values[index].start + $0])
                        == CodeValues.folded(base[$0])
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
