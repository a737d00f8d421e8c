/// What a billing provider does; its claims follow from that.
enum Practice: Int, Sendable {
    case clinic, behavioralHealth, communityPartner, homeCare, laboratory, ambulance
    case hospital, nursingFacility, homeHealth, dialysis
    case dentist, orthodontist

    static func draw(_ kind: ClaimKind, _ random: inout SeededGenerator) -> Practice {
        let draw = random.below(100)
        return switch kind {
        case .professional:
            switch draw {
            case 0..<42: .clinic
            case 42..<62: .behavioralHealth
            case 62..<78: .communityPartner
            case 78..<84: .homeCare
            case 84..<95: .laboratory
            default: .ambulance
            }
        case .institutional:
            switch draw {
            case 0..<66: .hospital
            case 66..<80: .nursingFacility
            case 80..<92: .homeHealth
            default: .dialysis
            }
        case .dental: draw < 90 ? .dentist : .orthodontist
        }
    }

    /// The provider taxonomy code (PRV03).
    var taxonomy: StaticString {
        switch self {
        case .clinic: "261QP2300X"
        case .behavioralHealth: "251S00000X"
        case .communityPartner: "251B00000X"
        case .homeCare: "253Z00000X"
        case .laboratory: "291U00000X"
        case .ambulance: "3416L0300X"
        case .hospital: "282N00000X"
        case .nursingFacility: "314000000X"
        case .homeHealth: "251E00000X"
        case .dialysis: "261QE0700X"
        case .dentist: "1223G0001X"
        case .orthodontist: "1223X0400X"
        }
    }

    /// How many of a hundred such providers are one person.
    var soloShare: Int {
        switch self {
        case .clinic: 12
        case .dentist: 40
        case .orthodontist: 30
        default: 0
        }
    }

    /// The clinicians whom its claims name as rendering or attending.
    var clinicianTaxonomies: StaticString {
        switch self {
        case .behavioralHealth: "1041C0700X101YM0800X2084P0800X103TC0700X"
        case .dentist: "1223G0001X1223P0221X"
        case .orthodontist: "1223X0400X"
        case .hospital: "208M00000X207R00000X207P00000X208600000X"
        default: "207Q00000X208D00000X363LF0000X208000000X207R00000X"
        }
    }
}

/// Names of invented organizations, by what they do.
struct PracticeNames: Sendable {
    private let lists: [WordList]

    init(_ names: Names) {
        // In the order of the practices.
        lists = [
            names.clinics,
            WordList(
                """
                BRIDGE STREET COUNSELING, EASTERLY BEHAVIORAL HEALTH, FOUR WINDS COUNSELING CENTER,
                OPEN DOOR RECOVERY SERVICES, SEAGRASS MENTAL HEALTH CENTER
                """),
            WordList(
                """
                BAY AND BERKSHIRE CARE PARTNERS, COMMON TABLE COMMUNITY PARTNER,
                HARBOR AND HILL CARE ALLIANCE, MILL CITY SUPPORT PARTNERSHIP
                """),
            WordList("DOORSTEP HOME CARE, KINDLY HANDS HOME SUPPORT, LANTERN DAY HABILITATION"),
            WordList("CHARTER STREET LABORATORY, NOR'EASTER DIAGNOSTICS, SILVER LAKE LABORATORIES"),
            WordList("COASTAL ROUTE AMBULANCE, NOTCH ROAD EMERGENCY TRANSPORT"),
            WordList(
                """
                CAPE LANTERN HOSPITAL, GREYSTONE MEDICAL CENTER, HOOSAC VALLEY HOSPITAL,
                MYSTIC TIDE MEDICAL CENTER, NINE BRIDGES GENERAL HOSPITAL
                """),
            WordList("APPLE ORCHARD REHABILITATION CENTER, ELMSHADE NURSING HOME, TIDEWATER MANOR"),
            WordList(
                "FERRY LANDING VISITING NURSES, HEARTH AND HOME HEALTH, TWO RIVERS HOME HEALTH"),
            WordList("BASIN DIALYSIS CENTER, MERIDIAN KIDNEY CARE"),
            WordList(
                """
                BRIGHT GABLE DENTAL, COBBLER SQUARE DENTAL GROUP, LITTLE HARBOR FAMILY DENTISTRY,
                WHITE PICKET DENTAL ASSOCIATES
                """),
            WordList("STRAIGHT ROW ORTHODONTICS, VALLEY ARCH ORTHODONTICS"),
        ]
    }

    func name(of practice: Practice, _ place: Int) -> UnsafeBufferPointer<UInt8> {
        let list = lists[practice.rawValue]
        return list[place % list.count]
    }
}

/// A billing provider of the invented state: always the same for the same place and kind of claim.
struct BillingProvider: Sendable {
    /// Place in the directory, from which its numbers follow.
    let place: Int
    let practice: Practice
    /// The person who bills alone, or nil for an organization.
    let person: Person?
    let address: Address
    let phoneLine: Int
    /// Where payments go, or nil where they go to the same address.
    let payTo: Address?

    static let count = 600

    init(place: Int, kind: ClaimKind, seed: UInt64, _ population: Population) {
        var random = SeededGenerator(seed: seed ^ 0xB111 ^ UInt64(place) << 20)
        self.place = place
        practice = Practice.draw(kind, &random)
        if random.chance(practice.soloShare) {
            person = population.person(number: place, birth: Day(number: 0), &random)
        } else {
            person = nil
        }
        var address = population.address(&random)
        address.apartment = nil
        address.extraDigits = random.within(1001...9899)
        self.address = address
        phoneLine = random.below(100)
        guard random.chance(15) else {
            payTo = nil
            return
        }
        address.isBox = true
        payTo = address
    }

    /// Its national provider identifier's place among all that have one.
    var identifierPlace: Int { 2 * Population.clinicians + place }

    /// One of the clinicians who work there.
    func clinician(_ random: inout SeededGenerator) -> Int {
        (place * 7 + random.below(7)) % Population.clinicians
    }
}
