import Diagnostics

extension Rule {
    static let levelParent = Rule(
        "x12.level.parent", .error, "HL02 names a level that came before, of the kind around this",
        snip: 1, acknowledgment: .element("7"),
        help: """
            HL02 names no such level, or two of which the earlier one waits for one inside. The level \
            was read as part of the one that is open by its place in the file, but whose part it is \
            cannot be known. Records beneath it are set aside; correct HL02, or HL01 of the levels \
            around.
            """)
    static let levelNumber = Rule(
        "x12.level.number", .warning, "HL01 counts the levels of a set from 1", snip: 1,
        acknowledgment: .element("7"),
        help: """
            The number came before, or is not one more than that of the level before. Levels inside \
            are found by the number that came last, and where that is in doubt x12.level.parent says \
            so; number the levels anew. Where numbers begin anew, the first of them alone is told.
            """)
    static let levelChild = Rule(
        "x12.level.child", .warning, "HL04 is 1 where levels follow inside, else 0", snip: 1,
        acknowledgment: .element("7"),
        help: """
            HL04 of a level says otherwise than the levels that follow. That none of them is inside it \
            is known where the set ends, as HL02 may name a level over others: the finding says at \
            which line and column its HL stands. Nothing is lost; correct HL04.
            """)
    package static let levelMissing = Rule(
        "x12.level.missing", .error, "A record stands beneath a level that holds records", snip: 1,
        acknowledgment: .segment("2"),
        help: """
            No HL came before the record, or one of a kind that holds none, or segments of another level \
            came without their HL. Whose record it is cannot be known; add the level, or move the record \
            behind it.
            """)
}

extension HierarchicalLevel {
    /// Adds what its HL breaks; `view` is its first segment.
    package func report(
        _ view: SegmentView, loop: String, _ collector: inout FindingCollector
    ) {
        func add(_ rule: Rule, _ element: Int, expected: String? = nil) {
            collector.add(
                rule, at: view.range(element),
                place: Place(loop: loop, segment: "HL", element: element), expected: expected)
        }
        if !problems.isDisjoint(with: [.parentUnknown, .parentWrong]) { add(.levelParent, 2) }
        if problems.contains(.parentDoubtful) {
            add(.levelParent, 2, expected: "a number that one level alone has")
        }
        if problems.contains(.numberRepeated) {
            add(.levelNumber, 1, expected: "a number of its own")
        } else if problems.contains(.numberOrder) {
            add(.levelNumber, 1)
        }
        if problems.contains(.childUnannounced) {
            add(.levelChild, 2, expected: "HL04 of the level around is 1")
        }
        if problems.contains(.childMissing) {
            add(.levelChild, 1, expected: "HL04 of a level long before is 0")
        }
    }
}
