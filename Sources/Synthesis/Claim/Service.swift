/// A kind of service with what its lines need.
struct Service: Sendable {
    let code: StaticString
    /// Cents of one unit.
    let price: Int
    /// Modifiers that belong to the code, two letters each.
    var modifiers: StaticString = ""
    /// The revenue code of an institutional line.
    var revenue: StaticString = ""
    /// Eleven digits of a drug that comes with it.
    var drug: StaticString = ""
    /// Where in the mouth it happens.
    var site = Site.mouth

    enum Site: Sendable {
        case mouth, tooth, crown, quadrant, upperJaw, lowerJaw
        /// A filling with so many surfaces of a front tooth.
        case front(Int)
        /// A filling with so many surfaces of a back tooth.
        case back(Int)
    }

    init(_ code: StaticString, _ price: Int, _ modifiers: StaticString = "") {
        self.code = code
        self.price = price
        self.modifiers = modifiers
    }

    init(_ code: StaticString, _ price: Int, revenue: StaticString, drug: StaticString = "") {
        self.init(code, price)
        self.revenue = revenue
        self.drug = drug
    }

    init(_ code: StaticString, _ price: Int, _ site: Site) {
        self.init(code, price)
        self.site = site
    }
}

/// The services of the practices; codes are public, prices invented.
struct Services: Sendable {
    let visits = [
        Service("99213", 12500), Service("G0444", 2150), Service("36415", 900),
        Service("J1885", 650, revenue: "", drug: "99999010110"), Service("96372", 3450),
        Service("G0447", 3025), Service("99406", 1875), Service("94640", 2600),
        Service("J0696", 1125, revenue: "", drug: "99999020225"), Service("93000", 4175),
        Service("G0108", 6240), Service("S9470", 5500),
    ]
    let counseling = [
        Service("H0004", 3125), Service("T1017", 2240), Service("90834", 11580),
        Service("H0001", 14500), Service("H2015", 2075), Service("H0020", 1750),
        Service("H0031", 16050), Service("S9485", 41200), Service("H0015", 15900),
        Service("90837", 16925),
    ]
    /// What a community partner reports: without a charge, and with modifiers of its own.
    let activities = [
        Service("G9011", 0), Service("G9005", 0), Service("T2024", 0), Service("G9007", 0),
        Service("G0506", 0), Service("T2024", 0, "U4"), Service("T2038", 0),
        Service("G9919", 0), Service("T2038", 0, "U5"), Service("G9920", 0),
    ]
    let homeCare = [
        Service("T1019", 575), Service("S5102", 7350), Service("H2014", 1180),
        Service("S5130", 690), Service("T2021", 1640), Service("S5170", 925),
    ]
    let laboratory = [
        Service("80053", 1450), Service("85025", 1075), Service("83036", 1320),
        Service("80061", 1810), Service("84443", 2315), Service("81001", 475),
        Service("82306", 4075), Service("G0480", 11450), Service("87086", 1125),
        Service("82947", 560), Service("87635", 7500), Service("85610", 590),
        Service("P9603", 125), Service("86803", 1985),
    ]
    let ambulance = [
        Service("A0428", 29850), Service("A0429", 47620), Service("A0427", 56575),
    ]
    let mileage = Service("A0425", 815)

    // MARK: Institutional

    let rooms = [
        Service("", 215_000, revenue: "0120"), Service("", 386_500, revenue: "0200"),
        Service("", 168_000, revenue: "0124"), Service("", 231_250, revenue: "0110"),
    ]
    let ancillaries: [Service] = [
        Service("", 41_275, revenue: "0250"), Service("", 12_850, revenue: "0270"),
        Service("", 23_100, revenue: "0300"), Service("", 9_875, revenue: "0301"),
        Service("", 18_450, revenue: "0305"), Service("", 15_225, revenue: "0306"),
        Service("", 31_900, revenue: "0320"), Service("", 98_500, revenue: "0351"),
        Service("", 412_000, revenue: "0360"), Service("", 87_640, revenue: "0370"),
        Service("", 26_315, revenue: "0410"), Service("", 14_050, revenue: "0420"),
        Service("", 16_725, revenue: "0430"), Service("", 143_300, revenue: "0450"),
        Service("", 37_480, revenue: "0636"), Service("", 61_950, revenue: "0710"),
        Service("", 28_775, revenue: "0730"), Service("", 19_060, revenue: "0921"),
    ]
    let emergency = [
        Service("99283", 68_750, revenue: "0450"), Service("80053", 14_275, revenue: "0301"),
        Service("71046", 31_825, revenue: "0320"), Service("93005", 18_900, revenue: "0730"),
        Service("J1885", 2_150, revenue: "0636", drug: "99999010110"),
        Service("96374", 22_640, revenue: "0260"), Service("70450", 129_300, revenue: "0351"),
        Service("85025", 8_450, revenue: "0305"), Service("A6402", 325, revenue: "0270"),
    ]
    let outpatient = [
        Service("G0463", 19_850, revenue: "0510"), Service("97110", 9_240, revenue: "0420"),
        Service("J0696", 3_475, revenue: "0636", drug: "99999020225"),
        Service("H0015", 31_500, revenue: "0905"), Service("G0283", 4_180, revenue: "0420"),
        Service("77067", 27_960, revenue: "0403"), Service("80061", 9_715, revenue: "0301"),
        Service("90834", 21_300, revenue: "0914"), Service("97530", 10_425, revenue: "0430"),
    ]
    let homeHealth = [
        Service("G0299", 18_500, revenue: "0551"), Service("G0151", 17_225, revenue: "0421"),
        Service("G0156", 7_840, revenue: "0571"), Service("G0300", 15_900, revenue: "0551"),
    ]
    let nursing = Service("", 31_475, revenue: "0120")
    let dialysis = Service("90999", 41_650, revenue: "0821")

    // MARK: Dental

    let checkups = [
        Service("D0120", 3900), Service("D1120", 5350), Service("D1206", 2600),
        Service("D0272", 2950), Service("D0274", 4200), Service("D1110", 7075),
        Service("D0220", 1850), Service("D0330", 7300), Service("D0150", 5825),
    ]
    let treatments = [
        Service("D2391", 10_525, .back(1)), Service("D2140", 7_150, .back(1)),
        Service("D2331", 12_075, .front(2)), Service("D2150", 9_240, .back(2)),
        Service("D1351", 4_425, .tooth), Service("D7140", 12_900, .tooth),
        Service("D2392", 13_350, .back(2)), Service("D2330", 9_725, .front(1)),
        Service("D4341", 14_650, .quadrant), Service("D2160", 11_480, .back(3)),
        Service("D2332", 14_925, .front(3)), Service("D3310", 62_550, .tooth),
        Service("D2740", 84_300, .crown), Service("D9230", 3_775),
    ]
    let dentures = [Service("D5110", 102_500, .upperJaw), Service("D5120", 104_250, .lowerJaw)]
    let orthodontics = [
        Service("D8670", 21_500), Service("D8080", 265_000), Service("D8680", 31_250),
    ]
}
