import Diagnostics

extension Rule {
    static let splitPartSize = Rule(
        "split.part.size", .error, "A part is no larger than the size asked for",
        help: """
            One record, with the header and the trailers that every part repeats, or a transaction \
            set that cannot be cut, is larger than the size. It is whole, in a part of its own.
            """)
    static let splitSetRecords = Rule(
        "split.set.records", .error, "Records are counted by a guide that Turnpike knows",
        help: """
            No guide tells where the records of this transaction set begin. It was kept whole, in \
            one part with what stands before it.
            """)

    static let splitSetLevels = Rule(
        "split.set.levels", .error, "A set that is cut by records has no hierarchical levels",
        help: """
            A set of claims is not cut: its claims need the levels before them (billing provider, \
            subscriber), whose numbers would have to be written anew. It was kept whole, in one \
            part with what stands before it.
            """)

    static let splitSetTotals = Rule(
        "split.set.totals", .warning, "The control totals of a set count its records", snip: 4,
        help: """
            QTY in the header of a set that was cut gives another number of members than came. Which is \
            right cannot be told, so each part repeats the total as it was sent. Totals that are \
            right for the whole are mended: each part has those of its own members.
            """)

    /// The rules of splitting, in the order of the documentation.
    static let splitRules: [Rule] = [
        .splitPartSize, .splitSetRecords, .splitSetLevels, .splitSetTotals,
    ]
}
