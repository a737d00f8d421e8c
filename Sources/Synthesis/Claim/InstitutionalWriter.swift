/// Loops 2300 and 2310 of institutional claims.
extension ClaimWriter {
    mutating func writeInstitutional() {
        beginClaim()
        out.end()
        writeStatementDates()
        writePatientStatus()
        if random.chance(1) { writeAttachment() }
        if claim.charge > 50_000, random.chance(2) {
            out.amount("F3", cents: random.within(1...9) * 500)
        }
        writeClaimReferences()
        writeClearinghouseNumber()
        if random.chance(60) { out.reference("EA", "MR", number: 10_000 + claim.number % 89_999) }
        writeNote()
        writeInstitutionalDiagnoses()
        writeProcedures()
        writeCircumstances()
        writeInstitutionalProviders()
    }

    private mutating func writeStatementDates() {
        if claim.isStay, !claim.isInterim {
            out.begin("DTP")
            out.element("096")
            out.element("TM")
            out.element(random.within(8...19), digits: 2)
            out.appendNumber(random.below(4) * 15, digits: 2)
            out.end()
        }
        out.dates("434", from: claim.start, to: claim.end)
        guard claim.isStay || claim.practice == .homeHealth else { return }
        out.begin("DTP")
        out.element("435")
        out.element(claim.isStay ? "DT" : "D8")
        out.element(claim.start)
        if claim.isStay {
            out.appendNumber(random.below(24), digits: 2)
            out.appendNumber(random.below(60), digits: 2)
        }
        out.end()
    }

    /// CL1: type and source of the admission, and how it ended.
    private mutating func writePatientStatus() {
        out.begin("CL1")
        if claim.isEmergency {
            out.element("1")
        } else {
            out.element(random.pick("1233", width: 1))
        }
        out.element(random.pick("1112458", width: 1))
        if claim.isInterim {
            out.element("30")
        } else if claim.isStay {
            out.element(random.pick("01010101010306062007", width: 2))
        } else {
            out.element("01")
        }
        out.end()
    }

    // MARK: Diagnoses

    private mutating func writeInstitutionalDiagnoses() {
        out.begin("HI")
        writeDiagnosis("ABK", claim.diagnoses[0])
        out.end()
        if claim.isStay {
            out.begin("HI")
            writeCode("ABJ", claim.diagnoses[random.below(claim.diagnoses.count)])
            out.end()
        } else if claim.isEmergency {
            out.begin("HI")
            writeCode("APR", claim.diagnoses[0])
            if claim.diagnoses.count > 2 { writeCode("APR", claim.diagnoses[2]) }
            out.end()
        }
        if claim.isInjury {
            out.begin("HI")
            writeDiagnosis(
                "ABN", diagnoses.externalCauses[random.below(diagnoses.externalCauses.count)])
            out.end()
        }
        if claim.isAcuteStay {
            out.begin("HI")
            out.element("DR")
            out.append(out.delimiters.component)
            out.append(random.pick(diagnoses.groups, width: 3))
            out.end()
        }
        for first in stride(from: 1, to: claim.diagnoses.count, by: 12) {
            out.begin("HI")
            for index in first..<min(first + 12, claim.diagnoses.count) {
                writeDiagnosis("ABF", claim.diagnoses[index])
            }
            out.end()
        }
    }

    /// A diagnosis; in a hospital stay with whether it was there on admission, of which factors
    /// that are no diseases (Z) are exempt.
    private mutating func writeDiagnosis(
        _ qualifier: StaticString, _ code: UnsafeBufferPointer<UInt8>
    ) {
        writeCode(qualifier, code)
        guard claim.isAcuteStay, code[0] != UInt8(ascii: "Z") else { return }
        for _ in 0..<7 { out.append(out.delimiters.component) }
        out.append(random.pick("YYYYYYYYYNUW", width: 1))
    }

    private mutating func writeProcedures() {
        for index in claim.procedures.indices {
            if index < 2 { out.begin("HI") }
            writeCode(index == 0 ? "BBR" : "BBQ", claim.procedures[index].code)
            out.component("D8")
            out.component(claim.procedures[index].day)
            if index == 0 || index == claim.procedures.count - 1 { out.end() }
        }
    }

    // MARK: Spans, occurrences, values, conditions

    private mutating func writeCircumstances() {
        if claim.practice == .dialysis {
            out.begin("HI")
            out.element("BI")
            out.component("72")
            out.component("RD8")
            out.append(out.delimiters.component)
            out.append(from: claim.start, to: claim.end)
            out.end()
        }
        if claim.isInjury || random.chance(15) {
            out.begin("HI")
            out.element("BH")
            out.component(claim.isInjury ? "05" : "11")
            out.component("D8")
            out.component(claim.start - random.below(3))
            out.end()
        }
        writeValues()
        let isHomeless = random.chance(5)
        guard isHomeless || !claim.isOriginal else { return }
        out.begin("HI")
        if !claim.isOriginal {
            out.element("BG")
            out.component(claim.frequency == UInt8(ascii: "7") ? "D1" : "D5")
        }
        if isHomeless {
            out.element("BG")
            out.component("17")
        }
        out.end()
    }

    private mutating func writeValues() {
        guard claim.isStay || claim.practice == .dialysis else { return }
        out.begin("HI")
        if claim.isStay {
            writeValue("80", cents: claim.lines[0].units * 100)
            if random.chance(40) { writeValue("01", cents: claim.lines[0].service.price) }
        } else {
            writeValue("A8", cents: random.within(450...1250) * 10)
            writeValue("A9", cents: random.within(150...195) * 100)
        }
        out.end()
    }

    private mutating func writeValue(_ code: StaticString, cents: Int) {
        out.element("BE")
        out.component(code)
        for _ in 0..<3 { out.append(out.delimiters.component) }
        out.append(cents: cents)
    }

    private mutating func writeInstitutionalProviders() {
        writeClinician("71", claim.clinician)
        writeSpecialty("AT", claim.clinician)
        if !claim.procedures.isEmpty {
            writeClinician("72", (claim.clinician + 2003) % Population.clinicians)
        }
        if !claim.isStay, random.chance(8) {
            writeClinician("DN", (claim.clinician + 1511) % Population.clinicians)
        }
    }
}

extension Claim {
    /// A stay in a hospital, rather than in a nursing facility.
    var isAcuteStay: Bool { isStay && practice == .hospital }
}
