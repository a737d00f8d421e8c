import Diagnostics

extension Rule {
    static let segmentUnknown = Rule(
        "x12.segment.unknown", .error, "A segment id is one of the guide's", snip: 1,
        acknowledgment: .segment("1"),
        help: "The guide has no segment of this name; it may be misspelled or of another guide.")
    static let segmentUnexpected = Rule(
        "x12.segment.unexpected", .error, "A segment stands where the guide has it", snip: 1,
        acknowledgment: .segment("2"),
        help: "The guide has this segment, but not in this loop, nor in one that may come here.")
    static let segmentOrder = Rule(
        "x12.segment.order", .error, "Segments come in the guide's order", snip: 1,
        acknowledgment: .segment("7"),
        help: "The segment belongs to this loop but should have come earlier.")
    static let segmentQualifier = Rule(
        "x12.segment.qualifier", .error, "The code that tells segments apart is one of the guide's",
        snip: 2, acknowledgment: .element("7"),
        help: """
            Several segments of this id may come here and their first code tells which it is; this \
            code is none of theirs, so the segment and what depends on it has no place.
            """)
    static let segmentRepeat = Rule(
        "x12.segment.repeat", .error, "A segment comes no more often than the guide allows",
        snip: 1, acknowledgment: .segment("5"),
        help: "One of the segments is superfluous, or belongs to a loop that was not opened.")
    static let segmentMissing = Rule(
        "x12.segment.missing", .error, "A required segment is there", snip: 1,
        acknowledgment: .segment("3"),
        help: "The guide requires the segment in every occurrence of its loop.")
    static let loopRepeat = Rule(
        "x12.loop.repeat", .error, "A loop comes no more often than the guide allows", snip: 1,
        acknowledgment: .segment("4"),
        help: "Several occurrences may belong to different records.")
    package static let loopMissing = Rule(
        "x12.loop.missing", .error, "The segment that opens a loop is there", snip: 1,
        acknowledgment: .segment("3"),
        help: """
            Either the guide requires the loop, or segments of it came without the one that opens \
            it. They were read as belonging to the loop; those that stand before the first record and \
            belong to one are set aside, as nobody knows whose they are.
            """)
}
