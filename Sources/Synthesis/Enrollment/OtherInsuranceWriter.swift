/// Loops 2320 and 2330, other insurance; and 2700 to 2750, the reporting categories.
extension EnrollmentWriter {
    mutating func writeOtherInsurance(_ member: Member) {
        let isKnown = random.chance(80)
        out.begin("COB")
        out.element(random.pick("PSTU", width: 1))
        if isKnown { out.element(random.within(100_000...99_999_999)) } else { out.skip() }
        out.element(isKnown ? "1" : "5")
        if random.chance(40) {
            out.openElement()
            switch random.below(4) {
            case 0: out.append("1")
            case 1: out.append("35")
            case 2: out.append("89")
            default: out.append("AL")
            }
        }
        out.end()
        guard isKnown else { return }
        out.begin("REF")
        out.element("6P")
        out.element(random.within(1000...99_999))
        out.end()
        out.date("344", member.span.start)
        if random.chance(15), !member.span.isOpen { out.date("345", member.span.end) }
        if random.chance(60) { writeInsurer() }
    }

    private mutating func writeInsurer() {
        let place = population.address(&random)
        let insurer = random.below(population.names.insurers.count)
        out.begin("NM1")
        out.element("IN")
        out.element("2")
        out.element(population.names.insurers[insurer])
        out.skip(4)
        out.element("FI")
        out.element(990_000 + insurer, digits: 9)
        out.end()
        if random.chance(50) { out.address(place, population.places) }
        if random.chance(30) {
            out.begin("PER")
            out.element("CN")
            out.skip()
            out.phone("TE", areaCode: place.town.areaCode, line: random.below(100))
            out.end()
        }
    }

    // MARK: Reporting categories

    mutating func writeCategories(_ member: Member) {
        out.begin("LS")
        out.element("2700")
        out.end()
        let first = random.below(Self.categoryCount)
        for place in 0..<random.within(1...3) {
            out.begin("LX")
            out.element(place + 1)
            out.end()
            writeCategory((first + place) % Self.categoryCount)
            writeCategoryDate(member)
        }
        out.begin("LE")
        out.element("2700")
        out.end()
    }

    private static let categoryCount = 6

    private mutating func writeCategory(_ kind: Int) {
        switch kind {
        case 0:
            writeCategory("HIV Family Assistance", "XX1", random.pick("84", width: 2))
        case 1:
            writeCategory("MA Health Insurance Exchange", "ZZ", random.pick("HIX", width: 3))
        case 2:
            writeCategory("Rating Category", "ZZ", random.pick("RC1RC2RC9", width: 3))
        case 3:
            writeCategory("Aid Category", "17", random.pick("AXD1L6TQ", width: 2))
        case 4:
            writeCategory("Agency Affiliation", "00", random.pick("DMHDDSDTADCF", width: 3))
        default:
            writeCategory("Service Area", "LU", random.pick("0117223142", width: 2))
        }
    }

    private mutating func writeCategory(
        _ name: StaticString, _ qualifier: StaticString, _ value: UnsafeBufferPointer<UInt8>
    ) {
        out.begin("N1")
        out.element("75")
        out.element(name)
        out.end()
        out.reference(qualifier, value)
    }

    private mutating func writeCategoryDate(_ member: Member) {
        out.begin("DTP")
        out.element("007")
        if random.chance(80) {
            out.element("RD8")
            out.element(member.span.start)
            out.append(UInt8(ascii: "-"))
            out.append(member.span.end)
        } else {
            out.element("D8")
            out.element(member.span.start)
        }
        out.end()
    }
}
