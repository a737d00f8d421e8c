import Diagnostics
import X12Grammar
import X12Syntax

extension CompiledGuide {
    /// Checks the elements of an envelope segment; its id is enough to find it in the guide.
    package func checkElements(
        of view: SegmentView, delimiters: Delimiters, ignoringLengths: Bool = false,
        _ collector: inout FindingCollector
    ) {
        guard let index = tables.segments.all.firstIndex(where: { $0.id == view.entry.id }) else {
            return
        }
        var check = ElementCheck(
            tables: owner.tables, segment: index, view: view, delimiters: delimiters)
        check.ignoresLengths = ignoringLengths
        check.isEnvelope = true
        check.run(self, &collector)
    }
}

/// Checks the elements of one segment against its place in the guide.
///
/// Most segments are as they should be and are only looked over; the others are gone through once
/// more by `ElementReview`, which says what is wrong.
struct ElementCheck {
    private let tables: UnsafePointer<GuideTables>
    /// Index in the guide's segments.
    let segment: Int
    let view: SegmentView
    let delimiters: Delimiters
    /// Whether lengths are left alone: of an ISA whose widths are wrong and were reported.
    var ignoresLengths = false
    /// Whether the segment stands in no loop of a guide for records.
    var isEnvelope = false
    /// Set when an element is not used by the guide or one too many.
    private(set) var hasStray = false
    /// Set when a code is not one of the guide's, or an element is repeated too often.
    private(set) var hasForeignValue = false

    @inline(__always)
    init(
        tables: UnsafePointer<GuideTables>, segment: Int, view: SegmentView, delimiters: Delimiters
    ) {
        self.tables = tables
        self.segment = segment
        self.view = view
        self.delimiters = delimiters
    }

    /// Checks every element, then the relations between them.
    @inline(__always)
    mutating func run(_ guide: CompiledGuide, _ collector: inout FindingCollector) {
        if !isClean { review(guide, &collector) }
    }

    @inline(never)
    private mutating func review(_ guide: CompiledGuide, _ collector: inout FindingCollector) {
        var review = ElementReview(
            guide: guide, segment: segment, view: view, delimiters: delimiters)
        review.ignoresLengths = ignoresLengths
        review.isEnvelope = isEnvelope
        review.run(&collector)
        hasStray = review.hasStray
        hasForeignValue = review.hasForeignValue
    }

    /// Whether there is nothing to say.
    @inline(__always)
    private var isClean: Bool {
        let compiled = tables.pointee.segments.base + segment
        let sent = view.elementCount
        let first = compiled.pointee.elements.lowerBound
        guard sent <= compiled.pointee.elements.upperBound &- first,
            sent >= compiled.pointee.lastRequired, view.isPlain(delimiters)
        else { return false }
        guard sent == 0 || view.elementStart(sent) < view.elementEnd(sent) else { return false }
        var definition = UnsafePointer(tables.pointee.elements.base + first)
        var end = view.ends
        let last = view.ends + sent
        var start = Int(end.pointee) &+ 1
        var bit: UInt64 = 2
        var present: UInt64 = 0
        while end != last {
            end += 1
            let stop = Int(end.pointee)
            if start == stop {
                if definition.pointee.usage == .required { return false }
            } else {
                present |= bit
                guard isClean(definition, start, stop) else { return false }
            }
            start = stop &+ 1
            bit &<<= 1
            definition += 1
        }
        let notes = compiled.pointee.notes
        var note = tables.pointee.notes.base + notes.lowerBound
        let lastNote = tables.pointee.notes.base + notes.upperBound
        while note != lastNote {
            if !note.pointee.holds(present) { return false }
            note += 1
        }
        return true
    }

    /// Whether a value of printable ASCII without separators is as it should be.
    @inline(__always)
    private func isClean(
        _ definition: UnsafePointer<CompiledElement>, _ start: Int, _ end: Int
    ) -> Bool {
        if definition.pointee.usage == .notUsed { return false }
        let base = view.bytes + start
        let count = end &- start
        // A composite that is sent as one value is its first component.
        if definition.pointee.kind == .composite {
            return isCleanComposite(definition, base, count)
        }
        if !ignoresLengths {
            guard count >= Int(definition.pointee.minimum),
                count <= Int(definition.pointee.maximum)
            else { return false }
            // Blanks stand for nothing, unless the width is fixed.
            if base.pointee == 0x20, !definition.pointee.isFixed { return false }
        }
        if definition.pointee.codeSet >= 0 {
            return tables.pointee.contains(
                Int(definition.pointee.codeSet), CodeSet.key(base, count))
        }
        switch definition.pointee.kind {
        case .string, .identifier, .binary, .composite: return true
        default: return hasRightForm(definition.pointee.kind, start, count)
        }
    }

    @inline(__always)
    private func hasRightForm(
        _ kind: CompiledElement.Kind, _ start: Int, _ count: Int
    ) -> Bool {
        let value = ElementValue(plain: view.bytes + start, count: count)
        switch kind {
        case .date: return value.isDate
        case .time: return value.isTime
        case .decimal: return value.isDecimal
        case .numeric: return value.isInteger
        case .formatted: return value.isPeriod(inFormat: formatKey(before: start))
        default: return true
        }
    }

    /// The two or three bytes of the element that ends before this offset's separator.
    @inline(__always)
    private func formatKey(before start: Int) -> UInt64 {
        let end = start &- 1
        let word = UInt64(
            UnsafeRawPointer(view.bytes + end - 4).loadUnaligned(as: UInt32.self))
        if view.bytes[end &- 3] == delimiters.element { return word &>> 16 }
        return view.bytes[end &- 4] == delimiters.element ? word &>> 8 : 0
    }

    private func isCleanComposite(
        _ definition: UnsafePointer<CompiledElement>, _ base: UnsafePointer<UInt8>, _ count: Int
    ) -> Bool {
        let components = definition.pointee.components
        let elements = tables.pointee.elements.base
        for component in components.dropFirst() where elements[component].usage == .required {
            return false
        }
        for note in tables.pointee.notes.slice(definition.pointee.notes)
        where !note.holds(2) {
            return false
        }
        let start = base - view.bytes
        return isClean(elements + components.lowerBound, start, start + count)
    }
}
