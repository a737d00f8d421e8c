/// Loops 2300 and 2310 of dental claims.
extension ClaimWriter {
    mutating func writeDental() {
        beginClaim()
        out.end()
        let isOrthodontic = claim.practice == .orthodontist
        if isOrthodontic, random.chance(60) {
            out.date("452", claim.start - random.within(0...400))
        }
        if claim.start == claim.end { out.date("472", claim.start) }
        if isOrthodontic {
            let months = random.within(18...30)
            out.begin("DN1")
            out.element(months)
            out.element(random.within(1...months))
            out.end()
        }
        writeMissingTeeth()
        if random.chance(2) { writeAttachment() }
        if claim.charge > 10_000, random.chance(3) {
            out.amount("F5", cents: random.within(1...9) * 500)
        }
        writeDentalReferences()
        writeNote()
        writeDiagnoses()
        guard provider.person == nil else { return }
        writeClinician("82", claim.clinician)
        writeSpecialty("PE", claim.clinician)
        if random.chance(6) { writeFacility() }
    }

    /// DN2: what is missing already, or will be drawn, when a denture is made.
    private mutating func writeMissingTeeth() {
        guard claim.lines.contains(where: { !$0.area.isEmpty && !$0.prosthesis.isEmpty }) else {
            return
        }
        let first = random.within(1...24)
        for tooth in first..<first + random.within(1...8) {
            out.begin("DN2")
            out.element(tooth)
            out.element(random.chance(80) ? "M" : "E")
            out.skip(3)
            out.element("JP")
            out.end()
        }
    }

    private mutating func writeDentalReferences() {
        if random.chance(4) {
            out.reference("G3", "PD", number: claim.number % 99_999_999, digits: 8)
        }
        writeClaimReferences()
        writeClearinghouseNumber()
    }
}

extension StaticString {
    var isEmpty: Bool { utf8CodeUnitCount == 0 }
}
