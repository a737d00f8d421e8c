import Diagnostics

/// Line and column of an offset in the input, both from 1.
package typealias LineLocator = (Int) -> (line: Int, column: Int)

/// The rules that look across the records of a file; fed in the order of the input.
package struct EnrollmentFileRules: Sendable {
    private var subscriberLate = SubscriberLate()
    private var spanOverlap = SpanOverlap()
    private var setTotals = SetTotals()

    package init() {}

    /// To be called before the records of a block are taken in.
    package mutating func prepare(_ spans: [EnrollmentFacts.Span]) { spanOverlap.prepare(spans) }

    /// A transaction set begins, with these control totals.
    package mutating func beginSet(_ totals: [SetTotal]) { setTotals.begin(totals) }

    /// A transaction set is over: what of its totals is not right.
    package mutating func endSet(_ found: inout [Finding]) { setTotals.end(&found) }

    /// Takes in one record; what it breaks together with those before it.
    ///
    /// Of one that was set aside no span is compared: nobody loads it.
    ///
    /// - Parameters:
    ///   - spans: those of the block.
    ///   - locate: line and column of an offset in the input; asked only for findings.
    ///   - segment: the segment around an offset in the input; asked only for findings.
    package mutating func add(
        _ facts: EnrollmentFacts, spans: [EnrollmentFacts.Span], locate: LineLocator,
        segment: (Int) -> ByteRange, _ found: inout [Finding]
    ) {
        if setTotals.hasTotals { setTotals.add(facts) }
        if let finding = subscriberLate.add(facts, locate) { found.append(finding) }
        if let finding = spanOverlap.add(facts, spans, locate, segment) { found.append(finding) }
    }
}
