// Our own short labels for codes of what claims and lines both may say of themselves.
extension CodeSystem {
    /// 755, PWK01.
    public static let attachmentReport = CodeSystem([
        "03": "justification of treatment beyond guidelines", "04": "drugs administered",
        "05": "treatment diagnosis", "06": "initial assessment", "07": "functional goals",
        "08": "plan of treatment", "09": "progress report", "10": "continued treatment",
        "11": "chemical analysis", "13": "certified test report",
        "15": "justification for admission", "21": "recovery plan", "A3": "allergies",
        "A4": "autopsy report", "AM": "ambulance certification", "AS": "admission summary",
        "B2": "prescription", "B3": "physician order", "B4": "referral form",
        "BR": "benchmark testing results", "BS": "baseline", "BT": "blanket test results",
        "CB": "chiropractic justification", "CK": "consent form", "CT": "certification",
        "D2": "drug profile", "DA": "dental models", "DB": "equipment prescription",
        "DG": "diagnostic report", "DJ": "discharge monitoring report",
        "DS": "discharge summary", "EB": "explanation of benefits", "HC": "health certificate",
        "HR": "health clinic records", "I5": "immunization record",
        "IR": "school immunization records", "LA": "laboratory results",
        "M1": "medical record", "MT": "models", "NN": "nursing notes", "OB": "operative note",
        "OC": "oxygen content averaging report", "OD": "orders and treatments",
        "OE": "physical examination", "OX": "oxygen therapy certification",
        "OZ": "support data for claim", "P4": "pathology report",
        "P5": "patient medical history", "P6": "periodontal charts",
        "PE": "parenteral or enteral certification", "PN": "physical therapy notes",
        "PO": "prosthetics or orthotic certification", "PQ": "paramedical results",
        "PY": "physician's report", "PZ": "physical therapy certification",
        "RB": "radiology films", "RR": "radiology reports", "RT": "report of tests",
        "RX": "renewable oxygen content averaging report", "SG": "symptoms document",
        "V5": "death notification", "XP": "photographs",
    ])
    /// 756, PWK02.
    public static let attachmentTransmission = CodeSystem([
        "AA": "available on request", "AB": "previously submitted to payer",
        "AD": "certification included in this claim",
        "AF": "narrative segment included in this claim",
        "AG": "no documentation is required", "BM": "by mail", "EL": "electronic",
        "EM": "electronic mail", "FT": "file transfer", "FX": "by fax", "NS": "not specified",
    ])
    /// 1166, CN101.
    public static let contractType = CodeSystem([
        "01": "diagnosis related group", "02": "per diem", "03": "variable per diem",
        "04": "flat", "05": "capitated", "06": "percent", "09": "other",
    ])
    /// 363, NTE01.
    public static let claimNote = CodeSystem([
        "ADD": "additional information", "ALG": "allergies", "CER": "certification narrative",
        "DCP": "goals, rehabilitation potential or discharge plans",
        "DGN": "diagnosis description", "DME": "durable medical equipment and supplies",
        "MED": "medications", "NTR": "nutritional requirements",
        "ODT": "orders for disciplines and treatments", "PMT": "payment",
        "RHB": "functional limitations, reason homebound, or both",
        "RLH": "reasons patient leaves home", "RNH": "times and reasons patient not at home",
        "SET": "unusual home or social environment", "SFM": "safety measures",
        "SPT": "supplementary plan of treatment", "TPO": "third party organization notes",
        "UPI": "updated information",
    ])
    /// 1317, CR104.
    public static let ambulanceReason = CodeSystem([
        "A": "nearest facility for care", "B": "preferred physician",
        "C": "nearness of family", "D": "specialist or specialized equipment",
        "E": "rehabilitation facility",
    ])
    /// 1136, CRC01.
    public static let conditionCategory = CodeSystem([
        "07": "ambulance certification", "09": "equipment certification",
        "70": "hospice", "75": "functional limitations", "E1": "spectacle lenses",
        "E2": "contact lenses", "E3": "spectacle frames", "ZZ": "EPSDT referral",
    ])
    /// 1321, CRC03 to CRC07.
    public static let conditionIndicator = CodeSystem([
        "01": "admitted to a hospital", "04": "moved by stretcher",
        "05": "unconscious or in shock", "06": "transported in an emergency",
        "07": "physically restrained", "08": "visible hemorrhaging",
        "09": "medically necessary", "12": "confined to a bed or chair",
        "38": "certification on file at the supplier", "65": "open",
        "AV": "referral refused", "IH": "independent at home",
        "L1": "lens standard met", "L2": "replacement after loss or theft",
        "L3": "replacement after breakage or damage", "L4": "replacement by preference",
        "L5": "replacement for medical reason", "NU": "not used", "S2": "under treatment",
        "ST": "new services requested", "ZV": "replacement item",
    ])
    /// 1473, HCP01.
    public static let pricingMethodology = CodeSystem([
        "00": "zero pricing", "01": "as billed", "02": "standard fee schedule",
        "03": "contractual percentage", "04": "bundled", "05": "peer review",
        "06": "per diem", "07": "flat rate", "08": "combination", "09": "maternity",
        "10": "other", "11": "lower of cost", "12": "ratio of cost", "13": "cost reimbursed",
        "14": "adjustment",
    ])
    /// 901, HCP13.
    public static let pricingReject = CodeSystem([
        "T1": "provider not identified as participating", "T2": "payer not identified",
        "T3": "insured not identified", "T4": "payer name or identifier missing",
        "T5": "certification information missing", "T6": "too little information to reprice",
    ])
    /// 1526, HCP14.
    public static let policyCompliance = CodeSystem([
        "1": "procedure followed", "2": "not followed, call not made",
        "3": "not medically necessary", "4": "not followed, other",
        "5": "emergency admission to a hospital outside the network",
    ])
    /// 1527, HCP15.
    public static let pricingException = CodeSystem([
        "1": "professional outside the network in a hospital of it", "2": "emergency care",
        "3": "specialist or services not in the network", "4": "out of the service area",
        "5": "state mandate", "6": "other",
    ])
    /// 235, qualifier of a service: SV101-1, SVD03-1, HCP09.
    public static let serviceQualifier = CodeSystem([
        "AD": "dental procedure", "ER": "jurisdiction specific", "HC": "HCPCS",
        "HP": "HIPPS", "IV": "home infusion", "N4": "national drug code",
        "WK": "advanced billing concepts",
    ])
    /// 355, unit of a quantity: SV103, SV204, CTP05, HCP11.
    public static let serviceUnit = CodeSystem([
        "DA": "days", "F2": "international unit", "GR": "gram", "ME": "milligram",
        "MJ": "minutes", "ML": "milliliter", "MO": "months", "UN": "unit",
    ])
}
