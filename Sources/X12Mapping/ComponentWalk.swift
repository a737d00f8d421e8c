import CareModel
import X12Syntax

/// The components of an element, one after another, without a list of them.
@usableFromInline
package struct ComponentWalk {
    @usableFromInline let bytes: UnsafePointer<UInt8>
    /// -1 where there is none.
    @usableFromInline let separator: Int
    @usableFromInline var start: Int
    @usableFromInline let end: Int

    @inlinable @inline(__always)
    init(_ bytes: UnsafePointer<UInt8>, _ range: Range<Int>, separator: UInt8?) {
        self.bytes = bytes
        self.separator = separator.map { Int($0) } ?? -1
        start = range.lowerBound
        end = range.upperBound
    }

    /// The next component, which may be empty; `nil` after the last.
    @inlinable @inline(__always)
    package mutating func next() -> Range<Int>? {
        guard start <= end else { return nil }
        let first = start
        var offset = first
        while offset < end, Int(bytes[offset]) != separator { offset &+= 1 }
        start = offset &+ 1
        return first..<offset
    }
}

extension ElementReader {
    /// As a number; -1 where there is none.
    @usableFromInline var repetitionSeparator: Int { delimiters.repetition.map { Int($0) } ?? -1 }

    /// The components of an element; one, and empty, where it was not sent.
    ///
    /// Of an element that is repeated too often, those of the first repetition.
    @inlinable @inline(__always)
    package func walk(_ view: SegmentView, _ element: Int) -> ComponentWalk {
        let range = repetition < 0 ? view.range(element) : firstRepetition(view, element)
        return ComponentWalk(bytes, range, separator: delimiters.component)
    }

    /// The repetitions of an element, one after another; one, and empty, where it was not sent.
    @inlinable @inline(__always)
    package func walkRepetitions(_ view: SegmentView, _ element: Int) -> ComponentWalk {
        ComponentWalk(bytes, view.range(element), separator: delimiters.repetition)
    }

    /// The components of a repetition.
    @inlinable @inline(__always)
    package func walk(_ repetition: Range<Int>) -> ComponentWalk {
        ComponentWalk(bytes, repetition, separator: delimiters.component)
    }

    @inline(never) @usableFromInline
    func firstRepetition(_ view: SegmentView, _ element: Int) -> Range<Int> {
        let range = view.range(element)
        let end = range.first { Int(bytes[$0]) == repetition }
        return range.lowerBound..<(end ?? range.upperBound)
    }

    /// Adds a value to a list of texts or codes, unless it is empty.
    @inlinable @inline(__always)
    package mutating func addText<Fields: RecordFields>(
        _ value: Slot, to object: Int, _ field: Fields
    ) {
        guard !value.isEmpty else { return }
        let added = append(TextFields.self, to: object, field)
        record.set(added, TextFields.value, value)
    }

    /// Adds each component of an element to a list of texts or codes.
    @inlinable @inline(__always)
    package mutating func addComponents<Fields: RecordFields>(
        _ view: SegmentView, _ element: Int, to object: Int, _ field: Fields
    ) {
        guard element <= view.elementCount else { return }
        var parts = walk(view, element)
        while let part = parts.next() {
            addText(slot(part.lowerBound, part.upperBound), to: object, field)
        }
    }
}
