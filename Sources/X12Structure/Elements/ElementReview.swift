import Diagnostics
import X12Grammar
import X12Syntax

/// Goes through the elements of a segment that is not as it should be, and says what is wrong.
struct ElementReview {
    let guide: CompiledGuide
    /// Index in the guide's segments.
    let segment: Int
    let view: SegmentView
    let delimiters: Delimiters
    /// Whether lengths are left alone: of an ISA whose widths are wrong and were reported.
    var ignoresLengths = false
    /// Whether it is a segment of the envelope, which is in no loop of a guide for records.
    var isEnvelope = false
    /// Set when an element is not used by the guide or one too many.
    private(set) var hasStray = false
    /// Set when a code is not one of the guide's, or an element is repeated too often.
    private(set) var hasForeignValue = false
    private var tables: GuideTables { guide.tables }

    init(guide: CompiledGuide, segment: Int, view: SegmentView, delimiters: Delimiters) {
        self.guide = guide
        self.segment = segment
        self.view = view
        self.delimiters = delimiters
    }

    /// Checks every element, then the relations between them.
    mutating func run(_ collector: inout FindingCollector) {
        let compiled = tables.segments[segment]
        let known = compiled.elements.count
        let sent = view.elementCount
        var present: UInt64 = 0
        var element = 1
        while element <= min(known, sent) {
            let start = view.elementStart(element)
            let end = view.elementEnd(element)
            let definition = tables.elements[compiled.elements.lowerBound &+ element &- 1]
            if start == end {
                if definition.usage == .required, !isTrimmed(element) {
                    reportMissing(element, start, &collector)
                }
            } else {
                if !isNothing(definition, start, end) {
                    present |= 1 &<< UInt64(truncatingIfNeeded: element)
                }
                check(definition, element, start, end, &collector)
            }
            element &+= 1
        }
        if sent < known { checkAbsent(from: sent + 1, compiled, &collector) }
        if sent > known { reportExtra(known, &collector) }
        if sent > 0, view.elementStart(sent) == view.elementEnd(sent), sent <= known,
            tables.elements[compiled.elements.lowerBound + sent - 1].usage != .required
        {
            reportTrailing(&collector)
        }
        let notes = guide.guide.segments[segment].notes
        for note in notes where !CompiledNote(note).holds(present) {
            let culprit = note.culprit(present)
            report(
                .elementRelation, view.range(culprit), culprit, &collector,
                expected: note.expected("element"))
        }
    }

    private mutating func check(
        _ definition: CompiledElement, _ element: Int, _ start: Int, _ end: Int,
        _ collector: inout FindingCollector
    ) {
        if declaresSeparator(element) { return }
        if definition.usage == .notUsed {
            hasStray = true
            report(.elementNotUsed, start..<end, element, &collector)
            return
        }
        if definition.kind == .composite || definition.repeats > 1 {
            checkRepetitions(definition, element, start, end, &collector)
        } else {
            checkSimple(definition, element, 0, start, end, &collector)
        }
    }

    /// ISA11 and ISA16 are separators themselves, which may be control characters.
    private func declaresSeparator(_ element: Int) -> Bool {
        isEnvelope && (element == 11 || element == 16) && view.entry.id == SegmentID("ISA")
    }

    /// Whether nothing is meant to be in ISA02 or ISA04, as 00 before it says, and its blanks were
    /// cut as those of other elements of the ISA were, which is told already.
    private func isTrimmed(_ element: Int) -> Bool {
        isEnvelope && ignoresLengths && (element == 2 || element == 4)
            && view.entry.id == SegmentID("ISA")
            && view.element(element - 1).elementsEqual([0x30, 0x30])
    }

    // MARK: Repetitions and components

    private mutating func checkRepetitions(
        _ definition: CompiledElement, _ element: Int, _ start: Int, _ end: Int,
        _ collector: inout FindingCollector
    ) {
        var count = 0
        forEachPart(start, end, delimiters.repetition) { from, to in
            count += 1
            if definition.kind == .composite {
                checkComponents(definition, element, from, to, &collector)
            } else if from < to {
                checkSimple(definition, element, 0, from, to, &collector)
            }
        }
        if count > definition.repeats {
            hasStray = true
            hasForeignValue = true
            report(
                .elementRepeat, start..<end, element, &collector,
                expected: "at most \(definition.repeats)")
        }
    }

    private mutating func checkComponents(
        _ definition: CompiledElement, _ element: Int, _ start: Int, _ end: Int,
        _ collector: inout FindingCollector
    ) {
        var number = 0
        var sent: UInt64 = 0
        var present: UInt64 = 0
        var extra = end
        forEachPart(start, end, delimiters.component) { from, to in
            number += 1
            guard number <= definition.components.count else {
                if from < to { extra = min(extra, from) }
                return
            }
            let component = tables.elements[definition.components.lowerBound + number - 1]
            guard from < to else { return }
            sent |= 1 &<< UInt64(number)
            if !isNothing(component, from, to) { present |= 1 &<< UInt64(number) }
            if component.usage == .notUsed {
                hasStray = true
                report(.elementNotUsed, from..<to, element, &collector, component: number)
            } else {
                checkSimple(component, element, number, from, to, &collector)
            }
        }
        if extra < end {
            hasStray = true
            let known = definition.components.count
            report(
                .elementExtra, extra..<end, element, &collector, component: known + 1,
                expected: "at most \(known) components")
        }
        for (index, position) in definition.components.enumerated()
        where tables.elements[position].usage == .required && sent & 1 << UInt64(index + 1) == 0 {
            report(
                .elementMissing, range(ofComponent: index + 1, start, end), element, &collector,
                component: index + 1)
        }
        let notes = guide.guide.segments[segment].elements[element - 1].notes
        for note in notes where !CompiledNote(note).holds(present) {
            let culprit = note.culprit(present)
            report(
                .elementRelation, range(ofComponent: culprit, start, end), element, &collector,
                component: culprit, expected: note.expected("component"))
        }
    }

    /// Where a component stands; empty at the end of the composite where it was not sent.
    private func range(ofComponent number: Int, _ start: Int, _ end: Int) -> Range<Int> {
        var found = end..<end
        var count = 0
        forEachPart(start, end, delimiters.component) { from, to in
            count += 1
            if count == number { found = from..<to }
        }
        return found
    }

    private func forEachPart(
        _ start: Int, _ end: Int, _ separator: UInt8?, _ body: (Int, Int) -> Void
    ) {
        guard let separator else { return body(start, end) }
        var from = start
        for offset in start..<end where view.bytes[offset] == separator {
            body(from, offset)
            from = offset + 1
        }
        body(from, end)
    }

    // MARK: One value

    /// Whether a value of blanks and control characters is as good as none.
    private func isNothing(_ definition: CompiledElement, _ start: Int, _ end: Int) -> Bool {
        ElementValue(base: view.bytes + start, count: end - start).isNothing(as: definition)
    }

    private mutating func checkSimple(
        _ definition: CompiledElement, _ element: Int, _ component: Int, _ start: Int, _ end: Int,
        _ collector: inout FindingCollector
    ) {
        let value = ElementValue(base: view.bytes + start, count: end - start)
        var problems = ValueProblems(
            value: value, definition: definition, delimiters: delimiters,
            ignoresLengths: ignoresLengths)
        problems.hasWrongForm = !hasRightForm(definition, element, component, value)
        if problems.hasWrongForm {
            problems.isMisread =
                !value.isBlank && !hasRightForm(definition, element, component, value.trimmed)
            problems.format = definition.kind == .formatted ? format(before: element, component) : 0
        }
        problems.hasWrongCode =
            definition.codeSet >= 0 && !tables.contains(Int(definition.codeSet), value.key)
        if problems.isStray { hasStray = true }
        let codes = codes(element, component)
        // Where only one code is right, no field keeps what was sent instead.
        if problems.hasWrongCode && codes.count == 1 || problems.isStray { hasForeignValue = true }
        for (rule, expected) in problems.list(codes: codes) {
            report(
                rule, start..<end, element, &collector, component: component, expected: expected)
        }
    }

    private func codes(_ element: Int, _ component: Int) -> [String] {
        let definition = guide.guide.segments[segment].elements[element - 1]
        let part = component > 0 ? definition.components[component - 1] : definition
        return part.codes.isEmpty ? part.listCodes : part.codes
    }

    /// Whether a date is a day of the calendar, a number a number, and so on.
    private func hasRightForm(
        _ definition: CompiledElement, _ element: Int, _ component: Int, _ value: ElementValue
    ) -> Bool {
        switch definition.kind {
        case .date: value.isDate
        case .time: value.isTime
        case .decimal: value.isDecimal
        case .numeric: value.isInteger
        case .formatted: value.isPeriod(inFormat: format(before: element, component))
        default: true
        }
    }

    /// The date format qualifier that precedes an element or component.
    private func format(before element: Int, _ component: Int) -> UInt64 {
        guard component > 0 else {
            return element > 1 ? CodeSet.key(view.element(element - 1)) : 0
        }
        var number = 0
        var key: UInt64 = 0
        forEachPart(
            view.elementStart(element), view.elementEnd(element), delimiters.component
        ) { from, to in
            number += 1
            if number == component - 1 { key = CodeSet.key(view.slice(from..<to)) }
        }
        return key
    }

    // MARK: Findings

    private func place(_ element: Int, _ component: Int) -> Place {
        let definition = guide.guide.segments[segment]
        return Place(
            loop: isEnvelope ? "" : guide.guide.loops[definition.loop].id, segment: definition.id,
            element: element,
            component: component)
    }

    @inline(never)
    private func report(
        _ rule: Rule, _ range: Range<Int>, _ element: Int, _ collector: inout FindingCollector,
        component: Int = 0, expected: String? = nil
    ) {
        collector.add(rule, at: range, place: place(element, component), expected: expected)
    }

    @inline(never)
    private func reportMissing(
        _ element: Int, _ offset: Int, _ collector: inout FindingCollector
    ) {
        let name = guide.guide.segments[segment].elements[element - 1].name
        report(.elementMissing, offset..<offset, element, &collector, expected: name)
    }

    private func checkAbsent(
        from first: Int, _ compiled: CompiledSegment, _ collector: inout FindingCollector
    ) {
        for (index, position) in compiled.elements.enumerated().dropFirst(first - 1)
        where tables.elements[position].usage == .required {
            reportMissing(index + 1, view.end, &collector)
        }
    }

    private mutating func reportExtra(_ known: Int, _ collector: inout FindingCollector) {
        let range = view.elementStart(known + 1)..<view.end
        guard view.slice(range).contains(where: { $0 != delimiters.element }) else {
            return reportTrailing(&collector)
        }
        hasStray = true
        report(
            .elementExtra, range, known + 1, &collector, expected: "at most \(known) elements")
    }

    private func reportTrailing(_ collector: inout FindingCollector) {
        let sent = view.elementCount
        report(.elementTrailing, view.end..<view.end, sent, &collector)
    }
}
