import CareModel
import X12Syntax

// Values that take more than one element.
extension ElementReader {
    /// An element that is Y or N; anything else is kept.
    @inlinable @inline(__always)
    package mutating func setFlag<Fields: RecordFields>(
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
    @inlinable @inline(__always)
    package mutating func qualified<Fields: RecordFields>(
        _ view: SegmentView, _ qualifier: Int, _ value: Int, _ code: Fields, _ field: Fields
    ) -> Int {
        qualified(view, qualifier, value, (Fields.slotCount, code.ordinal, field.ordinal))
    }

    /// The same by numbers: how many slots the object has, and those of its fields.
    @inline(never) @usableFromInline
    mutating func qualified(
        _ view: SegmentView, _ qualifier: Int, _ value: Int,
        _ shape: (slotCount: Int, code: Int, value: Int)
    ) -> Int {
        var code = Slot.none
        var sent = Slot.none
        if max(qualifier, value) < Int(view.entry.endCount) {
            code = ElementReader.slot(bytes, view.ends + qualifier, origin, look)
            sent = ElementReader.slot(bytes, view.ends + value, origin, look)
        }
        guard !code.isEmpty, !sent.isEmpty else {
            keep(view, qualifier)
            keep(view, value)
            return 0
        }
        let object = record.add(slotCount: shape.slotCount)
        record.slots[object &+ 1 &+ shape.code] = code
        record.slots[object &+ 1 &+ shape.value] = sent
        return object
    }

    /// Adds a qualified value to a list.
    @inlinable @inline(__always)
    package mutating func addQualified<Inner: RecordFields, Fields: RecordFields>(
        _ view: SegmentView, _ qualifier: Int, _ value: Int, _ code: Inner, _ inner: Inner,
        to object: Int, _ field: Fields
    ) {
        let added = qualified(view, qualifier, value, code, inner)
        if added > 0 { record.append(added, to: object, field) }
    }

    /// Makes a qualified value that of a field, unless it lacks.
    @inlinable @inline(__always)
    package mutating func setQualified<Inner: RecordFields, Fields: RecordFields>(
        _ view: SegmentView, _ qualifier: Int, _ value: Int, _ code: Inner, _ inner: Inner,
        of object: Int, _ field: Fields
    ) {
        let added = qualified(view, qualifier, value, code, inner)
        if added > 0 { record.set(object, field, object: added) }
    }

    // MARK: Dates of DTP

    /// The day or span of a DTP in a new object; 0 where it lacks, and the rest is kept.
    @inline(never) @usableFromInline
    package mutating func dated(_ view: SegmentView) -> Int {
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

    @usableFromInline
    mutating func setSpan(
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
    @inlinable @inline(__always)
    package mutating func setDay<Fields: RecordFields>(
        _ view: SegmentView, of object: Int, _ period: Fields, begin: Key, end: Key
    ) -> Bool {
        setDay(view, object &+ 1 &+ period.ordinal, begin, end)
    }

    /// The same by the index of the slot.
    @inline(never) @usableFromInline
    mutating func setDay(_ view: SegmentView, _ place: Int, _ begin: Key, _ end: Key) -> Bool {
        let (ends, count) = (view.ends, view.entry.endCount)
        let qualifier = Key(rawValue: ElementReader.keyAtOnce(bytes, ends, count, 1))
        guard count > 3, qualifier == begin || qualifier == end,
            ElementReader.keyAtOnce(bytes, ends, count, 2) == Key("D8").rawValue
        else { return false }
        let day = ElementReader.slot(bytes, ends + 3, origin, look)
        guard !day.isEmpty else { return false }
        let inner = object(slotCount: PeriodFields.slotCount, in: place)
        let field = qualifier == begin ? PeriodFields.begin : .end
        guard record.slot(inner, field).isEmpty else { return false }
        record.set(inner, field, day)
        return true
    }
}
