/// Loops 2300 and 2310: coverages, each with its dates, references and provider.
extension EnrollmentWriter {
    mutating func writeCoverages(_ member: Member) {
        let main = mainPlan(member)
        writeCoverage("HMO", main, member, member.span)
        if random.chance(75) { writePartnerNumber() }
        if random.chance(6) { writePriorMonths() }
        if member.needsCard, random.chance(6) { writeCard(main) }
        if random.chance(60) || member.change == .provider { writeProviders(member) }
        if random.chance(4) || member.age >= 66 { writeOtherInsurance(member) }

        if random.chance(55) {
            writeCoverage("DEN", "DNTL", member, member.span)
        }
        if let plan = partnerPlan(member) {
            writeCoverage("HLT", plan, member, laterStart(of: member.span))
            writePartnerNumber()
        }
    }

    private mutating func mainPlan(_ member: Member) -> StaticString {
        switch random.below(10) {
        case 0..<7: "ACCS1"
        case 7..<9: "MSTD"
        default: "PCCP"
        }
    }

    /// Community Partner plans by the ages that they serve; children's behavioral health.
    private mutating func partnerPlan(_ member: Member) -> StaticString? {
        let draw = random.below(100)
        if (18...63).contains(member.age), draw < 10 { return "BHCP" }
        if (4...63).contains(member.age), draw < 15 { return "LTSS" }
        if (4...20).contains(member.age), draw < 25 { return "CBHI1" }
        return nil
    }

    /// A span that begins some months into another one and ends with it.
    private mutating func laterStart(of span: Span) -> Span {
        let later = (span.start + random.within(0...240)).firstOfMonth
        guard later > span.start, later < span.end, later <= options.fileDate else { return span }
        return Span(start: later, end: span.end)
    }

    private mutating func writeCoverage(
        _ line: StaticString, _ plan: StaticString, _ member: Member, _ span: Span
    ) {
        out.begin("HD")
        out.element(member.maintenanceCode)
        out.skip()
        out.element(line)
        out.element(plan)
        if random.chance(12) { out.element("IND") }
        out.end()
        if member.change != nil { out.date("303", options.fileDate) }
        out.date("348", span.start)
        out.date("349", span.end)
        if random.chance(3) { out.amount("D2", cents: random.within(1...20) * 2500) }
    }

    /// REF*PID: the nine digits and the letter of an invented care organization.
    private mutating func writePartnerNumber() {
        out.begin("REF")
        out.element("PID")
        out.element(110_990_000 + random.within(1...17))
        out.append(random.pick("ABC", width: 1))
        out.end()
    }

    private mutating func writePriorMonths() {
        out.begin("REF")
        out.element("QQ")
        out.element(random.within(1...36))
        out.end()
    }

    private mutating func writeCard(_ plan: StaticString) {
        out.begin("IDC")
        out.element(plan)
        out.element(random.pick("DHP", width: 1))
        out.element(1)
        out.end()
    }

    // MARK: Providers

    private mutating func writeProviders(_ member: Member) {
        let place = random.below(Population.clinicians)
        writeClinician(place, isNew: member.change == .provider)
        if random.chance(10) { writeClinic(place) }
    }

    private mutating func writeClinician(_ place: Int, isNew: Bool) {
        let clinician = population.clinician(place)
        out.begin("LX")
        out.element(1)
        out.end()
        out.begin("NM1")
        out.element("P3")
        out.element("1")
        out.nameElements(of: clinician.person, population.names)
        out.element("XX")
        out.element(population.identifiers.nationalProviderIdentifier(of: place))
        out.element(random.pick("252672", width: 2))
        out.end()
        if random.chance(40) { out.address(clinician.address, population.places) }
        if random.chance(20) {
            out.begin("PER")
            out.element("IC")
            out.skip()
            out.phone(
                "TE", areaCode: clinician.address.town.areaCode, line: clinician.phone)
            out.end()
        }
        if isNew {
            out.begin("PLA")
            out.element("2")
            out.element("1P")
            out.element(options.fileDate)
            out.skip()
            out.element(random.pick("1422AIAJ", width: 2))
            out.end()
        }
    }

    private mutating func writeClinic(_ place: Int) {
        out.begin("LX")
        out.element(2)
        out.end()
        out.begin("NM1")
        out.element("FA")
        out.element("2")
        out.element(population.names.clinics[place % population.names.clinics.count])
        out.skip(4)
        out.element("XX")
        out.element(
            population.identifiers.nationalProviderIdentifier(of: place + Population.clinicians))
        out.element("72")
        out.end()
    }
}
