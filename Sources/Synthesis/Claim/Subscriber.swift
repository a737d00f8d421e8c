/// A member whose claims are written, or whose dependents' claims are.
struct Subscriber {
    var person: Person
    var address: Address
    /// Dependents with claims of their own; 0 where the subscriber is the patient.
    var dependents = 0
    /// Payers that come before MassHealth, 0 to 2.
    var payers = 0
    /// The first of them, by place in the list of insurers.
    var insurer = 0
}

/// Loops 2000B, 2010BA and 2010BB; 2000C and 2010CA.
extension ClaimWriter {
    mutating func drawSubscriber() {
        subscriber = Subscriber(
            person: population.person(number: persons, birth: drawBirth(isAdult: false), &random),
            address: population.address(&random))
        persons += 1
        // A parent of dependents is grown up, and nobody bills activities for a dependent.
        if provider.practice != .communityPartner, random.chance(7) {
            subscriber.dependents = random.chance(75) ? 1 : 2
            subscriber.person.birth = drawBirth(isAdult: true)
        }
        guard provider.practice != .communityPartner else { return }
        switch random.below(100) {
        case 0..<10: subscriber.payers = 1
        case 10..<12: subscriber.payers = 2
        default: break
        }
        subscriber.insurer = random.below(population.names.insurers.count)
    }

    /// Everybody has lived longer than claims reach back.
    private mutating func drawBirth(isAdult: Bool) -> Day {
        let age =
            switch random.below(100) {
            case 0..<26 where !isAdult: random.within(2...17)
            case 0..<88: random.within(19...64)
            default: random.within(65...94)
            }
        return options.fileDate - (age * 1461 / 4 + random.within(1...364))
    }

    mutating func drawDependent() -> Person {
        let age = random.within(2...17)
        let birth = options.fileDate - (age * 1461 / 4 + random.within(1...364))
        var person = population.person(number: persons, birth: birth, &random)
        persons += 1
        person.surname = subscriber.person.surname
        person.secondSurname = subscriber.person.secondSurname
        person.joinsWithHyphen = subscriber.person.joinsWithHyphen
        return person
    }

    // MARK: Levels

    mutating func writeSubscriberLevel() {
        let isPatient = subscriber.dependents == 0
        levels += 1
        subscriberLevel = levels
        out.begin("HL")
        out.element(levels)
        out.element(providerLevel)
        out.element("22")
        out.element(isPatient ? 0 : 1)
        out.end()

        out.begin("SBR")
        out.element(subscriber.payers == 0 ? "P" : subscriber.payers == 1 ? "S" : "T")
        if isPatient { out.element("18") } else { out.skip() }
        out.skip(6)
        out.element("MC")
        out.end()

        out.begin("NM1")
        out.element("IL")
        out.element("1")
        out.nameElements(of: subscriber.person, population.names)
        out.element("MI")
        out.element(population.identifiers.memberNumber(of: subscriber.person.number))
        out.end()
        if isPatient {
            out.address(subscriber.address, population.places)
            writeDemographics(subscriber.person)
        }
        writePayer()
    }

    private mutating func writeDemographics(_ person: Person) {
        out.begin("DMG")
        out.element("D8")
        out.element(person.birth)
        out.element(person.isFemale ? "F" : "M")
        out.end()
    }

    private mutating func writePayer() {
        out.begin("NM1")
        out.element("PR")
        out.element("2")
        out.element("MASSHEALTH")
        out.skip(4)
        out.element("PI")
        out.element("DMA7384")
        out.end()
        guard provider.place % 4 == 0 else { return }
        out.begin("REF")
        out.element("G2")
        out.element(110_000_000 + 990_000 + provider.place)
        out.append(UInt8(ascii: "A"))
        out.end()
    }

    mutating func writePatientLevel(_ person: Person) {
        levels += 1
        out.begin("HL")
        out.element(levels)
        out.element(subscriberLevel)
        out.element("23")
        out.element("0")
        out.end()
        out.segment("PAT", random.chance(92) ? "19" : "G8")
        out.begin("NM1")
        out.element("QC")
        out.element("1")
        out.nameElements(of: person, population.names)
        out.end()
        out.address(subscriber.address, population.places)
        writeDemographics(person)
    }
}
