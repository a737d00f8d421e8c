/// Towns of Massachusetts with what an address must agree on: ZIP code, county and area code.
struct Places: Sendable {
    struct Town: Sendable {
        let postalCode: Int
        /// The county by its place in the alphabet, 1 Barnstable to 14 Worcester.
        let county: Int
        let areaCode: Int
        let nameIndex: Int
    }

    let townNames: WordList
    let streets: WordList
    private let towns: [Town]
    private let weighted: [UInt16]

    init() {
        let table = WordList(Places.towns)
        streets = WordList(Places.streetNames)
        townNames = table
        var towns: [Town] = []
        var weighted: [UInt16] = []
        for index in 0..<table.count {
            let row = table[index]
            // Columns: ZIP code 0–4, county 6–7, area code 9–11, weight 13, name from 15 on.
            towns.append(
                Town(
                    postalCode: Places.number(row[0..<5]), county: Places.number(row[6..<8]),
                    areaCode: Places.number(row[9..<12]), nameIndex: index))
            for _ in 0..<Places.number(row[13..<14]) { weighted.append(UInt16(index)) }
        }
        self.towns = towns
        self.weighted = weighted
    }

    /// A town, populous ones more often.
    func draw(_ random: inout SeededGenerator) -> Town {
        towns[Int(weighted[random.below(weighted.count)])]
    }

    func name(of town: Town) -> UnsafeBufferPointer<UInt8> {
        let row = townNames[town.nameIndex]
        return UnsafeBufferPointer(rebasing: row[15...])
    }

    private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
        digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    private static let streetNames: StaticString =
        """
        ADAMS ST, ARBORETUM WAY, ASH ST, BAY STATE RD, BEACON HILL TER, BEECH AVE, BIRCHWOOD LN,
        BOULDER BROOK DR, BOYNTON ST, BROAD ST, BROOKSIDE AVE, CANAL ST, CEDAR ST, CENTRAL ST,
        CHARTER OAK LN, CHESTNUT ST, CHURCH ST, COLUMBIA RD, COMMONWEALTH TER, CONGRESS ST,
        COTTAGE ST, CRANBERRY LN, CROSS ST, DEPOT ST, EASTERN AVE, ELM ST, ESSEX ST, FACTORY SQ,
        FERRY RD, FRANKLIN ST, GRANITE ST, GREEN ST, GROVE ST, HANCOCK ST, HARVEST LN, HIGH ST,
        HIGHLAND AVE, HOLLY CIR, LAKEVIEW AVE, LIBERTY ST, LINDEN ST, LOCUST ST, MAIN ST, MAPLE ST,
        MEADOW LN, MERRIAM AVE, MILL ST, MOUNT VERNON ST, NEWBURY TER, NORTH MAIN ST, NORTH ST,
        OLD BOSTON TURNPIKE, ORCHARD ST, OVERLOOK DR, PARK AVE, PARK ST, PEARL ST, PINE ST,
        PLEASANT ST, POND ST, PROSPECT ST, QUARRY RD, RIVER RD, SALEM ST, SCHOOL ST, SHORE DR,
        SOUTH MAIN ST, SPRING ST, STATE RD, SUMMER ST, SUNSET AVE, TREMONT ST, UNION ST,
        VETERANS MEMORIAL PKWY, VILLAGE GREEN, WALNUT ST, WASHINGTON ST, WATER ST, WEST ST,
        WHIPPLE ST, WILLOW ST, WINTER ST, WOODLAND RD
        """

    private static let towns: StaticString =
        """
        02601 01 508 4 HYANNIS,           02540 01 508 2 FALMOUTH,
        02563 01 508 1 SANDWICH,          02657 01 508 1 PROVINCETOWN,
        02532 01 508 1 BUZZARDS BAY,      02645 01 508 1 HARWICH,
        01201 02 413 4 PITTSFIELD,        01247 02 413 2 NORTH ADAMS,
        01230 02 413 1 GREAT BARRINGTON,  01220 02 413 1 ADAMS,
        02720 03 508 4 FALL RIVER,        02721 03 508 4 FALL RIVER,
        02740 03 508 5 NEW BEDFORD,       02744 03 508 3 NEW BEDFORD,
        02780 03 508 4 TAUNTON,           02703 03 508 3 ATTLEBORO,
        02719 03 508 1 FAIRHAVEN,         02777 03 508 1 SWANSEA,
        02568 04 508 1 VINEYARD HAVEN,    02557 04 508 1 OAK BLUFFS,
        01841 05 978 6 LAWRENCE,          01843 05 978 4 LAWRENCE,
        01902 05 781 5 LYNN,              01905 05 781 4 LYNN,
        01830 05 978 3 HAVERHILL,         01970 05 978 3 SALEM,
        01844 05 978 3 METHUEN,           01960 05 978 2 PEABODY,
        01930 05 978 2 GLOUCESTER,        01915 05 978 2 BEVERLY,
        01301 06 413 2 GREENFIELD,        01364 06 978 1 ORANGE,
        01376 06 413 1 TURNERS FALLS,     01105 07 413 5 SPRINGFIELD,
        01108 07 413 5 SPRINGFIELD,       01109 07 413 5 SPRINGFIELD,
        01040 07 413 5 HOLYOKE,           01020 07 413 3 CHICOPEE,
        01085 07 413 2 WESTFIELD,         01089 07 413 2 WEST SPRINGFIELD,
        01056 07 413 1 LUDLOW,            01060 08 413 2 NORTHAMPTON,
        01002 08 413 2 AMHERST,           01027 08 413 1 EASTHAMPTON,
        01082 08 413 1 WARE,              02139 09 617 4 CAMBRIDGE,
        02141 09 617 2 CAMBRIDGE,         01850 09 978 4 LOWELL,
        01852 09 978 4 LOWELL,            01854 09 978 3 LOWELL,
        02145 09 617 3 SOMERVILLE,        02148 09 781 4 MALDEN,
        02149 09 617 4 EVERETT,           01702 09 508 4 FRAMINGHAM,
        02453 09 781 3 WALTHAM,           02155 09 781 3 MEDFORD,
        01752 09 508 2 MARLBOROUGH,       01801 09 781 2 WOBURN,
        01826 09 978 1 DRACUT,            01432 09 978 1 AYER,
        02554 10 508 1 NANTUCKET,         02169 11 617 5 QUINCY,
        02368 11 781 3 RANDOLPH,          02188 11 781 2 WEYMOUTH,
        02184 11 781 2 BRAINTREE,         02072 11 781 2 STOUGHTON,
        02062 11 781 2 NORWOOD,           02446 11 617 1 BROOKLINE,
        02301 12 508 6 BROCKTON,          02302 12 508 5 BROCKTON,
        02360 12 508 3 PLYMOUTH,          02571 12 508 2 WAREHAM,
        02346 12 508 1 MIDDLEBOROUGH,     02370 12 781 1 ROCKLAND,
        02118 13 617 4 BOSTON,            02119 13 617 5 ROXBURY,
        02121 13 617 5 DORCHESTER,        02124 13 617 6 DORCHESTER,
        02125 13 617 5 DORCHESTER,        02126 13 617 4 MATTAPAN,
        02128 13 617 5 EAST BOSTON,       02130 13 617 3 JAMAICA PLAIN,
        02136 13 617 4 HYDE PARK,         02150 13 617 5 CHELSEA,
        02151 13 617 5 REVERE,            02152 13 617 1 WINTHROP,
        01603 14 508 4 WORCESTER,         01604 14 508 5 WORCESTER,
        01605 14 508 5 WORCESTER,         01610 14 508 5 WORCESTER,
        01420 14 978 4 FITCHBURG,         01453 14 978 3 LEOMINSTER,
        01550 14 508 2 SOUTHBRIDGE,       01570 14 508 2 WEBSTER,
        01757 14 508 2 MILFORD,           01440 14 978 2 GARDNER,
        01501 14 508 1 AUBURN,            01331 14 978 1 ATHOL,
        01545 14 508 1 SHREWSBURY,        01588 14 508 1 WHITINSVILLE
        """
}
