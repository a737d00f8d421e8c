/// A diagnosis of a claim.
///
/// Source: 2300/HI.
public struct ClaimDiagnosis: Sendable, Hashable {
    /// What a diagnosis says of the patient.
    public enum Role: Sendable, Hashable {
        case principal, admitting, reasonForVisit, externalCause, other
    }
    /// Its place among the diagnoses of the claim, from 1: what a line's pointer names.
    public var order = 0
    /// C022-02, as sent: without a point.
    public var code: Text?
    /// C022-01: what it is, and of which list.
    public var kind: Code?
    /// C022-09.
    public var presentOnAdmission: Code?

    public init() {}

    /// What `kind` says the diagnosis is; `nil` for a kind that no guide has.
    public var role: Role? {
        switch kind?.value.string {
        case "ABK", "BK": .principal
        case "ABJ", "BJ": .admitting
        case "APR", "PR": .reasonForVisit
        case "ABN", "BN": .externalCause
        case "ABF", "BF", "TQ": .other
        default: nil
        }
    }
}

/// A procedure that a claim reports beside its lines.
///
/// Source: 2300/HI.
public struct ClaimProcedure: Sendable, Hashable {
    /// C022-02.
    public var code: Text?
    /// C022-01: principal or other, and of which list.
    public var kind: Code?
    /// C022-04.
    public var date: Sent<CalendarDate>?

    public init() {}
}

/// An event with its day; the code is one of the National Uniform Billing Committee's.
///
/// Source: 2300/HI*BH.
public struct Occurrence: Sendable, Hashable {
    /// C022-02.
    public var code: Text?
    /// C022-04.
    public var date: Sent<CalendarDate>?

    public init() {}
}

/// An event with its days; the code is one of the National Uniform Billing Committee's.
///
/// Source: 2300/HI*BI.
public struct OccurrenceSpan: Sendable, Hashable {
    /// C022-02.
    public var code: Text?
    /// C022-04.
    public var period = Period()

    public init() {}
}

/// An amount or number that a code names; the code is one of the National Uniform Billing
/// Committee's.
///
/// Source: 2300/HI*BE.
public struct ClaimValue: Sendable, Hashable {
    /// C022-02.
    public var code: Text?
    /// C022-05.
    public var amount: Sent<Money>?

    public init() {}
}

/// The condition that a spine was manipulated for.
///
/// Source: 2300/CR2.
public struct SpinalManipulation: Sendable, Hashable {
    /// CR208.
    public var condition: Code?
    /// CR210 and CR211.
    public var descriptions: [Text] = []

    public init() {}
}

/// An orthodontic treatment.
///
/// Source: 2300/DN1.
public struct Orthodontics: Sendable, Hashable {
    /// DN101: planned months.
    public var totalMonths: Text?
    /// DN102: of a transfer, the months that remain.
    public var remainingMonths: Text?
    /// DN104: that the services are for orthodontics.
    public var isTreatment: Bool?

    public init() {}
}

/// A tooth that is missing or to be extracted.
///
/// Source: 2300/DN2.
public struct ToothStatus: Sendable, Hashable {
    /// DN201, as the American Dental Association numbers teeth.
    public var tooth: Text?
    /// DN202.
    public var status: Code?

    public init() {}
}
