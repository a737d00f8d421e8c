import Diagnostics

// A unit that is longer than the greatest block is set aside piece by piece, so that memory does
// not grow with it.
extension SpineWalk {
    /// Gives up the open unit, which fills the block: from here to its end it is set aside.
    mutating func abandon() {
        guard let open = spine.open, !open.isDivisible else { return }
        report(.limitUnit, at: 0..<0, expected: expectedSize)
        spine.open?.unit.kind = .stray
        spine.open?.isDivisible = true
        // Without its header no record of the set can be read.
        if open.unit.kind == .header { spine.plan = nil }
    }

    /// Sets aside a block that holds nothing but a part of one segment.
    mutating func takeEndless() -> Int {
        let isFirst = spine.open?.unit.isContinued != true
        if isFirst, !spine.isInsideEndless, spine.open == nil {
            report(.limitUnit, at: 0..<0, expected: expectedSize)
        }
        addPiece(upTo: count, isContinued: !isFirst, continues: true)
        spine.isInsideEndless = true
        return count
    }

    /// Sets aside the rest of such a segment; `false` when the block does not hold its end.
    mutating func passEndless() -> Bool {
        let terminator = spine.context.interchange.delimiters.terminator
        var end = 0
        while end < count, bytes[end] != terminator { end += 1 }
        let isFound = end < count
        addPiece(upTo: isFound ? end + 1 : count, isContinued: true, continues: !isFound && !isLast)
        guard isFound else {
            spine.isUnterminated = isLast
            return false
        }
        content.index.restart(at: position)
        spine.isInsideEndless = false
        if spine.phase == .transaction { spine.counts.segments += 1 }
        return true
    }

    private var expectedSize: String { "at most \(Block.greatestSize) bytes" }

    private mutating func addPiece(upTo end: Int, isContinued: Bool, continues: Bool) {
        guard end > position else { return }
        var unit = Unit(
            kind: .stray, firstSegment: 0, segmentCount: 0,
            range: ByteRange(offset + position, offset + end), byteCount: end - position,
            context: currentContext(), ordinal: 0, segmentNumber: spine.counts.segments)
        unit.isContinued = isContinued
        unit.continues = continues
        content.units.append(unit)
        position = end
        if spine.open != nil {
            spine.open?.unit.range = ByteRange(offset + position, 0)
            spine.open?.unit.isContinued = true
        }
    }
}
