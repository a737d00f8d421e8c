import Testing

@testable import Output

struct ByteBufferTests {
    /// Written byte by byte and at once, a buffer grows and holds the same.
    @Test(arguments: [0, 1, 63, 64, 65, 4095, 4096, 4097, 100_000])
    func itGrows(_ count: Int) {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
        var slow = ByteBuffer(capacity: 1)
        for byte in bytes { slow.append(byte) }
        #expect(slow.array() == bytes)
        var fast = ByteBuffer(capacity: 1)
        fast.append(bytes)
        fast.append(bytes)
        #expect(fast.array() == bytes + bytes)
        #expect(fast.count == 2 * count)
    }

    /// Numbers around each power of ten, where another digit comes.
    @Test func numbersAreDecimal() {
        var numbers = [0, 1, Int.max, Int.min, Int.max - 1]
        var power = 1
        for _ in 0..<18 {
            power *= 10
            numbers += [power - 1, power, power + 1, power / 10 * 7, power * 8 / 3]
        }
        for number in numbers + numbers.map({ 0 &- $0 }) {
            var buffer = ByteBuffer(capacity: 1)
            buffer.append(decimal: number)
            buffer.append(UInt8(ascii: ","))
            #expect(buffer.array() == Array("\(number),".utf8))
        }
    }

    /// Every number of up to eight digits that ends or begins another way.
    @Test func allDigitsAreWritten() {
        var buffer = ByteBuffer()
        for number in stride(from: 0, through: 99_999_999, by: 9_973) {
            buffer.clear()
            buffer.append(decimal: number)
            #expect(buffer.array() == Array("\(number)".utf8))
        }
        for number in 0...10_000 {
            buffer.clear()
            buffer.append(decimal: number)
            #expect(buffer.array() == Array("\(number)".utf8))
        }
    }

    @Test func itIsUsedAgain() {
        var buffer = ByteBuffer(capacity: 8)
        buffer.append("a long text to begin with")
        buffer.clear()
        #expect(buffer.array() == [])
        buffer.append("short")
        #expect(buffer.array() == Array("short".utf8))
        buffer.truncate(to: 2)
        #expect(buffer.array() == Array("sh".utf8))
        buffer.truncate(to: 5)
        #expect(buffer.count == 2)
    }

    @Test(arguments: [
        ("{\"a\":1,", "{\"a\":1}\n"), ("", "\n"), ("[1]", "[1]\n"),
    ])
    func aLineEndsWithoutItsComma(_ text: String, _ expected: String) {
        var buffer = ByteBuffer()
        buffer.append(Array(text.utf8))
        if text.hasPrefix("{") {
            buffer.closeObject()
        }
        buffer.endLine()
        #expect(String(decoding: buffer.bytes, as: UTF8.self) == expected)
    }
}
