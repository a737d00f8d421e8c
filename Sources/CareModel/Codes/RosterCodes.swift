// Our own short labels for codes of MassHealth's rosters.
extension CodeSystem {
    /// `Member_CP_Assignment_Plan`; what the others mean no public source says.
    public static let rosterPlan = CodeSystem([
        "BHCP": "behavioral health Community Partner",
        "LTSS": "long-term services and supports Community Partner",
    ])
    /// `Member_Sex`, `Gender`: the letters of X12, and words in the letter cases that senders use.
    public static let rosterSex = CodeSystem([
        "F": "female", "M": "male", "U": "unknown", "f": "female", "m": "male", "u": "unknown",
        "Female": "female", "Male": "male", "Unknown": "unknown",
        "FEMALE": "female", "MALE": "male", "UNKNOWN": "unknown",
        "female": "female", "male": "male", "unknown": "unknown",
    ])
    /// `Record_Status`.
    public static let rosterStatus = CodeSystem(["A": "active", "I": "inactive"])
}
