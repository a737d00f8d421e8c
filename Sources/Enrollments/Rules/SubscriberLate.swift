import Diagnostics
import X12Mapping

extension Rule {
    static let subscriberLate = Rule(
        "enrollment.subscriber.late", .error, "A subscriber comes before the dependents", snip: 4,
        help: """
            In one transaction set the subscriber's INS loop precedes those of the dependents with \
            the same REF*0F. All are kept; loaders that go by order must read the file twice.
            """)
}

/// Finds subscribers that come later than one of their dependents in the same transaction set.
struct SubscriberLate: Sendable {
    private var transaction = 0
    private var subscribers = KeySet()
    private var waiting: [UInt64: ByteRange] = [:]

    mutating func add(_ facts: EnrollmentFacts, _ locate: LineLocator) -> Finding? {
        if facts.transaction != transaction {
            transaction = facts.transaction
            subscribers.removeAll()
            if !waiting.isEmpty { waiting.removeAll(keepingCapacity: true) }
        }
        guard facts.subscriber != 0 else { return nil }
        guard facts.isSubscriber else {
            // Nobody waits for the subscriber of a record that was set aside.
            if !facts.isSetAside, !subscribers.contains(facts.subscriber),
                waiting[facts.subscriber] == nil
            {
                waiting[facts.subscriber] = facts.range
            }
            return nil
        }
        subscribers.insert(facts.subscriber)
        guard !waiting.isEmpty, let dependent = waiting.removeValue(forKey: facts.subscriber) else {
            return nil
        }
        let (line, column) = locate(facts.range.start)
        return Finding(
            .subscriberLate, at: facts.range, place: Place(loop: "2000", segment: "INS"),
            line: line, column: column, related: [dependent])
    }
}
