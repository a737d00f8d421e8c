import Testing

@testable import Rosters

/// Values of a member as one number.
struct LockedValuesTests {
    private func number(_ texts: [String]) -> UInt64 {
        // Bytes behind a text are readable, as they are in a row.
        let bytes = texts.map { Array($0.utf8) + [UInt8](repeating: 0, count: 16) }
        let base = UnsafeMutablePointer<UInt8>.allocate(capacity: 4096)
        defer { base.deallocate() }
        base.initialize(repeating: 0, count: 4096)
        var offset = 0
        let values = zip(texts, bytes).map { text, bytes in
            (base + offset).update(from: bytes, count: bytes.count)
            defer { offset += bytes.count }
            return UnsafeBufferPointer(start: UnsafePointer(base + offset), count: text.utf8.count)
        }
        return LockedValues.number(values)
    }

    /// One value that changes is found always, and named nearly always, with no other.
    @Test(arguments: [1, 3, 8, 9, 12, 15]) func aChangeIsFoundAndNamed(_ count: Int) {
        let texts = (0..<count).map { "VALUE \($0)" }
        let before = number(texts)
        #expect(before == number(texts))
        var namedCount = 0
        for change in 0..<400 {
            var changed = texts
            let index = change % count
            changed[index] = "2025\(1000 + change)"
            let after = number(changed)
            #expect(after != before)
            let names = LockedValues.changes(before, after, of: count)
            #expect(names == [index] || names == [])
            if names == [index] || index >= 12 { namedCount += 1 }
        }
        #expect(namedCount > 350)
    }
}
