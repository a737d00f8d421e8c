/// Loops 2300 and 2310 of professional claims.
extension ClaimWriter {
    mutating func writeProfessional() {
        beginClaim()
        let isAccident = claim.isInjury
        if isAccident {
            if random.chance(10) { out.element("P") } else { out.skip() }
            writeAccidentCause()
        } else if random.chance(2) {
            out.element("P")
        }
        out.end()
        if !isAccident, random.chance(8) { out.date("431", claim.start - random.within(1...9)) }
        if isAccident { out.date("439", claim.start - random.below(3)) }
        if random.chance(1) { writeAttachment() }
        if claim.charge > 5000, random.chance(3) {
            out.amount("F5", cents: random.within(1...9) * 500)
        }
        writeClaimReferences()
        if claim.practice == .laboratory {
            out.reference("X4", "22D", number: 1_000_000 + provider.place, digits: 7)
        }
        writeClearinghouseNumber()
        if random.chance(20) { out.reference("EA", "MR", number: 10_000 + claim.number % 89_999) }
        writeNote()
        if claim.practice == .ambulance { writeTransport() }
        if claim.practice == .clinic, random.chance(4) {
            out.segment("CRC", "ZZ", random.chance(80) ? "Y" : "N", random.chance(80) ? "AV" : "NU")
        }
        writeDiagnoses()
        writeProfessionalProviders()
    }

    /// CLM11; the state belongs to accidents with a car.
    private mutating func writeAccidentCause() {
        guard random.chance(40) else { return out.element("OA") }
        out.element("AA")
        for _ in 0..<3 { out.append(out.delimiters.component) }
        out.append("MA")
    }

    private mutating func writeTransport() {
        out.begin("CR1")
        if random.chance(30) {
            out.element("LB")
            out.element(random.within(95...290))
        } else {
            out.skip(2)
        }
        out.skip()
        out.element(random.pick("ABCDE", width: 1))
        out.element("DH")
        out.element(claim.lines[1].units)
        out.end()
        out.segment(
            "CRC", "07", "Y", random.chance(50) ? "01" : "09", random.chance(30) ? "04" : "")
    }

    private mutating func writeProfessionalProviders() {
        let clinician = claim.clinician
        let refers = claim.practice == .laboratory ? 90 : claim.practice == .clinic ? 8 : 0
        if random.chance(refers) {
            writeClinician("DN", (clinician + 1511) % Population.clinicians)
        }
        switch claim.practice {
        case .clinic, .behavioralHealth:
            if provider.person == nil {
                writeClinician("82", clinician)
                writeSpecialty("PE", clinician)
            }
            if random.chance(12) { writeFacility() }
            if claim.practice == .behavioralHealth, random.chance(6) {
                writeClinician("DQ", (clinician + 977) % Population.clinicians)
            }
        case .communityPartner where random.chance(30): writeClinician("82", clinician)
        case .ambulance: writeRoute()
        default: break
        }
    }

    /// Loops 2310E and 2310F: where the ambulance took the patient up and let them off.
    private mutating func writeRoute() {
        out.segment("NM1", "PW", "2")
        out.address(subscriber.address, population.places)
        out.begin("NM1")
        out.element("45")
        out.element("2")
        out.element(practiceNames.name(of: .hospital, claim.clinician))
        out.end()
        out.address(population.clinician(claim.clinician).address, population.places)
    }
}
