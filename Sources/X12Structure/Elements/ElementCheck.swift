import Diagnostics
import X12Grammar
import X12Syntax

extension CompiledGuide {
    /// Checks the elements of a segment whose id is enough to find it in the guide.
    package func checkElements(
        of view: SegmentView, delimiters: Delimiters, ignoringLengths: Bool = false,
        _ collector: inout FindingCollector
    ) {
        guard let index = segments.firstIndex(where: { $0.id == view.entry.id }) else { return }
        var check = ElementCheck(guide: self, segment: index, view: view, delimiters: delimiters)
        check.ignoresLengths = ignoringLengths
        check.run(&collector)
    }
}

/// Checks the elements of one segment against its place in the guide.
struct ElementCheck {
    let guide: CompiledGuide
    /// Index in the guide's segments.
    let segment: Int
    let view: SegmentView
    let delimiters: Delimiters
    /// Whether lengths are left alone: of an ISA whose widths are wrong and were reported.
    var ignoresLengths = false
    /// Set when an element is not used by the guide or one too many.
    private(set) var hasStray = false

    init(guide: CompiledGuide, segment: Int, view: SegmentView, delimiters: Delimiters) {
        self.guide = guide
        self.segment = segment
        self.view = view
        self.delimiters = delimiters
    }

    /// Checks every element, then the relations between them.
    mutating func run(_ collector: inout FindingCollector) {
        let compiled = guide.segments[segment]
        let known = compiled.elements.count
        let sent = view.elementCount
        var present: UInt64 = 0
        var element = 1
        while element <= min(known, sent) {
            let start = view.elementStart(element)
            let end = view.elementEnd(element)
            let definition = guide.elements[compiled.elements.lowerBound &+ element &- 1]
            if start == end {
                if definition.usage == .required { reportMissing(element, start, &collector) }
            } else {
                present |= 1 &<< UInt64(truncatingIfNeeded: element)
                check(definition, element, start, end, &collector)
            }
            element &+= 1
        }
        if sent < known { checkAbsent(from: sent + 1, compiled, &collector) }
        if sent > known { reportExtra(known, &collector) }
        if sent > 0, view.elementStart(sent) == view.elementEnd(sent), sent <= known {
            reportTrailing(&collector)
        }
        for index in compiled.notes where !guide.notes[index].holds(present) {
            report(note: guide.notes[index], &collector)
        }
    }

    @inline(__always)
    private mutating func check(
        _ definition: CompiledElement, _ element: Int, _ start: Int, _ end: Int,
        _ collector: inout FindingCollector
    ) {
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
        var present: UInt64 = 0
        forEachPart(start, end, delimiters.component) { from, to in
            number += 1
            guard number <= definition.components.count else {
                if from < to {
                    hasStray = true
                    report(.elementExtra, from..<to, element, &collector, component: number)
                }
                return
            }
            let component = guide.elements[definition.components.lowerBound + number - 1]
            guard from < to else { return }
            present |= 1 &<< UInt64(number)
            if component.usage == .notUsed {
                hasStray = true
                report(.elementNotUsed, from..<to, element, &collector, component: number)
            } else {
                checkSimple(component, element, number, from, to, &collector)
            }
        }
        for (index, position) in definition.components.enumerated()
        where guide.elements[position].usage == .required && present & 1 << UInt64(index + 1) == 0 {
            report(.elementMissing, end..<end, element, &collector, component: index + 1)
        }
        for index in definition.notes where !guide.notes[index].holds(present) {
            report(note: guide.notes[index], element: element, &collector)
        }
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

    @inline(__always)
    private mutating func checkSimple(
        _ definition: CompiledElement, _ element: Int, _ component: Int, _ start: Int, _ end: Int,
        _ collector: inout FindingCollector
    ) {
        let value = ElementValue(view.bytes + start, count: end &- start, delimiters)
        var isFine = value.isPlain
        if !ignoresLengths {
            isFine = isFine && value.count >= definition.minimum && value.count <= definition.maximum
        }
        if definition.codeSet >= 0 {
            isFine = isFine && guide.codeSets[definition.codeSet].contains(value.key)
        }
        if definition.kind.rawValue >= CompiledElement.Kind.date.rawValue {
            isFine = isFine && hasRightForm(definition, element, component, value)
        }
        guard !isFine else { return }
        var problems = ValueProblems(
            value: value, definition: definition, ignoresLengths: ignoresLengths)
        problems.hasWrongForm = !hasRightForm(definition, element, component, value)
        problems.hasWrongCode =
            definition.codeSet >= 0 && !guide.codeSets[definition.codeSet].contains(value.key)
        if problems.isStray { hasStray = true }
        for (rule, expected) in problems.list(codes: codes(of: definition)) {
            report(
                rule, start..<end, element, &collector, component: component, expected: expected)
        }
    }

    private func codes(of definition: CompiledElement) -> CodeSet? {
        definition.codeSet >= 0 ? guide.codeSets[definition.codeSet] : nil
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
            loop: guide.guide.loops[definition.loop].id, segment: definition.id, element: element,
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
        where guide.elements[position].usage == .required {
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

    private func report(
        note: CompiledNote, element: Int = 0, _ collector: inout FindingCollector
    ) {
        let positions = note.note.positions.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined()
        report(
            .elementRelation, view.start..<view.end, element, &collector,
            expected: note.kind.rawValue + positions)
    }
}
