import Diagnostics

extension Rule {
    // MARK: Interchange

    static let interchangeMissing = Rule(
        "x12.interchange.missing", .error, "A file begins with ISA", snip: 1,
        help: """
            The file, or a part of it, begins at GS or ST. Delimiters were inferred and the records \
            read; add the missing envelope segments.
            """)
    static let interchangeWidth = Rule(
        "x12.interchange.width", .warning, "The elements of ISA have fixed widths", snip: 1,
        help: """
            ISA is 106 bytes long, each element padded with blanks to its width. It was read by its \
            sixteen separators instead; many other programs will refuse it.
            """)
    static let interchangeWrapped = Rule(
        "x12.interchange.wrapped", .error, "Line breaks stand between segments and inside none",
        snip: 1,
        help: """
            All lines from ISA on have the same length, and break inside ISA: a mainframe or a mail \
            program wrapped the file at that column. Values and segments with a break in them are read \
            as they are, and wrong. Take the line breaks out (`tr -d '\\r\\n'`) and read the file again.
            """)
    static let interchangeSeparators = Rule(
        "x12.interchange.separators", .warning,
        "Each separator of an interchange is a character of its own", snip: 1,
        acknowledgment: .interchange("027"),
        help: """
            ISA11 (repetition) or ISA16 (components) is the character of another separator or of the \
            terminator. It was read as that one, or as ISA16 where the two are the same, and not as \
            what else it was meant for. Choose another character.
            """)
    static let interchangeTerminator = Rule(
        "x12.interchange.terminator", .error, "Segments end with the terminator that ends ISA",
        snip: 1,
        help: """
            The byte after ISA16 declares the terminator, but GS ends with another. Often a line \
            break was lost or added behind ISA when the file was edited. The rest was read as GS ends; \
            mend the end of ISA.
            """)
    static let interchangeUnclosed = Rule(
        "x12.interchange.unclosed", .error, "An interchange ends with IEA", snip: 1,
        acknowledgment: .interchange("023"),
        help: "The next interchange, or the end of the file, came before IEA. Add it.")
    static let interchangeControl = Rule(
        "x12.interchange.control", .error, "IEA02 repeats the control number of ISA13", snip: 1,
        acknowledgment: .interchange("001"),
        help: "The two ends of the interchange carry different numbers; correct one of them.")
    static let interchangeCount = Rule(
        "x12.interchange.count", .error, "IEA01 counts the functional groups", snip: 1,
        acknowledgment: .interchange("021"),
        help:
            "Groups were added or removed without mending the count, or some were lost on the way.")
    static let interchangeDuplicate = Rule(
        "x12.interchange.duplicate", .error,
        "An interchange control number comes once from one sender", snip: 1,
        acknowledgment: .interchange("025"),
        help:
            "Two interchanges of the file have the same ISA06, ISA08 and ISA13: one may be a copy.")

    // MARK: Group

    static let groupMissing = Rule(
        "x12.group.missing", .error, "A transaction set stands in a functional group", snip: 1,
        help: "ST follows ISA without a GS between them. Its records were read; add the group.")
    static let groupUnclosed = Rule(
        "x12.group.unclosed", .error, "A functional group ends with GE", snip: 1,
        acknowledgment: .group("3"),
        help: "The next group, IEA or the end of the file came before GE. Add it.")
    static let groupControl = Rule(
        "x12.group.control", .error, "GE02 repeats the control number of GS06", snip: 1,
        acknowledgment: .group("4"),
        help: "The two ends of the group carry different numbers; correct one of them.")
    static let groupCount = Rule(
        "x12.group.count", .error, "GE01 counts the transaction sets", snip: 1,
        acknowledgment: .group("5"),
        help: "Sets were added or removed without mending the count, or some were lost on the way.")
    static let groupDuplicate = Rule(
        "x12.group.duplicate", .error, "A group control number comes once in an interchange",
        snip: 1, acknowledgment: .group("19"),
        help: "Two groups of one interchange have the same GS06: one may be a copy.")

    // MARK: Transaction set

    static let setUnclosed = Rule(
        "x12.set.unclosed", .error, "A transaction set ends with SE", snip: 1,
        acknowledgment: .transaction("2"),
        help: """
            The next set, group or interchange, GE or IEA came before SE. Its records are kept; add \
            the segment. Where files were joined and one was cut, its last record is incomplete.
            """)
    static let setControl = Rule(
        "x12.set.control", .error, "SE02 repeats the control number of ST02", snip: 1,
        acknowledgment: .transaction("3"),
        help: "The two ends of the set carry different numbers; correct one of them.")
    static let setCount = Rule(
        "x12.set.count", .error, "SE01 counts the segments from ST to SE", snip: 1,
        acknowledgment: .transaction("4"),
        help: """
            Segments were added or removed without mending the count, or some were lost on the way. \
            Compare with the sender's file before mending it.
            """)
    static let setDuplicate = Rule(
        "x12.set.duplicate", .error, "A set control number comes once in a group", snip: 1,
        acknowledgment: .transaction("23"),
        help: "Two transaction sets of one group have the same ST02: one may be a copy.")
    static let setEmpty = Rule(
        "x12.set.empty", .warning, "A transaction set has at least one record", snip: 1,
        help: "Nothing stands between the header and SE. A sender without changes may mean it so.")
    static let envelopeOrder = Rule(
        "x12.envelope.order", .error, "An envelope segment closes what is open", snip: 1,
        help: "SE, GE or IEA stands where no set, group or interchange is open.")

    // MARK: Guides

    static let guideUnknown = Rule(
        "x12.guide.unknown", .error, "A transaction set names a guide that Turnpike knows", snip: 1,
        acknowledgment: .transaction("1"),
        help: """
            Neither ST03 nor GS08 names a guide that is shipped (turnpike guide lists them). What \
            cannot be read is set aside whole; everything else in the file is converted.
            """)
}
