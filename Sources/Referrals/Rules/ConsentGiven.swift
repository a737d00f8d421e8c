import CareModel
import Diagnostics

extension Rule {
    static let referralConsent = Rule(
        "referral.consent.missing", .warning,
        "A referral to flexible services says that the member agrees",
        help: """
            The plan of flexible services is agreed with the member, and the referral has no consent. \
            In a Turnpike referral it is consent with decision="permit".
            """)
    static let referralConsentDenied = Rule(
        "referral.consent.denied", .error, "A referral is made with the member's consent",
        help: """
            The latest consent that is in force is a refusal: the referral is not to be sent on. \
            Consents to research, advance directives and refusals of a treatment do not count, nor \
            does one whose period begins after the referral.
            """)
    static let referralConsentPartial = Rule(
        "referral.consent.partial", .warning, "A refusal of the member is of the whole referral",
        help: """
            A consent that is in force refuses, but names somebody, some data or a purpose that this \
            is about, or has exceptions. They are in other: look whether the referral is among them.
            """)
    static let referralConsentUndated = Rule(
        "referral.consent.undated", .warning,
        "Of consents that contradict each other each has a date",
        help: """
            One permits, another refuses, and not both say when: which of them counts is not known. \
            One without a date is taken for earlier than the others.
            """)
}

/// Whether the member agrees.
enum ConsentGiven {
    static func check(
        _ referral: RecordObject<ReferralFields>,
        _ spots: borrowing some ReferralSpots & ~Copyable, _ findings: inout ReferralFindings
    ) {
        var latest: RecordObject<ReferralConsentFields>?
        var undated: RecordObject<ReferralConsentFields>?
        var hasPartial = false
        var decisions = (permit: false, deny: false)
        for consent in referral.objects(.consents, ReferralConsentFields.self)
        where isInForce(consent, on: referral.day(.authored)) && isOfSharing(consent) {
            if isRefusal(consent), consent.flag(.partial) == true {
                findings.add(.referralConsentPartial, at: spots.spot(consent.index))
                hasPartial = true
                continue
            }
            if isRefusal(consent) { decisions.deny = true } else { decisions.permit = true }
            if consent.day(.date) == 0 { undated = consent }
            if let before = latest, isEarlier(consent, than: before) { continue }
            latest = consent
        }
        if let undated, decisions.deny, decisions.permit {
            findings.add(.referralConsentUndated, at: spots.spot(undated.index))
        }
        if let latest {
            if isRefusal(latest) {
                findings.add(.referralConsentDenied, at: spots.spot(latest.index))
            }
        } else if isFlexible(referral), !hasPartial {
            findings.add(
                .referralConsent, at: spots.spot(referral.index), isMissing: true)
        }
    }

    /// What is no consent yet, or none any more, in the words of FHIR and of CDA.
    private static let withoutForce: [StaticString] = [
        "draft", "proposed", "rejected", "inactive", "entered-in-error", "aborted", "cancelled",
        "nullified",
    ]

    private static func isRefusal(_ consent: RecordObject<ReferralConsentFields>) -> Bool {
        consent.bytes(.decision).isText("deny")
    }

    /// Whether a consent counts on the day of the referral.
    private static func isInForce(
        _ consent: RecordObject<ReferralConsentFields>, on day: Int32
    ) -> Bool {
        guard !isOne(of: withoutForce, consent.bytes(.status)) else { return false }
        guard day > 0, let period = consent.object(.period, ReferralPeriodFields.self) else {
            return true
        }
        let end = period.day(.end)
        return (end == 0 || end >= day) && period.day(.begin) <= day
    }

    /// Whether a consent may be to the referral: no advance directive, no research, and no refusal
    /// of a treatment.
    ///
    /// Source: FHIR R4, code system `consentscope`.
    private static func isOfSharing(_ consent: RecordObject<ReferralConsentFields>) -> Bool {
        guard let scope = consent.object(.scope, ReferralConceptFields.self)?.bytes(.code) else {
            return true
        }
        if scope.isText("adr") || scope.isText("research") { return false }
        return !(isRefusal(consent) && scope.isText("treatment"))
    }

    /// By moment, else by day, else by the time of day as it is written.
    private static func isEarlier(
        _ left: RecordObject<ReferralConsentFields>,
        than right: RecordObject<ReferralConsentFields>
    ) -> Bool {
        let days = (left.day(.date), right.day(.date))
        if let first = Instant(day: days.0, time: left.bytes(.time)),
            let second = Instant(day: days.1, time: right.bytes(.time))
        {
            return first < second
        }
        guard days.0 == days.1, left.has(.time), right.has(.time) else { return days.0 < days.1 }
        return left.bytes(.time).lexicographicallyPrecedes(right.bytes(.time))
    }

    private static func isOne(
        of words: [StaticString], _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        words.contains { bytes.isText($0) }
    }

    static func isFlexible(_ referral: RecordObject<ReferralFields>) -> Bool {
        referral.bytes(.program).isText("flexible-services")
    }
}
