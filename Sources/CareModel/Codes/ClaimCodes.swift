// Our own short labels for codes that stand in several parts of a claim.
extension CodeSystem {
    /// 98, NM101 of the 837.
    public static let claimEntity = CodeSystem([
        "40": "receiver", "41": "submitter", "45": "drop-off location", "71": "attending",
        "72": "operating", "77": "service location", "82": "rendering", "85": "billing",
        "87": "pay-to", "DD": "assistant surgeon", "DK": "ordering", "DN": "referring",
        "DQ": "supervising", "IL": "insured or subscriber", "P3": "primary care",
        "PE": "payee", "PR": "payer", "PW": "pick-up address", "QB": "purchased service",
        "QC": "patient", "ZZ": "other operating",
    ])
    /// 128, REF01 of the 837.
    public static let claimIdentifier = CodeSystem([
        "0B": "state license number", "0F": "subscriber number", "1D": "Medicaid provider number",
        "1G": "provider UPIN", "1J": "facility ID number", "1L": "group or policy number",
        "1S": "ambulatory patient group number", "1W": "member identification number",
        "28": "employee identification number", "2U": "payer identification number",
        "4N": "special payment reference number", "6R": "provider control number",
        "9A": "repriced claim reference number", "9B": "repriced line item reference number",
        "9C": "adjusted repriced claim reference number",
        "9D": "adjusted repriced line item reference number", "9F": "referral number",
        "APC": "ambulatory payment classification", "BT": "batch number",
        "D9": "claim number", "EA": "medical record number",
        "EI": "employer identification number", "EJ": "patient account number",
        "EW": "mammography certification number", "F4": "facility certification number",
        "F5": "Medicare version code", "F8": "original reference number",
        "FY": "claim office number", "G1": "prior authorization number",
        "G2": "provider commercial number", "G3": "predetermination identification number",
        "G4": "peer review authorization number", "IG": "insurance policy number",
        "LU": "location number", "LX": "qualified products list",
        "NF": "NAIC code", "OZ": "prescription number", "P4": "project code",
        "SY": "social security number", "T4": "signal code", "TJ": "federal taxpayer number",
        "VY": "link sequence number", "X4": "CLIA number", "XZ": "pharmacy prescription number",
        "Y4": "agency claim number",
    ])
    /// 374, DTP01 of the 837.
    public static let claimDate = CodeSystem([
        "011": "shipped", "050": "received", "090": "assumed care", "091": "relinquished care",
        "096": "discharge", "139": "estimated birth", "150": "service period start",
        "151": "service period end", "196": "treatment start", "198": "treatment completion",
        "286": "retirement",
        "291": "plan", "292": "benefit", "295": "primary care provider",
        "296": "return to work", "297": "last worked", "304": "latest visit",
        "314": "disability", "318": "added", "330": "referral", "336": "employment begin",
        "337": "employment end", "346": "plan begin", "347": "plan end", "356": "eligibility begin",
        "357": "eligibility end", "360": "disability start", "361": "disability end",
        "382": "enrollment", "383": "adjusted hire", "405": "production", "431": "onset",
        "434": "statement", "435": "admission", "438": "onset of similar symptoms",
        "439": "accident", "441": "prior placement", "442": "date of death",
        "444": "first contact", "446": "replacement", "452": "appliance placement",
        "453": "acute manifestation", "454": "initial treatment", "455": "last x-ray",
        "456": "surgery", "461": "last certification", "463": "begin therapy",
        "471": "prescription", "472": "service", "473": "Medicaid begin", "474": "Medicaid end",
        "480": "arterial blood gas test", "481": "serum creatinine test",
        "484": "last menstrual period", "573": "date claim paid", "607": "certification revision",
        "695": "previous period", "738": "most recent hemoglobin or hematocrit test",
        "739": "most recent serum creatine test", "866": "examination",
    ])
    /// 522, AMT01 of the 837.
    public static let claimAmount = CodeSystem([
        "A8": "noncovered charges", "AAE": "approved", "B6": "allowed", "D": "payor amount paid",
        "EAF": "remaining patient liability", "F2": "patient responsibility, actual",
        "F3": "patient responsibility, estimated", "F4": "postage claimed",
        "F5": "patient amount paid", "GT": "goods and services tax",
        "MA": "Medicare paid", "N8": "miscellaneous taxes", "T": "tax",
    ])
    /// 1138, SBR01.
    public static let claimResponsibility = CodeSystem([
        "A": "payer responsibility four", "B": "payer responsibility five",
        "C": "payer responsibility six", "D": "payer responsibility seven",
        "E": "payer responsibility eight", "F": "payer responsibility nine",
        "G": "payer responsibility ten", "H": "payer responsibility eleven",
        "P": "primary", "S": "secondary", "T": "tertiary", "U": "unknown",
    ])
    /// 1069, SBR02 and PAT01.
    public static let claimRelationship = CodeSystem([
        "01": "spouse", "04": "grandparent", "05": "grandchild", "07": "nephew or niece",
        "10": "foster child", "15": "ward", "17": "stepchild", "18": "self", "19": "child",
        "20": "employee", "21": "unknown", "22": "handicapped dependent",
        "23": "sponsored dependent", "24": "dependent of a minor dependent",
        "29": "significant other", "32": "mother", "33": "father", "36": "emancipated minor",
        "39": "organ donor", "40": "cadaver donor", "41": "injured plaintiff",
        "43": "child whose insured has no financial responsibility", "53": "life partner",
        "G8": "other relationship",
    ])
    /// 1336, SBR05.
    public static let insuranceType = CodeSystem([
        "12": "Medicare secondary, working aged or spouse with employer group plan",
        "13": "Medicare secondary, end stage renal disease in coordination period",
        "14": "Medicare secondary, no-fault or automobile primary",
        "15": "Medicare secondary, workers' compensation",
        "16": "Medicare secondary, public health service or other federal agency",
        "41": "Medicare secondary, black lung", "42": "Medicare secondary, veterans affairs",
        "43": "Medicare secondary, disabled under 65 with large group plan",
        "47": "Medicare secondary, other liability insurance primary",
        "AP": "automobile insurance policy", "C1": "commercial",
        "CP": "Medicare conditionally primary", "GP": "group policy",
        "HM": "health maintenance organization", "IP": "individual policy",
        "LD": "long term policy", "LT": "litigation", "MB": "Medicare Part B", "MC": "Medicaid",
        "MI": "Medigap Part B", "MP": "Medicare primary", "OT": "other", "PP": "personal payment",
        "SP": "supplemental policy",
    ])
    /// 1032, SBR09.
    public static let claimFiling = CodeSystem([
        "11": "other non-federal programs", "12": "preferred provider organization",
        "13": "point of service", "14": "exclusive provider organization",
        "15": "indemnity insurance", "16": "Medicare risk health maintenance organization",
        "17": "dental maintenance organization", "AM": "automobile medical",
        "BL": "Blue Cross or Blue Shield", "CH": "Champus", "CI": "commercial insurance",
        "DS": "disability", "FI": "federal employees program",
        "HM": "health maintenance organization", "LM": "liability medical",
        "MA": "Medicare Part A", "MB": "Medicare Part B", "MC": "Medicaid",
        "OF": "other federal program", "TV": "Title V", "VA": "veterans affairs plan",
        "WC": "workers' compensation", "ZZ": "mutually defined",
    ])
    /// 640, BHT06.
    public static let claimTransactionType = CodeSystem([
        "31": "subrogation demand", "CH": "chargeable", "RP": "reporting",
    ])
    /// 353, BHT02.
    public static let claimPurpose = CodeSystem(["00": "original", "18": "reissue"])
}
