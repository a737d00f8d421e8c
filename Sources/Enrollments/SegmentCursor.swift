import CareModel
import Diagnostics
import X12Grammar
import X12Structure
import X12Syntax

/// Hands the segments of one record, in their order, to the mapping of the loop they belong to.
///
/// Made once and started for each record, so that nothing is counted or copied for one.
struct SegmentCursor: @unchecked Sendable {
    private var matched: UnsafeBufferPointer<MatchedSegment>
    private let table: LoopTable
    /// By their index in the guide.
    let loops: UnsafePointer<EnrollmentLoop>
    /// Whether some of them have no place, or elements without one.
    private var hasStrays = false
    private var index = 0
    /// Turns elements into values.
    var elements: ElementReader

    init(_ guide: CompiledGuide) {
        matched = UnsafeBufferPointer(start: nil, count: 0)
        table = LoopTable(guide)
        loops = UnsafePointer(table.loops)
        elements = ElementReader(guide)
    }

    /// Begins a record whose first byte is at `origin` of the block; the segments must stay where
    /// they are until it ends.
    mutating func start(
        _ segments: UnsafeBufferPointer<MatchedSegment>, hasStrays: Bool, in block: BlockView,
        origin: Int, _ delimiters: Delimiters
    ) {
        matched = segments
        index = 0
        self.hasStrays = hasStrays
        elements.start(block, origin: origin, delimiters)
        if hasStrays { setAsideStrays() }
    }

    /// The loop of the next segment; `nil` at the end.
    var nextLoop: EnrollmentLoop? {
        index < matched.count ? loops[Int(matched[index].loop)] : nil
    }

    /// The next segment, if it belongs to this occurrence of the loop.
    ///
    /// - Parameter isFirst: whether an occurrence begins here; then its opening segment counts too.
    @inline(__always)
    mutating func next(in loop: EnrollmentLoop, isFirst: inout Bool) -> SegmentView? {
        guard index < matched.count else { return nil }
        let match = matched[index]
        guard loops[Int(match.loop)] == loop, isFirst || !match.opens else { return nil }
        isFirst = false
        elements.loop = match.loop
        elements.unusual = match.isPlain ? 0 : Slot.unusualFlag
        index &+= 1
        if hasStrays { setAsideStrays() }
        return elements.view(match.entry)
    }

    /// Passes over a segment that no mapping asked for, and keeps it whole.
    mutating func skip() {
        guard index < matched.count else { return }
        elements.keepWhole(matched[index])
        index += 1
        if hasStrays { setAsideStrays() }
    }

    /// Keeps what of the coming segments has no place of its own.
    @inline(never)
    private mutating func setAsideStrays() {
        while index < matched.count, !matched[index].isPlaced || matched[index].isSurplus {
            let surplus = matched[index]
            elements.keepWhole(surplus)
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

/// The loops of a guide, by their index in it.
private final class LoopTable: @unchecked Sendable {
    let loops: UnsafeMutablePointer<EnrollmentLoop>

    init(_ guide: CompiledGuide) {
        let all = guide.guide.loops
        loops = .allocate(capacity: max(all.count, 1))
        for (index, loop) in all.enumerated() {
            (loops + index).initialize(to: EnrollmentLoop(rawValue: loop.id) ?? .transaction)
        }
    }

    deinit { loops.deallocate() }
}
