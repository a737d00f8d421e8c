import X12Grammar

/// Makes the tables of the quick check from those of the review.
struct QuickCompiler {
    private(set) var segments: [QuickSegment] = []
    private(set) var elements: [QuickElement] = []
    private(set) var parts: [QuickParts] = []
    private let notes: [CompiledNote]

    init(
        _ compiled: [CompiledSegment], _ all: [CompiledElement], _ codeSets: [CodeSet],
        _ notes: [CompiledNote], triggers: Set<Int>
    ) {
        self.notes = notes
        for (index, segment) in compiled.enumerated() {
            var required: UInt64 = 0
            for (offset, position) in segment.elements.enumerated() {
                if all[position].usage == .required { required |= 2 << UInt64(offset) }
            }
            let made = segment.elements.map { quick(all[$0], all, codeSets) }
            let first = elements.count
            elements += made
            segments.append(
                QuickSegment(
                    firstElement: Int32(first), elementCount: Int32(segment.elements.count),
                    required: required, firstNote: Int32(segment.notes.lowerBound),
                    noteCount: Int32(segment.notes.count), loop: Int32(segment.loop),
                    isTrigger: triggers.contains(index)))
        }
    }

    /// A composite that is sent as one value is its first component.
    private mutating func quick(
        _ element: CompiledElement, _ all: [CompiledElement], _ codeSets: [CodeSet]
    ) -> QuickElement {
        let parts = addParts(element, all, codeSets)
        guard element.kind == .composite else {
            return QuickCompiler.simple(element, codeSets, parts)
        }
        let components = element.components
        let isAlone = components.dropFirst().allSatisfy { all[$0].usage != .required }
        let keepsNotes = element.notes.allSatisfy { notes[$0].holds(2) }
        guard element.usage != .notUsed, isAlone, keepsNotes, !components.isEmpty
        else { return QuickCompiler.other(parts) }
        return QuickCompiler.simple(all[components.lowerBound], codeSets, parts)
    }

    /// One more than the index of an element's parts; 0 where it has none.
    private mutating func addParts(
        _ element: CompiledElement, _ all: [CompiledElement], _ codeSets: [CodeSet]
    ) -> UInt16 {
        guard element.usage != .notUsed, element.hasParts, parts.count < Int(UInt16.max) else {
            return 0
        }
        var required: UInt64 = 0
        for (offset, position) in element.components.enumerated()
        where all[position].usage == .required { required |= 2 << UInt64(offset) }
        parts.append(
            QuickParts(
                firstComponent: Int32(elements.count), componentCount: element.componentCount,
                required: required, firstNote: element.firstNote, noteCount: element.noteCount,
                repeats: element.repeats))
        elements += element.components.map { QuickCompiler.simple(all[$0], codeSets, 0) }
        return UInt16(parts.count)
    }

    private static func simple(
        _ element: CompiledElement, _ codeSets: [CodeSet], _ parts: UInt16
    ) -> QuickElement {
        guard element.usage != .notUsed, let minimum = UInt16(exactly: element.minimum),
            let span = UInt16(exactly: element.maximum - element.minimum)
        else { return other(parts) }
        let codes = element.codeSet < 0 ? nil : codeSets[Int(element.codeSet)]
        return QuickElement(
            check: check(element), minimum: minimum, span: span, parts: parts,
            codeStart: codes.map { UInt32($0.start) } ?? 0,
            codeMask: codes.map { UInt32($0.mask) } ?? 0)
    }

    private static func check(_ element: CompiledElement) -> QuickElement.Check {
        if element.codeSet >= 0 { return .code }
        switch element.kind {
        case .string, .identifier, .binary: return element.isFixed ? .fixedText : .text
        case .date: return .date
        case .time: return .time
        case .decimal: return .decimal
        case .numeric: return .numeric
        case .formatted: return .formatted
        case .composite: return .other
        }
    }

    private static func other(_ parts: UInt16) -> QuickElement {
        QuickElement(
            check: .other, minimum: 0, span: UInt16.max, parts: parts, codeStart: 0, codeMask: 0)
    }
}
