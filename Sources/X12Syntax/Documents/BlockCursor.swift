import Diagnostics

/// Walks the units of a block and makes an item of every stretch of its bytes.
struct BlockCursor: Sendable {
    private var unitIndex = 0
    /// Index in its unit of the next segment.
    private var segmentIndex = 0
    /// Offset in the block of the first byte that is in no item yet.
    private var position = 0
    /// The line that this byte is in.
    private(set) var lines: LineStart

    init(lines: LineStart) { self.lines = lines }

    /// The next item of the block; `nil` when all its consumed bytes are in one.
    mutating func next(in block: Block) -> X12Item? {
        while unitIndex < block.content.units.count {
            let unit = block.content.units[unitIndex]
            if unit.kind == .outside {
                let start = unit.range.start - block.offset
                if position < start { return .trivia(take(start, in: block)) }
                unitIndex += 1
                return .unreadable(take(unit.range.end - block.offset, in: block))
            }
            guard segmentIndex < unit.segmentCount else {
                unitIndex += 1
                segmentIndex = 0
                continue
            }
            let entry = block.content.segments[unit.firstSegment + segmentIndex]
            if position < Int(entry.start) { return .trivia(take(Int(entry.start), in: block)) }
            segmentIndex += 1
            return .segment(segment(entry, of: unit, index: segmentIndex - 1, in: block))
        }
        return position < block.consumed ? .trivia(take(block.consumed, in: block)) : nil
    }

    /// The bytes up to `end`, which are done with.
    private mutating func take(_ end: Int, in block: Block) -> InputBytes {
        let stretch = InputBytes(
            bytes: Array(block.bytes[position..<end]), offset: block.offset + position,
            line: lines.number)
        pass(stretch.bytes, to: end, in: block)
        return stretch
    }

    private mutating func segment(
        _ entry: SegmentEntry, of unit: Unit, index: Int, in block: Block
    ) -> Segment {
        let envelope = block.content.contexts[unit.context]
        let end = block.content.end(of: entry)
        let isTerminated =
            end < block.byteCount && block.bytes[end] == envelope.interchange.delimiters.terminator
        let segment = Segment(
            id: entry.id, bytes: Array(block.bytes[position..<(isTerminated ? end + 1 : end)]),
            offset: block.offset + position, line: lines.number,
            number: envelope.transaction == nil ? nil : unit.segmentNumber + index,
            isTerminated: isTerminated, isStray: unit.kind == .stray, envelope: envelope)
        pass(segment.bytes, to: position + segment.bytes.count, in: block)
        return segment
    }

    /// Goes past bytes and counts their lines.
    private mutating func pass(_ bytes: [UInt8], to end: Int, in block: Block) {
        for (index, byte) in bytes.enumerated() where byte == 0x0A {
            lines.number += 1
            lines.offset = block.offset + position + index + 1
        }
        position = end
    }
}
