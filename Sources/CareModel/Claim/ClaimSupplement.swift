/// Papers that support a claim or line, and how they come.
///
/// Source: PWK.
public struct Attachment: Sendable, Hashable {
    /// PWK01.
    public var reportType: Code?
    /// PWK02.
    public var transmission: Code?
    /// PWK06.
    public var controlNumber: Text?

    public init() {}
}

/// What provider and payer agreed.
///
/// Source: CN1.
public struct Contract: Sendable, Hashable {
    /// CN101.
    public var type: Code?
    /// CN102.
    public var amount: Sent<Money>?
    /// CN103.
    public var percentage: Text?
    /// CN104.
    public var code: Text?
    /// CN105.
    public var discountPercentage: Text?
    /// CN106.
    public var version: Text?

    public init() {}
}

/// Words to whoever reads the claim.
///
/// Source: NTE.
public struct ClaimNote: Sendable, Hashable {
    /// NTE01.
    public var kind: Code?
    /// NTE02.
    public var text: Text?

    public init() {}
}

/// A transport by ambulance.
///
/// Source: CR1.
public struct AmbulanceTransport: Sendable, Hashable {
    /// CR102: pounds.
    public var patientWeight: Text?
    /// CR104.
    public var reason: Code?
    /// CR106: miles.
    public var distance: Text?
    /// CR109.
    public var roundTripPurpose: Text?
    /// CR110.
    public var stretcherPurpose: Text?

    public init() {}
}

/// Conditions of one category that are, or are not, met.
///
/// Source: CRC.
public struct ConditionIndicators: Sendable, Hashable {
    /// CRC01.
    public var category: Code?
    /// CRC02.
    public var apply: Bool?
    /// CRC03 to CRC07.
    public var conditions: [Code] = []

    public init() {}
}

/// How somebody between provider and payer priced a claim or line.
///
/// Source: HCP.
public struct Pricing: Sendable, Hashable {
    /// HCP01.
    public var methodology: Code?
    /// HCP02.
    public var allowedAmount: Sent<Money>?
    /// HCP03.
    public var savingsAmount: Sent<Money>?
    /// HCP04.
    public var organization: Text?
    /// HCP05: per diem or flat rate.
    public var rate: Sent<Money>?
    /// HCP06: ambulatory patient group, or DRG.
    public var group: Text?
    /// HCP07.
    public var groupAmount: Sent<Money>?
    /// HCP08.
    public var revenueCode: Text?
    /// HCP09.
    public var procedureQualifier: Code?
    /// HCP10.
    public var procedure: Text?
    /// HCP11.
    public var unit: Code?
    /// HCP12.
    public var quantity: Text?
    /// HCP13.
    public var rejectReason: Code?
    /// HCP14.
    public var policyCompliance: Code?
    /// HCP15.
    public var exception: Code?

    public init() {}
}
