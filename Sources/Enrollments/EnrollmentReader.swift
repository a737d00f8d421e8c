import CareModel
import Diagnostics
import X12Grammar
import X12Structure
import X12Syntax

/// Reads 834 transaction sets: the header once, then each member loop as slots over its bytes.
///
/// Source: 005010X220A1. Findings go to the collector; nothing is thrown, nothing is dropped.
package struct EnrollmentReader: Sendable {
    private var matcher: Matcher
    private var cursor: SegmentCursor

    package init(_ guide: CompiledGuide) {
        matcher = Matcher(guide)
        cursor = SegmentCursor(guide)
    }

    /// The header table, from ST to the segment before the first INS.
    ///
    /// Valid until something else is read.
    package mutating func readHeader(
        _ unit: Unit, of envelope: EnvelopeContext, in block: BlockView,
        _ collector: inout FindingCollector
    ) -> RecordReading<ContextFields> {
        matcher.startTransaction(segments: unit.segmentCount)
        match(unit, envelope.interchange.delimiters, block, &collector)
        let end = unit.range.end - block.base
        if !unit.isCut {
            matcher.finishHeader(at: end, &collector)
            matcher.checkConditions(in: block, end: end, &collector)
        }
        return read(unit, envelope.interchange.delimiters, block) { ContextMapping.read(&$0) }
    }

    /// One member loop; valid until something else is read.
    ///
    /// - Parameter date: the date of the file as a number CCYYMMDD; 0 where it is not known.
    package mutating func readRecord(
        _ unit: Unit, delimiters: Delimiters, date: Int32, partner: MassHealthRules? = nil,
        in block: BlockView, _ collector: inout FindingCollector
    ) -> RecordReading<EnrollmentFields> {
        matcher.startRecord(segments: unit.segmentCount)
        match(unit, delimiters, block, &collector)
        let end = unit.range.end - block.base
        if unit.isCut {
            collector.add(.recordCut, at: end..<end, place: Place(loop: "2000"))
        } else {
            matcher.finish(at: end, &collector)
            matcher.checkConditions(in: block, end: end, &collector)
        }
        let reading =
            read(unit, delimiters, block) { MemberMapping.read(&$0) }
            as RecordReading<EnrollmentFields>
        let locator = SegmentLocator(matched: matcher.matched, loops: cursor.loops, block: block)
        EnrollmentRules.check(reading.record, date, locator, &collector)
        partner?.check(reading.record, locator, &collector)
        return reading
    }

    /// Whether the record read last sent one of these codes at a place.
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

    /// The segments of the header or record read last that found no place, in their order.
    package var unplaced: [SegmentEntry] {
        matcher.matched.filter { !$0.isPlaced }.map(\.entry)
    }

    @inline(__always)
    private mutating func read<Fields: RecordFields>(
        _ unit: Unit, _ delimiters: Delimiters, _ block: BlockView,
        _ map: (inout SegmentCursor) -> Int
    ) -> RecordReading<Fields> {
        cursor.start(
            matcher.matched, hasStrays: matcher.hasStrays, in: block,
            origin: unit.range.start - block.base, delimiters)
        let object = map(&cursor)
        return RecordReading(
            record: cursor.elements.record.record(object, as: Fields.self),
            other: cursor.elements.record.other)
    }
}

/// What was read of a header or record; valid until the reader reads something else.
package struct RecordReading<Fields: RecordFields> {
    package let record: RecordObject<Fields>
    /// Values that no field holds.
    package let other: [OtherValue]
}
