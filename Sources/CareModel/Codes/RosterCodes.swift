// Our own short labels for codes of MassHealth's rosters.
extension CodeSystem {
    /// `Member_CP_Assignment_Plan`; what the others mean no public source says.
    public static let rosterPlan = CodeSystem([
        "BHCP": "behavioral health Community Partner",
        "LTSS": "long-term services and supports Community Partner",
    ])
    /// `Record_Status`.
    public static let rosterStatus = CodeSystem(["A": "active", "I": "inactive"])
}
