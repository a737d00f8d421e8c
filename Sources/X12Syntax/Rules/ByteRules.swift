import Diagnostics

extension Rule {
    static let bytesOutside = Rule(
        "x12.bytes.outside", .error, "Nothing but white space stands outside interchanges", snip: 1,
        help: """
            Text before ISA, after IEA or between interchanges was set aside as unreadable. Often \
            it is a report heading, a mail footer, an interchange whose ISA is damaged, or the \
            beginning of a segment that was cut where the next interchange begins.
            """)
    static let bytesMark = Rule(
        "x12.bytes.mark", .note, "X12 has no byte order mark",
        help: "The file begins with the UTF-8 byte order mark EF BB BF; it was skipped.")
    static let segmentStray = Rule(
        "x12.segment.stray", .error, "Only envelope segments stand between transaction sets",
        snip: 1, acknowledgment: .segment("2"),
        help: "Segments after SE or before ST belong to no set; they were set aside as unreadable.")
    static let segmentBlank = Rule(
        "x12.segment.blank", .note, "A segment has an id",
        help: "Two or more terminators follow each other; the empty segments were skipped.")
    package static let segmentTerminator = Rule(
        "x12.segment.terminator", .error, "A segment ends with the terminator", snip: 1,
        acknowledgment: .segment("8"),
        help: """
            A value ends with the id of a segment that may come here, and what follows is right for \
            that segment: the terminator between the two was lost. Put it back, with the count of \
            segments (SE01) as it was.
            """)
    static let segmentUnterminated = Rule(
        "x12.segment.unterminated", .warning, "The last segment ends with the terminator", snip: 1,
        help: "The file ends without the terminator of its last segment; it was read all the same.")
    static let fileTruncated = Rule(
        "x12.file.truncated", .error, "A file ends with IEA", snip: 1,
        acknowledgment: .interchange("023"),
        help: """
            The file ends before its envelopes do: it was cut, or its transfer broke off. All \
            records before the cut are kept. Fetch the file again.
            """)
    package static let recordCut = Rule(
        "x12.record.cut", .error, "A record is followed by the next, or by SE, GE or IEA", snip: 1,
        help: """
            The file ends inside or right after this record, or another interchange begins inside \
            one of its segments, so it may be incomplete.
            """)
}

extension Rule {
    /// The rules of this module, in the order of the documentation.
    package static let syntaxRules: [Rule] = [
        .interchangeMissing, .interchangeWidth, .interchangeWrapped, .interchangeSeparators,
        .interchangeTerminator,
        .interchangeUnclosed,
        .interchangeControl,
        .interchangeCount, .interchangeDuplicate, .groupMissing, .groupUnclosed, .groupControl,
        .groupCount, .groupDuplicate, .setUnclosed, .setControl, .setCount, .setDuplicate,
        .setEmpty, .envelopeOrder, .guideUnknown, .levelParent, .levelNumber, .levelChild,
        .levelMissing, .bytesOutside, .bytesMark, .segmentStray, .segmentBlank,
        .segmentTerminator,
        .segmentUnterminated, .fileTruncated, .recordCut, .limitUnit, .limitFindings,
    ]
}
