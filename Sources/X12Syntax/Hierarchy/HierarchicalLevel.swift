import Diagnostics

/// A hierarchical level, kept for the records beneath it, which may come in later blocks.
///
/// A class, as many records refer to it. The spine alone changes it, and no longer once the block in
/// which it ends is handed on.
package final class HierarchicalLevel: @unchecked Sendable {
    /// What is wrong with its HL, so that records beneath it know as well.
    package struct Problems: OptionSet, Sendable {
        package let rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }

        /// HL02 names no level that came before.
        package static let parentUnknown = Problems(rawValue: 1)
        /// HL02 names a level of another kind than belongs around this one.
        package static let parentWrong = Problems(rawValue: 2)
        /// HL01 was another level's.
        package static let numberRepeated = Problems(rawValue: 4)
        /// HL01 is not one more than that of the level before.
        package static let numberOrder = Problems(rawValue: 8)
        /// HL04 of the level around it says that there is none inside.
        package static let childUnannounced = Problems(rawValue: 16)
        /// HL04 of a level that nothing can name any more says that there is one inside, and there
        /// is none.
        package static let childMissing = Problems(rawValue: 32)
        /// HL02 names two levels of the kind that belongs around this one, and the other waits for
        /// one inside.
        package static let parentDoubtful = Problems(rawValue: 64)
    }

    /// Number in the input, from 1.
    package let serial: Int
    /// Index in the plan's levels.
    package let kind: Int
    /// The level around it.
    package let parent: HierarchicalLevel?
    package let problems: Problems
    /// HL01 as a key.
    let number: UInt64
    /// HL04.
    let hasChildren: Bool?
    /// Its bytes in the input.
    package private(set) var range = ByteRange(0, 0)
    /// Where lines stand at the first of them.
    private(set) var lines = LineStart()
    /// The same bytes, from the first of HL to the last terminator; 64 more are readable.
    package private(set) var bytes: [UInt8] = []
    package private(set) var segmentCount = 0
    /// Whether the input ends inside it.
    package private(set) var isCut = false

    init(
        serial: Int, kind: Int, parent: HierarchicalLevel?, problems: Problems, number: UInt64,
        hasChildren: Bool?
    ) {
        self.serial = serial
        self.kind = kind
        self.parent = parent
        self.problems = problems
        self.number = number
        self.hasChildren = hasChildren
    }

    /// Keeps what the unit that ends here holds.
    func keep(_ unit: Unit, _ first: UnsafePointer<UInt8>, _ lines: LineStart) {
        range = unit.range
        self.lines = lines
        segmentCount = unit.segmentCount
        isCut = unit.isCut
        bytes = Array(unsafeUninitializedCapacity: range.count + Block.padding) { buffer, count in
            guard let base = buffer.baseAddress else { return }
            base.initialize(from: first, count: unit.range.count)
            (base + unit.range.count).initialize(repeating: 0, count: Block.padding)
            count = unit.range.count + Block.padding
        }
    }
}

extension HierarchicalLevel {
    /// Calls `body` with the level's bytes and tables as if they were a block of their own.
    package func withView<Result>(
        _ delimiters: Delimiters, _ body: (BlockView, Unit) -> Result
    ) -> Result? {
        guard range.count > 0 else { return nil }
        var index = DelimiterIndex()
        return bytes.withUnsafeBufferPointer { buffer -> Result? in
            guard let base = buffer.baseAddress else { return nil }
            while index.extend(base, limit: range.count, delimiters: delimiters) {}
            let entries = entries(base, &index, delimiters)
            let unit = Unit(
                kind: .level, firstSegment: 0, segmentCount: entries.count, range: range,
                byteCount: range.count, context: 0, ordinal: 0, segmentNumber: 0, isCut: isCut)
            return index.withEnds { ends in
                entries.withUnsafeBufferPointer { segments in
                    let none = UnsafeRawPointer(base).assumingMemoryBound(to: SegmentEntry.self)
                    return body(
                        BlockView(
                            bytes: base, ends: ends, segments: segments.baseAddress ?? none,
                            base: range.start, lines: lines, byteCount: range.count), unit)
                }
            }
        }
    }

    private func entries(
        _ base: UnsafePointer<UInt8>, _ index: inout DelimiterIndex, _ delimiters: Delimiters
    ) -> [SegmentEntry] {
        if index.markCount == 0 || Int(index.end(index.endCount - 1)) < range.count - 1 {
            var end = range.count
            while end > 0, base[end - 1].isWhiteSpace, base[end - 1] != delimiters.element {
                end -= 1
            }
            index.close(at: end)
        }
        var entries: [SegmentEntry] = []
        var start = 0
        var ends = 0
        for mark in 0..<index.markCount {
            let next = Int(index.mark(mark))
            let terminator = Int(index.end(next - 1))
            while start < terminator, base[start].isWhiteSpace, base[start] != delimiters.element {
                start += 1
            }
            let length = Int(index.end(ends)) - start
            if start < terminator {
                let word = UnsafeRawPointer(base + start).loadUnaligned(as: UInt32.self)
                let id = length == 3 ? word & 0xFF_FFFF : length == 2 ? word & 0xFFFF : 0
                entries.append(
                    SegmentEntry(
                        start: UInt32(truncatingIfNeeded: start),
                        firstEnd: UInt32(truncatingIfNeeded: ends),
                        endCount: UInt32(truncatingIfNeeded: next - ends),
                        id: SegmentID(rawValue: id)))
            }
            start = terminator + 1
            ends = next
        }
        return entries
    }
}

extension BlockContent {
    /// Index of a level in the block's table.
    mutating func index(of level: HierarchicalLevel) -> Int32 {
        if levels.last !== level { levels.append(level) }
        return Int32(truncatingIfNeeded: levels.count - 1)
    }
}
