/// A few phrases to draw from.
struct RosterWords: Sendable {
    private let phrases: [StaticString]

    init(_ phrases: StaticString...) { self.phrases = phrases }

    func draw(_ random: inout SeededGenerator) -> StaticString {
        phrases[random.below(phrases.count)]
    }

    static let startReasons = RosterWords(
        "MH-Identified", "ACO Referred", "CP Referred", "Provider Referred",
        "Enrollee Requested Change", "ACO/MCO Requested Change", "DMH Referred")
    static let stopReasons = RosterWords(
        "Declined", "Unreachable", "Moved out of Geographic Area", "Graduated",
        "Enrollee requested change", "Medical exception", "Reported Eligibility Loss",
        "Disengaged", "Deceased")
    static let identifications = RosterWords("Identified", "ACCS", "Identified Relationship")
    static let languages = RosterWords(
        "English", "English", "English", "Spanish", "Portuguese", "Haitian Creole", "Vietnamese",
        "Cape Verdean Creole", "Khmer", "Mandarin")
    static let races = RosterWords(
        "CAUCASIAN", "BLACK", "HISPANIC", "ASIAN", "RACE UNKNOWN", "INTERRACIAL")
    static let regions = RosterWords(
        "SOUTHERN", "CENTRAL", "NORTHERN", "WESTERN", "GREATER BOSTON")
    static let categories = RosterWords("RC1 child", "RC2 adult", "RC1 adult", "RC9 adult")
    static let enrollmentStates = RosterWords("new", "continuous", "continuous")
    static let facilities = RosterWords(
        "GRANITE COVE HOSPITAL", "MAPLE RIDGE MEDICAL CENTER", "OLD MILL HOSPITAL")
    static let dispositions = RosterWords(
        "Home or self care", "Left against advice", "Skilled nursing facility", "Home health")
    static let visitClasses = RosterWords("Emergency", "Inpatient", "Observation")
    static let complaints = RosterWords(
        "Shortness of breath", "Chest pain", "Fall at home", "Abdominal pain, two days",
        "Low mood", "Medication refill")
    static let diagnoses = RosterWords(
        "J44.9:Chronic obstructive pulmonary disease", "F32.9:Depression;I10:Hypertension",
        "E11.9:Type 2 diabetes", "R07.9:Chest pain",
        "F11.20:Opioid dependence;R45.851:Suicidal ideation")
    static let genders = RosterWords("Man", "Woman", "Non-Binary", "Prefer not to say")
    static let orientations = RosterWords("Straight", "Gay or Lesbian", "Bisexual")
    static let educations = RosterWords(
        "Less than high school", "High school diploma or GED", "Some college", "College degree")
    static let employments = RosterWords(
        "Employed full time", "Employed part time", "Unemployed", "Unable to work")
    static let healthNeeds = RosterWords(
        "Behavioral health need", "Complex physical health need",
        "Behavioral health need; Repeated ED use", "ADL or IADL support")
    static let riskFactors = RosterWords(
        "Homelessness", "At risk of homelessness", "Nutritional risk",
        "At risk of homelessness; Nutritional risk")
    static let deliveries = RosterWords(
        "ROWAN STREET HOUSING", "FIVE LOAVES KITCHEN", "ROWAN STREET HOUSING, FIVE LOAVES KITCHEN")
    static let activities = RosterWords("G9011", "T2024", "G9005", "G9007", "G0506")
}
