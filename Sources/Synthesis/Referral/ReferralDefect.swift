/// What can be wrong with a synthetic referral; one gets at most one.
public enum ReferralDefect: String, CaseIterable, Hashable, Sendable {
    /// An element that the schema does not know stands at the end.
    case unknownElement = "unknown-element"
    /// The birth date is the 31st of February 1973.
    case badDate = "bad-date"
    /// The sex is a code that the schema does not have.
    case badCode = "bad-code"
    /// The status is one that FHIR has and the closed loop does not.
    case unknownStatus = "unknown-status"
    /// The member has no name.
    case missingName = "missing-name"
    /// Nobody is named who is to receive the member.
    case missingReceiver = "missing-receiver"
    /// The services end before they begin.
    case endBeforeStart = "end-before-start"
    /// The birth date lies behind the referral's.
    case birthInFuture = "birth-in-future"
    /// The member's number lacks a digit.
    case shortMemberNumber = "short-member-number"
    /// The last digit of an NPI is wrong.
    case wrongCheckDigit = "wrong-check-digit"
    /// The member is too old for the program.
    case wrongAge = "wrong-age"
    /// The need is coded with a disease.
    case wrongNeedCode = "wrong-need-code"
    /// What was completed is accepted afterwards.
    case statusJump = "status-jump"
    /// The member refused.
    case deniedConsent = "denied-consent"
    /// Nothing says what makes the member eligible for flexible services.
    case missingCriteria = "missing-criteria"

    /// Whether it can be planted in a referral to a program.
    func fits(_ program: ReferralProgram) -> Bool {
        switch self {
        case .wrongAge: program != .flexible
        case .missingCriteria: program == .flexible
        default: true
        }
    }
}

/// What a synthetic referral is for.
enum ReferralProgram: CaseIterable {
    case behavioral, longTerm, flexible

    var code: StaticString {
        switch self {
        case .behavioral: "bh-cp"
        case .longTerm: "ltss-cp"
        case .flexible: "flexible-services"
        }
    }

    /// Years of age that it is for.
    var ages: ClosedRange<Int> {
        switch self {
        case .behavioral: 18...63
        case .longTerm: 3...63
        case .flexible: 1...63
        }
    }
}
