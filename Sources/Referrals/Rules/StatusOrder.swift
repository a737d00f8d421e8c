import CareModel
import Diagnostics

extension Rule {
    static let referralStatusOrder = Rule(
        "referral.status.order", .warning, "The history of a status goes from the oldest on",
        help: """
            A status is dated before the one that stands before it. The last of a history is the one \
            that the referral has, which it had not before the others.
            """)
    static let referralStatusEarly = Rule(
        "referral.status.early", .warning,
        "A referral has a status from the day on that it is written",
        help: """
            A status other than draft is dated before the day on which the referral was written. \
            Often the year of one of the two is wrong.
            """)
}

/// A history whose days go back, or that begins before the referral does.
enum StatusOrder {
    static func check(
        _ referral: RecordObject<ReferralFields>,
        _ spots: borrowing some ReferralSpots & ~Copyable, _ findings: inout ReferralFindings
    ) {
        let written = referral.moment(.authored, .authoredTime)
        var last = MomentOrder.Moment(day: 0, time: UnsafeBufferPointer(start: nil, count: 0))
        var final = last
        for status in referral.objects(.statusHistory, ReferralStatusFields.self) {
            let moment = status.moment(.date, .time)
            final = moment
            if MomentOrder.isBefore(moment, last) {
                findings.add(.referralStatusOrder, at: spots.spot(status.index))
            } else if moment.day > 0 {
                last = moment
            }
            if isEarly(moment, written), !isDraft(status.bytes(.status)) {
                findings.add(.referralStatusEarly, at: spots.spot(status.index))
            }
        }
        let present = referral.moment(.modified, .modifiedTime)
        // Of the same moment as the one told last it is told with that.
        if MomentOrder.isBefore(present, last), !isSame(present, final) {
            findings.add(.referralStatusOrder, at: spots.spot(referral.index))
        }
        if isEarly(present, written), !isDraft(referral.bytes(.status)) {
            findings.add(.referralStatusEarly, at: spots.spot(referral.index))
        }
    }

    /// Whether it is of a day before; what happens on one day may be told in any order.
    private static func isEarly(
        _ moment: MomentOrder.Moment, _ written: MomentOrder.Moment
    ) -> Bool {
        moment.day < written.day && MomentOrder.isBefore(moment, written)
    }

    private static func isSame(_ left: MomentOrder.Moment, _ right: MomentOrder.Moment) -> Bool {
        left.day == right.day && left.time.elementsEqual(right.time)
    }

    private static func isDraft(_ status: UnsafeBufferPointer<UInt8>) -> Bool {
        status.elementsEqual("draft".utf8)
    }
}
