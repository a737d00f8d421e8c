// Our own short labels for codes about people, shared by all formats that use X12's lists.
extension CodeSystem {
    /// 1068, DMG03.
    public static let sex = CodeSystem(["F": "female", "M": "male", "U": "unknown"])
    /// 1067, DMG04.
    public static let maritalStatus = CodeSystem([
        "B": "registered domestic partner", "D": "divorced", "I": "single", "M": "married",
        "R": "unreported", "S": "separated", "U": "unmarried", "W": "widowed",
        "X": "legally separated",
    ])
    /// 1109, DMG05-1.
    public static let race = CodeSystem([
        "7": "not provided", "8": "not applicable", "A": "Asian or Pacific Islander",
        "B": "Black", "C": "Caucasian", "D": "subcontinent Asian American",
        "E": "other race or ethnicity", "F": "Asian Pacific American",
        "G": "Native American", "H": "Hispanic", "I": "American Indian or Alaskan Native",
        "J": "Native Hawaiian", "N": "Black, not Hispanic", "O": "white, not Hispanic",
        "P": "Pacific Islander", "Z": "mutually defined",
    ])
    /// 1066, DMG06.
    public static let citizenship = CodeSystem([
        "1": "US citizen", "2": "non-resident alien", "3": "resident alien",
        "4": "not lawfully present", "5": "alien", "6": "US citizen, non-resident",
        "7": "US citizen, resident",
    ])
    /// 98, NM101 and N101.
    public static let entity = CodeSystem([
        "1P": "provider", "1X": "laboratory", "31": "postal mailing address", "36": "employer",
        "3D": "obstetrics and gynecology facility", "45": "drop-off location",
        "6Y": "case manager", "70": "prior incorrect insured", "74": "corrected insured",
        "75": "participant", "80": "hospital", "9K": "key person", "BO": "broker",
        "E1": "person or other entity legally responsible for a child", "EI": "executor of estate",
        "EXS": "ex-spouse", "FA": "facility", "GB": "other insured", "GD": "guardian",
        "GW": "group", "IL": "insured or subscriber", "IN": "insurer", "J6": "power of attorney",
        "LR": "legal representative", "M8": "educational institution", "OD": "doctor of optometry",
        "P3": "primary care provider", "P5": "plan sponsor", "QA": "pharmacy",
        "QD": "responsible party", "QN": "dentist", "S1": "parent", "S3": "custodial parent",
        "TV": "third party administrator", "TZ": "significant other", "X4": "spouse",
        "Y2": "managed care organization",
    ])
    /// 1065, NM102.
    public static let entityType = CodeSystem(["1": "person", "2": "organization"])
    /// 706, NM110 in loop 2310.
    public static let providerRelationship = CodeSystem([
        "25": "established patient", "26": "not established patient", "72": "unknown",
    ])
    /// 66, NM108 and N103.
    public static let identification = CodeSystem([
        "24": "employer identification number", "34": "social security number",
        "46": "electronic transmitter identification number",
        "94": "code assigned by the receiver", "FI": "federal taxpayer number",
        "II": "standard unique health identifier", "MI": "member identification number",
        "NI": "NAIC number", "PI": "payor identification", "SV": "service provider number",
        "XV": "national plan id",
        "XX": "NPI", "ZZ": "mutually defined", "LD": "NISO Z39.53 language code",
        "LE": "ISO 639 language code",
    ])
    /// 365, PER03, PER05 and PER07.
    public static let contactNumber = CodeSystem([
        "AP": "alternate telephone", "BN": "beeper", "CP": "cellular telephone",
        "EM": "electronic mail", "EX": "telephone extension", "FX": "facsimile",
        "HP": "home telephone", "TE": "telephone", "WP": "work telephone",
    ])
    /// 594, ICM01.
    public static let frequency = CodeSystem([
        "1": "weekly", "2": "biweekly", "3": "semimonthly", "4": "monthly", "6": "daily",
        "7": "annual", "8": "two calendar months", "9": "lump sum separation allowance",
        "B": "year to date", "C": "single", "H": "hourly", "Q": "quarterly",
        "S": "semiannual", "U": "unknown",
    ])
    /// 1212, HLH01.
    public static let healthRelated = CodeSystem([
        "N": "none", "S": "substance abuse", "T": "tobacco use",
        "U": "unknown", "X": "tobacco and substance use",
    ])
    /// 1303, LUI04.
    public static let languageUse = CodeSystem([
        "5": "reading", "6": "writing", "7": "speaking", "8": "native",
    ])
    /// 1176, EC01.
    public static let employmentClass = CodeSystem([
        "01": "union", "02": "non-union", "03": "executive", "04": "non-executive",
        "05": "management", "06": "non-management", "07": "hourly", "08": "salaried",
        "09": "administrative", "10": "non-administrative", "11": "exempt", "12": "non-exempt",
        "17": "highly compensated", "18": "key employee", "19": "bargaining",
        "20": "non-bargaining", "21": "owner", "22": "president", "23": "vice president",
    ])
    /// N405.
    public static let locationQualifier = CodeSystem(["60": "area", "CY": "county"])
}
