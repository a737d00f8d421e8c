import X12Grammar
import X12Syntax

// Segments with components and repetitions: most of them are as they should be, too.
extension QuickCheck {
    /// Whether there is nothing to say of a segment of printable ASCII.
    static func isCleanWithParts(
        _ tables: UnsafePointer<GuideTables>, _ segment: Int, _ view: SegmentView,
        _ delimiters: Delimiters
    ) -> Bool {
        let quick = tables.pointee.quickSegments.base + segment
        let sent = view.elementCount
        guard sent <= Int(quick.pointee.elementCount) else { return false }
        let elements = tables.pointee.quickElements.base + Int(quick.pointee.firstElement)
        var present: UInt64 = 0
        for element in 1...max(sent, 1) where element <= sent {
            let range = view.range(element)
            guard !range.isEmpty else { continue }
            present |= 1 &<< UInt64(truncatingIfNeeded: element)
            let definition = elements + (element - 1)
            guard isClean(definition, tables, view.bytes, range, delimiters) else { return false }
        }
        let isLastEmpty = sent > 0 && view.range(sent).isEmpty
        return present & quick.pointee.required == quick.pointee.required && !isLastEmpty
            && keepsNotes(
                tables, Int(quick.pointee.firstNote), Int(quick.pointee.noteCount), present)
    }

    private static func isClean(
        _ element: UnsafePointer<QuickElement>, _ tables: UnsafePointer<GuideTables>,
        _ bytes: UnsafePointer<UInt8>, _ range: Range<Int>, _ delimiters: Delimiters
    ) -> Bool {
        let hasParts = range.contains {
            bytes[$0] == delimiters.component || bytes[$0] == delimiters.repetition
        }
        guard hasParts else {
            return isClean(
                element, tables.pointee.codeKeys.base, bytes + range.lowerBound, range.count,
                delimiters.element)
        }
        guard element.pointee.parts > 0 else { return false }
        let parts = tables.pointee.quickParts.base + (Int(element.pointee.parts) - 1)
        var start = range.lowerBound
        var repeats = 0
        for offset in range.lowerBound...range.upperBound
        where offset == range.upperBound || bytes[offset] == delimiters.repetition {
            repeats += 1
            guard isClean(element, parts, tables, bytes, start..<offset, delimiters) else {
                return false
            }
            start = offset + 1
        }
        return repeats <= parts.pointee.repeats
    }

    /// One repetition.
    private static func isClean(
        _ element: UnsafePointer<QuickElement>, _ parts: UnsafePointer<QuickParts>,
        _ tables: UnsafePointer<GuideTables>, _ bytes: UnsafePointer<UInt8>,
        _ range: Range<Int>, _ delimiters: Delimiters
    ) -> Bool {
        let keys = UnsafePointer(tables.pointee.codeKeys.base)
        let components = tables.pointee.quickElements.base + Int(parts.pointee.firstComponent)
        if parts.pointee.componentCount == 0 {
            let hasComponents = range.contains { bytes[$0] == delimiters.component }
            return range.isEmpty
                || !hasComponents
                    && isClean(
                        element, keys, bytes + range.lowerBound, range.count, delimiters.element)
        }
        var start = range.lowerBound
        var number = 0
        var present: UInt64 = 0
        for offset in range.lowerBound...range.upperBound
        where offset == range.upperBound || bytes[offset] == delimiters.component {
            defer { start = offset + 1 }
            number += 1
            guard start < offset else { continue }
            guard number <= Int(parts.pointee.componentCount),
                isClean(
                    components + (number - 1), keys, bytes + start, offset - start,
                    delimiters.component ?? delimiters.element)
            else { return false }
            present |= 1 &<< UInt64(truncatingIfNeeded: number)
        }
        return present & parts.pointee.required == parts.pointee.required
            && keepsNotes(
                tables, Int(parts.pointee.firstNote), Int(parts.pointee.noteCount), present)
    }

    private static func keepsNotes(
        _ tables: UnsafePointer<GuideTables>, _ first: Int, _ count: Int, _ present: UInt64
    ) -> Bool {
        tables.pointee.notes.slice(first..<first + count).allSatisfy { $0.holds(present) }
    }
}
