import Diagnostics

extension Rule {
    static let elementMissing = Rule(
        "x12.element.missing", .error, "A required element is there", snip: 1,
        acknowledgment: .element("1"), help: "The guide requires the element in this segment.")
    static let elementRelation = Rule(
        "x12.element.relation", .error, "Elements that depend on each other agree", snip: 1,
        acknowledgment: .element("2"),
        help: """
            What is expected ends with the note as the standard writes it. P: all or none are sent. R: at least \
            one. E: at most one. C: with the first, all. L: with the first, at least one of the \
            others. The digits are the elements.
            """)
    static let elementExtra = Rule(
        "x12.element.extra", .error, "A segment has no more elements than the standard", snip: 1,
        acknowledgment: .element("3"),
        help: "Often a value contains the separator, or a separator was doubled.")
    static let elementShort = Rule(
        "x12.element.short", .error, "An element has the least length", snip: 1,
        acknowledgment: .element("4"), help: "Codes and ids have fixed or least lengths.")
    static let elementLong = Rule(
        "x12.element.long", .error, "An element has at most the greatest length", snip: 1,
        acknowledgment: .element("5"), help: "The whole value is kept in the record.")
    static let elementControl = Rule(
        "x12.element.control", .warning, "An element has no control characters", snip: 1,
        acknowledgment: .element("6"),
        help: "Often a line break inside a value: the file was wrapped, or a terminator is missing."
    )
    static let elementIdentifier = Rule(
        "x12.element.identifier", .error, "An identifier has no characters that nobody sees",
        snip: 1,
        acknowledgment: .element("6"),
        help: """
            A control character inside a number or name that identifies somebody or something, or a blank \
            or mark beyond ASCII that takes no room: what was meant is not to be guessed, and it is not \
            the same as without. Often it is a line break, as the file was wrapped or a terminator is \
            missing, or was copied from a spreadsheet or page.
            """)
    static let elementEncoding = Rule(
        "x12.element.encoding", .warning, "Text is ASCII or UTF-8", snip: 1,
        acknowledgment: .element("6"),
        help: """
            The bytes are not UTF-8 and were read as ISO 8859-1, one character a byte, so that none \
            is lost; or U+FFFD stands for a letter that another program lost before. source.bytes \
            tells where the original stands.
            """)
    static let elementCode = Rule(
        "x12.element.code", .error, "A code is one that the guide allows", snip: 2,
        acknowledgment: .element("7"), help: "turnpike guide NAME lists the codes of each element.")
    package static let elementList = Rule(
        "x12.element.list", .warning, "A code is one of the list that the guide names", snip: 5,
        acknowledgment: .element("7"),
        help: """
            The list is kept by someone else, and what is shipped is a copy: a code may be newer \
            than it. turnpike guide NAME names the list, grammars/005010/codes.grammar its source.
            """)
    static let elementDate = Rule(
        "x12.element.date", .error, "A date is a day of the calendar", snip: 1,
        acknowledgment: .element("8"),
        help: "Dates are CCYYMMDD, spans CCYYMMDD-CCYYMMDD, as the qualifier before them says.")
    static let elementTime = Rule(
        "x12.element.time", .error, "A time is HHMM, HHMMSS or longer", snip: 1,
        acknowledgment: .element("9"), help: "Hours go to 23, minutes and seconds to 59.")
    static let elementNumber = Rule(
        "x12.element.number", .error, "A number has digits and at most one point", snip: 1,
        acknowledgment: .element("6"),
        help: "No thousands separators, currency signs or exponents; the minus sign comes first.")
    static let elementRepeat = Rule(
        "x12.element.repeat", .error, "An element is repeated no more often than the guide allows",
        snip: 1, acknowledgment: .element("3"),
        help: "The value contains the repetition separator that ISA11 declares.")
    static let elementComposite = Rule(
        "x12.element.composite", .warning, "A simple element has no components", snip: 1,
        acknowledgment: .element("3"),
        help: "The value contains the component separator that ISA16 declares; it is kept as text.")
    static let elementNotUsed = Rule(
        "x12.element.unused", .warning, "An element that the guide does not use is empty", snip: 2,
        acknowledgment: .element("I10"), help: "The value is kept under other.")
    static let elementTrailing = Rule(
        "x12.element.trailing", .note, "A segment does not end with an element separator", snip: 1,
        help: "Empty elements at the end are left out; nothing is lost by them.")
}

extension Rule {
    /// The rules of this module, in the order of the documentation.
    package static let structureRules: [Rule] = [
        .segmentUnknown, .segmentUnexpected, .segmentOrder, .segmentQualifier,
        .segmentRepeat,
        .segmentMissing, .loopRepeat, .loopMissing, .elementMissing, .elementRelation,
        .elementExtra, .elementShort, .elementLong, .elementControl, .elementIdentifier,
        .elementEncoding,
        .elementCode, .elementList, .elementDate, .elementTime, .elementNumber, .elementRepeat,
        .elementComposite, .elementNotUsed, .elementTrailing,
    ]
}
