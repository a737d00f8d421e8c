import Diagnostics
import X12Grammar
import X12Syntax

extension CompiledGuide {
    /// Checks the elements of a segment whose id is enough to find it in the guide.
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
        check.run(self, &collector)
    }
}

/// Checks the elements of one segment against its place in the guide.
///
/// Most segments are as they should be and are only looked over; the others are gone through once
/// more by `ElementReview`, which says what is wrong.
struct ElementCheck {
    private let tablePointer: UnsafePointer<GuideTables>
    private var tables: GuideTables {
        @inline(__always) _read { yield tablePointer.pointee }
    }
    /// Index in the guide's segments.
    let segment: Int
    let view: SegmentView
    let delimiters: Delimiters
    /// Whether lengths are left alone: of an ISA whose widths are wrong and were reported.
    var ignoresLengths = false
    /// Set when an element is not used by the guide or one too many.
    private(set) var hasStray = false

    @inline(__always)
    init(tables: UnsafePointer<GuideTables>, segment: Int, view: SegmentView, delimiters: Delimiters) {
        tablePointer = tables
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
        review.run(&collector)
        hasStray = review.hasStray
    }

    /// Whether there is nothing to say.
    @inline(__always)
    private var isClean: Bool {
        let compiled = tables.segments[segment]
        let sent = view.elementCount
        guard sent <= compiled.elements.count, sent >= compiled.lastRequired else { return false }
        guard sent == 0 || view.elementStart(sent) < view.elementEnd(sent) else { return false }
        let elements = tables.elements.base + compiled.elements.lowerBound
        var present: UInt64 = 0
        var start = Int(view.ends[0]) &+ 1
        for index in 0..<sent {
            let end = Int(view.ends[index &+ 1])
            if start == end {
                if elements[index].usage == .required { return false }
            } else {
                present |= 2 &<< UInt64(truncatingIfNeeded: index)
                guard isClean(elements + index, index &+ 1, start, end) else { return false }
            }
            start = end &+ 1
        }
        for note in tables.notes.slice(compiled.notes) where !note.holds(present) { return false }
        return true
    }

    @inline(__always)
    private func isClean(
        _ definition: UnsafePointer<CompiledElement>, _ element: Int, _ start: Int, _ end: Int
    ) -> Bool {
        guard definition.pointee.usage != .notUsed else { return false }
        if definition.pointee.hasParts { return hasCleanParts(definition, start, end) }
        let value = ElementValue(view.bytes + start, count: end &- start, delimiters)
        guard isClean(definition, value) else { return false }
        guard definition.pointee.kind == .formatted else { return true }
        return element > 1
            && value.isPeriod(inFormat: CodeSet.key(view.element(element &- 1)))
    }

    /// A value whose form no other element names.
    @inline(__always)
    private func isClean(
        _ definition: UnsafePointer<CompiledElement>, _ value: ElementValue
    ) -> Bool {
        guard value.isPlain else { return false }
        if !ignoresLengths {
            guard value.count >= definition.pointee.minimum,
                value.count <= definition.pointee.maximum
            else { return false }
            // One blank stands for nothing, unless the width is fixed.
            if value.count == 1, value.base[0] == 0x20,
                definition.pointee.minimum != definition.pointee.maximum
            {
                return false
            }
        }
        if definition.pointee.codeSet >= 0 {
            return tables.contains(definition.pointee.codeSet, value.key)
        }
        switch definition.pointee.kind {
        case .date: return value.isDate
        case .time: return value.isTime
        case .decimal: return value.isDecimal
        case .numeric: return value.isInteger
        default: return true
        }
    }

    /// A composite or repeated element: clean when it is a single simple value, or each part is.
    private func hasCleanParts(
        _ definition: UnsafePointer<CompiledElement>, _ start: Int, _ end: Int
    ) -> Bool {
        guard definition.pointee.kind == .composite else {
            let value = ElementValue(view.bytes + start, count: end - start, delimiters)
            return isClean(definition, value)
        }
        let components = definition.pointee.components
        guard let first = components.first else { return false }
        for component in components.dropFirst() where tables.elements[component].usage == .required {
            return false
        }
        for note in tables.notes.slice(definition.pointee.notes) where !note.holds(2) { return false }
        let value = ElementValue(view.bytes + start, count: end - start, delimiters)
        return isClean(tables.elements.base + first, value)
    }
}
