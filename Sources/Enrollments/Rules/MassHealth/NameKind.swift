import Diagnostics

extension Rule {
    static let massHealthNameKind = Rule(
        "masshealth.name.kind", .warning,
        "A daily file (834D) has changes, and a monthly one (834M) has records of type 030",
        snip: 7,
        help: """
            The name says one kind of file and INS03 of the records the other. Loading a full file \
            as changes, or changes as the full population, ends coverages that go on.
            """)
}

/// Compares the kind of file that a name tells with the records: daily with 030 alone, or monthly
/// without.
package struct NameKind: Sendable {
    private let isMonthly: Bool
    private var audits = 0
    private var others = 0
    private var first: (range: ByteRange, line: Int, column: Int)?

    init(_ name: OutboundFileName) { isMonthly = name.isMonthly }

    /// Takes in one record, in the order of the input.
    package mutating func add(_ facts: EnrollmentFacts, locate: LineLocator) {
        if facts.isAudit { audits += 1 } else { others += 1 }
        guard first == nil else { return }
        let (line, column) = locate(facts.range.start)
        first = (ByteRange(facts.range.start, facts.range.start), line, column)
    }

    /// What there is to say when all records are known, at the first of them.
    package var finding: Finding? {
        guard let first, isMonthly ? audits == 0 : others == 0 else { return nil }
        return Finding(
            .massHealthNameKind, at: first.range,
            place: Place(loop: "2000", segment: "INS", element: 3), line: first.line,
            column: first.column)
    }
}
