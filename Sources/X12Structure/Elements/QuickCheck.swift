import X12Grammar
import X12Syntax

/// What is asked of the elements of a plain segment at its place, in few numbers.
struct QuickSegment: Sendable {
    /// In `GuideTables.quickElements`, from element 1.
    let firstElement: Int32
    let elementCount: Int32
    /// Bit n is element n.
    let required: UInt64
    /// Which elements are more than text of some length; bit n is element n + 1.
    let special: UInt64
    /// Which elements may have parts; bit n is element n + 1.
    let parted: UInt64
    /// Of its lengths, in `GuideTables.lengths`.
    let firstLength: Int32
    /// In `GuideTables.notes`.
    let firstNote: Int32
    let noteCount: Int32
    let loop: Int32
    /// Whether a condition of the guide asks for its codes.
    let isTrigger: Bool
}

/// What is asked of one element; 16 bytes.
struct QuickElement: Sendable {
    enum Check: UInt8, Sendable {
        /// Text of some length.
        case text
        /// A code of a list.
        case code
        /// A date, time or period in the format that the element before it names.
        case formatted
        /// Text of one length, in which blanks count.
        case fixedText
        case date, time, decimal, numeric
        /// Nothing may be sent, or what may needs a longer look.
        case other
    }
    let check: Check
    let minimum: UInt16
    /// The greatest length less the least.
    let span: UInt16
    /// Of what may have components or repetitions: one more than the index in
    /// `GuideTables.quickParts`; else 0.
    let parts: UInt16
    /// Of codes: where they begin in `GuideTables.codeKeys`, and how to find one.
    let codeStart: UInt32
    let codeMask: UInt32
}

/// What is asked of the components and repetitions of an element.
struct QuickParts: Sendable {
    /// In `GuideTables.quickElements`; of a simple element none.
    let firstComponent: Int32
    let componentCount: Int32
    /// Bit n is component n.
    let required: UInt64
    /// In `GuideTables.notes`.
    let firstNote: Int32
    let noteCount: Int32
    let repeats: Int32
}

/// Looks over the elements of a plain segment; most are as they should be.
enum QuickCheck {
    /// Whether there is nothing to say of a segment without separators inside its elements.
    ///
    /// - Parameter separator: between elements.
    static func isClean(
        _ tables: UnsafePointer<GuideTables>, _ segment: Int, _ view: SegmentView,
        _ separator: UInt8
    ) -> Bool {
        let quick = UnsafePointer(tables.pointee.quickSegments.base + segment)
        guard view.elementCount <= Int(quick.pointee.elementCount) else { return false }
        let element = UnsafePointer(
            tables.pointee.quickElements.base + Int(quick.pointee.firstElement))
        let keys = UnsafePointer(tables.pointee.codeKeys.base)
        let present = present(element, keys, view, separator)
        return present != 0 && isWhole(quick, UnsafePointer(tables.pointee.notes.base), present)
    }

    /// Which elements were sent, bit n for element n and bit 0 for the id, where each of them is as
    /// it should be and the last is not empty; else 0.
    ///
    /// - Parameter first: what is asked of the first one.
    private static func present(
        _ first: UnsafePointer<QuickElement>, _ keys: UnsafePointer<UInt64>, _ view: SegmentView,
        _ separator: UInt8
    ) -> UInt64 {
        var element = first
        var end = view.ends
        let last = end + view.elementCount
        var start = Int(end.pointee) &+ 1
        var bit: UInt64 = 1
        var present: UInt64 = 1
        while end != last {
            end += 1
            bit &<<= 1
            let stop = Int(end.pointee)
            if start != stop {
                present |= bit
                guard isClean(element, keys, view.bytes + start, stop &- start, separator) else {
                    return 0
                }
            }
            start = stop &+ 1
            element += 1
        }
        return present & bit != 0 ? present : 0
    }

    /// Whether all is there that must be, and the notes are kept.
    @inline(never)
    static func isWhole(
        _ quick: UnsafePointer<QuickSegment>, _ notes: UnsafePointer<CompiledNote>,
        _ present: UInt64
    ) -> Bool {
        guard present & quick.pointee.required == quick.pointee.required else { return false }
        var note = notes + Int(quick.pointee.firstNote)
        let lastNote = note + Int(quick.pointee.noteCount)
        while note != lastNote {
            if !note.pointee.holds(present) { return false }
            note += 1
        }
        return true
    }

    /// Whether a value of printable ASCII without separators is as it should be.
    @inline(__always)
    static func isClean(
        _ element: UnsafePointer<QuickElement>, _ keys: UnsafePointer<UInt64>,
        _ base: UnsafePointer<UInt8>, _ count: Int, _ separator: UInt8
    ) -> Bool {
        let check = element.pointee.check
        if check == .code {
            // A code of the list has the right length.
            let codes = keys + Int(element.pointee.codeStart)
            guard count <= 8 else {
                return isLongCode(base, count, codes, Int(element.pointee.codeMask))
            }
            return contains(
                CodeSet.key(base, short: count), codes, Int(element.pointee.codeMask))
        }
        guard
            UInt(bitPattern: count &- Int(element.pointee.minimum))
                <= UInt(element.pointee.span)
        else { return false }
        if check == .text {
            // Blanks in front stand for nothing.
            return base.pointee != 0x20
        }
        if check == .formatted, count == 8, isDay(before: base, separator) {
            return CalendarDay.isDay(base)
        }
        return hasForm(check, base, count, separator)
    }

    /// Whether a table of codes has one; 0, which is that of an empty code, must not be asked for.
    @inline(__always)
    static func contains(_ key: UInt64, _ keys: UnsafePointer<UInt64>, _ mask: Int) -> Bool {
        var slot = CodeSet.slot(key, mask)
        while true {
            let found = keys[slot]
            if found == key { return true }
            if found == 0 { return false }
            slot = (slot &+ 1) & mask
        }
    }

    @inline(never)
    private static func isLongCode(
        _ base: UnsafePointer<UInt8>, _ count: Int, _ keys: UnsafePointer<UInt64>, _ mask: Int
    ) -> Bool {
        contains(CodeSet.key(base, count), keys, mask)
    }

    /// Whether the element before this one is `D8`.
    @inline(__always)
    private static func isDay(before base: UnsafePointer<UInt8>, _ separator: UInt8) -> Bool {
        let word = UnsafeRawPointer(base - 4).loadUnaligned(as: UInt32.self)
        return word & 0x00FF_FFFF == UInt32(separator) | 0x0038_4400
    }

    @inline(never)
    private static func hasForm(
        _ check: QuickElement.Check, _ base: UnsafePointer<UInt8>, _ count: Int,
        _ separator: UInt8
    ) -> Bool {
        if check == .fixedText { return true }
        let value = ElementValue(base: base, count: count)
        // Blanks stand for nothing.
        guard base.pointee != 0x20 else { return false }
        switch check {
        case .date: return value.isDate
        case .time: return value.isTime
        case .decimal: return value.isDecimal
        case .numeric: return value.isInteger
        case .formatted: return value.isPeriod(inFormat: formatKey(before: base, separator))
        case .text, .code, .fixedText, .other: return false
        }
    }

    /// The two or three bytes of the element before this one.
    private static func formatKey(
        before base: UnsafePointer<UInt8>, _ separator: UInt8
    ) -> UInt64 {
        let word = UInt64(UnsafeRawPointer(base - 5).loadUnaligned(as: UInt32.self))
        if base[-4] == separator { return word &>> 16 }
        return base[-5] == separator ? word &>> 8 : 0
    }
}
