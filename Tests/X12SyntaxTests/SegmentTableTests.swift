import Testing

@testable import X12Syntax

/// A table of segments is emptied and filled again without its memory being written twice.
struct SegmentTableTests {
    private static func entry(_ number: UInt32) -> SegmentEntry {
        SegmentEntry(start: number, firstEnd: 0, endCount: 1, id: .none)
    }

    @Test func whatWasThereBeforeIsNotSeen() {
        var table = SegmentTable()
        for number: UInt32 in 1...3 { table.append(Self.entry(number)) }
        #expect(table.map(\.start) == [1, 2, 3])
        table.removeAll()
        #expect(table.isEmpty && table.last == nil)
        table.append(Self.entry(7))
        #expect(table.map(\.start) == [7])
    }

    @Test(arguments: [0, 1, 2, 100, 5000])
    func entriesAreWrittenWhereThereIsRoom(_ room: Int) {
        var table = SegmentTable()
        table.append(Self.entry(1))
        let written = min(room, 2)
        table.append(atMost: room) { free in
            for index in 0..<written { free[index] = Self.entry(UInt32(index) + 2) }
            return written
        }
        table.append(Self.entry(9))
        #expect(table.map(\.start) == [1] + [2, 3].prefix(written) + [9])
        #expect(table.withPointer { $0?[table.count - 1].start } == 9)
    }
}
