import Referrals
import Testing
import XMLSyntax

struct InputWindowTests {
    private static func window(_ text: String) -> InputWindow {
        let window = InputWindow()
        Array(text.utf8).withUnsafeBytes { window.append($0) }
        return window
    }

    /// In whatever order columns are asked for, and whatever is gone.
    @Test(arguments: [
        [0, 3, 6, 7, 9], [9, 7, 6, 3, 0], [7, 0, 9, 3, 6, 6], [10, 2, 10, 8],
    ])
    func columnsAreThoseOfTheirLines(_ offsets: [Int]) {
        let columns = [1, 2, 3, 1, 2, 3, 1, 2, 3, 4, 5]
        let window = Self.window("ab\ncd\nefgh")
        #expect(offsets.map { window.column(of: $0) } == offsets.map { columns[$0] })
        window.drop(before: 5)
        let held = offsets.filter { $0 >= 5 }
        #expect(held.map { window.column(of: $0) } == held.map { columns[$0] })
        window.drop(before: 8)
        #expect(window.column(of: 9) == 4)
    }

    /// A line ends with a whole unit, and a byte that is half of another letter ends none.
    @Test(arguments: [false, true], [0, 2, 5])
    func columnsOfTwoBytesAUnit(_ isBigEndian: Bool, _ wideOffset: Int) {
        let units = Array("a\n\u{10A}b\nc\u{A05}d".utf16)
        let bytes =
            [UInt8](repeating: 0x20, count: wideOffset)
            + units.flatMap { unit -> [UInt8] in
                let (high, low) = (UInt8(unit >> 8), UInt8(truncatingIfNeeded: unit))
                return isBigEndian ? [high, low] : [low, high]
            }
        let window = InputWindow()
        bytes.withUnsafeBytes { window.append($0) }
        window.ends.begin(at: wideOffset, isBigEndian ? .bigEndian : .littleEndian)
        let columns = [wideOffset + 1, wideOffset + 3, 1, 3, 5, 1, 3, 5]
        for order in [Array(0..<8), (0..<8).reversed()] {
            for index in order {
                #expect(window.column(of: wideOffset + 2 * index) == columns[index], "\(index)")
            }
        }
        // In the middle of the unit that ends a line, and at its end.
        for dropped in [3, 4, 12] {
            window.drop(before: wideOffset + dropped)
            #expect(window.column(of: wideOffset + 14) == 5)
            if dropped < 12 { #expect(window.column(of: wideOffset + 6) == 3) }
        }
    }

    /// Much may be found in one long line: to look through all of it each time would take hours.
    @Test func aLongLineIsLookedThroughOnce() {
        let window = Self.window(String(repeating: "x", count: 4_000_000))
        for offset in stride(from: 0, to: 4_000_000, by: 200) {
            #expect(window.column(of: offset) == offset + 1)
        }
    }
}
