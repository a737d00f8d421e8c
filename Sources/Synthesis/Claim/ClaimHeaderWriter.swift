/// The header and the trailer of a transaction, and loops 1000A, 1000B, 2000A, 2010AA and 2010AB.
extension ClaimWriter {
    mutating func openTransaction(_ number: Int) {
        segmentsBeforeTransaction = out.segmentCount
        planting.beginTransaction()
        levels = 0
        subscribersLeft = 0
        envelope.openTransaction(&out, "837", number: number)

        out.begin("BHT")
        out.element("0019")
        out.element("00")
        out.element(envelope.controlNumber)
        out.appendNumber(number, digits: 6)
        out.element(options.fileDate)
        out.element("2149")
        out.element("CH")
        out.end()
        writeSubmitterAndReceiver()
    }

    private mutating func writeSubmitterAndReceiver() {
        out.begin("NM1")
        out.element("41")
        out.element("2")
        out.element("TOLLHOUSE CLAIMS SERVICE")
        out.skip(4)
        out.element("46")
        out.element(envelope.sender)
        out.end()
        out.begin("PER")
        out.element("IC")
        out.element("CLAIMS DESK")
        out.phone("TE", areaCode: 617, line: 42)
        out.element("EM")
        out.element("claims@example.org")
        out.end()

        out.begin("NM1")
        out.element("40")
        out.element("2")
        out.element("MASSHEALTH")
        out.skip(4)
        out.element("46")
        out.element(envelope.receiver)
        out.end()
    }

    mutating func closeTransaction(_ number: Int) {
        envelope.closeTransaction(
            &out, number: number, count: out.segmentCount - segmentsBeforeTransaction,
            isMiscounted: planting.trailerDefects.contains(.wrongSegmentCount),
            isMisnumbered: planting.trailerDefects.contains(.wrongControlNumber))
    }

    // MARK: Billing provider

    /// Draws the next billing provider with its share of subscribers.
    mutating func writeBillingProvider() {
        provider = BillingProvider(
            place: random.below(BillingProvider.count), kind: options.kind, seed: options.seed,
            population)
        subscribersLeft = random.chance(80) ? random.within(4...40) : random.within(1...120)
        levels += 1
        providerLevel = levels
        out.begin("HL")
        out.element(levels)
        out.skip()
        out.element("20")
        out.element("1")
        out.end()
        out.segment("PRV", "BI", "PXC", provider.practice.taxonomy)
        writeBillingName()
        out.address(provider.address, population.places)
        out.reference("EI", number: 970_000_000 + provider.place * 37 % 1_000_000, digits: 9)
        if provider.place % 3 == 0 {
            out.begin("PER")
            out.element("IC")
            out.element("BILLING OFFICE")
            out.phone("TE", areaCode: provider.address.town.areaCode, line: provider.phoneLine)
            out.end()
        }
        if let payTo = provider.payTo {
            out.segment("NM1", "87", provider.person == nil ? "2" : "1")
            out.address(payTo, population.places)
        }
    }

    private mutating func writeBillingName() {
        let number = population.identifiers.nationalProviderIdentifier(
            of: provider.identifierPlace)
        guard let person = provider.person else {
            let name = practiceNames.name(of: provider.practice, provider.place)
            return out.organization("85", name, "XX", number: number)
        }
        out.begin("NM1")
        out.element("85")
        out.element("1")
        out.nameElements(of: person, population.names)
        out.element("XX")
        out.element(number)
        out.end()
    }
}
