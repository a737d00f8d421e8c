import Testing

@testable import X12Syntax

/// Lines and columns are those that counting byte by byte gives, asked in any order.
@Suite struct LineCounterTests {
    static func text(seed: UInt64, count: Int) -> [UInt8] {
        var random = SeededRandom(seed)
        return (0..<count).map { _ in Int.random(in: 0..<9, using: &random) == 0 ? 0x0A : 0x78 }
    }

    static func expected(_ bytes: ArraySlice<UInt8>) -> (Int, Int) {
        let lines = bytes.count { $0 == 0x0A }
        return (lines + 1, bytes.count - ((bytes.lastIndex(of: 0x0A) ?? -1) + 1) + 1)
    }

    @Test(arguments: [0, 1, 63, 64, 65, 127, 128, 129, 500]) func everyOffset(count: Int) {
        let bytes = LineCounterTests.text(seed: UInt64(count), count: count)
        let padded = bytes + [UInt8](repeating: 0x0A, count: 64)
        padded.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            var ascending = LineCounter(base, base: 0, first: LineStart())
            var descending = LineCounter(base, base: 0, first: LineStart())
            for offset in 0...count {
                #expect(ascending.locate(offset) == LineCounterTests.expected(bytes[..<offset]))
                let other = count - offset
                #expect(descending.locate(other) == LineCounterTests.expected(bytes[..<other]))
            }
        }
    }

    @Test(arguments: [1, 10, 64, 100]) func fromTheMiddle(start: Int) {
        let bytes = LineCounterTests.text(seed: 3, count: 300)
        var first = LineStart()
        first.number = bytes[..<start].count { $0 == 0x0A } + 1
        first.offset = (bytes[..<start].lastIndex(of: 0x0A) ?? -1) + 1
        let rest = Array(bytes[start...]) + [UInt8](repeating: 0x0A, count: 64)
        rest.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            var counter = LineCounter(base, base: start, first: first)
            for offset in start...300 {
                #expect(counter.locate(offset) == LineCounterTests.expected(bytes[..<offset]))
            }
        }
    }
}
