// Our own short labels for codes of a claim's own segments.
extension CodeSystem {
    /// 1332, CLM05-2.
    public static let facilityQualifier = CodeSystem([
        "A": "facility type of a bill", "B": "place of service",
    ])
    /// 1325, CLM05-3.
    public static let claimFrequency = CodeSystem([
        "0": "no payment", "1": "original", "2": "interim, first", "3": "interim, continuing",
        "4": "interim, last", "5": "late charges", "6": "correction", "7": "replacement",
        "8": "void", "9": "final of a home health episode", "A": "admission or election notice",
        "B": "termination or revocation notice", "C": "change of provider notice",
        "D": "void of an election", "E": "change of ownership", "F": "beneficiary adjustment",
        "G": "common working file adjustment", "H": "CMS adjustment",
        "I": "intermediary adjustment", "J": "other adjustment",
        "K": "inspector general adjustment",
        "M": "Medicare secondary payer adjustment", "P": "quality improvement adjustment",
        "Q": "reopening", "X": "void of an abbreviated encounter", "Y": "replacement encounter",
        "Z": "new abbreviated encounter",
    ])
    /// 1359, CLM07.
    public static let planParticipation = CodeSystem([
        "A": "assigned", "B": "assigned for clinical laboratory services only",
        "C": "not assigned", "P": "patient refuses to assign",
    ])
    /// 1073, CLM08.
    public static let benefitsAssignment = CodeSystem([
        "N": "no", "W": "not applicable", "Y": "yes",
    ])
    /// 1363, CLM09.
    public static let releaseOfInformation = CodeSystem([
        "I": "informed consent where no signature is required", "Y": "signed statement on file",
    ])
    /// 1351, CLM10.
    public static let patientSignatureSource = CodeSystem([
        "P": "signed by the provider for an absent patient"
    ])
    /// 1362, CLM11.
    public static let relatedCause = CodeSystem([
        "AA": "auto accident", "AB": "abuse", "AP": "another party responsible",
        "EM": "employment", "OA": "other accident",
    ])
    /// 1366, CLM12.
    public static let specialProgram = CodeSystem([
        "01": "EPSDT", "02": "physically handicapped children's program",
        "03": "special federal funding", "05": "disability", "09": "second opinion or surgery",
    ])
    /// 1383, CLM19.
    public static let submissionReason = CodeSystem(["PB": "predetermination of benefits"])
    /// 1514, CLM20.
    public static let delayReason = CodeSystem([
        "1": "eligibility unknown or unavailable", "2": "litigation", "3": "authorization delay",
        "4": "delay in certifying the provider", "5": "delay in supplying billing forms",
        "6": "delay of a custom-made appliance", "7": "third party processing delay",
        "8": "delay in determining eligibility", "9": "rejected for another reason before",
        "10": "administrative delay in prior approval", "11": "other", "15": "natural disaster",
    ])
    /// 127, REF02 where REF01 is 4N.
    public static let authorizationException = CodeSystem([
        "1": "immediate or urgent care", "2": "services in a retroactive period",
        "3": "emergency care", "4": "temporary Medicaid", "5": "second opinion for a county",
        "6": "override pending", "7": "special handling",
    ])
    /// 1342, CR208.
    public static let spinalCondition = CodeSystem([
        "A": "acute", "C": "chronic", "D": "not acute", "E": "not life threatening",
        "F": "routine", "G": "symptomatic", "M": "acute manifestation of a chronic condition",
    ])
    /// 1368, DN202.
    public static let toothStatus = CodeSystem([
        "E": "to be extracted", "I": "impacted", "M": "missing",
    ])
}
