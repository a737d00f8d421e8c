/// What can be wrong with a synthetic 837; a claim gets at most one.
///
/// A defect of a level (`scope`) is planted with the first claim beneath it, and concerns all
/// claims of the level.
public enum ClaimDefect: String, CaseIterable, Hashable, Sendable {
    // MARK: Segments

    /// A segment that no guide knows stands behind CLM.
    case unknownSegment = "unknown-segment"
    /// The first line has no SV1, SV2 or SV3.
    case missingService = "missing-service"
    /// The required principal diagnosis is absent; professional and institutional.
    case missingDiagnosis = "missing-diagnosis"
    /// The required DTP*434 is absent; institutional.
    case missingStatementDates = "missing-statement-dates"
    /// The terminator behind CLM is absent, so that the next segment runs into it.
    case missingTerminator = "missing-terminator"
    /// The first line's SV1, SV2 or SV3 stands before its LX.
    case segmentOutOfOrder = "segment-out-of-order"
    /// The first line's SV1, SV2 or SV3 stands there twice.
    case repeatedSegment = "repeated-segment"
    /// A terminator follows another one.
    case blankSegment = "blank-segment"

    // MARK: Elements

    /// A date of service, or the begin of the statement period, is a 31st of February.
    case badDate = "bad-date"
    /// CLM05-2 is a code that the list does not have.
    case badCode = "bad-code"
    /// The assignment of benefits (CLM08) is empty.
    case missingElement = "missing-element"
    /// The claim's number (CLM01) has more than 38 bytes.
    case elementTooLong = "element-too-long"
    /// LX has one element more than the segment allows.
    case tooManyElements = "too-many-elements"
    /// LX ends with separators.
    case trailingSeparators = "trailing-separators"
    /// The check digit of a clinician's number (NM109) is wrong.
    case badProviderDigit = "bad-provider-digit"

    // MARK: Meaning

    /// CLM02 is not the sum of the lines.
    case chargeImbalance = "charge-imbalance"
    /// SVD02 and the adjustments do not add up to the line's charge.
    case lineAdjudicationImbalance = "line-adjudication-imbalance"
    /// What another payer paid (AMT*D) is not the sum of what it paid for the lines.
    case payerPaidImbalance = "payer-paid-imbalance"
    /// A line points to a diagnosis that the claim does not have; professional and dental.
    case absentDiagnosisPointer = "absent-diagnosis-pointer"
    /// A diagnosis has the form of no code.
    case badDiagnosisForm = "bad-diagnosis-form"
    /// The second diagnosis has the qualifier of ICD-9 beside a first one of ICD-10.
    case mixedDiagnoses = "mixed-diagnoses"
    /// A service, or the statement period, ends before it begins.
    case endBeforeStart = "end-before-start"
    /// A replacement (CLM05-3 is 7) does not name the claim that it replaces (REF*F8).
    case missingOriginalReference = "missing-original-reference"
    /// The claim is the one before again, with the same number.
    case duplicateClaim = "duplicate-claim"
    /// The claim has the number of the claim before and is another one.
    case repeatedClaimNumber = "repeated-claim-number"

    // MARK: Levels

    /// The patient's birth date lies behind the file's date.
    case birthInFuture = "birth-in-future"
    /// The subscriber has no last name (NM103).
    case missingName = "missing-name"
    /// The subscriber has no member number (NM109).
    case missingMemberID = "missing-member-id"
    /// The subscriber's last name has a letter in ISO 8859-1, which is not valid UTF-8.
    case latin1Name = "latin1-name"
    /// The subscriber's last name has a control character.
    case controlCharacter = "control-character"
    /// The parent (HL02) of the subscriber's level does not exist.
    case unknownParent = "unknown-parent"
    /// The subscriber's level has the number (HL01) of the billing provider's.
    case repeatedLevel = "repeated-level"
    /// HL04 says that there are levels beneath where none is, or the other way round.
    case wrongChildFlag = "wrong-child-flag"
    /// The billing provider has no street (N3 of 2010AA).
    case missingAddress = "missing-address"
    /// The check digit of the billing provider's number is wrong.
    case badBillingDigit = "bad-billing-digit"

    // MARK: Trailer

    /// SE01 counts more segments than there are; once in a transaction.
    case wrongSegmentCount = "wrong-segment-count"
    /// SE02 differs from ST02; once in a transaction.
    case wrongControlNumber = "wrong-control-number"

    /// What a defect touches.
    public enum Scope: Sendable {
        /// One claim, from CLM on.
        case claim
        /// The level in which the patient's birth date stands: a subscriber or a dependent.
        case patient
        /// The level of a subscriber (2000B).
        case subscriber
        /// The level of a billing provider (2000A).
        case billingProvider
        /// SE; no claim is touched.
        case trailer
    }

    /// What the defect touches.
    public var scope: Scope {
        switch self {
        case .birthInFuture: .patient
        case .missingName, .missingMemberID, .latin1Name, .controlCharacter, .unknownParent,
            .repeatedLevel, .wrongChildFlag:
            .subscriber
        case .missingAddress, .badBillingDigit: .billingProvider
        case .wrongSegmentCount, .wrongControlNumber: .trailer
        default: .claim
        }
    }
}
