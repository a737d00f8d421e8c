import CareModel
import Diagnostics
import X12Grammar
import X12Structure
import X12Syntax

/// Hands the segments of one record, in their order, to the mapping of the loop they belong to.
///
/// Made once and started for each record, so that nothing is counted or copied for one.
@usableFromInline
package struct SegmentCursor<Loop: MappedLoop>: @unchecked Sendable {
    @usableFromInline var matched: UnsafeBufferPointer<MatchedSegment>
    private let table: LoopTable<Loop>
    /// By their index in the guide.
    @usableFromInline package let loops: UnsafePointer<Loop>
    /// Whether some of them have no place, or elements without one.
    @usableFromInline var hasStrays = false
    /// Whether the unit is a record's own: what of a header or level has no place is set aside, and
    /// stands in no record.
    @usableFromInline var isRecord = true
    @usableFromInline var index = 0
    /// Turns elements into values.
    @usableFromInline package var elements: ElementReader

    @usableFromInline
    package init(_ guide: CompiledGuide) {
        matched = UnsafeBufferPointer(start: nil, count: 0)
        table = LoopTable(guide)
        loops = UnsafePointer(table.loops)
        elements = ElementReader(guide)
    }

    /// Begins a record whose first byte is at `origin` of the block; the segments must stay where
    /// they are until it ends.
    @inlinable @inline(__always)
    package mutating func start(
        _ segments: UnsafeBufferPointer<MatchedSegment>, hasStrays: Bool, isRecord: Bool,
        in block: BlockView, origin: Int, _ delimiters: Delimiters
    ) {
        matched = segments
        index = 0
        self.hasStrays = hasStrays
        self.isRecord = isRecord
        elements.repetition = -1
        elements.start(block, origin: origin, delimiters)
        if hasStrays { setAsideStrays() }
    }

    /// The loop of the next segment; `nil` at the end.
    @inlinable @inline(__always)
    package var nextLoop: Loop? {
        index < matched.count ? loops[Int(matched[index].loop)] : nil
    }

    /// The next segment, if it belongs to this occurrence of the loop.
    ///
    /// - Parameter isFirst: whether an occurrence begins here; then its opening segment counts too.
    @inlinable @inline(__always)
    package mutating func next(in loop: Loop, isFirst: inout Bool) -> SegmentView? {
        guard index < matched.count else { return nil }
        let match = matched[index]
        guard loops[Int(match.loop)] == loop, isFirst || !match.opens else { return nil }
        isFirst = false
        elements.loop = match.loop
        elements.look =
            match.isTight
            ? 0 : match.isPlain ? ElementReader.trim : ElementReader.trim | Slot.unusualFlag
        index &+= 1
        if hasStrays {
            // What is repeated too often is kept whole beside the fields.
            elements.repetition = match.hasForeignValues ? elements.repetitionSeparator : -1
            setAsideStrays()
        }
        return elements.view(match.entry)
    }

    /// Passes over a segment that no mapping asked for, and keeps it whole.
    @usableFromInline
    package mutating func skip() {
        guard index < matched.count else { return }
        elements.keepWhole(matched[index])
        index += 1
        if hasStrays { setAsideStrays() }
    }

    /// Keeps what of the coming segments has no place of its own.
    @inline(never) @usableFromInline
    mutating func setAsideStrays() {
        while index < matched.count, !matched[index].isPlaced || matched[index].isSurplus {
            let surplus = matched[index]
            if surplus.isPlaced || isRecord { elements.keepWhole(surplus) }
            index += 1
            guard surplus.isPlaced, surplus.opens else { continue }
            while index < matched.count, matched[index].loop == surplus.loop, !matched[index].opens
            {
                elements.keepWhole(matched[index])
                index += 1
            }
        }
        guard index < matched.count else { return }
        if matched[index].hasForeignValues {
            elements.keepWhole(matched[index])
        } else if matched[index].hasStrayElements {
            elements.keepStrays(matched[index])
        }
    }
}
