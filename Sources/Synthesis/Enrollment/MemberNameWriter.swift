/// Loops 2100A and 2100B: the member, and the wrong name or birth date that a change replaces.
extension EnrollmentWriter {
    mutating func writeNames(_ member: Member) {
        let isCorrection = member.change == .name || member.change == .birthDate
        let hasAddress = !member.isTermination || random.chance(15)
        writeName(isCorrection ? "74" : "IL", member.person, hasNumber: random.chance(95))
        if hasAddress {
            if random.chance(member.isSubscriber ? 92 : 40) { writeCommunications(member) }
            if member.isSubscriber || random.chance(50) {
                out.address(member.address, population.places, showsCounty: true)
            }
        }
        writeDemographics(member)
        if !member.isTermination {
            if random.chance(3) { writeIncome() }
            out.amount("C1", cents: random.chance(80) ? 0 : random.within(1...40) * 25)
            if random.chance(4) { out.amount("P3", cents: random.within(1200...21_000)) }
            if member.age >= 16, random.chance(10) { writeHealth() }
            if random.chance(40) { writeLanguage() }
        }
        if isCorrection { writeIncorrectName(member) }
    }

    private mutating func writeName(_ code: StaticString, _ person: Person, hasNumber: Bool) {
        out.begin("NM1")
        out.element(code)
        out.element("1")
        out.nameElements(of: person, population.names)
        if hasNumber {
            out.element("34")
            out.element(population.identifiers.socialSecurityNumber(of: person.number), digits: 9)
        }
        out.end()
    }

    private mutating func writeCommunications(_ member: Member) {
        let areaCode = member.address.town.areaCode
        out.begin("PER")
        out.element("IP")
        out.skip()
        out.phone("TE", areaCode: areaCode, line: member.phoneLine)
        if random.chance(60) {
            out.phone("CP", areaCode: areaCode, line: random.below(100))
        }
        if member.age >= 14, random.chance(70) { out.mail(of: member.person, population.names) }
        out.end()
    }

    private mutating func writeDemographics(_ member: Member) {
        out.begin("DMG")
        out.element("D8")
        out.element(member.person.birth)
        if random.chance(1) {
            out.element("U")
        } else {
            out.element(member.person.isFemale ? "F" : "M")
        }
        if member.age >= 18, random.chance(50) {
            out.element(random.pick("BDIMRSUWX", width: 1))
        } else {
            out.skip()
        }
        writeRace()
        if random.chance(10) { out.element(random.pick("1234567", width: 1)) }
        out.end()
    }

    /// DMG05: mostly one letter, sometimes a code of the RET list, sometimes two of them.
    private mutating func writeRace() {
        switch random.below(100) {
        case 0..<70:
            out.element(random.pick("78ABCDEFGHIJNOPZ", width: 1))
        case 70..<82:
            out.openElement()
            writeListedRace()
        case 82..<88:
            out.openElement()
            writeListedRace()
            out.append(options.delimiters.repetition)
            out.append(UInt8(ascii: "H"))
            out.append(options.delimiters.component)
            out.append("RET")
            out.append(options.delimiters.component)
            out.append("2135-2")
        default:
            out.skip()
        }
    }

    private mutating func writeListedRace() {
        out.append(options.delimiters.component)
        out.append("RET")
        out.append(options.delimiters.component)
        out.append(random.pick("1002-52028-92054-52076-82106-32131-1", width: 6))
    }

    private mutating func writeIncome() {
        out.begin("ICM")
        out.element(random.pick("1234", width: 1))
        out.element(random.within(180...2900))
        out.append(UInt8(ascii: "."))
        out.appendNumber(random.below(100), digits: 2)
        if random.chance(50) { out.element(random.within(8...45)) }
        out.end()
    }

    private mutating func writeHealth() {
        out.begin("HLH")
        out.element(random.pick("NSTUX", width: 1))
        if random.chance(60) {
            out.element(random.within(58...76))
            out.element(random.within(96...290))
        }
        out.end()
    }

    /// LUI: a code of ISO 639-2, or a description where the list has none.
    private mutating func writeLanguage() {
        out.begin("LUI")
        if random.chance(92) {
            out.element("LE")
            out.element(random.pick("SPASPASPAPORPORHATHATCHIVIEKHMARARUSSOMFREENGENG", width: 3))
            out.skip()
        } else {
            out.skip(2)
            out.element("CAPE VERDEAN CREOLE")
        }
        if random.chance(80) { out.element(random.pick("5678", width: 1)) }
        out.end()
    }

    /// 2100B: the name or the birth date as it was before.
    private mutating func writeIncorrectName(_ member: Member) {
        var wrong = member.person
        if member.change == .name {
            wrong.surname = (wrong.surname + random.within(1...9)) % population.names.surnames.count
            wrong.secondSurname = nil
        } else {
            wrong.birth = wrong.birth - random.within(1...400)
        }
        writeName("70", wrong, hasNumber: random.chance(30))
        guard member.change == .birthDate else { return }
        out.begin("DMG")
        out.element("D8")
        out.element(wrong.birth)
        out.element(wrong.isFemale ? "F" : "M")
        out.end()
    }
}
