import CareModel
import Diagnostics
import X12Grammar
import X12Structure
import X12Syntax

/// Gives the segments of a unit their places, and hands them to the mapping of a column.
///
/// Findings go to the collector; nothing is thrown, nothing is dropped.
@usableFromInline
package struct RecordMatching<Loop: MappedLoop>: Sendable {
    @usableFromInline var matcher: Matcher
    @usableFromInline var cursor: SegmentCursor<Loop>

    package init(_ guide: CompiledGuide) {
        matcher = Matcher(guide)
        cursor = SegmentCursor(guide)
    }

    // MARK: Matching

    /// The header table, from ST to the segment before the first record or level.
    package mutating func matchHeader(
        _ unit: Unit, _ delimiters: Delimiters, in block: BlockView,
        _ collector: inout FindingCollector
    ) {
        matcher.startTransaction(segments: unit.segmentCount)
        match(unit, delimiters, block, &collector)
        guard !unit.isCut else { return }
        let end = unit.range.end - block.base
        matcher.finishHeader(at: end, &collector)
        matcher.checkConditions(in: block, end: end, &collector)
    }

    /// One record of a guide that has one loop of records.
    package mutating func matchRecord(
        _ unit: Unit, _ loop: Loop, _ delimiters: Delimiters, in block: BlockView,
        _ collector: inout FindingCollector
    ) {
        matcher.startRecord(segments: unit.segmentCount)
        finish(unit, loop, delimiters, block, &collector)
    }

    /// One level or record of a guide that has several.
    ///
    /// - Parameter index: of its loop in the guide, whose name is `loop`.
    package mutating func matchUnit(
        _ unit: Unit, _ index: Int, _ loop: Loop, _ delimiters: Delimiters,
        in block: BlockView, _ collector: inout FindingCollector
    ) {
        matcher.start(loop: index, segments: unit.segmentCount)
        finish(unit, loop, delimiters, block, &collector)
    }

    private mutating func finish(
        _ unit: Unit, _ loop: Loop, _ delimiters: Delimiters, _ block: BlockView,
        _ collector: inout FindingCollector
    ) {
        match(unit, delimiters, block, &collector)
        let end = unit.range.end - block.base
        if unit.isCut {
            collector.add(.recordCut, at: end..<end, place: Place(loop: loop.rawValue))
        } else {
            // What is missing is shown at the record's own end: behind it may be another person.
            let last = max(end - 1, unit.range.start - block.base)
            matcher.finish(at: last, &collector)
            matcher.checkConditions(in: block, end: last, &collector)
        }
    }

    private mutating func match(
        _ unit: Unit, _ delimiters: Delimiters, _ block: BlockView,
        _ collector: inout FindingCollector
    ) {
        let segments = block.segments(of: unit)
        guard unit.isCut, let last = segments.last else {
            return matcher.match(segments, in: block, delimiters, &collector)
        }
        matcher.match(
            UnsafeBufferPointer(rebasing: segments.dropLast()), in: block, delimiters, &collector)
        matchLast(last, segments, delimiters, block, &collector)
    }

    /// The last segment before a cut; one without its terminator is kept and not judged.
    @inline(never)
    private mutating func matchLast(
        _ entry: SegmentEntry, _ segments: UnsafeBufferPointer<SegmentEntry>,
        _ delimiters: Delimiters, _ block: BlockView, _ collector: inout FindingCollector
    ) {
        let before = collector
        matcher.match(
            UnsafeBufferPointer(rebasing: segments.suffix(1)), in: block, delimiters, &collector)
        if !block.isTerminated(entry, by: delimiters) {
            collector = before
        }
    }

    // MARK: What was matched last

    /// Maps what was matched last.
    ///
    /// - Parameter map: the mapping; the index of the object that it made.
    @inlinable @inline(__always)
    package mutating func read<Fields: RecordFields>(
        _ unit: Unit, _ delimiters: Delimiters, in block: BlockView,
        _ map: (inout SegmentCursor<Loop>) -> Int
    ) -> RecordReading<Fields> {
        cursor.start(
            matcher.matched, hasStrays: matcher.hasStrays, isRecord: unit.kind == .record,
            in: block, origin: unit.range.start - block.base, delimiters)
        let object = map(&cursor)
        return RecordReading(
            record: cursor.elements.record.record(object, as: Fields.self),
            other: cursor.elements.record.other)
    }

    /// Finds its segments for rules.
    @inlinable @inline(__always)
    package func locator(in block: BlockView) -> SegmentLocator<Loop> {
        SegmentLocator(matched: matcher.matched, loops: cursor.loops, block: block)
    }

    /// Whether it sent one of these codes at a place.
    package func hasSent(_ when: PartnerProfile.When, in block: BlockView) -> Bool {
        let guide = matcher.guide.guide
        return matcher.matched.contains { match in
            guard match.isPlaced, match.entry.id == SegmentID(named: when.segment),
                guide.loops[Int(match.loop)].path == when.path
            else { return false }
            let sent = block.view(match.entry).element(when.element)
            return when.codes.contains(String(decoding: sent, as: UTF8.self))
        }
    }

    /// Its segments that found no place, in their order.
    package var unplaced: [SegmentEntry] {
        matcher.matched.filter { !$0.isPlaced }.map(\.entry)
    }
}
