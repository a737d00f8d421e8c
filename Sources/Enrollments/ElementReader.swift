import CareModel
import Diagnostics
import X12Grammar
import X12Structure
import X12Syntax

/// Turns elements of segments into values of the model, and keeps what has no field.
struct ElementReader {
    let bytes: UnsafePointer<UInt8>
    let ends: UnsafePointer<UInt32>
    /// Offset in the input of the block's first byte.
    let base: Int
    let delimiters: Delimiters
    let guide: CompiledGuide
    /// Index in the guide's loops of the segment at hand.
    var loop: Int32 = 0
    private(set) var other: [OtherValue] = []

    init(
        bytes: UnsafePointer<UInt8>, ends: UnsafePointer<UInt32>, base: Int,
        delimiters: Delimiters, guide: CompiledGuide
    ) {
        self.bytes = bytes
        self.ends = ends
        self.base = base
        self.delimiters = delimiters
        self.guide = guide
    }

    @inline(__always)
    func view(_ entry: SegmentEntry) -> SegmentView {
        SegmentView(bytes: bytes, blockEnds: ends, entry: entry)
    }

    // MARK: Values

    /// An element as text; `nil` where it is empty or blank.
    @inline(__always)
    func text(_ view: SegmentView, _ element: Int) -> Text? {
        guard element <= view.elementCount else { return nil }
        let start = view.elementStart(element)
        return Text(padded: view.bytes + start, count: view.elementEnd(element) &- start)
    }

    /// An element as a code with our label.
    @inline(__always)
    func code(_ view: SegmentView, _ element: Int, _ system: CodeSystem) -> Code? {
        text(view, element).map { system($0) }
    }

    /// An element of up to eight bytes as a number to compare with `Key`s; 0 where it is empty.
    @inline(__always)
    func key(_ view: SegmentView, _ element: Int) -> Key {
        guard element <= view.elementCount else { return Key(rawValue: 0) }
        let start = view.elementStart(element)
        return Key(view.bytes + start, view.elementEnd(element) &- start)
    }

    /// An element that is Y or N; anything else is kept.
    mutating func flag(_ view: SegmentView, _ element: Int) -> Bool? {
        let sent = key(view, element)
        if sent == Key("Y") { return true }
        if sent == Key("N") { return false }
        if sent.rawValue != 0 { keep(view, element) }
        return nil
    }

    /// A date in the form CCYYMMDD, or the text that is none.
    func date(_ view: SegmentView, _ element: Int) -> Sent<CalendarDate>? {
        guard element <= view.elementCount else { return nil }
        return date(view.element(element))
    }

    @inline(__always)
    private func date(_ bytes: UnsafeBufferPointer<UInt8>) -> Sent<CalendarDate>? {
        if let date = CalendarDate(bytes) { return .valid(date) }
        return Text(bytes).map { .raw($0) }
    }

    /// An amount, or the text that is none.
    func money(_ view: SegmentView, _ element: Int) -> Sent<Money>? {
        guard element <= view.elementCount else { return nil }
        if let money = Money(view.element(element)) { return .valid(money) }
        return text(view, element).map { .raw($0) }
    }

    /// A qualifier and the value it names; one without the other is kept.
    mutating func qualified(
        _ view: SegmentView, _ qualifier: Int, _ value: Int, _ system: CodeSystem
    ) -> Qualified<Text>? {
        if let code = text(view, qualifier), let text = text(view, value) {
            return Qualified(system(code), text)
        }
        keep(view, qualifier)
        keep(view, value)
        return nil
    }

    /// A qualified amount.
    mutating func amount(_ view: SegmentView) -> Qualified<Sent<Money>>? {
        if let code = text(view, 1), let value = money(view, 2) {
            return Qualified(CodeSystem.enrollmentAmount(code), value)
        }
        keep(view, 1)
        keep(view, 2)
        return nil
    }

    // MARK: Components and repetitions

    /// A composite or repeated element that is sent as one short simple value.
    func simple(_ view: SegmentView, _ element: Int) -> Text? {
        let range = view.range(element)
        guard !range.isEmpty, range.count <= 3 else { return nil }
        for offset in range
        where bytes[offset] == delimiters.component || bytes[offset] == delimiters.repetition {
            return nil
        }
        return text(range)
    }

    /// The repetitions of an element.
    func repetitions(_ view: SegmentView, _ element: Int) -> [Range<Int>] {
        let range = view.range(element)
        guard !range.isEmpty else { return [] }
        return parts(range, delimiters.repetition)
    }

    /// The components of an element, or of one of its repetitions.
    func components(_ range: Range<Int>) -> [Range<Int>] { parts(range, delimiters.component) }

    /// Bytes of the block as text.
    func text(_ range: Range<Int>) -> Text? {
        Text(UnsafeBufferPointer(start: bytes + range.lowerBound, count: range.count))
    }

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

    /// The day or span of a DTP; a qualifier without one is kept.
    mutating func dated(_ view: SegmentView) -> QualifiedDate? {
        guard let qualifier = text(view, 1), let sent = text(view, 3) else {
            keep(view, 1)
            keep(view, 2)
            keep(view, 3)
            return nil
        }
        let code = CodeSystem.enrollmentDate(qualifier)
        let format = key(view, 2)
        if format == Key("D8") {
            return QualifiedDate(code, .day(date(view.element(3)) ?? .raw(sent)))
        }
        let range = view.range(3)
        if format == Key("RD8"), range.count == 17, bytes[range.lowerBound + 8] == 0x2D {
            let begin = UnsafeBufferPointer(rebasing: view.element(3)[..<8])
            let end = UnsafeBufferPointer(rebasing: view.element(3)[9...])
            return QualifiedDate(code, .span(Period(begin: date(begin), end: date(end))))
        }
        if format != Key("RD8") { keep(view, 2) }
        return QualifiedDate(code, .moment(sent))
    }

    /// Puts a DTP's day where its qualifier says, or else into the list.
    mutating func addDate(
        _ view: SegmentView, to dates: inout [QualifiedDate], period: inout Period, begin: Key,
        end: Key
    ) {
        let qualifier = key(view, 1)
        if key(view, 2) == Key("D8"), qualifier == begin || qualifier == end,
            let day = date(view, 3)
        {
            if qualifier == begin, period.begin == nil { return period.begin = day }
            if qualifier == end, period.end == nil { return period.end = day }
        }
        if let date = dated(view) { dates.append(date) }
    }

    // MARK: Values without a field

    /// Keeps an element that no field holds.
    mutating func keep(_ view: SegmentView, _ element: Int) {
        let loop = guide.guide.loops[Int(loop)].id
        let place = Place(loop: loop, segment: idText(view), element: element)
        keep(view.range(element), place: place.description)
    }

    private mutating func keep(_ range: Range<Int>, place: String) {
        guard let text = text(range) else { return }
        other.append(
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

/// Up to eight bytes of text as a number: codes are compared without strings.
struct Key: RawRepresentable, Equatable {
    let rawValue: UInt64

    @inline(__always)
    init(rawValue: UInt64) { self.rawValue = rawValue }

    /// Of a code of one to three characters; written without a loop, so that a literal becomes a
    /// constant.
    @inline(__always)
    init(_ text: StaticString) {
        let count = text.utf8CodeUnitCount
        let first = UInt64(text.utf8Start[0])
        let second = count > 1 ? UInt64(text.utf8Start[1]) &<< 8 : 0
        rawValue = first | second | (count > 2 ? UInt64(text.utf8Start[2]) &<< 16 : 0)
    }

    /// 8 bytes beyond the first are readable; longer text has the key of no code.
    @inline(__always)
    init(_ base: UnsafePointer<UInt8>, _ count: Int) {
        guard count > 0, count <= 8 else {
            rawValue = count == 0 ? 0 : UInt64.max
            return
        }
        let unwanted = UInt64(truncatingIfNeeded: (8 &- count) &* 8)
        let word = UnsafeRawPointer(base).loadUnaligned(as: UInt64.self)
        rawValue = (word &<< unwanted) &>> unwanted
    }
}
