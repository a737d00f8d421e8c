import Referrals
import Testing

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

    /// Much may be found in one long line: to look through all of it each time would take hours.
    @Test func aLongLineIsLookedThroughOnce() {
        let window = Self.window(String(repeating: "x", count: 4_000_000))
        for offset in stride(from: 0, to: 4_000_000, by: 200) {
            #expect(window.column(of: offset) == offset + 1)
        }
    }
}
