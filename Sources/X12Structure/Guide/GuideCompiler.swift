import X12Grammar
import X12Syntax

/// Builds the tables of a `CompiledGuide`.
struct GuideCompiler {
    private let guide: Guide
    private var segments: [CompiledSegment] = []
    private var loops: [CompiledLoop] = []
    private var children: [Int] = []
    private var elements: [CompiledElement] = []
    private var notes: [CompiledNote] = []
    private var codeSets: [CodeSet] = []
    private var codeKeys: [UInt64] = []
    private var candidateRanges: [Range<Int>] = []
    private var candidates: [GuideTables.Candidate] = []
    /// The codes of each set, and the sets by a number made of their codes.
    private var codesOfSets: [[String]] = []
    private var setOfSum = SumTable()
    private let ids: SegmentNumbers

    init(_ guide: Guide) {
        self.guide = guide
        ids = SegmentNumbers(guide.segments.map { SegmentID(named: $0.id) })
    }

    mutating func compile() -> GuideTables {
        for (segment, qualifier) in zip(guide.segments, guide.qualifierElements()) {
            compile(segment, qualifier: qualifier)
        }
        for index in guide.loops.indices { compile(loop: index) }
        for index in guide.loops.indices { findCandidates(in: index) }
        let counterCount = placeCounters()
        let conditions = compileConditions()
        let quick = QuickCompiler(
            segments, elements, codeSets, notes, triggers: triggers(of: conditions))
        return GuideTables(
            segments: Table(segments), loops: Table(loops), children: Table(children),
            elements: Table(elements), quickSegments: Table(quick.segments),
            quickElements: Table(quick.elements), quickParts: Table(quick.parts),
            lengths: Table(quick.lengths), notes: Table(notes), codeSets: Table(codeSets),
            codeKeys: Table(codeKeys), ids: ids,
            candidateRanges: Table(candidateRanges), candidates: Table(candidates),
            conditions: Table(conditions), counterCount: counterCount)
    }

    /// Gives the children of each loop counters that stand side by side, to be cleared at once,
    /// eight at a time.
    private mutating func placeCounters() -> Int {
        var next = 1  // the transaction set's own
        for (index, loop) in guide.loops.enumerated() {
            let first = next
            for child in loop.children {
                switch child {
                case .segment(let segment): segments[segment].counter = next
                case .loop(let inner): loops[inner].counter = next
                }
                next += 1
            }
            loops[index].counters = first..<next
            next = first + (next - first + 7) / 8 * 8
        }
        return next
    }

    // MARK: Elements

    private mutating func compile(_ segment: SegmentDefinition, qualifier: Int) {
        let compiled = self.elements(segment.elements)
        let start = elements.count
        elements += compiled
        let telling = segment.elements.dropFirst(qualifier - 1).first
        let codes = telling?.qualifierCodes ?? []
        segments.append(
            CompiledSegment(
                id: SegmentID(named: segment.id), loop: segment.loop,
                maximum: segment.maximum ?? Int.max, slot: slot(segment),
                elements: start..<elements.count,
                notes: addNotes(segment.notes), qualifierElement: codes.isEmpty ? 0 : qualifier,
                qualifierComponent: telling?.isComposite == true ? 1 : 0,
                qualifierCodes: codeSet(codes)))
    }

    private mutating func elements(_ definitions: [ElementDefinition]) -> [CompiledElement] {
        var compiled: [CompiledElement] = []
        for (index, element) in definitions.enumerated() {
            let parts = self.elements(element.components)
            let start = elements.count
            elements += parts
            let isFormatted =
                element.number == "1251" && index > 0 && definitions[index - 1].number == "1250"
            let notes = addNotes(element.notes)
            compiled.append(
                CompiledElement(
                    kind: element.isComposite
                        ? .composite : isFormatted ? .formatted : kind(element),
                    identifies: GuideCompiler.identifying.contains(element.number),
                    usage: element.usage, hasParts: element.isComposite || element.maximum != 1,
                    isFixed: element.minimumLength == element.maximumLength,
                    minimum: Int32(element.minimumLength),
                    maximum: Int32(clamping: element.maximumLength),
                    codeSet: Int32(
                        codeSet(element.codes.isEmpty ? element.listCodes : element.codes)),
                    hasListCodes: !element.listCodes.isEmpty,
                    repeats: Int32(clamping: element.maximum ?? Int.max),
                    firstComponent: Int32(start), componentCount: Int32(parts.count),
                    firstNote: Int32(notes.lowerBound), noteCount: Int32(notes.count)))
        }
        return compiled
    }

    /// Data elements of X12 005010: identification code, reference identification, the identifier
    /// that who sends a claim gives it.
    private static let identifying: Set = ["67", "127", "1028"]

    private func kind(_ element: ElementDefinition) -> CompiledElement.Kind {
        switch element.type {
        case .string: .string
        case .identifier: .identifier
        case .date: .date
        case .time: .time
        case .decimal: .decimal
        case .numeric: .numeric
        case .binary: .binary
        }
    }

    private mutating func addNotes(_ added: [SyntaxNote]) -> Range<Int> {
        let start = notes.count
        notes += added.map { CompiledNote($0) }
        return start..<notes.count
    }

    private mutating func codeSet(_ codes: [String]) -> Int {
        guard !codes.isEmpty else { return -1 }
        let sum = CodeSet.sum(codes)
        if let known = setOfSum.find(sum, where: { codesOfSets[$0] == codes }) { return known }
        setOfSum.add(sum)
        codesOfSets.append(codes)
        codeSets.append(CodeSet(codes, keys: &codeKeys))
        return codeSets.count - 1
    }

    // MARK: Conditions

    /// All of the guide's, in its order.
    private mutating func compileConditions() -> [GuideCondition] {
        var conditions: [GuideCondition] = []
        for (index, segment) in guide.segments.enumerated() {
            if let condition = segment.condition, !condition.codes.isEmpty {
                conditions.append(compile(condition, segment: index, element: 0))
            }
            for element in segment.elements {
                guard let condition = element.condition, !condition.codes.isEmpty else {
                    continue
                }
                conditions.append(compile(condition, segment: index, element: element.position))
            }
        }
        return conditions
    }

    private mutating func compile(
        _ condition: Condition, segment: Int, element: Int
    ) -> GuideCondition {
        GuideCondition(
            guide, segment: segment, element: element, condition: condition,
            codes: codeSet(condition.codes))
    }

    /// Of each segment, whether a condition asks for its codes.
    private func triggers(of conditions: [GuideCondition]) -> [Bool] {
        segments.map { segment in
            conditions.contains {
                Int($0.askedLoop) == segment.loop && $0.asked == segment.id
            }
        }
    }

    // MARK: Loops

    private mutating func compile(loop index: Int) {
        let loop = guide.loops[index]
        var childSegments: [Int] = []
        var childLoops: [Int] = []
        for child in loop.children {
            switch child {
            case .segment(let segment): childSegments.append(segment)
            case .loop(let inner): childLoops.append(inner)
            }
        }
        let opener = loop.parent == nil ? -1 : childSegments.first ?? -1
        let required = childSegments.filter {
            guide.segments[$0].usage == .required && $0 != opener
        }
        loops.append(
            CompiledLoop(
                maximum: loop.maximum ?? Int.max, slot: slot(of: index), opener: opener,
                loops: addChildren(childLoops),
                requiredSegments: addChildren(required),
                requiredLoops: addChildren(
                    // Units are matched by themselves: whether they come is seen elsewhere.
                    childLoops.filter {
                        let inner = guide.loops[$0]
                        return inner.usage == .required && !inner.isRecord && !inner.isLevel
                    }),
                parent: loop.parent ?? 0))
    }

    private mutating func addChildren(_ added: [Int]) -> Range<Int> {
        let start = children.count
        children += added
        return start..<children.count
    }

    /// Table and position as one number.
    private func slot(_ segment: SegmentDefinition) -> Int {
        segment.table * 100_000 + segment.position
    }

    private func slot(of loop: Int) -> Int {
        guard case .segment(let first)? = guide.loops[loop].children.first else { return 0 }
        return slot(guide.segments[first])
    }

    // MARK: Candidates

    private mutating func findCandidates(in loop: Int) {
        var found = [[GuideTables.Candidate]](repeating: [], count: ids.count)
        for child in guide.loops[loop].children {
            let (segment, inner): (Int, Int)
            switch child {
            case .segment(let index): (segment, inner) = (index, -1)
            case .loop(let index): (segment, inner) = (loops[index].opener, index)
            }
            guard segment >= 0, segment != loops[loop].opener else { continue }
            let number = ids.number(segments[segment].id)
            guard number >= 0 else { continue }
            let slot = inner < 0 ? segments[segment].slot : loops[inner].slot
            found[number].append(
                .init(segment: segment, loop: inner, slot: slot, isContested: false))
        }
        for group in found {
            let start = candidates.count
            candidates += group.map {
                .init(
                    segment: $0.segment, loop: $0.loop, slot: $0.slot, isContested: group.count > 1)
            }
            candidateRanges.append(start..<candidates.count)
        }
    }
}
