import X12Grammar

extension QuickElement {
    /// Whether more is asked of it than a short length, and that it does not begin with a blank.
    fileprivate var isSpecial: Bool { check != .text && check != .fixedText || isLong }

    private var greatest: Int { Int(minimum) + Int(span) }
    private var isLong: Bool { greatest >= Int(Int16.max) }

    /// One more than the lengths that it may have; any where that is for a longer look to say.
    fileprivate var lengths: ClosedRange<Int16> {
        switch check {
        // A code that is longer is looked for in another way.
        case .code: 2...9
        case .other: 2...Int16.max
        default: isLong ? 2...Int16.max : Int16(minimum) + 1...Int16(greatest) + 1
        }
    }
}

/// Makes the tables of the quick check from those of the review.
struct QuickCompiler {
    private(set) var segments: [QuickSegment] = []
    private(set) var elements: [QuickElement] = []
    private(set) var parts: [QuickParts] = []
    private(set) var lengths: [Int16] = []
    private let notes: [CompiledNote]

    init(
        _ compiled: [CompiledSegment], _ all: [CompiledElement], _ codeSets: [CodeSet],
        _ notes: [CompiledNote], triggers: [Bool]
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
                    required: required, special: QuickCompiler.bits(made) { $0.isSpecial },
                    parted: QuickCompiler.bits(made) { $0.parts > 0 },
                    firstLength: Int32(lengths.count),
                    firstNote: Int32(segment.notes.lowerBound),
                    noteCount: Int32(segment.notes.count), loop: Int32(segment.loop),
                    isTrigger: triggers[index]))
            addLengths(made)
        }
    }

    private static func bits(
        _ elements: [QuickElement], _ isOne: (QuickElement) -> Bool
    ) -> UInt64 {
        var bits: UInt64 = 0
        for (offset, element) in elements.prefix(64).enumerated() where isOne(element) {
            bits |= 1 << UInt64(offset)
        }
        return bits
    }

    private mutating func addLengths(_ elements: [QuickElement]) {
        for start in stride(from: 0, to: elements.count, by: 8) {
            let first = lengths.count
            lengths += repeatElement(2, count: 8)
            lengths += repeatElement(Int16.max, count: 8)
            for (offset, element) in elements[start...].prefix(8).enumerated() {
                lengths[first + offset] = element.lengths.lowerBound
                lengths[first + 8 + offset] = element.lengths.upperBound
            }
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
