/// A place where the input breaks a rule; it never holds a value of the input.
public struct Finding: Sendable, Hashable {
    /// The law that is broken.
    public let rule: Rule
    /// The rule's, unless a profile changed it.
    public var severity: Severity
    /// The offending bytes; empty at the spot where something is missing.
    public let range: ByteRange
    /// Where in the guide.
    public let place: Place
    /// What would be right, in the guide's or our own words.
    public let expected: String?
    /// Line of the first byte, from 1; 0 where lines mean nothing.
    public let line: Int
    /// Column of the first byte in its line, from 1: in bytes, of tables in characters.
    public let column: Int
    /// Of tables, the number of the sheet, from 1; 0 where there are no sheets.
    public let sheet: Int
    /// Of tables, the row as a person counts them, from 1; 0 where there are none.
    public let row: Int
    /// Other places that the rule speaks of (the record that came first, say).
    public let related: [ByteRange]
    /// Of tables, the row that came first and that the rule speaks of, from 1; 0 where there is none.
    public let relatedRow: Int
    /// The number of the sheet of that row, from 1; 0 where it is the finding's own.
    public let relatedSheet: Int
    /// Whether it belongs to what several records share and is counted there.
    public var isInherited = false

    /// A finding with its rule's severity.
    public init(
        _ rule: Rule, at range: ByteRange, place: Place = Place(), expected: String? = nil,
        line: Int = 0, column: Int = 0, sheet: Int = 0, row: Int = 0, related: [ByteRange] = [],
        relatedRow: Int = 0, relatedSheet: Int = 0
    ) {
        self.rule = rule
        self.severity = rule.severity
        self.range = range
        self.place = place
        self.expected = expected
        self.line = line
        self.column = column
        self.sheet = sheet
        self.row = row
        self.related = related
        self.relatedRow = relatedRow
        self.relatedSheet = relatedSheet
    }
}
