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
    /// Whether all bytes are printable ASCII that needs no escaping, none a separator.
    private(set) var isPlain = false
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
        isPlain = view.isPlain(delimiters)
        if !isPlain || ignoresLengths || !isClean { review(guide, &collector) }
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

    /// Whether there is nothing to say of a plain segment.
    @inline(__always)
    private var isClean: Bool {
        let compiled = tables.pointee.segments.base + segment
        let sent = view.elementCount
        let first = compiled.pointee.elements.lowerBound
        guard sent <= compiled.pointee.elements.upperBound &- first,
            sent >= compiled.pointee.lastRequired
        else { return false }
        guard sent == 0 || view.elementStart(sent) < view.elementEnd(sent) else { return false }
        var definition = UnsafePointer(tables.pointee.elements.base + first)
        let keys = UnsafePointer(tables.pointee.codeKeys.base)
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
                guard isClean(definition, keys, start, stop) else { return false }
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
        _ definition: UnsafePointer<CompiledElement>, _ keys: UnsafePointer<UInt64>,
        _ start: Int, _ end: Int
    ) -> Bool {
        let base = view.bytes + start
        let count = end &- start
        let check = definition.pointee.check
        if check == .codes {
            // A code of the list has the right length.
            return ElementCheck.contains(
                CodeSet.key(base, count), keys + Int(definition.pointee.codeStart),
                Int(definition.pointee.codeMask))
        }
        if check == .text {
            // Blanks in front stand for nothing.
            return hasRightLength(definition, count) && base.pointee != 0x20
        }
        if check == .formatted, count == 8, isDay(before: start) {
            return hasRightLength(definition, count) && CalendarDay.isDay(base)
        }
        return isCleanForm(definition, keys, start, count)
    }

    @inline(__always)
    private static func contains(
        _ key: UInt64, _ keys: UnsafePointer<UInt64>, _ mask: Int
    ) -> Bool {
        var slot = CodeSet.slot(key, mask)
        while true {
            let found = keys[slot]
            if found == key { return true }
            if found == 0 { return false }
            slot = (slot &+ 1) & mask
        }
    }

    @inline(__always)
    private func hasRightLength(
        _ definition: UnsafePointer<CompiledElement>, _ count: Int
    ) -> Bool {
        count >= Int(definition.pointee.minimum) && count <= Int(definition.pointee.maximum)
    }

    /// Values that are rarer, or need a longer look.
    @inline(never)
    private func isCleanForm(
        _ definition: UnsafePointer<CompiledElement>, _ keys: UnsafePointer<UInt64>,
        _ start: Int, _ count: Int
    ) -> Bool {
        let base = view.bytes + start
        if definition.pointee.check == .notUsed { return false }
        // A composite that is sent as one value is its first component.
        if definition.pointee.check == .composite {
            return isCleanComposite(definition, keys, start, count)
        }
        guard hasRightLength(definition, count) else { return false }
        if definition.pointee.check == .fixedText { return true }
        // Blanks stand for nothing, unless the width is fixed.
        if base.pointee == 0x20, !definition.pointee.isFixed { return false }
        return hasRightForm(definition.pointee.kind, start, count)
    }

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

    /// Whether the element before this offset's separator is `D8`.
    @inline(__always)
    private func isDay(before start: Int) -> Bool {
        let word = UnsafeRawPointer(view.bytes + start - 4).loadUnaligned(as: UInt32.self)
        return word & 0x00FF_FFFF == UInt32(delimiters.element) | 0x0038_4400
    }

    /// The two or three bytes of the element that ends before this offset's separator.
    private func formatKey(before start: Int) -> UInt64 {
        let end = start &- 1
        let word = UInt64(
            UnsafeRawPointer(view.bytes + end - 4).loadUnaligned(as: UInt32.self))
        if view.bytes[end &- 3] == delimiters.element { return word &>> 16 }
        return view.bytes[end &- 4] == delimiters.element ? word &>> 8 : 0
    }

    private func isCleanComposite(
        _ definition: UnsafePointer<CompiledElement>, _ keys: UnsafePointer<UInt64>,
        _ start: Int, _ count: Int
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
        let first = UnsafePointer(elements + components.lowerBound)
        guard first.pointee.check != .composite else { return false }
        if first.pointee.check == .codes {
            return ElementCheck.contains(
                CodeSet.key(view.bytes + start, count), keys + Int(first.pointee.codeStart),
                Int(first.pointee.codeMask))
        }
        return isCleanForm(first, keys, start, count)
    }
}
