/// Loops 2100C to 2100H: mailing address, employer, school, custodial parent, responsible person.
extension EnrollmentWriter {
    mutating func writeRelatedPeople(_ member: Member) {
        if member.isTermination { return }
        if member.isSubscriber, random.chance(10) { writeMailingAddress(member) }
        if member.age >= 18, random.chance(2) { writeEmployer() }
        if (5...17).contains(member.age), random.chance(5) { writeSchool(member) }
        if member.relationship == .child, member.age < 18, random.chance(12) {
            writeParent("S3", contact: "PQ", of: member)
        }
        if member.isSubscriber, member.age < 18 {
            writeParent(random.chance(80) ? "S1" : "QD", contact: "RP", of: member)
        } else if member.isSubscriber, random.chance(3) {
            writeParent(random.chance(50) ? "J6" : "GD", contact: "RP", of: member)
        }
        if random.below(400) == 0 { writeDropOff() }
    }

    private mutating func writeMailingAddress(_ member: Member) {
        var address = member.address
        address.isBox = random.chance(70)
        address.house = random.within(1...2400)
        out.begin("NM1")
        out.element("31")
        out.element("1")
        out.end()
        out.address(address, population.places)
    }

    private mutating func writeEmployer() {
        let place = population.address(&random)
        out.begin("NM1")
        out.element("36")
        out.element("2")
        out.element(population.names.insurers[random.below(population.names.insurers.count)])
        out.end()
        out.begin("PER")
        out.element("EP")
        out.skip()
        out.phone("TE", areaCode: place.town.areaCode, line: random.below(100))
        out.end()
        out.address(place, population.places)
    }

    private mutating func writeSchool(_ member: Member) {
        out.begin("NM1")
        out.element("M8")
        out.element("2")
        out.element(population.names.schools[random.below(population.names.schools.count)])
        out.end()
        var place = member.address
        place.apartment = nil
        place.house = random.within(1...400)
        out.address(place, population.places)
    }

    /// A grown-up who answers for the member: a parent with the same name, a guardian, a helper.
    private mutating func writeParent(
        _ code: StaticString, contact: StaticString, of member: Member
    ) {
        var parent = population.person(number: 0, birth: member.person.birth, &random)
        if random.chance(70) { parent.surname = member.person.surname }
        out.begin("NM1")
        out.element(code)
        out.element("1")
        out.nameElements(of: parent, population.names)
        out.end()
        if random.chance(70) {
            out.begin("PER")
            out.element(contact)
            out.skip()
            out.phone("TE", areaCode: member.address.town.areaCode, line: random.below(100))
            out.end()
        }
        if random.chance(30) { out.address(population.address(&random), population.places) }
    }

    private mutating func writeDropOff() {
        let person = population.person(number: 0, birth: options.fileDate, &random)
        out.begin("NM1")
        out.element("45")
        out.element("1")
        out.nameElements(of: person, population.names)
        out.end()
        out.address(population.address(&random), population.places)
    }
}
