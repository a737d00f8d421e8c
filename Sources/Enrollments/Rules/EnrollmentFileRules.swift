import Diagnostics

/// Line and column of an offset in the input, both from 1.
package typealias LineLocator = (Int) -> (line: Int, column: Int)

/// The rules that look across the records of a file; fed in the order of the input.
package struct EnrollmentFileRules: Sendable {
    private var subscriberLate = SubscriberLate()
    private var spanOverlap = SpanOverlap()

    package init() {}

    /// To be called before the records of a block are taken in.
    package mutating func prepare(_ spans: [EnrollmentFacts.Span]) { spanOverlap.prepare(spans) }

    /// Takes in one record; what it breaks together with those before it.
    ///
    /// - Parameter spans: those of the block.
    /// - Parameter locate: line and column of an offset in the input; asked only for findings.
    package mutating func add(
        _ facts: EnrollmentFacts, spans: [EnrollmentFacts.Span], locate: LineLocator,
        _ found: inout [Finding]
    ) {
        if let finding = subscriberLate.add(facts, locate) { found.append(finding) }
        if let finding = spanOverlap.add(facts, spans, locate) { found.append(finding) }
    }
}
