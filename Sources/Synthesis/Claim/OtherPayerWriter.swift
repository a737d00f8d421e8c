/// Loops 2320, 2330A and 2330B: payers that were asked before MassHealth.
extension ClaimWriter {
    mutating func writeOtherPayer(_ place: Int) {
        let payer = otherPayers[place]
        let isSelf = random.chance(70)
        out.begin("SBR")
        out.element(place == 0 ? "P" : "S")
        out.element(isSelf ? "18" : random.chance(50) ? "01" : "19")
        if random.chance(60) { out.element(10_000 + payer.insurer * 731) } else { out.skip() }
        out.skip(5)
        out.element(random.pick("CI12HM14", width: 2))
        out.end()
        if payer.adjudicatesLines {
            writeAdjustment("PR", "1", payer.deductible)
        } else {
            writeAdjustments(payer.total)
        }
        out.amount("D", cents: payer.paid)
        let patient = payer.total.patient + payer.deductible
        if patient > 0, random.chance(30) { out.amount("EAF", cents: patient) }
        writeOtherInsurance(payer)
        writeOtherSubscriber(isSelf: isSelf)
        out.organization(
            "PR", population.names.insurers[payer.insurer], "PI", number: 990_000 + payer.insurer,
            digits: 9)
        if !payer.adjudicatesLines { out.date("573", payer.decided) }
        if random.chance(30) {
            out.reference("F8", "OP", number: 5_000_000 + claim.number % 4_999_999)
        }
    }

    /// OI, and what the payer remarked on the claim.
    private mutating func writeOtherInsurance(_ payer: OtherPayer) {
        out.begin("OI")
        out.skip(2)
        out.element("Y")
        if options.kind == .professional, random.chance(30) { out.element("P") } else { out.skip() }
        out.skip()
        out.element("Y")
        out.end()
        guard random.chance(25) else { return }
        if options.kind == .institutional, claim.isStay {
            out.begin("MIA")
            out.element(claim.lines[0].units)
            out.skip(3)
            out.element("MA07")
            out.end()
        } else {
            out.segment("MOA", "", "", "MA01")
        }
    }

    /// The subscriber of the other insurance: the member, or somebody of the family.
    private mutating func writeOtherSubscriber(isSelf: Bool) {
        var person = subscriber.person
        if !isSelf {
            let names = person.isFemale ? population.names.female : population.names.male
            person.givenName = (person.givenName + 17) % names.count
        }
        out.begin("NM1")
        out.element("IL")
        out.element("1")
        out.nameElements(of: person, population.names)
        out.element("MI")
        out.openElement()
        out.append("W")
        out.appendNumber(200_000_000 + person.number * 7919 % 799_999_999, digits: 9)
        out.end()
        if random.chance(50) { out.address(subscriber.address, population.places) }
    }
}
