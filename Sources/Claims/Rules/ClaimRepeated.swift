import Diagnostics

extension Rule {
    static let claimRepeated = Rule(
        "claim.record.repeated", .warning, "No two claims of a file ask payment for the same",
        snip: 4,
        help: """
            A claim before has the same patient, payer, billing and rendering provider, days, \
            procedures and modifiers, on the same teeth, and does not void or replace it. Activities \
            that may be repeated are right so; else load one of them. Claims that were set aside are not \
            compared.
            """)
    static let claimIDRepeated = Rule(
        "claim.id.repeated", .warning, "Each claim of a file has a number of its own", snip: 4,
        help: """
            CLM01 came before in the same file, with other content. Remittances name claims by this \
            number, and cannot tell the two apart.
            """)
}

/// Finds claims that came before in the file, and numbers that did.
///
/// Costs 27 to 40 bytes a claim.
struct ClaimRepeated: Sendable {
    private var numbers = FirstPlaces()
    private var contents = FirstPlaces()

    mutating func prepare(_ facts: [ClaimFacts]) {
        for claim in facts {
            numbers.prepare(claim.number)
            contents.prepare(claim.content)
        }
    }

    mutating func add(_ facts: ClaimFacts, _ locate: ClaimFileRules.LineLocator) -> Finding? {
        let start = facts.range.start
        let number = facts.number == 0 ? nil : numbers.add(facts.number, at: start)
        let content = facts.content == 0 ? nil : contents.add(facts.content, at: start)
        guard let first = content ?? number else { return nil }
        let range = content == nil ? facts.numberRange : facts.range
        let (line, column) = locate(range.start)
        return Finding(
            content == nil ? .claimIDRepeated : .claimRepeated, at: range,
            place: Place(loop: "2300", segment: "CLM", element: content == nil ? 1 : 0),
            line: line, column: column, related: [ByteRange(first, first)])
    }
}
