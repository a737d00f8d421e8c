import CareModel
import Diagnostics
import X12Grammar
import X12Structure
import X12Syntax

/// Puts elements of segments into the fields of a record, and keeps what has no field.
struct ElementReader {
    private(set) var bytes: UnsafePointer<UInt8>
    private var ends: UnsafePointer<UInt32>
    /// Offset in the input of the block's first byte.
    private var base = 0
    /// Offset in the block of the record's first byte.
    private var origin = 0
    private var delimiters: Delimiters
    private let guide: CompiledGuide
    var record = RecordBuilder()
    /// Index in the guide's loops of the segment at hand.
    var loop: Int32 = 0
    /// `Slot.unusualFlag` where the segment at hand is not plain.
    var unusual: UInt32 = 0

    init(_ guide: CompiledGuide) {
        self.guide = guide
        bytes = record.bytes
        ends = UnsafeRawPointer(record.slots).assumingMemoryBound(to: UInt32.self)
        delimiters = .usual
    }

    /// Begins a record whose first byte is at `origin` of the block.
    mutating func start(_ block: BlockView, origin: Int, _ delimiters: Delimiters) {
        bytes = block.bytes
        ends = block.ends
        base = block.base
        self.origin = origin
        self.delimiters = delimiters
        record.start(bytes + origin)
    }

    @inline(__always)
    func view(_ entry: SegmentEntry) -> SegmentView {
        SegmentView(bytes: bytes, blockEnds: ends, entry: entry)
    }

    // MARK: Values

    /// Where an element's text lies, without blanks at either end.
    @inline(__always)
    func slot(_ view: SegmentView, _ element: Int) -> Slot {
        guard element <= view.elementCount else { return .none }
        return slot(view.elementStart(element), view.elementEnd(element))
    }

    @inline(__always)
    func slot(_ start: Int, _ end: Int) -> Slot {
        guard start < end else { return .none }
        if bytes[start] <= 0x20 || bytes[end &- 1] <= 0x20 { return trimmed(start, end) }
        return Slot(
            start: UInt32(truncatingIfNeeded: start &- origin),
            extent: UInt32(truncatingIfNeeded: end &- start) | unusual)
    }

    @inline(never)
    private func trimmed(_ from: Int, _ to: Int) -> Slot {
        var (start, end) = (from, to)
        while start < end, bytes[start] <= 0x20 { start += 1 }
        while start < end, bytes[end - 1] <= 0x20 { end -= 1 }
        guard start < end else { return .none }
        return Slot(
            start: UInt32(truncatingIfNeeded: start - origin),
            extent: UInt32(truncatingIfNeeded: end - start) | unusual)
    }

    /// Puts an element into a field of an object.
    @inline(__always)
    func set<Fields: RecordFields>(
        _ object: Int, _ field: Fields, _ view: SegmentView, _ element: Int
    ) {
        record.set(object, field, slot(view, element))
    }

    /// Adds an object to a list.
    @inline(__always)
    mutating func append<Inner: RecordFields, Fields: RecordFields>(
        _ inner: Inner.Type, to object: Int, _ field: Fields
    ) -> Int {
        let added = record.add(inner)
        record.append(added, to: object, field)
        return added
    }

    /// The object in a field, which is made where there is none.
    @inline(__always)
    mutating func object<Inner: RecordFields, Fields: RecordFields>(
        _ inner: Inner.Type, in object: Int, _ field: Fields
    ) -> Int {
        let known = record.object(object, field)
        if known > 0 { return known }
        let added = record.add(inner)
        record.set(object, field, object: added)
        return added
    }

    /// An element of up to eight bytes as a number to compare with `Key`s; 0 where it is empty.
    @inline(__always)
    func key(_ view: SegmentView, _ element: Int) -> Key {
        guard element <= view.elementCount else { return Key(rawValue: 0) }
        let start = view.elementStart(element)
        return Key(rawValue: Text.key(view.bytes + start, view.elementEnd(element) &- start))
    }

    /// An element that is Y or N; anything else is kept.
    @inline(__always)
    mutating func setFlag<Fields: RecordFields>(
        _ object: Int, _ field: Fields, _ view: SegmentView, _ element: Int
    ) {
        let sent = key(view, element)
        if sent == Key("Y") || sent == Key("N") {
            set(object, field, view, element)
        } else if sent.rawValue != 0 {
            keep(view, element)
        }
    }

    /// A qualifier and the value it names, in a new object; 0 where one lacks, and the other is kept.
    @inline(__always)
    mutating func qualified<Fields: RecordFields>(
        _ view: SegmentView, _ qualifier: Int, _ value: Int, _ code: Fields, _ field: Fields
    ) -> Int {
        let code = (field: code, slot: slot(view, qualifier))
        let sent = slot(view, value)
        guard !code.slot.isEmpty, !sent.isEmpty else {
            keep(view, qualifier)
            keep(view, value)
            return 0
        }
        let object = record.add(Fields.self)
        record.set(object, code.field, code.slot)
        record.set(object, field, sent)
        return object
    }

    /// Adds a qualified value to a list.
    @inline(__always)
    mutating func addQualified<Inner: RecordFields, Fields: RecordFields>(
        _ view: SegmentView, _ qualifier: Int, _ value: Int, _ code: Inner, _ inner: Inner,
        to object: Int, _ field: Fields
    ) {
        let added = qualified(view, qualifier, value, code, inner)
        if added > 0 { record.append(added, to: object, field) }
    }

    /// Makes a qualified value that of a field, unless it lacks.
    @inline(__always)
    mutating func setQualified<Inner: RecordFields, Fields: RecordFields>(
        _ view: SegmentView, _ qualifier: Int, _ value: Int, _ code: Inner, _ inner: Inner,
        of object: Int, _ field: Fields
    ) {
        let added = qualified(view, qualifier, value, code, inner)
        if added > 0 { record.set(object, field, object: added) }
    }

    // MARK: Components and repetitions

    /// Whether a composite or repeated element is sent as one short simple value.
    @inline(__always)
    func isSimple(_ view: SegmentView, _ element: Int) -> Bool {
        let range = view.range(element)
        guard !range.isEmpty, range.count <= 3 else { return false }
        for offset in range
        where bytes[offset] == delimiters.component || bytes[offset] == delimiters.repetition {
            return false
        }
        return true
    }

    /// The repetitions of an element.
    func repetitions(_ view: SegmentView, _ element: Int) -> [Range<Int>] {
        let range = view.range(element)
        guard !range.isEmpty else { return [] }
        return parts(range, delimiters.repetition)
    }

    /// The components of an element, or of one of its repetitions.
    func components(_ range: Range<Int>) -> [Range<Int>] { parts(range, delimiters.component) }

    /// Bytes of the block as a value.
    func slot(_ range: Range<Int>) -> Slot { slot(range.lowerBound, range.upperBound) }

    private func parts(_ range: Range<Int>, _ separator: UInt8?) -> [Range<Int>] {
        guard let separator else { return [range] }
        var found: [Range<Int>] = []
        var from = range.lowerBound
        for offset in range where bytes[offset] == separator {
            found.append(from..<offset)
            from = offset + 1
        }
        found.append(from..<range.upperBound)
        return found
    }

    // MARK: Dates of DTP

    /// The day or span of a DTP in a new object; 0 where it lacks, and the rest is kept.
    @inline(__always)
    mutating func dated(_ view: SegmentView) -> Int {
        let qualifier = slot(view, 1)
        let sent = slot(view, 3)
        guard !qualifier.isEmpty, !sent.isEmpty else {
            for element in 1...3 { keep(view, element) }
            return 0
        }
        let date = record.add(DateFields.self)
        record.set(date, DateFields.code, qualifier)
        let format = key(view, 2)
        if format == Key("D8") {
            record.set(date, DateFields.date, sent)
        } else {
            setSpan(date, view, sent, format)
        }
        return date
    }

    private mutating func setSpan(
        _ date: Int, _ view: SegmentView, _ sent: Slot, _ format: Key
    ) {
        let range = view.range(3)
        if format == Key("RD8"), range.count == 17, bytes[range.lowerBound + 8] == 0x2D {
            let span = object(PeriodFields.self, in: date, DateFields.span)
            record.set(span, PeriodFields.begin, slot(range.lowerBound, range.lowerBound + 8))
            record.set(span, PeriodFields.end, slot(range.lowerBound + 9, range.upperBound))
            return
        }
        if format != Key("RD8") { keep(view, 2) }
        record.set(date, DateFields.dateSent, sent)
    }

    /// Puts a DTP's day into the period where its qualifier is one of the two and there is room.
    @inline(__always)
    mutating func setDay<Fields: RecordFields>(
        _ view: SegmentView, of object: Int, _ period: Fields, begin: Key, end: Key
    ) -> Bool {
        let qualifier = key(view, 1)
        guard qualifier == begin || qualifier == end, key(view, 2) == Key("D8") else {
            return false
        }
        let day = slot(view, 3)
        guard !day.isEmpty else { return false }
        let inner = self.object(PeriodFields.self, in: object, period)
        let field = qualifier == begin ? PeriodFields.begin : .end
        guard record.slot(inner, field).isEmpty else { return false }
        record.set(inner, field, day)
        return true
    }

    /// Puts a DTP's day where its qualifier says, or else into the list.
    @inline(__always)
    mutating func addDate<Fields: RecordFields>(
        _ view: SegmentView, to object: Int, _ dates: Fields, period: Fields, begin: Key, end: Key
    ) {
        if setDay(view, of: object, period, begin: begin, end: end) { return }
        let date = dated(view)
        if date > 0 { record.append(date, to: object, dates) }
    }

    // MARK: Values without a field

    /// Keeps an element that no field holds.
    @inline(never)
    mutating func keep(_ view: SegmentView, _ element: Int) {
        let loop = guide.guide.loops[Int(loop)].id
        let place = Place(loop: loop, segment: idText(view), element: element)
        keep(view.range(element), place: place.description)
    }

    private mutating func keep(_ range: Range<Int>, place: String) {
        let sent = UnsafeBufferPointer(start: bytes + range.lowerBound, count: range.count)
        guard let text = Text(sent) else { return }
        record.other.append(
            OtherValue(
                place: place, value: text, bytes: base + range.lowerBound..<base + range.upperBound)
        )
    }

    private func idText(_ view: SegmentView) -> String {
        let length = Int(view.ends[0]) - view.start
        return String(
            decoding: UnsafeBufferPointer(start: bytes + view.start, count: min(length, 3)),
            as: UTF8.self)
    }

    /// Keeps a segment that has no place, or that no mapping asked for.
    mutating func keepWhole(_ match: MatchedSegment) {
        let view = view(match.entry)
        keep(view.start..<view.end, place: guide.guide.loops[Int(match.loop)].id)
    }

    /// Keeps the elements of a segment that the guide does not use.
    mutating func keepStrays(_ match: MatchedSegment) {
        let view = view(match.entry)
        let definition = guide.guide.segments[Int(match.segment)]
        let loop = guide.guide.loops[definition.loop].id
        for element in 1...max(1, view.elementCount) {
            let place = Place(loop: loop, segment: definition.id, element: element)
            guard element <= definition.elements.count else {
                keep(view.range(element), place: place.description)
                continue
            }
            let known = definition.elements[element - 1]
            if known.usage == .notUsed {
                keep(view.range(element), place: place.description)
            } else if known.isComposite || known.maximum != 1 {
                keepStrayParts(view, known, place)
            }
        }
    }

    private mutating func keepStrayParts(
        _ view: SegmentView, _ known: ElementDefinition, _ place: Place
    ) {
        for repetition in repetitions(view, place.element) {
            for (index, part) in components(repetition).enumerated() {
                let isKnown = index < known.components.count
                if isKnown, known.components[index].usage != .notUsed { continue }
                if index == 0, !known.isComposite { continue }
                let component = Place(
                    loop: place.loop, segment: place.segment, element: place.element,
                    component: index + 1)
                keep(part, place: component.description)
            }
        }
    }
}
