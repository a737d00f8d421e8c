// Our own short labels for codes of diagnoses, procedures and stays. Lists whose texts are licensed
// (revenue, occurrence, value and condition codes, DRG, CPT, CDT) have none.
extension CodeSystem {
    /// 1270, HI of a diagnosis: what it is, and of which list.
    public static let diagnosisKind = CodeSystem([
        "ABF": "other, ICD-10-CM", "ABJ": "admitting, ICD-10-CM", "ABK": "principal, ICD-10-CM",
        "ABN": "external cause, ICD-10-CM", "APR": "reason for visit, ICD-10-CM",
        "BF": "other, ICD-9-CM", "BJ": "admitting, ICD-9-CM", "BK": "principal, ICD-9-CM",
        "BN": "external cause, ICD-9-CM", "PR": "reason for visit, ICD-9-CM",
        "TQ": "SNODENT",
    ])
    /// 1270, HI of a procedure: what it is, and of which list.
    public static let procedureKind = CodeSystem([
        "BBQ": "other, ICD-10-PCS", "BBR": "principal, ICD-10-PCS", "BO": "other, HCPCS",
        "BP": "principal, HCPCS", "BQ": "other, ICD-9-CM", "BR": "principal, ICD-9-CM",
        "CAH": "principal, advanced billing concepts",
    ])
    /// 1073, C022-09 of a diagnosis.
    public static let presentOnAdmission = CodeSystem([
        "N": "no", "U": "documentation insufficient", "W": "clinically undetermined", "Y": "yes",
    ])
    /// 1315, CL101.
    public static let admissionType = CodeSystem([
        "1": "emergency", "2": "urgent", "3": "elective", "4": "newborn", "5": "trauma",
        "9": "not available",
    ])
    /// 1314, CL102; 5 and 6 of a newborn say where it was born.
    public static let admissionSource = CodeSystem([
        "1": "no health care facility", "2": "clinic or physician's office",
        "4": "another hospital", "5": "nursing facility, or born here",
        "6": "other health care facility, or born elsewhere", "7": "emergency room",
        "8": "court or law enforcement",
        "9": "not available", "D": "another unit of the hospital",
        "E": "ambulatory surgery center", "F": "hospice", "G": "disaster alternate care site",
    ])
    /// 1352, CL103.
    public static let patientStatus = CodeSystem([
        "01": "discharged home", "02": "to a short-term hospital",
        "03": "to a skilled nursing facility", "04": "to an intermediate care facility",
        "05": "to a cancer center or children's hospital", "06": "home with home health service",
        "07": "left against advice", "09": "admitted to this hospital", "20": "died",
        "21": "to court or law enforcement", "30": "still a patient", "40": "died at home",
        "41": "died in a medical facility", "42": "died, place unknown",
        "43": "to a federal hospital", "50": "hospice, home", "51": "hospice, facility",
        "61": "to a swing bed of this hospital", "62": "to a rehabilitation facility",
        "63": "to a long-term care hospital", "64": "to a Medicaid nursing facility",
        "65": "to a psychiatric hospital", "66": "to a critical access hospital",
        "69": "to a disaster alternate care site", "70": "to another health care institution",
    ])
    /// 1331, CLM05-1 where CLM05-2 is B, and SV105. Source: the public place of service code set of
    /// the Centers for Medicare & Medicaid Services.
    public static let placeOfService = CodeSystem([
        "01": "pharmacy", "02": "telehealth, not at home", "03": "school",
        "04": "homeless shelter", "05": "Indian Health Service, free-standing",
        "06": "Indian Health Service, provider-based", "07": "tribal 638, free-standing",
        "08": "tribal 638, provider-based", "09": "correctional facility",
        "10": "telehealth at home", "11": "office", "12": "home", "13": "assisted living facility",
        "14": "group home", "15": "mobile unit", "16": "temporary lodging",
        "17": "walk-in retail health clinic", "18": "place of employment",
        "19": "off campus outpatient hospital", "20": "urgent care facility",
        "21": "inpatient hospital", "22": "on campus outpatient hospital",
        "23": "hospital emergency room", "24": "ambulatory surgical center",
        "25": "birthing center", "26": "military treatment facility", "27": "outreach site",
        "31": "skilled nursing facility", "32": "nursing facility",
        "33": "custodial care facility", "34": "hospice", "41": "ambulance, land",
        "42": "ambulance, air or water", "49": "independent clinic",
        "50": "federally qualified health center", "51": "inpatient psychiatric facility",
        "52": "psychiatric facility, partial hospitalization",
        "53": "community mental health center",
        "54": "intermediate care facility, intellectual disabilities",
        "55": "residential substance abuse treatment facility",
        "56": "psychiatric residential treatment center",
        "57": "non-residential substance abuse treatment facility",
        "58": "non-residential opioid treatment facility", "60": "mass immunization center",
        "61": "comprehensive inpatient rehabilitation facility",
        "62": "comprehensive outpatient rehabilitation facility",
        "65": "end-stage renal disease facility", "66": "PACE center",
        "71": "public health clinic", "72": "rural health clinic",
        "81": "independent laboratory", "99": "other",
    ])
}
