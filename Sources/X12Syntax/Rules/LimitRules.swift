import Diagnostics

extension Rule {
    static let limitUnit = Rule(
        "x12.limit.unit", .error, "A record, a header or a segment is of a size that can be held",
        snip: 1,
        help: """
            Turnpike holds one record at a time, and none of this size is known. It was set aside \
            in pieces. Often a terminator is missing, or is not the one that ISA declares.
            """)
    package static let limitFindings = Rule(
        "x12.limit.findings", .error, "A record or header has few enough findings to list them",
        help: """
            Only the first thousand are listed, and the first twenty where records inherit those of \
            a level; this one stands for all others of the same record, header or level. The \
            summary counts them all.
            """)
}
