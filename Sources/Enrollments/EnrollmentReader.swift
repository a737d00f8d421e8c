import CareModel
import Diagnostics
import X12Grammar
import X12Structure
import X12Syntax

/// Reads 834 transaction sets: the header once, then each member loop as an `Enrollment`.
///
/// Source: 005010X220A1. Findings go to the collector; nothing is thrown, nothing is dropped.
package struct EnrollmentReader: Sendable {
    private var matcher: Matcher
    private let loops: [EnrollmentLoop]

    package init(_ guide: CompiledGuide) {
        matcher = Matcher(guide)
        loops = guide.guide.loops.map { EnrollmentLoop(rawValue: $0.id) ?? .transaction }
    }

    /// The header table, from ST to the segment before the first INS.
    package mutating func readHeader(
        _ unit: Unit, of envelope: EnvelopeContext, in block: BlockView,
        _ collector: inout FindingCollector
    ) -> EnrollmentContext {
        matcher.startTransaction()
        match(unit, envelope.interchange.delimiters, block, &collector)
        let end = unit.range.end - block.base
        if !unit.isCut {
            matcher.finishHeader(at: end, &collector)
            matcher.checkConditions(in: block, end: end, &collector)
        }
        var context = EnrollmentContext()
        withCursor(envelope.interchange.delimiters, block) { context = ContextMapping.read(&$0) }
        let interchange = envelope.interchange
        let group = envelope.group
        context.sender = Text(group?.sender ?? "") ?? Text(interchange.sender)
        context.usage = Text(interchange.usage).map { CodeSystem.interchangeUsage($0) }
        context.receiver = Text(group?.receiver ?? "") ?? Text(interchange.receiver)
        return context
    }

    /// One member loop, into a record whose memory is used again.
    package mutating func readRecord(
        _ unit: Unit, delimiters: Delimiters, context: EnrollmentContext,
        partner: MassHealthRules? = nil, in block: BlockView,
        _ collector: inout FindingCollector, into enrollment: inout Enrollment
    ) {
        matcher.startRecord()
        match(unit, delimiters, block, &collector)
        let end = unit.range.end - block.base
        if unit.isCut {
            collector.add(.recordCut, at: end..<end, place: Place(loop: "2000"))
        } else {
            matcher.finish(at: end, &collector)
            matcher.checkConditions(in: block, end: end, &collector)
        }
        withCursor(delimiters, block) { MemberMapping.read(&$0, &enrollment) }
        let locator = SegmentLocator(matched: matcher.matched, loops: loops, block: block)
        EnrollmentRules.check(enrollment, context, locator, &collector)
        partner?.check(enrollment, locator, &collector)
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

    @inline(__always)
    private mutating func match(
        _ unit: Unit, _ delimiters: Delimiters, _ block: BlockView,
        _ collector: inout FindingCollector
    ) {
        let segments = block.segments(of: unit)
        for entry in unit.isCut ? segments.dropLast() : segments[...] {
            matcher.match(block.view(entry), delimiters, &collector)
        }
        if unit.isCut, let last = segments.last { matchLast(last, delimiters, block, &collector) }
    }

    /// The last segment before a cut; one without its terminator is kept and not judged.
    @inline(never)
    private mutating func matchLast(
        _ entry: SegmentEntry, _ delimiters: Delimiters, _ block: BlockView,
        _ collector: inout FindingCollector
    ) {
        let count = collector.findings.count
        matcher.match(block.view(entry), delimiters, &collector)
        if !block.isTerminated(entry, by: delimiters) {
            collector.findings.removeSubrange(count...)
        }
    }

    /// The segments of the header or record read last that found no place, in their order.
    package var unplaced: [SegmentEntry] {
        matcher.matched.filter { !$0.isPlaced }.map(\.entry)
    }

    private func withCursor(
        _ delimiters: Delimiters, _ block: BlockView, _ body: (inout SegmentCursor) -> Void
    ) {
        matcher.matched.withUnsafeBufferPointer { matched in
            loops.withUnsafeBufferPointer { loops in
                var cursor = SegmentCursor(
                    matched, loops: loops, hasStrays: matcher.hasStrays,
                    elements: ElementReader(
                        bytes: block.bytes, ends: block.ends, base: block.base,
                        delimiters: delimiters, guide: matcher.guide))
                body(&cursor)
            }
        }
    }
}
