/// What the draws of all claims share.
extension ClaimWriter {
    mutating func drawClaim(endingBy latest: Day) {
        claim.begin(
            number: claims, provider.practice, clinician: provider.clinician(&random), end: latest)
        claims += 1
        switch options.kind {
        case .professional: drawProfessional()
        case .institutional: drawInstitutional()
        case .dental: drawDental()
        }
        if claim.frequency == UInt8(ascii: "1") {
            switch random.below(100) {
            case 0..<5: claim.frequency = UInt8(ascii: "7")
            case 5..<7: claim.frequency = UInt8(ascii: "8")
            default: break
            }
        }
        claim.charge = 0
        for index in claim.lines.indices {
            drawPointers(index)
            claim.charge += claim.lines[index].charge
        }
    }

    /// How many diagnoses: few as a rule.
    mutating func drawCount(upTo most: Int) -> Int {
        switch random.below(100) {
        case 0..<40: 1
        case 40..<65: min(2, most)
        case 65..<80: min(3, most)
        default: random.within(1...most)
        }
    }

    /// How many lines: few as a rule.
    mutating func drawLineCount(upTo most: Int) -> Int {
        switch random.below(100) {
        case 0..<42: 1
        case 42..<68: min(2, most)
        case 68..<84: min(3, most)
        case 84..<93: min(4, most)
        default: random.within(1...most)
        }
    }

    // MARK: Diagnoses

    mutating func drawDiagnosis(_ list: WordList) {
        claim.diagnoses.append(list[random.below(list.count)])
    }

    /// Different codes of a list that has at least as many.
    mutating func drawDiagnoses(_ list: WordList, count: Int, isFromFirst: Bool = false) {
        guard count > 0 else { return }
        let start = isFromFirst ? 0 : random.below(list.count)
        let stride = random.within(1...max(1, list.count / count))
        for index in 0..<count {
            claim.diagnoses.append(list[(start + index * stride) % list.count])
        }
    }

    private mutating func drawPointers(_ index: Int) {
        let count = claim.diagnoses.count
        guard count > 1 else { return }
        let first = random.chance(80) ? 1 : random.within(1...count)
        claim.lines[index].firstPointer = first
        claim.lines[index].pointers = min(
            count - first + 1, random.chance(60) ? 1 : random.within(1...4))
    }

    // MARK: Lines

    /// A line for each of `count` services in a row, all on the last day.
    mutating func appendServices(_ list: [Service], start: Int, count: Int) {
        for index in 0..<min(count, list.count) {
            append(list[(start + index) % list.count], units: 1)
        }
    }

    /// A line on the last day; prices of providers differ by some dollars.
    mutating func append(_ service: Service, units: Int) {
        let surcharge = service.price < 1000 ? 0 : random.below(8) * 125
        claim.lines.append(
            ServiceLine(
                service: service, charge: (service.price + surcharge) * units, units: units,
                start: claim.end, end: claim.end))
    }

    /// Makes a line of one unit one of several.
    mutating func multiply(_ index: Int, by units: Int) {
        claim.lines[index].charge *= units
        claim.lines[index].units = units
    }

    // MARK: Other payers

    /// Draws what the payers before MassHealth decided, so that each line and the claim balance.
    mutating func adjudicate() {
        let isByLine = claim.charge > 0 && !(claim.isStay && random.chance(75)) && random.chance(80)
        for place in 0..<subscriber.payers {
            var payer = otherPayers[place]
            payer.insurer = (subscriber.insurer + place) % population.names.insurers.count
            payer.decided =
                claim.end + random.below(1 + (options.fileDate.number - claim.end.number))
            payer.adjudicatesLines = isByLine
            payer.total = Adjudication(paid: 0, contractual: 0, patient: 0, prior: 0)
            payer.lines.removeAll(keepingCapacity: true)
            for index in claim.lines.indices {
                let prior = place == 0 ? 0 : otherPayers[place - 1].lines[index].paid
                let part = drawAdjudication(of: claim.lines[index].charge, prior: prior)
                payer.total.paid += part.paid
                payer.total.contractual += part.contractual
                payer.total.patient += part.patient
                payer.total.prior += part.prior
                payer.lines.append(part)
            }
            let takesDeductible = isByLine && random.chance(15)
            payer.deductible = takesDeductible ? payer.total.paid / 10 : 0
            payer.paid = payer.total.paid - payer.deductible
            otherPayers[place] = payer
        }
    }

    private mutating func drawAdjudication(of charge: Int, prior: Int) -> Adjudication {
        let open = charge - prior
        let contractual = random.chance(85) ? open * random.within(10...45) / 100 : 0
        let allowed = open - contractual
        let patient = random.chance(55) ? allowed * random.within(5...30) / 100 : 0
        return Adjudication(
            paid: allowed - patient, contractual: contractual, patient: patient, prior: prior)
    }
}
