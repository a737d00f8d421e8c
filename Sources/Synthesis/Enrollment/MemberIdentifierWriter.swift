/// The REF segments of loop 2000: subscriber, plan, own number, case, agency, Medicare, reasons.
extension EnrollmentWriter {
    mutating func writeIdentifiers(_ member: Member) {
        let subscriber = population.identifiers.memberNumber(of: member.subscriber)
        out.begin("REF")
        out.element("0F")
        out.element(subscriber)
        out.end()
        out.reference("1L", random.pick("FADCSTNDCPLSCMHLLMTD", width: 4))
        if !member.isSubscriber {
            out.begin("REF")
            out.element("23")
            out.element(population.identifiers.memberNumber(of: member.person.number))
            out.end()
        }
        out.begin("REF")
        out.element("3H")
        out.element(subscriber / 7 % 100_000_000, digits: 8)
        out.append(UInt8(ascii: "A") + UInt8(subscriber % 26))
        out.end()
        writeAgencyNumber()
        if member.age >= 66, random.chance(70) { writeMedicareNumber(member) }
        let isFirst = random.chance(50)
        writeReason(isFirst ? "AZ" : "BD", member)
        if random.chance(60) { writeReason(isFirst ? "BD" : "AZ", member) }
    }

    /// REF*DX: opaque, five digits, six letters, a digit.
    private mutating func writeAgencyNumber() {
        out.begin("REF")
        out.element("DX")
        out.element(random.below(100_000), digits: 5)
        for _ in 0..<6 { out.append(random.letter()) }
        out.appendNumber(random.below(10))
        out.end()
    }

    /// REF*F6: the form of a Medicare number, but with a first digit that none has.
    private mutating func writeMedicareNumber(_ member: Member) {
        out.begin("REF")
        out.element("F6")
        out.openElement()
        out.append(UInt8(ascii: "0"))
        out.append(random.pick("ACDEFGHJKMNPQRTUVWXY", width: 1))
        out.appendNumber(random.below(100), digits: 2)
        out.append(random.pick("ACDEFGHJKMNPQRTUVWXY", width: 1))
        out.appendNumber(random.below(100), digits: 2)
        out.append(random.pick("ACDEFGHJKMNPQRTUVWXY", width: 1))
        out.append(random.pick("ACDEFGHJKMNPQRTUVWXY", width: 1))
        out.appendNumber(random.below(100), digits: 2)
        out.end()
    }

    /// REF*ZZ: two letters that name a start or stop reason, then N and an ethnicity.
    private mutating func writeReason(_ code: StaticString, _ member: Member) {
        out.begin("REF")
        out.element("ZZ")
        out.element(code)
        out.append(UInt8(ascii: "N"))
        switch member.person.surname % 6 {
        case 0: out.append("PRICAN")
        case 1: out.append("AMERCN")
        case 2: out.append("CVERDN")
        case 3: out.append("BRAZIL")
        default: out.append("OTHA")
        }
        out.end()
    }
}
