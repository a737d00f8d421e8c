import Diagnostics

/// The rules that look across the records of a file; fed in the order of the input.
package struct EnrollmentFileRules: Sendable {
    private var subscriberLate = SubscriberLate()
    private var spanOverlap = SpanOverlap()

    package init() {}

    /// Takes in one record; what it breaks together with those before it.
    package mutating func add(_ facts: EnrollmentFacts) -> [Finding] {
        [subscriberLate.add(facts), spanOverlap.add(facts)].compactMap { $0 }
    }
}
