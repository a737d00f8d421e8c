/// Draws and writes one referral after another.
struct ReferralWriter {
    var out = ElementWriter()
    private let options: ReferralSynthesis.Options
    private let population: Population
    private var random: SeededGenerator
    /// Of the referral that is being written.
    private var defect: ReferralDefect?
    private var program = ReferralProgram.behavioral
    private var written = Day(number: 0)

    init(_ options: ReferralSynthesis.Options) {
        self.options = options
        population = Population(seed: options.seed)
        random = SeededGenerator(seed: options.seed ^ 0x4EFE44A1)
    }

    /// Writes a referral; the defect that it has.
    mutating func write(_ number: Int) -> ReferralDefect? {
        program = ReferralProgram.allCases[random.below(3)]
        written = options.fileDate - random.within(0...120)
        defect = drawDefect()
        openReferral(number)
        out.tag("program")
        out.attribute("code", program.code)
        if program == .flexible { out.attribute("category", category) }
        out.end()
        writeMember(number)
        writeParty("from", "Example Care Organization ", random.within(1...17), hasPerson: true)
        if defect == .missingReceiver {
            out.tag("to")
            out.end()
        } else {
            writeParty("to", "Example Partner ", random.within(1...40), hasPerson: false)
        }
        writeRequest()
        writeHistory()
        if defect == .unknownElement {
            out.tag("remark")
            out.text("CALL BACK", "remark")
        }
        out.close("referral")
        return defect
    }

    private mutating func drawDefect() -> ReferralDefect? {
        guard options.defectRate > 0, random.chance(rate: options.defectRate) else { return nil }
        let program = program
        let kinds = options.defectKinds.filter { $0.fits(program) }
        return kinds.isEmpty ? nil : kinds[random.below(kinds.count)]
    }

    private var category: StaticString = "nutrition"

    private mutating func openReferral(_ number: Int) {
        let categories: [StaticString] = [
            "nutrition", "home-modification", "tenancy-sustaining", "pre-tenancy-individual",
            "pre-tenancy-transitional",
        ]
        category = categories[random.below(categories.count)]
        out.tag("referral")
        out.attribute("id", "R-\(100_000 + number)".utf8)
        out.attribute("status", defect == .unknownStatus ? "ready" : "in-progress")
        out.attribute("intent", "order")
        out.attribute("priority", random.chance(15) ? "urgent" : "routine")
        out.attribute("authored", written)
        let begin = written + random.within(3...20)
        let length = random.within(30...180)
        out.attribute("begin", begin)
        out.attribute("end", defect == .endBeforeStart ? begin - length : begin + length)
        out.open()
    }

    // MARK: Who

    private mutating func writeMember(_ number: Int) {
        var age = random.within(program.ages)
        if defect == .wrongAge { age = random.within(66...90) }
        var birth = written - (age * 365 + age / 4 + random.within(1...360))
        if defect == .birthInFuture { birth = written + random.within(30...4000) }
        let person = population.person(number: number, birth: birth, &random)
        let id = population.identifiers.memberNumber(of: number)
        out.tag("member")
        out.attribute("id", defect == .shortMemberNumber ? id / 10 : id)
        if defect == .badDate {
            out.attribute("birthDate", "1973-02-31")
        } else {
            out.attribute("birthDate", birth)
        }
        out.attribute("sex", defect == .badCode ? "Q" : person.isFemale ? "F" : "M")
        out.open()
        if defect != .missingName { writeName(person) }
        if random.chance(60) { writeTelecom() }
        writeAddress(population.address(&random))
        out.close("member")
    }

    private mutating func writeName(_ person: Person) {
        let given = person.isFemale ? population.names.female : population.names.male
        out.tag("name")
        out.attribute("last", population.names.surnames[person.surname])
        out.attribute("first", given[person.givenName])
        if let initial = person.middleInitial { out.attribute("middle", [initial]) }
        out.end()
    }

    private mutating func writeTelecom() {
        out.tag("telecom")
        out.attribute("system", "phone")
        out.attribute("use", random.chance(70) ? "mobile" : "home")
        out.attribute("value", "617-555-0\(100 + random.below(100))".utf8)
        out.end()
    }

    private mutating func writeAddress(_ address: Address) {
        out.tag("address")
        out.attribute("use", "home")
        out.attribute("city", population.places.name(of: address.town))
        out.attribute("state", "MA")
        let code = String(address.town.postalCode)
        out.attribute(
            "postalCode", (String(repeating: "0", count: 5 - code.utf8.count) + code).utf8)
        out.open()
        out.tag("line")
        let street = population.places.streets[address.street]
        out.text(Array("\(address.house) ".utf8) + street, "line")
        out.close("address")
    }

    private mutating func writeParty(
        _ tag: StaticString, _ name: StaticString, _ number: Int, hasPerson: Bool
    ) {
        out.tag(tag)
        out.open()
        out.tag("organization")
        out.attribute("pidsl", "\(110_990_000 + number)A".utf8)
        let npi = population.identifiers.nationalProviderIdentifier(of: number)
        let isWrong = hasPerson && defect == .wrongCheckDigit
        out.attribute("npi", isWrong ? npi / 10 * 10 + (npi + 1) % 10 : npi)
        out.open()
        out.tag("name")
        out.text("\(name)\(number)".utf8, "name")
        out.close("organization")
        if hasPerson {
            let clinician = population.clinician(random.below(Population.clinicians))
            out.tag("practitioner")
            out.open()
            writeName(clinician.person)
            out.close("practitioner")
        }
        out.close(tag)
    }

    // MARK: What

    private static let needs: [(category: StaticString, code: StaticString, words: StaticString)] =
        [
            ("food-insecurity", "Z59.41", "Food insecurity"),
            ("homelessness", "Z59.01", "Sheltered homelessness"),
            ("housing-instability", "Z59.811", "Housing instability, at risk of homelessness"),
            ("transportation-insecurity", "Z59.82", "Transportation insecurity"),
            ("financial-insecurity", "Z59.86", "Financial insecurity"),
        ]

    private mutating func writeRequest() {
        if program == .flexible {
            out.tag("service")
            out.attribute("category", category)
            out.attribute("quantity", random.within(1...26))
            out.attribute("unit", "visits")
            out.end()
        }
        out.tag("reason")
        out.text("Needs help that a visit cannot give", "reason")
        for place in 0..<random.within(1...2) {
            let need = Self.needs[random.below(Self.needs.count)]
            out.tag("need")
            out.attribute("category", need.category)
            out.attribute("code", defect == .wrongNeedCode && place == 0 ? "E11.9" : need.code)
            out.attribute("system", "ICD-10-CM")
            out.text(need.words, "need")
        }
        guard program == .flexible else { return writeConsent() }
        if defect != .missingCriteria {
            out.tag("healthNeed")
            out.attribute("code", random.chance(50) ? "behavioral-health" : "daily-living")
            out.attribute("date", written - random.within(1...30))
            out.end()
        }
        out.tag("riskFactor")
        out.attribute("code", random.chance(50) ? "homelessness" : "risk-of-homelessness")
        out.end()
        writeConsent()
    }

    private mutating func writeConsent() {
        guard program == .flexible || defect == .deniedConsent || random.chance(40) else { return }
        out.tag("consent")
        out.attribute("decision", defect == .deniedConsent ? "deny" : "permit")
        out.attribute("date", written)
        out.end()
    }

    private mutating func writeHistory() {
        let first: StaticString = defect == .statusJump ? "completed" : "requested"
        for (index, status) in [first, "accepted"].enumerated() {
            out.tag("history")
            out.attribute("status", status)
            out.attribute("date", written + index)
            out.end()
        }
    }
}
