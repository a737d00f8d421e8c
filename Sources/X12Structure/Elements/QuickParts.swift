import X12Grammar
import X12Syntax

// Segments with components and repetitions: most of them are as they should be, too.
extension QuickCheck {
    /// Whether there is nothing to say of a segment of printable ASCII.
    static func isCleanWithParts(
        _ tables: UnsafePointer<GuideTables>, _ segment: Int, _ view: SegmentView,
        _ delimiters: Delimiters
    ) -> Bool {
        let quick = UnsafePointer(tables.pointee.quickSegments.base + segment)
        let sent = view.elementCount
        guard sent > 0, sent <= Int(quick.pointee.elementCount) else { return false }
        var element = UnsafePointer(
            tables.pointee.quickElements.base + Int(quick.pointee.firstElement))
        let keys = UnsafePointer(tables.pointee.codeKeys.base)
        var walk = PartWalk(tables, view, delimiters)
        var start = Int(view.ends[0]) &+ 1
        var bit: UInt64 = 1
        var present: UInt64 = 1
        for index in 0..<sent {
            let end = Int(view.ends[index &+ 1])
            bit &<<= 1
            if start != end {
                present |= bit
                let isClean =
                    walk.separator < end
                    ? walk.isClean(element, start, end)
                    : isClean(element, keys, view.bytes + start, end &- start, delimiters.element)
                guard isClean else { return false }
            }
            start = end &+ 1
            element += 1
        }
        return present & bit != 0
            && isWhole(quick, UnsafePointer(tables.pointee.notes.base), present)
    }

    /// The same where no element begins with a blank.
    static func isTightWithParts(
        _ tables: UnsafePointer<GuideTables>, _ segment: Int, _ view: SegmentView,
        _ delimiters: Delimiters
    ) -> Bool {
        let quick = UnsafePointer(tables.pointee.quickSegments.base + segment)
        let count = view.elementCount
        guard count > 0, count <= min(Int(quick.pointee.elementCount), 64) else { return false }
        let lengths = UnsafePointer(tables.pointee.lengths.base + Int(quick.pointee.firstLength))
        let parted = quick.pointee.parted
        let sent = sent(lengths, view.ends, count, exempt: parted)
        let elements = UnsafePointer(
            tables.pointee.quickElements.base + Int(quick.pointee.firstElement))
        let keys = UnsafePointer(tables.pointee.codeKeys.base)
        var walk = PartWalk(tables, view, delimiters)
        var rest = sent & (quick.pointee.special | parted)
        while rest != 0 {
            let index = rest.trailingZeroBitCount
            rest &= rest &- 1
            let start = Int(view.ends[index]) &+ 1
            let end = Int(view.ends[index &+ 1])
            // No separator is in what was passed over.
            guard walk.separator >= start else { return false }
            let isClean =
                walk.separator < end
                ? walk.isClean(elements + index, start, end)
                : isClean(
                    elements + index, keys, view.bytes + start, end &- start, delimiters.element)
            guard isClean else { return false }
        }
        return sent != 0 && walk.separator >= view.end
            && isWhole(quick, UnsafePointer(tables.pointee.notes.base), sent &<< 1 | 1)
    }
}

/// Goes from one separator inside the elements of a segment to the next.
private struct PartWalk {
    private let tables: UnsafePointer<GuideTables>
    private let view: SegmentView
    /// Between elements, and before a component.
    private let outer: UInt8
    private let inner: UInt8
    /// Inside composites, and between repetitions; the terminator where there is none.
    private let component: UInt8
    private let repetition: UInt8
    private let end: Int
    /// Offset of the next separator; after the last no less than the segment's end.
    private(set) var separator = 0
    /// The 64 bytes from `window` on: one bit for each separator after that one.
    private var rest: UInt64
    private var window: Int

    @inline(__always)
    init(
        _ tables: UnsafePointer<GuideTables>, _ view: SegmentView, _ delimiters: Delimiters
    ) {
        self.tables = tables
        self.view = view
        outer = delimiters.element
        inner = delimiters.component ?? delimiters.element
        component = delimiters.component ?? delimiters.terminator
        repetition = delimiters.repetition ?? delimiters.terminator
        end = view.end
        window = Int(view.ends[0]) &+ 1
        rest = view.innerSeparators(from: window, component, repetition)
        advance()
    }

    @inline(__always)
    private mutating func advance() {
        while rest == 0 {
            window &+= 64
            guard window < end else {
                separator = end
                return
            }
            rest = view.innerSeparators(from: window, component, repetition)
        }
        separator = window &+ rest.trailingZeroBitCount
        rest &= rest &- 1
    }

    /// Whether the parts of an element in which separators are, are as they should be.
    mutating func isClean(
        _ element: UnsafePointer<QuickElement>, _ from: Int, _ end: Int
    ) -> Bool {
        guard element.pointee.parts > 0 else { return false }
        let parts = UnsafePointer(
            tables.pointee.quickParts.base + (Int(element.pointee.parts) &- 1))
        var start = from
        var repeats: Int32 = 0
        while true {
            let stop =
                parts.pointee.componentCount == 0
                ? endOfSimple(element, start, end) : endOfComposite(parts, start, end)
            guard stop >= 0 else { return false }
            repeats &+= 1
            if stop == end { return repeats <= parts.pointee.repeats }
            start = stop &+ 1
        }
    }

    /// Where a repetition without components ends; -1 where there is something to say of it.
    private mutating func endOfSimple(
        _ element: UnsafePointer<QuickElement>, _ start: Int, _ end: Int
    ) -> Int {
        let stop = min(separator, end)
        if stop < end {
            guard isRepetition(stop) else { return -1 }
            advance()
        }
        guard start != stop else { return stop }
        let isClean = QuickCheck.isClean(
            element, UnsafePointer(tables.pointee.codeKeys.base), view.bytes + start,
            stop &- start, outer)
        return isClean ? stop : -1
    }

    /// Where a repetition with components ends; -1 where there is something to say of it.
    private mutating func endOfComposite(
        _ parts: UnsafePointer<QuickParts>, _ from: Int, _ end: Int
    ) -> Int {
        let keys = UnsafePointer(tables.pointee.codeKeys.base)
        var element = UnsafePointer(
            tables.pointee.quickElements.base + Int(parts.pointee.firstComponent))
        let last = element + Int(parts.pointee.componentCount)
        var start = from
        var present: UInt64 = 0
        var bit: UInt64 = 2
        while true {
            let stop = min(separator, end)
            if start != stop {
                guard element < last,
                    QuickCheck.isClean(element, keys, view.bytes + start, stop &- start, inner)
                else { return -1 }
                present |= bit
            }
            let isOver = stop == end || isRepetition(stop)
            if stop < end { advance() }
            if isOver { return isWhole(parts, present) ? stop : -1 }
            element += 1
            bit &<<= 1
            start = stop &+ 1
        }
    }

    /// Whether all components are there that must be, and the notes are kept.
    @inline(__always)
    private func isWhole(_ parts: UnsafePointer<QuickParts>, _ present: UInt64) -> Bool {
        guard present & parts.pointee.required == parts.pointee.required else { return false }
        var note = UnsafePointer(tables.pointee.notes.base + Int(parts.pointee.firstNote))
        let last = note + Int(parts.pointee.noteCount)
        while note != last {
            if !note.pointee.holds(present) { return false }
            note += 1
        }
        return true
    }

    @inline(__always)
    private func isRepetition(_ offset: Int) -> Bool {
        view.bytes[offset] == repetition
    }
}
