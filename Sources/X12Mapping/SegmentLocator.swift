import CareModel
import X12Structure
import X12Syntax

/// Finds the segment that a rule speaks of; asked only when a rule is broken.
@usableFromInline
package struct SegmentLocator<Loop: MappedLoop> {
    @usableFromInline package let matched: UnsafeBufferPointer<MatchedSegment>
    @usableFromInline package let loops: UnsafePointer<Loop>
    @usableFromInline package let block: BlockView

    @usableFromInline
    package init(
        matched: UnsafeBufferPointer<MatchedSegment>, loops: UnsafePointer<Loop>, block: BlockView
    ) {
        self.matched = matched
        self.loops = loops
        self.block = block
    }

    /// Offsets in the block of an element of a segment in the nth occurrence of its loop.
    ///
    /// With a qualifier, the segment whose element 01 it is. The whole record's start when there
    /// is none.
    @usableFromInline
    package func range(
        _ loop: Loop, _ id: SegmentID, qualifier: Key? = nil, element: Int, occurrence: Int = 0
    ) -> Range<Int> {
        var seen = -1
        for match in matched where loops[Int(match.loop)] == loop && match.isPlaced {
            if match.opens { seen += 1 }
            guard max(seen, 0) == occurrence, match.entry.id == id else { continue }
            let view = block.view(match.entry)
            if let qualifier, view.elementCount > 0 {
                let sent = Text.key(view.bytes + view.elementStart(1), view.range(1).count)
                if sent != qualifier.rawValue { continue }
            }
            return view.range(element)
        }
        let start = matched.first.map { Int($0.entry.start) } ?? 0
        return start..<start
    }

    /// Offsets in the block of the element in which a text of the record stands.
    ///
    /// The whole record's start where none does.
    package func range(of slot: Slot) -> Range<Int> {
        let start = matched.first.map { Int($0.entry.start) } ?? 0
        let text = start + Int(slot.start)
        let view = matched.last { Int($0.entry.start) <= text }.map { block.view($0.entry) }
        guard !slot.isEmpty, let view, text < view.end else { return start..<start }
        for element in 1..<view.elementCount + 1 where text < view.elementEnd(element) {
            return view.range(element)
        }
        return start..<start
    }
}
