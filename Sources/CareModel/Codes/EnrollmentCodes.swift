// Our own short labels for the codes of the 834 (X12 data element number in the comment).
extension CodeSystem {
    /// I14, ISA15.
    public static let interchangeUsage = CodeSystem(["P": "production", "T": "test"])
    /// 875, INS03 and HD01.
    public static let maintenanceType = CodeSystem([
        "001": "change", "002": "delete", "021": "addition", "024": "cancellation or termination",
        "025": "reinstatement", "026": "correction", "030": "audit or compare",
        "032": "employee information not applicable",
    ])
    /// 1069, INS02.
    public static let relationship = CodeSystem([
        "01": "spouse", "03": "father or mother", "04": "grandparent", "05": "grandchild",
        "06": "uncle or aunt", "07": "nephew or niece", "08": "cousin", "09": "adopted child",
        "10": "foster child", "11": "child-in-law", "12": "sibling-in-law",
        "13": "parent-in-law", "14": "sibling", "15": "ward", "16": "stepparent",
        "17": "stepchild", "18": "self", "19": "child", "23": "sponsored dependent",
        "24": "dependent of a minor dependent", "25": "former spouse", "26": "guardian",
        "31": "court appointed guardian", "38": "collateral dependent", "53": "life partner",
        "60": "annuitant", "D2": "trustee", "G8": "other relationship", "G9": "other relative",
    ])
    /// 1203, INS04 and PLA05.
    public static let maintenanceReason = CodeSystem([
        "01": "divorce", "02": "birth", "03": "death", "04": "retirement", "05": "adoption",
        "06": "strike", "07": "termination of benefits", "08": "termination of employment",
        "09": "COBRA", "10": "COBRA premium paid", "11": "surviving spouse",
        "14": "voluntary withdrawal", "15": "primary care provider change", "16": "quit",
        "17": "fired", "18": "suspended", "20": "active", "21": "disability",
        "22": "plan change", "25": "change in identifying data elements",
        "26": "declined coverage", "27": "pre-enrollment", "28": "initial enrollment",
        "29": "benefit selection", "31": "legal separation", "32": "marriage",
        "33": "personnel data", "37": "leave of absence with benefits",
        "38": "leave of absence without benefits", "39": "lay off with benefits",
        "40": "lay off without benefits", "41": "re-enrollment", "43": "change of location",
        "46": "current customer information file in error", "59": "non payment",
        "AA": "dissatisfaction with office staff", "AB": "dissatisfaction with medical care",
        "AC": "inconvenient office location", "AD": "dissatisfaction with office hours",
        "AE": "unable to schedule appointments", "AF": "dissatisfaction with referral policy",
        "AG": "less respect and attention than other patients", "AH": "patient moved",
        "AI": "no reason given", "AJ": "appointment times not met",
        "AL": "algorithm assigned benefit selection", "EC": "member benefit selection",
        "XN": "notification only", "XT": "transfer",
    ])
    /// 1216, INS05.
    public static let benefitStatus = CodeSystem([
        "A": "active", "C": "COBRA", "S": "surviving insured", "T": "TEFRA",
    ])
    /// 1218, INS06-1.
    public static let medicarePlan = CodeSystem([
        "A": "Part A", "B": "Part B", "C": "Parts A and B", "D": "Medicare",
        "E": "no Medicare",
    ])
    /// 1701, INS06-2.
    public static let medicareEligibilityReason = CodeSystem([
        "0": "age", "1": "disability", "2": "end stage renal disease",
    ])
    /// 1219, INS07.
    public static let cobraEvent = CodeSystem([
        "1": "termination of employment", "2": "reduction of work hours", "3": "Medicare",
        "4": "death", "5": "divorce", "6": "separation", "7": "ineligible child",
        "8": "bankruptcy of retiree's former employer", "9": "layoff",
        "10": "leave of absence", "ZZ": "mutually defined",
    ])
    /// 584, INS08.
    public static let employmentStatus = CodeSystem([
        "AC": "active", "AO": "active military, overseas", "AU": "active military, USA",
        "FT": "full-time", "L1": "leave of absence", "PT": "part-time", "RT": "retired",
        "TE": "terminated",
    ])
    /// 1220, INS09.
    public static let studentStatus = CodeSystem([
        "F": "full-time", "N": "not a student", "P": "part-time",
    ])
    /// 1165, INS13.
    public static let confidentiality = CodeSystem(["R": "restricted", "U": "unrestricted"])
    /// 128, REF01 in loops 2000, 2300, 2320 and 2750.
    public static let enrollmentIdentifier = CodeSystem([
        "00": "contracting district number", "0F": "subscriber number",
        "17": "client reporting category", "18": "plan number", "19": "division identifier",
        "1L": "group or policy number", "23": "client number", "26": "union number",
        "38": "master policy number", "3H": "case number", "3L": "branch identifier",
        "4A": "personal identification number", "60": "account suffix code",
        "6M": "application number", "6O": "cross reference number", "6P": "group number",
        "9V": "payment category", "9X": "account category", "ABB": "personal identity number",
        "CE": "class of contract code", "D3": "pharmacy number",
        "DX": "department or agency number", "E8": "service contract number",
        "F6": "Medicare number", "GE": "geographic number", "LU": "location number",
        "M7": "medical assistance category", "P5": "position code",
        "PID": "program identification number",
        "Q4": "prior identifier number", "QQ": "unit number", "RB": "rate code number",
        "SY": "social security number", "X9": "internal control number",
        "XM": "issuer number", "XX1": "special program code", "XX2": "service area code",
        "YY": "geographic key", "ZX": "county code", "ZZ": "mutually defined",
    ])
    /// 374, DTP01.
    public static let enrollmentDate = CodeSystem([
        "007": "effective", "050": "received", "090": "report start", "091": "report end",
        "286": "retirement", "296": "initial disability period return to work",
        "297": "initial disability period last day worked", "300": "enrollment signature",
        "301": "COBRA qualifying event", "303": "maintenance effective",
        "336": "employment begin", "337": "employment end", "338": "Medicare begin",
        "339": "Medicare end", "340": "COBRA begin", "341": "COBRA end",
        "343": "premium paid to date end", "344": "coordination of benefits begin",
        "345": "coordination of benefits end", "348": "benefit begin", "349": "benefit end",
        "350": "education begin", "351": "education end", "356": "eligibility begin",
        "357": "eligibility end", "360": "initial disability period start",
        "361": "initial disability period end", "382": "enrollment",
        "383": "adjusted hire", "385": "credited service begin", "386": "credited service end",
        "388": "payment commencement", "393": "plan participation suspension",
        "394": "rehire", "473": "Medicaid begin", "474": "Medicaid end",
        "543": "last premium paid", "695": "previous period",
    ])
    /// 1205, HD03 (data element 1205).
    public static let insuranceLine = CodeSystem([
        "AG": "preventative care", "AH": "24 hour care", "AJ": "Medicare risk",
        "AK": "mental health", "DCP": "dental capitation", "DEN": "dental",
        "EPO": "exclusive provider organization", "FAC": "facility", "HE": "hearing",
        "HLT": "health", "HMO": "health maintenance organization", "LTC": "long-term care",
        "LTD": "long-term disability", "MM": "major medical", "MOD": "mail order drug",
        "PDG": "prescription drug", "POS": "point of service",
        "PPO": "preferred provider organization", "PRA": "practitioners",
        "STD": "short-term disability", "UR": "utilization review", "VIS": "vision",
    ])
    /// 1207, HD05.
    public static let coverageLevel = CodeSystem([
        "CHD": "children only", "DEP": "dependents only", "E1D": "employee and one dependent",
        "E2D": "employee and two dependents", "E3D": "employee and three dependents",
        "E5D": "employee and one or more dependents",
        "E6D": "employee and two or more dependents",
        "E7D": "employee and three or more dependents",
        "E8D": "employee and four or more dependents",
        "E9D": "employee and five or more dependents", "ECH": "employee and children",
        "EMP": "employee only", "ESP": "employee and spouse", "FAM": "family",
        "IND": "individual", "SPC": "spouse and children", "SPO": "spouse only",
        "TWO": "two party",
    ])
    /// 522, AMT01.
    public static let enrollmentAmount = CodeSystem([
        "B9": "co-insurance", "C1": "co-payment", "D2": "deductible",
        "EBA": "expected expenditure", "FK": "other unlisted", "P3": "premium",
        "R": "spend down",
    ])
    /// 1138, COB01.
    public static let payerResponsibility = CodeSystem([
        "P": "primary", "S": "secondary", "T": "tertiary", "U": "unknown",
    ])
    /// 1143, COB03.
    public static let coordinationStatus = CodeSystem([
        "1": "coordination of benefits", "5": "unknown", "6": "no coordination of benefits",
    ])
    /// 1365, COB04.
    public static let serviceType = CodeSystem([
        "1": "medical care", "35": "dental care", "48": "hospital inpatient",
        "50": "hospital outpatient", "54": "long term care",
        "89": "free standing prescription drug",
        "90": "mail order prescription drug", "A4": "psychiatric", "AG": "skilled nursing care",
        "AL": "vision", "BB": "partial hospitalization, psychiatric",
    ])
    /// 1215, IDC02.
    public static let cardType = CodeSystem([
        "D": "dental", "H": "health", "P": "prescription drug",
    ])
    /// 306, BGN08, IDC04 and PLA01.
    public static let action = CodeSystem([
        "1": "add", "2": "change", "4": "verify", "RX": "replace",
    ])
    /// 353, BGN01.
    public static let transactionPurpose = CodeSystem([
        "00": "original", "15": "resubmission", "22": "information copy",
    ])
    /// 673, QTY01.
    public static let controlTotal = CodeSystem([
        "DT": "dependents", "ET": "employees", "TO": "total",
    ])
    /// 235, DSB07.
    public static let diagnosisList = CodeSystem([
        "DX": "ICD diagnosis", "ZZ": "mutually defined",
    ])
    /// 1146, DSB01.
    public static let disabilityType = CodeSystem([
        "1": "short-term disability", "2": "long-term disability",
        "3": "permanent or total disability", "4": "no disability",
    ])
}
