import CareModel
import X12Syntax

/// The DTP whose span a period was taken from.
@usableFromInline
struct TakenSpan {
    /// The slot of the period; 0 for none.
    @usableFromInline var place = 0
    @usableFromInline var view: SegmentView?

    @usableFromInline
    init() {}
}

// The begin and end of a period, and the dates beside it.
extension ElementReader {
    /// Puts a DTP's day or span where its qualifier says, or else into the list.
    ///
    /// A begin or end that was sent as a day of its own stands before half of a span, whichever comes
    /// first; of two days, as of two spans, the first stays. A span is in the list too: the period does
    /// not tell under which of the two it was sent.
    @inlinable @inline(__always)
    package mutating func addDate<Fields: RecordFields>(
        _ view: SegmentView, to object: Int, _ dates: Fields, period: Fields, begin: Key, end: Key
    ) {
        addDate(
            view, (object &+ 1 &+ period.ordinal, object &+ 1 &+ dates.ordinal), begin, end)
    }

    /// The same by the indices of the slots.
    @inline(never) @usableFromInline
    mutating func addDate(
        _ view: SegmentView, _ places: (period: Int, dates: Int), _ begin: Key, _ end: Key
    ) {
        if setDay(view, places.period, begin, end) { return }
        if setDayForHalf(view, places.period, begin, end) { return }
        setSpan(view, places.period, begin, end)
        let date = dated(view)
        if date > 0 { record.append(date, to: places.dates) }
    }

    /// Puts a DTP's day into the period where half of a span stands there.
    private mutating func setDayForHalf(
        _ view: SegmentView, _ place: Int, _ begin: Key, _ end: Key
    ) -> Bool {
        guard place == span.place, let half = span.view, key(view, 2) == Key("D8") else {
            return false
        }
        let qualifier = key(view, 1)
        let day = slot(view, 3)
        guard qualifier == begin || qualifier == end, !day.isEmpty else { return false }
        let inner = object(slotCount: PeriodFields.slotCount, in: place)
        let field = qualifier == begin ? PeriodFields.begin : .end
        let text = origin &+ Int(record.slot(inner, field).start)
        guard half.range(3).contains(text) else { return false }
        record.set(inner, field, day)
        return true
    }

    /// Puts a DTP's span into the period where its qualifier is one of the two, as far as there is
    /// room.
    ///
    /// Source: 834, 2300 DTP02: a coverage may be told by a span.
    private mutating func setSpan(
        _ view: SegmentView, _ place: Int, _ begin: Key, _ end: Key
    ) {
        let qualifier = key(view, 1)
        let range = view.range(3)
        guard qualifier == begin || qualifier == end, key(view, 2) == Key("RD8"),
            range.count == 17, bytes[range.lowerBound + 8] == 0x2D
        else { return }
        let inner = object(slotCount: PeriodFields.slotCount, in: place)
        let hasBegin = !record.slot(inner, PeriodFields.begin).isEmpty
        let hasEnd = !record.slot(inner, PeriodFields.end).isEmpty
        if hasBegin, hasEnd { return }
        if !hasBegin {
            let half = slot(range.lowerBound, range.lowerBound + 8)
            record.set(inner, PeriodFields.begin, half)
        }
        if !hasEnd {
            let half = slot(range.lowerBound + 9, range.upperBound)
            record.set(inner, PeriodFields.end, half)
        }
        span.place = place
        span.view = view
    }
}
