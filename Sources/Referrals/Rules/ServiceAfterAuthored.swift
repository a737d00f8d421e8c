import CareModel
import Diagnostics

extension Rule {
    static let referralServicePast = Rule(
        "referral.service.past", .warning,
        "What a referral asks for is not over when it is written",
        help: """
            The services, or the time that they are asked for, end before the day on which the \
            referral was written. Often the year of one of the two is wrong.
            """)
}

/// Services that were over before they were asked for.
enum ServiceAfterAuthored {
    static func check(
        _ referral: RecordObject<ReferralFields>,
        _ spots: borrowing some ReferralSpots & ~Copyable, _ findings: inout ReferralFindings
    ) {
        let written = referral.day(.authored)
        guard written > 0 else { return }
        let format = referral.object(.document, ReferralDocumentFields.self)?.bytes(.format)
        let whole = referral.object(.occurrence, ReferralPeriodFields.self)
        // Of a document of C-CDA that may be what was done, and not what is asked for.
        if let whole, format?.isText("c-cda") != true, isOver(whole, written) {
            findings.add(.referralServicePast, at: spots.spot(whole.index))
        }
        for service in referral.objects(.services, ReferralServiceFields.self)
        where !service.bytes(.status).isText("completed") {
            guard let period = service.object(.period, ReferralPeriodFields.self),
                isOver(period, written)
            else { continue }
            findings.add(.referralServicePast, at: spots.spot(period.index))
        }
    }

    private static func isOver(
        _ period: RecordObject<ReferralPeriodFields>, _ written: Int32
    ) -> Bool {
        let end = period.day(.end)
        return end > 0 && end < written
    }
}
