import CareModel
import Diagnostics
import X12Mapping
import X12Syntax

extension Rule {
    static let subscriberSelf = Rule(
        "enrollment.subscriber.self", .warning,
        "A subscriber is who is insured, a dependent is not",
        snip: 4,
        help: """
            INS01 says Y (the member is the subscriber) and INS02 another relationship than 18 (self), \
            or N and 18. Whoever joins members by one of the two misses them; ask the sender which is \
            right.
            """)
}

/// Members whose relationship contradicts that they are the subscriber, or are not.
enum SubscriberSelf {
    static func check(
        _ enrollment: RecordObject<EnrollmentFields>,
        _ locator: SegmentLocator<EnrollmentLoop>, _ collector: inout FindingCollector
    ) {
        guard enrollment.has(.subscriber), enrollment.has(.relationship) else { return }
        let isSubscriber = enrollment.key(.subscriber) == Key("Y").rawValue
        let isSelf = enrollment.key(.relationship) == Key("18").rawValue
        // A code that the guide does not have is told already.
        guard isSubscriber != isSelf, enrollment.code(.relationship)?.label != nil else { return }
        collector.add(
            .subscriberSelf, at: locator.range(.member, SegmentID("INS"), element: 2),
            place: Place(loop: "2000", segment: "INS", element: 2))
    }
}
