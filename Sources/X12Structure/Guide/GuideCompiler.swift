import X12Grammar
import X12Syntax

/// Builds the tables of a `CompiledGuide`.
struct GuideCompiler {
    let guide: Guide
    var segments: [CompiledSegment] = []
    var loops: [CompiledLoop] = []
    var elements: [CompiledElement] = []
    var notes: [CompiledNote] = []
    var codeSets: [CodeSet] = []
    var ids: SegmentNumbers
    var candidateRanges: [Range<Int32>] = []
    var candidates: [CompiledGuide.Candidate] = []
    private var codeSetIndex: [[String]: Int] = [:]

    init(_ guide: Guide) {
        self.guide = guide
        ids = SegmentNumbers(guide.segments.map { SegmentID($0.id) })
    }

    mutating func compile() {
        for segment in guide.segments { compile(segment) }
        for index in guide.loops.indices { compile(loop: index) }
        for index in guide.loops.indices { findCandidates(in: index) }
    }

    // MARK: Elements

    private mutating func compile(_ segment: SegmentDefinition) {
        let compiled = self.elements(segment.elements)
        let start = elements.count
        elements += compiled
        let notes = addNotes(segment.notes)
        segments.append(
            CompiledSegment(
                id: SegmentID(segment.id), loop: segment.loop, usage: segment.usage,
                maximum: segment.maximum ?? Int.max, elements: start..<elements.count,
                notes: notes, qualifier: qualifier(segment)))
    }

    private mutating func elements(_ definitions: [ElementDefinition]) -> [CompiledElement] {
        var compiled: [CompiledElement] = []
        for (index, element) in definitions.enumerated() {
            let parts = self.elements(element.components)
            let start = elements.count
            elements += parts
            let isFormatted =
                element.number == "1251" && index > 0 && definitions[index - 1].number == "1250"
            compiled.append(
                CompiledElement(
                    kind: element.isComposite ? .composite : isFormatted ? .formatted : kind(element),
                    usage: element.usage, minimum: element.minimumLength,
                    maximum: element.maximumLength, repeats: element.maximum ?? Int.max,
                    codeSet: codeSet(element.codes), components: start..<elements.count,
                    notes: addNotes(element.notes)))
        }
        return compiled
    }

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
        if let known = codeSetIndex[codes] { return known }
        codeSets.append(CodeSet(codes))
        codeSetIndex[codes] = codeSets.count - 1
        return codeSets.count - 1
    }

    /// The first element that carries codes: 01, or the first component of a composite 01.
    private mutating func qualifier(_ segment: SegmentDefinition) -> CompiledSegment.Qualifier? {
        guard let first = segment.elements.first else { return nil }
        if let component = first.components.first, !component.codes.isEmpty {
            return .init(element: 1, component: 1, codeSet: codeSet(component.codes))
        }
        guard !first.codes.isEmpty else { return nil }
        return .init(element: 1, component: 0, codeSet: codeSet(first.codes))
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
        let opener = loop.parent == nil ? nil : childSegments.first
        loops.append(
            CompiledLoop(
                parent: loop.parent ?? -1, usage: loop.usage, maximum: loop.maximum ?? Int.max,
                depth: depth(index), slot: slot(of: index), opener: opener,
                childSegments: childSegments, childLoops: childLoops,
                requiredSegments: childSegments.filter {
                    guide.segments[$0].usage == .required && $0 != opener
                },
                requiredLoops: childLoops.filter { guide.loops[$0].usage == .required }))
    }

    private func depth(_ loop: Int) -> Int {
        guide.loops[loop].parent.map { depth($0) + 1 } ?? 0
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
        var found = [[CompiledGuide.Candidate]](repeating: [], count: ids.count)
        for child in guide.loops[loop].children {
            let (segment, inner): (Int, Int)
            switch child {
            case .segment(let index): (segment, inner) = (index, -1)
            case .loop(let index):
                guard let opener = loops[index].opener else { continue }
                (segment, inner) = (opener, index)
            }
            guard segment != loops[loop].opener, let id = ids.number(segments[segment].id) else {
                continue
            }
            found[id].append(
                .init(
                    segment: Int32(segment), loop: Int32(inner),
                    slot: Int32(inner < 0 ? slot(guide.segments[segment]) : slot(of: inner)),
                    isContested: false))
        }
        for group in found {
            let start = Int32(candidates.count)
            candidates += group.map {
                .init(segment: $0.segment, loop: $0.loop, slot: $0.slot, isContested: group.count > 1)
            }
            candidateRanges.append(start..<Int32(candidates.count))
        }
    }
}
