/// A guide with the lines that it was made from, for the checks.
struct ResolvedGuide: Sendable {
    let guide: Guide
    let syntax: GuideSyntax
    /// By index in `Guide.loops`; the transaction set itself has none.
    let loopLines: [LoopLine?]
    /// By index in `Guide.loops`: whether what stands in it is a copy of another's. The checks look
    /// at the original, so that one mistake is one problem.
    let isCopy: [Bool]
    /// By index in `Guide.segments`.
    let segmentLines: [SegmentLine]
    /// By index in `Guide.segments`.
    let templates: [Template]

    var text: GrammarText { syntax.text }

    func lines(ofSegment index: Int) -> ArraySlice<ElementLine> {
        syntax.elements[segmentLines[index].elements]
    }

    /// Whether a segment is a copy of another loop's.
    func isCopied(_ segment: Int) -> Bool { isCopy[guide.segments[segment].loop] }

    /// The segment that a child of a loop begins with; `nil` for a loop that has none.
    func start(of child: LoopDefinition.Child) -> Int? {
        switch child {
        case .segment(let index): return index
        case .loop(let index):
            guard case .segment(let first)? = guide.loops[index].children.first else { return nil }
            return first
        }
    }
}
