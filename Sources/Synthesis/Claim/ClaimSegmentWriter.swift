/// Segments of loop 2300 that the three kinds of claim share, and its providers.
extension ClaimWriter {
    /// CLM up to the release of information; the elements behind it follow.
    mutating func beginClaim() {
        out.begin("CLM")
        writeClaimNumber(claim.number)
        out.element(cents: claim.charge)
        out.skip(2)
        out.element(claim.facility)
        out.component(options.kind.facilityQualifier)
        out.append(out.delimiters.component)
        out.append(claim.frequency)
        if options.kind == .institutional { out.skip() } else { out.element("Y") }
        out.element("A")
        out.element("Y")
        out.element("Y")
    }

    /// The claim's number at the provider: no two claims of a file share one.
    private mutating func writeClaimNumber(_ number: Int) {
        out.openElement()
        out.append("TP")
        out.appendNumber(Int(options.seed % 10_000), digits: 4)
        out.append(UInt8(ascii: "-"))
        out.appendNumber(number, digits: 8)
    }

    /// The references that all kinds have, in the order of the guides.
    mutating func writeClaimReferences() {
        let number = claim.number
        if random.chance(8) { out.reference("9F", "R", number: 100_000 + number % 899_999) }
        if random.chance(10) { out.reference("G1", "PA", number: number % 99_999_999, digits: 8) }
        if !claim.isOriginal { writeControlNumber(of: number) }
    }

    /// REF*F8, the payer's number of the claim that this one replaces or voids.
    private mutating func writeControlNumber(of number: Int) {
        out.begin("REF")
        out.element("F8")
        out.openElement()
        out.append("2025")
        out.appendNumber(1 + number % 180, digits: 3)
        out.appendNumber(number % 1_000_000, digits: 6)
        out.end()
    }

    mutating func writeClearinghouseNumber() {
        guard random.chance(15) else { return }
        out.reference("D9", "CH", number: 700_000_000 + claim.number % 99_999_999, digits: 9)
    }

    mutating func writeNote() {
        guard random.chance(2) else { return }
        out.segment(
            "NTE", "ADD", random.chance(50) ? "RECORDS ON REQUEST" : "SECOND VISIT OF THE WEEK")
    }

    /// PWK: records that come by another way.
    mutating func writeAttachment() {
        out.begin("PWK")
        out.element("OZ")
        out.element(random.chance(50) ? "EL" : "BM")
        out.skip(2)
        out.element("AC")
        out.element("ATT")
        out.appendNumber(claim.number, digits: 8)
        out.end()
    }

    // MARK: Diagnoses

    /// HI with the principal diagnosis first and the others behind it.
    mutating func writeDiagnoses() {
        guard !claim.diagnoses.isEmpty else { return }
        out.begin("HI")
        for index in claim.diagnoses.indices {
            writeCode(index == 0 ? "ABK" : "ABF", claim.diagnoses[index])
        }
        out.end()
    }

    /// An element of HI with qualifier and code.
    mutating func writeCode(_ qualifier: StaticString, _ code: UnsafeBufferPointer<UInt8>) {
        out.element(qualifier)
        out.append(out.delimiters.component)
        out.append(code)
    }

    // MARK: Providers

    /// NM1 of a clinician of the directory.
    mutating func writeClinician(_ role: StaticString, _ place: Int) {
        let clinician = population.clinician(place)
        out.begin("NM1")
        out.element(role)
        out.element("1")
        out.nameElements(of: clinician.person, population.names)
        out.element("XX")
        out.element(population.identifiers.nationalProviderIdentifier(of: place))
        out.end()
    }

    /// PRV of a clinician: always the same specialty for the same place.
    mutating func writeSpecialty(_ role: StaticString, _ place: Int) {
        let codes = claim.practice.clinicianTaxonomies
        let index = place % (codes.utf8CodeUnitCount / 10)
        out.begin("PRV")
        out.element(role)
        out.element("PXC")
        out.element(UnsafeBufferPointer(start: codes.utf8Start + index * 10, count: 10))
        out.end()
    }

    /// Loop of a service facility (NM1*77) with its address.
    mutating func writeFacility() {
        let place = claim.clinician % 97
        var address = population.clinician(place).address
        address.apartment = nil
        address.extraDigits = 2000 + place
        out.organization(
            "77", population.names.clinics[place % population.names.clinics.count], "XX",
            number: population.identifiers.nationalProviderIdentifier(
                of: 3 * Population.clinicians + place))
        out.address(address, population.places)
    }
}
