/// One row of a roster: everything that must agree across its cells.
struct RosterRow: Sendable {
    var person: Person
    var home: Address
    var mail: Address
    var phoneLine: Int
    /// Whole years on the day on which the enrollment starts.
    var age: Int
    var aco: Int
    var partner: Int
    var plan: StaticString
    /// A first day of a month.
    var start: Day
    /// A last day of a month; the enrollment goes on where there is none.
    var end: Day?
    var startReason: StaticString
    var stopReason: StaticString = ""
    var status: StaticString = "A"
    var outreach: StaticString
    /// Whether the outreach has come to its end.
    var isOver = false
    var lastContact: Day?
    var agreed: Day?
    var updated: Day
    var clinician: Int
    /// Of a visit: admission and discharge; whether the patient is still there.
    var admitted: Day
    var discharged: Day?
    /// In cents.
    var amount: Int
    /// Everything that needs to agree with nothing is drawn from it.
    var random: SeededGenerator
}

/// Draws rows whose people, plans and dates make sense together.
struct RosterDraw: Sendable {
    let kind: RosterKind
    let population: Population
    let fileDate: Day

    /// The row of a person; sheets of members who leave have an end.
    func row(_ number: Int, ends: Bool, _ random: inout SeededGenerator) -> RosterRow {
        let isBehavioral = random.chance(68)
        let age = random.within(isBehavioral ? 19...63 : 4...63)
        let start = (fileDate - random.within(30...700)).firstOfMonth
        let birth = start - (age * 1461 / 4 + random.within(20...340))
        let home = population.address(&random)
        let mail = random.chance(88) ? home : population.address(&random)
        var row = RosterRow(
            person: population.person(number: number, birth: birth, &random), home: home,
            mail: mail, phoneLine: random.below(100), age: age,
            aco: random.below(RosterPartners.acos.count), partner: 0, plan: "BHCP", start: start,
            startReason: RosterWords.startReasons.draw(&random), outreach: "In Process",
            updated: fileDate - random.within(1...25),
            clinician: random.below(Population.clinicians),
            admitted: fileDate - random.within(3...120), discharged: nil,
            amount: random.within(80...260) * 100 + random.below(100),
            random: SeededGenerator(seed: random.next()))
        row.partner = isBehavioral ? random.below(4) : 4 + random.below(2)
        row.plan = isBehavioral ? "BHCP" : random.chance(92) ? "LTSS" : "ELTSS"
        if random.chance(85) { row.discharged = row.admitted + random.below(9) }
        drawOutreach(&row, &random)
        if ends {
            row.end = max(start, fileDate - random.within(1...60)).lastOfMonth
            row.stopReason = RosterWords.stopReasons.draw(&random)
            row.status = "I"
        }
        return row
    }

    private func drawOutreach(_ row: inout RosterRow, _ random: inout SeededGenerator) {
        let contact = max(row.start, fileDate - random.within(2...80))
        let share = random.below(100)
        switch share {
        case 0..<18: row.outreach = "Not Yet Started"
        case 18..<46: row.lastContact = contact
        case 46..<82:
            row.outreach = "Engaged"
            row.lastContact = contact
            row.agreed = max(row.start, contact - random.within(0...40))
        case 82..<91: row.outreach = "Unreachable/Unable to Contact"
        case 91..<98:
            row.outreach = "Declined Participation"
            row.lastContact = contact
        default: row.outreach = "Deceased"
        }
        if kind == .statusOutreach, share >= 82 {
            row.status = "I"
            row.isOver = true
        }
    }
}

/// Invented organizations: no provider has their numbers.
enum RosterPartners {
    struct Organization: Sendable {
        let name: StaticString
        let shortName: StaticString
        let number: Int
        let location: StaticString

        var pid: String { String(number) }
        var pidsl: String { "\(number)\(location)" }
    }

    static let acos: [Organization] = [
        organization("HARBOR LANTERN HEALTH PLAN", "HLHP", 110_999_900, "C"),
        organization("STONE BRIDGE CARE ALLIANCE", "SBCA", 110_999_910, "A"),
        organization("MEADOW FERRY COMMUNITY ACO", "MFCA", 110_999_920, "B"),
        organization("NORTH CAUSEWAY PARTNERS", "NCWP", 110_999_930, "D"),
    ]
    /// Those for behavioral health, then those for long-term services.
    static let partners: [Organization] = [
        organization("CRANBERRY BOG BEHAVIORAL HEALTH", "CBBH", 110_999_700, "A"),
        organization("LIGHTHOUSE POINT COMMUNITY CARE", "LPCC", 110_999_710, "B"),
        organization("MILL RIVER WELLNESS PARTNERS", "MRWP", 110_999_720, "A"),
        organization("QUARRY HILL SUPPORTS", "QHS", 110_999_730, "C"),
        organization("SALT MARSH INDEPENDENT LIVING", "SMIL", 110_999_740, "A"),
        organization("EVERGREEN LONG TERM SUPPORTS", "ELTS", 110_999_750, "B"),
    ]

    private static func organization(
        _ name: StaticString, _ shortName: StaticString, _ number: Int, _ location: StaticString
    ) -> Organization {
        Organization(name: name, shortName: shortName, number: number, location: location)
    }
}
