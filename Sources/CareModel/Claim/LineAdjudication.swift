/// What another payer decided on a service line.
///
/// Source: 2430.
public struct LineAdjudication: Sendable, Hashable {
    /// SVD01: the identifier of the payer, as in its 2330B.
    public var payer: Text?
    /// SVD02.
    public var paid: Sent<Money>?
    /// SVD03.
    public var procedure: MedicalProcedure?
    /// SVD04.
    public var revenueCode: Text?
    /// SVD05.
    public var paidUnits: Sent<Money>?
    /// SVD06: number of the line that this one was bundled into, or that it was unbundled from.
    public var bundledLine: Text?
    /// CAS.
    public var adjustments: [Adjustment] = []
    /// DTP*573.
    public var date: Sent<CalendarDate>?
    /// AMT*EAF.
    public var remainingLiability: Sent<Money>?

    public init() {}
}

/// Why a payer paid less, or more, than was charged.
///
/// Source: one of the up to six triples of a CAS.
public struct Adjustment: Sendable, Hashable {
    /// CAS01.
    public var group: Code?
    /// CAS02, 05, 08, 11, 14 or 17: the claim adjustment reason code.
    public var reason: Text?
    /// The element after the reason.
    public var amount: Sent<Money>?
    /// The element after the amount.
    public var quantity: Sent<Money>?

    public init() {}
}

/// A form that supports a line, with what it asks.
///
/// Source: 2440.
public struct SupportingForm: Sendable, Hashable {
    /// LQ01.
    public var qualifier: Code?
    /// LQ02.
    public var code: Text?
    /// FRM.
    public var answers: [FormAnswer] = []

    public init() {}
}

/// The answer to one question of a form.
///
/// Source: FRM.
public struct FormAnswer: Sendable, Hashable {
    /// FRM01.
    public var question: Text?
    /// FRM02.
    public var response: Code?
    /// FRM03.
    public var text: Text?
    /// FRM04.
    public var date: Sent<CalendarDate>?
    /// FRM05.
    public var percent: Text?

    public init() {}
}
