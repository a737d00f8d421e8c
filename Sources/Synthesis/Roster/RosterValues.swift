/// What the cells of a row say.
struct RosterValues: Sendable {
    let kind: RosterKind
    let population: Population
    let fileDate: Day
    private let form: DayForm

    init(_ kind: RosterKind, _ population: Population, fileDate: Day) {
        self.kind = kind
        self.population = population
        self.fileDate = fileDate
        form = kind.dayForm
    }

    /// The cell of a column.
    func cell(_ field: RosterField, _ row: inout RosterRow) -> RosterCell {
        if let text = member(field, row) ?? place(field, row) ?? organization(field, row) {
            return text.isEmpty ? .empty : .text(text)
        }
        return enrollment(field, row) ?? contact(field, row) ?? statistic(field, &row)
            ?? word(field, &row)
    }

    // MARK: The member

    private func member(_ field: RosterField, _ row: RosterRow) -> String? {
        let person = row.person
        switch field {
        case .memberId: return String(population.identifiers.memberNumber(of: person.number))
        case .lastName: return lastName(person)
        case .firstName: return firstName(person)
        case .middleInitial:
            return person.middleInitial.map { String(UnicodeScalar($0)) } ?? ""
        case .suffix: return person.isJunior ? "JR" : ""
        case .birthDate: return form.text(person.birth)
        case .sex: return person.isFemale ? "F" : "M"
        case .sexWord: return person.isFemale ? "Female" : "Male"
        case .phone, .cellPhone: return phone(row.home, row.phoneLine)
        case .email:
            guard person.number % 3 == 0 else { return "" }
            return "member\(person.number)@example.org"
        case .headOfHousehold: return "\(lastName(person)), \(firstName(person))"
        default: return nil
        }
    }

    private func lastName(_ person: Person) -> String {
        let first = text(population.names.surnames[person.surname])
        guard let second = person.secondSurname else { return first }
        return first + (person.joinsWithHyphen ? "-" : " ")
            + text(population.names.surnames[second])
    }

    private func firstName(_ person: Person) -> String {
        let names = person.isFemale ? population.names.female : population.names.male
        return text(names[person.givenName])
    }

    private func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self)
    }

    /// A number in the exchange that is kept for stories.
    private func phone(_ address: Address, _ line: Int) -> String {
        "\(address.town.areaCode)55501\(padded(line, 2))"
    }

    private func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }

    // MARK: Addresses

    private func place(_ field: RosterField, _ row: RosterRow) -> String? {
        switch field {
        case .homeStreet: return street(row.home)
        case .homeFlat: return flat(row.home)
        case .homeTown: return town(row.home)
        case .homeZip: return zip(row.home)
        case .homeZip4: return row.home.extraDigits > 0 ? padded(row.home.extraDigits, 4) : ""
        case .mailStreet: return street(row.mail)
        case .mailFlat: return flat(row.mail)
        case .mailTown: return town(row.mail)
        case .mailZip: return zip(row.mail)
        case .homeState, .mailState, .pcpState: return "MA"
        case .serviceArea: return town(row.home)
        case .pcpStreet: return street(population.clinician(row.clinician).address)
        case .pcpFlat: return ""
        case .pcpTown: return town(population.clinician(row.clinician).address)
        case .pcpZip: return zip(population.clinician(row.clinician).address)
        default: return nil
        }
    }

    private func street(_ address: Address) -> String {
        "\(address.house) \(text(population.places.streets[address.street]))"
    }

    private func flat(_ address: Address) -> String {
        address.apartment.map { "APT \($0)" } ?? ""
    }

    private func town(_ address: Address) -> String {
        text(population.places.name(of: address.town))
    }

    private func zip(_ address: Address) -> String { padded(address.town.postalCode, 5) }

    // MARK: Organizations and clinicians

    private func organization(_ field: RosterField, _ row: RosterRow) -> String? {
        let aco = RosterPartners.acos[row.aco]
        let partner = RosterPartners.partners[row.partner]
        switch field {
        case .acoName: return "\(aco.name)"
        case .acoPid: return aco.pid
        case .acoPidsl: return aco.pidsl
        case .healthPlanId: return "\(aco.shortName)\(padded(row.person.number, 8))"
        case .plan: return "\(row.plan)"
        case .cpDsripName, .cpName: return "\(partner.name)"
        case .cpShortName: return "\(partner.shortName)"
        case .cpPid: return partner.pid
        case .cpPidsl: return partner.pidsl
        case .cpProviderType: return "COMMUNITY PARTNER"
        case .cpPlanType: return row.partner < 4 ? "BH" : "LTSS"
        case .pcpLastName: return lastName(population.clinician(row.clinician).person)
        case .pcpFirstName: return firstName(population.clinician(row.clinician).person)
        case .pcpName:
            return lastName(population.clinician(row.clinician).person) + " FAMILY MEDICINE"
        case .pcpNpi:
            return String(population.identifiers.nationalProviderIdentifier(of: row.clinician))
        case .pcpPidsl: return "\(110_990_000 + row.clinician)A"
        case .pcpPhone:
            let clinician = population.clinician(row.clinician)
            return phone(clinician.address, clinician.phone)
        default: return nil
        }
    }
}

/// What is said of the enrollment, of outreach and of everything else.
extension RosterValues {
    private func enrollment(_ field: RosterField, _ row: RosterRow) -> RosterCell? {
        switch field {
        case .start, .spanStart: .text(form.text(row.start))
        case .startReason: .text("\(row.startReason)")
        case .end: row.end.map { .text(form.text($0)) } ?? .empty
        case .stopReason: row.end == nil ? .empty : .text("\(row.stopReason)")
        case .spanEnd: .text(form.text(fileDate.lastOfMonth))
        case .spanDays: .number(String(fileDate.lastOfMonth.number - row.start.number + 1))
        case .performanceYear: .text(String(row.start.civil.year))
        case .status: .text("\(row.status)")
        case .updated: .text(form.text(row.updated))
        case .exported: .text(form.text(fileDate))
        case .enrolled: .text("Y")
        case .outreachStatus: .text("\(row.outreach)")
        case .lastContact: row.lastContact.map { .text(form.text($0)) } ?? .empty
        case .lastContactFace: row.lastContact == nil ? .empty : .text("Y")
        case .contactFace: .text(row.lastContact == nil ? "N" : "Y")
        case .agreed: row.agreed.map { .text(form.text($0)) } ?? .empty
        case .reportStart: .text(form.text((fileDate - 31).firstOfMonth))
        case .reportEnd: .text(form.text((fileDate - 31).lastOfMonth))
        default: nil
        }
    }

    private func contact(_ field: RosterField, _ row: RosterRow) -> RosterCell? {
        let key = population.clinician((row.partner * 7 + row.person.number % 11) % 4096).person
        switch field {
        case .contactFirstName: return .text(firstName(key))
        case .contactLastName: return .text(lastName(key))
        case .coordinatorFirstName: return .text(firstName(key))
        case .coordinatorLastName: return .text(lastName(key))
        case .contactPhone, .coordinatorPhone: return .text(phone(row.home, key.number % 100))
        case .contactEmail: return .text("contact\(key.number)@example.org")
        case .coordinatorEmail: return .text("coordinator\(key.number)@example.org")
        case .physician: return .text("\(lastName(key)), \(firstName(key))")
        default: return nil
        }
    }

    private func statistic(_ field: RosterField, _ row: inout RosterRow) -> RosterCell? {
        switch field {
        case .visitCount: return .number(String(row.random.below(9)))
        case .score:
            return .number("\(row.random.below(4)).\(padded(row.random.below(1000), 3))")
        case .officeVisit, .emergencyVisit, .inpatientVisit, .activityDate:
            guard row.random.chance(60) else { return .empty }
            return .text(form.text(fileDate - row.random.within(3...360)))
        case .admitted: return .text("\(form.text(row.admitted)) 7:45")
        case .discharged:
            return row.discharged.map { .text("\(form.text($0)) 19:05") } ?? .empty
        case .paymentMonth:
            let (year, month, _) = (fileDate - 20).civil
            return .text("\(year)\(padded(month, 2))")
        case .serviceDate: return .text(form.text(row.admitted))
        case .claimNumber: return .text("25\(padded(row.person.number, 11))")
        case .adjustment: return .number("0.00")
        case .amount: return .number("\(row.amount / 100).\(padded(row.amount % 100, 2))")
        case .paymentDate: return .text(form.text(fileDate))
        case .claimCount: return .number(String(row.random.within(20...900)))
        case .memberCount: return .number(String(row.random.within(10...400)))
        case .sum: return .number("\(row.random.within(4000...90_000)).00")
        default: return nil
        }
    }

    private func word(_ field: RosterField, _ row: inout RosterRow) -> RosterCell {
        if field == .flag { return .text(row.random.chance(8) ? "Y" : "N") }
        if field == .transportation { return .text(row.random.chance(40) ? "Yes" : "No") }
        guard let words = RosterValues.words(field) else { return .empty }
        return .text("\(words.draw(&row.random))")
    }

    private static func words(_ field: RosterField) -> RosterWords? {
        switch field {
        case .identification: .identifications
        case .spokenLanguage, .writtenLanguage: .languages
        case .race: .races
        case .region: .regions
        case .ratingCategory: .categories
        case .enrollmentStatus: .enrollmentStates
        case .disposition: .dispositions
        case .visitClass, .visitType: .visitClasses
        case .facility: .facilities
        case .complaint: .complaints
        case .diagnoses: .diagnoses
        case .gender: .genders
        case .orientation: .orientations
        case .education: .educations
        case .employment: .employments
        case .healthNeeds: .healthNeeds
        case .riskFactors: .riskFactors
        case .delivery: .deliveries
        case .activityCode: .activities
        default: nil
        }
    }
}
