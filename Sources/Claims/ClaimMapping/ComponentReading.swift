import CareModel
import X12Mapping
import X12Syntax

/// The components of a composite element, one after another; nothing is allocated for them.
struct ComponentReading {
    private let bytes: UnsafePointer<UInt8>
    private let separator: UInt8?
    private var offset: Int
    private let end: Int

    /// Of an element, or of one of its repetitions.
    @inline(__always)
    init(_ range: Range<Int>, _ elements: borrowing ElementReader) {
        bytes = elements.bytes
        separator = elements.delimiters.component
        offset = range.lowerBound
        end = range.upperBound
    }

    /// The next component; empty where there are no more.
    @inline(__always)
    mutating func next() -> Range<Int> {
        guard offset < end else { return end..<end }
        let start = offset
        while offset < end {
            if bytes[offset] == separator {
                defer { offset &+= 1 }
                return start..<offset
            }
            offset &+= 1
        }
        return start..<end
    }

    /// Passes over components that no guide uses.
    @inline(__always)
    mutating func skip(_ count: Int) {
        for _ in 0..<count { _ = next() }
    }
}

extension ElementReader {
    /// Bytes of up to eight of the block as a number to compare with `Key`s; 0 where there are none.
    @inline(__always)
    func key(_ range: Range<Int>) -> Key {
        Key(rawValue: Text.key(bytes + range.lowerBound, range.count))
    }

    /// Keeps an element unless it is empty or says what the guides have it say.
    @inline(__always)
    mutating func expect(_ code: Key, _ view: SegmentView, _ element: Int) {
        guard element <= view.elementCount else { return }
        let sent = key(view, element)
        if sent.rawValue != 0, sent != code { keep(view, element) }
    }

    /// Adds an element to a list of texts or codes, unless it is empty.
    @inline(__always)
    mutating func addText<Fields: RecordFields>(
        _ view: SegmentView, _ element: Int, to object: Int, _ field: Fields
    ) {
        addText(slot(view, element), to: object, field)
    }

    /// Adds a value to a list of texts or codes, unless it is empty.
    @inline(__always)
    mutating func addText<Fields: RecordFields>(_ text: Slot, to object: Int, _ field: Fields) {
        guard !text.isEmpty else { return }
        let added = append(TextFields.self, to: object, field)
        record.set(added, TextFields.value, text)
    }
}
