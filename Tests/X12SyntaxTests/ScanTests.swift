import CX12Scan
import Testing

@testable import X12Syntax

/// The loops in C find what a plain loop finds.
struct ScanTests {
    /// Drawn bytes, many of them separators.
    static func bytes(_ count: Int, seed: UInt64) -> [UInt8] {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        return (0..<count).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let letters = Array("ABC*~*:^\n1~9 \"\\\u{7F}".utf8) + [0x00, 0xC3, 0x85, 0xFF]
            return letters[Int(state >> 33) % letters.count]
        }
    }

    static let padding = [UInt8](repeating: 0x2A, count: 64)

    @Test(arguments: Array(0...200) + [1000, 4096, 32 * 1024])
    func everyDelimiterIsFound(_ count: Int) {
        let ways = [x12_index, x12_index_by_32, x12_index_narrow]
        for (start, index) in [0, 1, 63].flatMap({ start in ways.map { (start, $0) } })
        where start <= count {
            let bytes = Self.bytes(count, seed: UInt64(count)) + Self.padding
            var ends = [UInt32](repeating: 0, count: count + 70)
            var marks = ends
            ends[0] = 7
            var (endCount, markCount) = (1, 0)
            index(bytes, start, count, 0x2A, 0x7E, &ends, &marks, &endCount, &markCount)
            let expected = (start..<count).filter { bytes[$0] == 0x2A || bytes[$0] == 0x7E }
            #expect(ends[..<endCount] == ([7] + expected.map { UInt32($0) })[...])
            let terminators = expected.indices.filter { bytes[expected[$0]] == 0x7E }
            #expect(marks[..<markCount] == terminators.map { UInt32($0 + 2) }[...])
        }
    }

    /// 2 for plain text, 1 with separators in it, and 4 more where no element begins or ends with a
    /// blank; 0 for anything else.
    static func plainness(_ bytes: ArraySlice<UInt8>) -> UInt8 {
        let isPrintable = bytes.allSatisfy { 0x20...0x7E ~= $0 && $0 != 0x22 && $0 != 0x5C }
        guard isPrintable else { return 0 }
        let pairs = zip(bytes, bytes.dropFirst())
        let isTight =
            bytes.last != 0x20
            && pairs.allSatisfy { ($0, $1) != (0x2A, 0x20) && ($0, $1) != (0x20, 0x2A) }
        return (bytes.contains { $0 == 0x3A || $0 == 0x5E } ? 1 : 2) | (isTight ? 4 : 0)
    }

    private static let separators = x12_separators(element: 0x2A, a: 0x3A, b: 0x5E)

    @Test(arguments: 0..<300) func everySegmentIsJudged(_ seed: Int) {
        // Mostly letters, so that long segments of each kind come.
        let drawn = Self.bytes(400, seed: UInt64(seed))
        let bytes = drawn.enumerated().map { $0.offset % 37 == seed % 37 ? $0.element : 0x41 }
        var entries: [SegmentEntry] = []
        var ends: [UInt32] = []
        var start = 0
        for length in [0, 1, 2, 15, 16, 17, 31, 32, 33, 64, 65, 100] {
            entries.append(
                SegmentEntry(
                    start: UInt32(start), firstEnd: UInt32(ends.count), endCount: 1, id: .none))
            ends.append(UInt32(start + length))
            start += length
        }
        let numbers = entries.flatMap { [$0.start, $0.firstEnd, $0.endCount, $0.id.rawValue] }
        let expected = entries.indices.map {
            Self.plainness(bytes[Int(entries[$0].start)..<Int(ends[$0])])
        }
        for mark in [x12_mark_plain, x12_mark_plain_narrow] {
            var plain = [UInt8](repeating: 9, count: entries.count)
            mark(bytes + Self.padding, ends, numbers, entries.count, Self.separators, &plain)
            #expect(plain == expected)
        }
    }

    /// Which of eight elements are there, and which of them have wrong lengths.
    @Test func lengthsAreLookedAtTogether() {
        let lengths: [UInt32] = [0, 1, 5, 6, 40_000, 4, 70_000, 8]
        let least: [Int16] = [3, 3, 3, 3, 3, 5, 3, 9]
        let most: [Int16] = [6, 6, 6, 6, 6, 6, .max, 9]
        for start: UInt32 in [0, 7, 1_000_000] {
            var ends = [start]
            for length in lengths { ends.append((ends.last ?? 0) + 1 + length) }
            #expect(x12_lengths(ends, least, most) == 0b0001_1010_1111_1110)
        }
    }

    /// Nothing but separators: no window holds more of them.
    @Test func everyByteMayBeADelimiter() {
        for terminator: UInt8 in [0x7E, 0x2A] {
            let bytes = [UInt8](repeating: 0x7E, count: 1000) + Self.padding
            for index in [x12_index, x12_index_by_32, x12_index_narrow] {
                var ends = [UInt32](repeating: 0, count: 1064)
                var marks = ends
                var (endCount, markCount) = (0, 0)
                index(bytes, 0, 1000, 0x7E, terminator, &ends, &marks, &endCount, &markCount)
                #expect(ends[..<endCount] == (0..<1000).map { UInt32($0) }[...])
                #expect(markCount == (terminator == 0x7E ? 1000 : 0))
                #expect(marks[..<markCount] == (0..<markCount).map { UInt32($0 + 1) }[...])
            }
        }
    }

    /// Segments as they come, with what stands between them; a byte of one is another.
    @Test(arguments: ["~", "~\n", "~\r\n", "~ ", "~ \n", "\n", "\u{1D}\n"])
    func whatStandsBetweenSegmentsIsNotTheirs(_ between: String) {
        let segments = [
            "INS*Y*18", "REF*0F*1", "DTP*356*D8*20250601", "N3*A", "N4*BOSTON*MA*02118",
        ]
        let others: [UInt8] = [0x0A, 0x20, 0x22, 0x5C, 0x3A, 0x5E, 0x7F, 0xC3, 0x00, 0x41]
        for place in 0..<segments.joined().utf8.count {
            // No terminator is inside a segment, and no line feed comes first: it is passed over.
            let isFirst = [0, 8, 16, 35, 39].contains(place)
            for other in others
            where other != between.utf8.first && !(isFirst && other == 0x0A) {
                var bytes: [UInt8] = []
                var entries: [SegmentEntry] = []
                var ends: [UInt32] = []
                var passed = 0
                var expected: [UInt8] = []
                // What comes first in a block has nothing before it.
                if place % 2 == 0 { bytes += between.utf8 }
                for segment in segments {
                    let start = bytes.count
                    bytes += segment.utf8
                    if place >= passed, place < passed + segment.utf8.count {
                        bytes[start + place - passed] = other
                    }
                    passed += segment.utf8.count
                    entries.append(
                        SegmentEntry(
                            start: UInt32(start), firstEnd: UInt32(ends.count), endCount: 1,
                            id: .none))
                    ends.append(UInt32(bytes.count))
                    expected.append(Self.plainness(bytes[start...]))
                    bytes += between.utf8
                }
                let numbers = entries.flatMap {
                    [$0.start, $0.firstEnd, $0.endCount, $0.id.rawValue]
                }
                var plain = [UInt8](repeating: 9, count: entries.count)
                x12_mark_plain(
                    bytes + Self.padding, ends, numbers, entries.count, Self.separators, &plain)
                #expect(plain == expected, "\(place) \(other)")
            }
        }
    }
}
