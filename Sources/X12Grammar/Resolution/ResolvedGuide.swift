/// A guide with the lines that it was made from, for the checks.
struct ResolvedGuide: Sendable {
    let guide: Guide
    let syntax: GuideSyntax
    /// By index in `Guide.loops`; the transaction set itself has none.
    let loopLines: [LoopLine?]
    /// By index in `Guide.segments`.
    let segmentLines: [SegmentLine]
    /// By index in `Guide.segments`.
    let templates: [Template]

    var text: GrammarText { syntax.text }

    func lines(ofSegment index: Int) -> ArraySlice<ElementLine> {
        syntax.elements[segmentLines[index].elements]
    }

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
