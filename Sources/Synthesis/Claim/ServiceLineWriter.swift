/// Loops 2400, 2410, 2420A and 2430.
extension ClaimWriter {
    mutating func writeLine(_ index: Int) {
        out.begin("LX")
        out.element(index + 1)
        out.end()
        switch options.kind {
        case .professional: writeProfessionalLine(index)
        case .institutional: writeInstitutionalLine(index)
        case .dental: writeDentalLine(index)
        }
        if random.chance(60) { writeLineNumber(index) }
        if !claim.lines[index].service.drug.isEmpty { writeDrug(claim.lines[index]) }
        if claim.practice == .clinic, provider.person == nil, random.chance(2) {
            writeLineClinician()
        }
        for place in 0..<subscriber.payers where otherPayers[place].adjudicatesLines {
            writeAdjudication(index, by: place)
        }
    }

    /// REF*6R, the line's number at the provider.
    private mutating func writeLineNumber(_ index: Int) {
        out.begin("REF")
        out.element("6R")
        out.element(claim.number, digits: 8)
        out.append(UInt8(ascii: "-"))
        out.appendNumber(index + 1)
        out.end()
    }

    /// An element with qualifier, procedure code and modifiers.
    private mutating func writeProcedure(_ line: ServiceLine) {
        out.element(options.kind.procedureQualifier)
        out.component(line.service.code)
        writeModifiers(line.service.modifiers)
        writeModifiers(line.modifiers)
    }

    private mutating func writeModifiers(_ pairs: StaticString) {
        for offset in stride(from: 0, to: pairs.utf8CodeUnitCount, by: 2) {
            out.append(out.delimiters.component)
            out.append(UnsafeBufferPointer(start: pairs.utf8Start + offset, count: 2))
        }
    }

    private mutating func writePointers(_ line: ServiceLine) {
        out.element(line.firstPointer)
        for pointer in line.firstPointer + 1..<line.firstPointer + max(line.pointers, 1) {
            out.append(out.delimiters.component)
            out.appendNumber(pointer)
        }
    }

    private mutating func writeServiceDate(_ line: ServiceLine) {
        if line.start == line.end {
            out.date("472", line.start)
        } else {
            out.dates("472", from: line.start, to: line.end)
        }
    }

    // MARK: The three kinds

    private mutating func writeProfessionalLine(_ index: Int) {
        let line = claim.lines[index]
        out.begin("SV1")
        writeProcedure(line)
        out.element(cents: line.charge)
        out.element("UN")
        out.element(line.units)
        // A place of service only where it is not the claim's.
        if claim.practice == .behavioralHealth, random.chance(6) {
            out.element("12")
        } else {
            out.skip()
        }
        out.skip()
        writePointers(line)
        if claim.practice == .clinic, random.chance(4) {
            out.skip(3)
            out.element("Y")
        }
        out.end()
        writeServiceDate(line)
    }

    private mutating func writeInstitutionalLine(_ index: Int) {
        let line = claim.lines[index]
        out.begin("SV2")
        out.element(line.service.revenue)
        if line.service.code.isEmpty { out.skip() } else { writeProcedure(line) }
        out.element(cents: line.charge)
        out.element(claim.isStay && index == 0 ? "DA" : "UN")
        out.element(line.units)
        if random.chance(1), line.charge > 10_000 {
            out.skip()
            out.element(cents: 2500)
        }
        out.end()
        if !claim.isStay { writeServiceDate(line) }
    }

    private mutating func writeDentalLine(_ index: Int) {
        let line = claim.lines[index]
        out.begin("SV3")
        writeProcedure(line)
        out.element(cents: line.charge)
        out.skip()
        out.optional(line.area)
        out.optional(line.prosthesis)
        out.element(line.units)
        if !claim.diagnoses.isEmpty {
            out.skip(4)
            writePointers(line)
        }
        out.end()
        if !line.tooth.isEmpty { writeTooth(line) }
        if claim.start != claim.end { writeServiceDate(line) }
        if line.prosthesis.utf8CodeUnitCount == 1, line.prosthesis.utf8Start[0] == UInt8(ascii: "R")
        {
            out.date("441", line.start - random.within(1900...4000))
        }
    }

    private mutating func writeTooth(_ line: ServiceLine) {
        out.begin("TOO")
        out.element("JP")
        out.element(line.tooth)
        let surfaces = line.surfaces
        for offset in 0..<surfaces.utf8CodeUnitCount {
            if offset == 0 { out.openElement() } else { out.append(out.delimiters.component) }
            out.append(surfaces.utf8Start[offset])
        }
        out.end()
    }

    /// Loop 2410: a drug's number and quantity, and its prescription.
    private mutating func writeDrug(_ line: ServiceLine) {
        out.segment("LIN", "", "N4", line.service.drug)
        out.begin("CTP")
        out.skip(3)
        out.element(line.units)
        out.element(random.chance(50) ? "UN" : "ML")
        out.end()
        if random.chance(20) {
            out.reference("XZ", number: 400_000_000 + claim.number % 99_999_999)
        }
    }

    /// Loop 2420A: somebody else than the claim's clinician.
    private mutating func writeLineClinician() {
        let place = (claim.clinician + 1) % Population.clinicians
        writeClinician("82", place)
        writeSpecialty("PE", place)
    }

    // MARK: Other payers

    /// Loop 2430: what another payer decided about the line.
    private mutating func writeAdjudication(_ index: Int, by place: Int) {
        let line = claim.lines[index]
        let part = otherPayers[place].lines[index]
        out.begin("SVD")
        writePayerNumber(otherPayers[place])
        out.element(cents: part.paid)
        if line.service.code.isEmpty { out.skip() } else { writeProcedure(line) }
        if options.kind == .institutional { out.element(line.service.revenue) } else { out.skip() }
        out.element(line.units)
        out.end()
        writeAdjustments(part)
        out.date("573", otherPayers[place].decided)
    }

    /// CAS for each group with an amount.
    mutating func writeAdjustments(_ part: Adjudication) {
        writeAdjustment("CO", "45", part.contractual)
        writeAdjustment("OA", "23", part.prior)
        writeAdjustment("PR", "2", part.patient)
    }

    mutating func writeAdjustment(_ group: StaticString, _ reason: StaticString, _ cents: Int) {
        guard cents > 0 else { return }
        out.begin("CAS")
        out.element(group)
        out.element(reason)
        out.element(cents: cents)
        out.end()
    }

    /// The insurer's number: NM109 in 2330B and SVD01.
    mutating func writePayerNumber(_ payer: OtherPayer) {
        out.element(990_000 + payer.insurer, digits: 9)
    }
}
