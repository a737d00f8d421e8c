// Our own short labels for codes of service lines and of what other payers decided.
//
// Reasons of adjustments and remarks are lists of others, whose texts are not ours to ship.
extension CodeSystem {
    /// 1033, CAS01.
    public static let adjustmentGroup = CodeSystem([
        "CO": "contractual obligation", "CR": "correction or reversal", "OA": "other adjustment",
        "PI": "payer initiated reduction", "PR": "patient responsibility",
    ])
    /// 1327, SV115.
    public static let copayStatus = CodeSystem(["0": "exempt from copayment"])
    /// 1361, SV304.
    public static let oralCavity = CodeSystem([
        "00": "entire oral cavity", "01": "upper arch", "02": "lower arch",
        "09": "other area", "10": "upper right quadrant", "20": "upper left quadrant",
        "30": "lower left quadrant", "40": "lower right quadrant", "L": "left", "R": "right",
    ])
    /// 1358, SV305.
    public static let placement = CodeSystem(["I": "initial placement", "R": "replacement"])
    /// 1270, TOO01.
    public static let toothQualifier = CodeSystem([
        "JO": "ISO tooth designation", "JP": "universal tooth designation",
    ])
    /// 1369, TOO03.
    public static let toothSurface = CodeSystem([
        "B": "buccal", "D": "distal", "F": "facial", "I": "incisal", "L": "lingual",
        "M": "mesial", "O": "occlusal",
    ])
    /// 235, LIN02.
    public static let drugQualifier = CodeSystem([
        "EN": "EAN 13", "EO": "EAN 8", "HI": "HIBC supplier label", "N4": "national drug code",
        "ON": "customer order number", "UK": "shipping container code", "UP": "UPC 12",
    ])
    /// 1322, CR301.
    public static let equipmentCertification = CodeSystem([
        "I": "initial", "R": "renewal", "S": "revised",
    ])
    /// 673, QTY01 of a line.
    public static let lineQuantity = CodeSystem([
        "FL": "additional obstetric anesthesia units", "PT": "patients transported",
    ])
    /// 737, MEA01.
    public static let measurementReference = CodeSystem([
        "OG": "starting dosage", "TR": "test result",
    ])
    /// 738, MEA02.
    public static let measurement = CodeSystem([
        "HT": "height", "R1": "hemoglobin", "R2": "hematocrit", "R3": "epoetin starting dosage",
        "R4": "creatinine",
    ])
    /// 1270, LQ01.
    public static let formQualifier = CodeSystem([
        "AS": "form type code", "UT": "equipment certificate of medical necessity",
    ])
    /// 1073, FRM02.
    public static let formResponse = CodeSystem([
        "N": "no", "W": "not applicable", "Y": "yes",
    ])
}
