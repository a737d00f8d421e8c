extension ClaimDefect {
    /// Spoils a clean claim; false when the claim has no place for the defect.
    func plant(
        inClaim record: inout RecordEditor, _ options: ClaimSynthesis.Options,
        previous: [UInt8]?, _ random: inout SeededGenerator
    ) -> Bool {
        guard
            let line = record.index(of: "LX"),
            let service = record.index(ofAny: ["SV1", "SV2", "SV3"])
        else { return false }
        switch self {
        case .badDate: return plantBadDate(in: &record)
        case .endBeforeStart: return plantOrder(in: &record, options.kind, line: line)
        case .missingDiagnosis, .badDiagnosisForm, .mixedDiagnoses, .absentDiagnosisPointer:
            return plantDiagnosis(in: &record, options.kind, service: service)
        case .chargeImbalance, .lineAdjudicationImbalance, .payerPaidImbalance:
            return plantImbalance(in: &record)
        case .missingStatementDates:
            guard let dates = record.index(of: "DTP", "434") else { return false }
            record.remove(dates)
        case .badProviderDigit: return plantProviderDigit(in: &record)
        case .missingOriginalReference: plantReplacement(in: &record, line: line)
        case .repeatedClaimNumber:
            guard let previous else { return false }
            plantNumber(of: previous, in: &record, options.delimiters)
        default: return plantForm(in: &record, line: line, service: service, &random)
        }
        return true
    }

    /// What is wrong with segments and elements, whatever they mean.
    private func plantForm(
        in record: inout RecordEditor, line: Int, service: Int, _ random: inout SeededGenerator
    ) -> Bool {
        switch self {
        case .unknownSegment: record.insert("XYZ", at: 1, elements: ["1"])
        case .missingService: record.remove(service)
        case .missingTerminator: record.fuse(0)
        case .segmentOutOfOrder: record.move(service, to: line)
        case .repeatedSegment: record.repeatSegment(service)
        case .blankSegment: record.insertBlank(at: random.within(1...record.count - 1))
        case .badCode: record.replace(0, element: 5, component: 1, with: "Q")
        case .missingElement: record.replace(0, element: 8, with: "")
        case .elementTooLong:
            record.edit(0, element: 1) { number in
                while number.count <= 38 { number += number }
            }
        case .tooManyElements: record.extend(line, with: ["", "EXTRA"])
        case .trailingSeparators: record.extend(line, with: ["", ""])
        default: return false
        }
        return true
    }

    // MARK: Dates

    /// The statement period, or the first date of service.
    private func serviceDate(in record: RecordEditor) -> Int? {
        record.index(of: "DTP", "434") ?? record.index(of: "DTP", "472")
    }

    private func plantBadDate(in record: inout RecordEditor) -> Bool {
        guard let date = serviceDate(in: record) else { return false }
        let value = record.text(date, element: 3)
        let spoiled = value.prefix(4) + "0231" + value.dropFirst(8)
        record.replace(date, element: 3, with: String(spoiled))
        return true
    }

    /// The lines of dental claims have one day, and only the claim has a range.
    private func plantOrder(
        in record: inout RecordEditor, _ kind: ClaimKind, line: Int
    ) -> Bool {
        guard let date = serviceDate(in: record), kind != .dental || date < line else {
            return false
        }
        let first = record.text(date, element: 3).prefix(8)
        record.replace(date, element: 2, with: "RD8")
        record.replace(date, element: 3, with: first + "-" + first.prefix(3) + "00101")
        return true
    }

    // MARK: Diagnoses

    private func plantDiagnosis(
        in record: inout RecordEditor, _ kind: ClaimKind, service: Int
    ) -> Bool {
        guard let principal = record.index(of: "HI") else { return false }
        switch self {
        case .missingDiagnosis:
            guard kind != .dental else { return false }
            record.remove(principal)
        case .badDiagnosisForm: record.replace(principal, element: 1, component: 1, with: "ZZZZZ")
        case .mixedDiagnoses:
            guard let (segment, element) = otherDiagnosis(in: record, principal) else {
                return false
            }
            record.replace(segment, element: element, component: 0, with: "BF")
            record.replace(segment, element: element, component: 1, with: "25000")
        default:
            let element = kind == .professional ? 7 : 11
            let most = kind == .professional ? 12 : 4
            var count = 0
            while !record.text(principal, element: count + 1).isEmpty { count += 1 }
            guard kind != .institutional, count < most else { return false }
            record.replace(service, element: element, with: String(count + 1))
        }
        return true
    }

    /// The first diagnosis behind the principal one, by segment and element.
    private func otherDiagnosis(in record: RecordEditor, _ principal: Int) -> (Int, Int)? {
        for element in 1...2 {
            for segment in principal..<record.count
            where record.text(segment, element: element).hasPrefix("ABF") {
                return (segment, element)
            }
        }
        return nil
    }

    // MARK: Amounts

    private func plantImbalance(in record: inout RecordEditor) -> Bool {
        switch self {
        case .chargeImbalance: raise(0, element: 2, in: &record)
        case .lineAdjudicationImbalance:
            guard let decision = record.index(of: "SVD") else { return false }
            raise(decision, element: 2, in: &record)
            // What the payer paid in all stays the sum of the lines.
            guard let paid = record.index(of: "AMT", "D") else { return false }
            raise(paid, element: 2, in: &record)
        default:
            guard record.index(of: "SVD") != nil, let paid = record.index(of: "AMT", "D")
            else { return false }
            raise(paid, element: 2, in: &record)
        }
        return true
    }

    /// Adds seven dollars to an amount that is written with two decimals or none.
    private func raise(_ segment: Int, element: Int, in record: inout RecordEditor) {
        let text = record.text(segment, element: element)
        let dollars = Int(text.prefix { $0 != "." }) ?? 0
        record.replace(
            segment, element: element, with: String(dollars + 7) + text.drop { $0 != "." })
    }

    // MARK: Providers and references

    private func plantProviderDigit(in record: inout RecordEditor) -> Bool {
        for role in ["82", "71", "DN", "77"] {
            guard let name = record.index(of: "NM1", role) else { continue }
            Self.spoilDigit(name, in: &record)
            return true
        }
        return false
    }

    static func spoilDigit(_ name: Int, in record: inout RecordEditor) {
        record.edit(name, element: 9) { digits in
            guard let last = digits.last else { return }
            let digit = (last - UInt8(ascii: "0") + 1) % 10
            digits[digits.count - 1] = digit + UInt8(ascii: "0")
        }
    }

    /// The other payer's REF*F8 lies behind SBR and is left alone.
    private func plantReplacement(in record: inout RecordEditor, line: Int) {
        record.replace(0, element: 5, component: 2, with: "7")
        let end = min(line, record.index(of: "SBR") ?? line)
        if let reference = record.index(of: "REF", "F8"), reference < end {
            record.remove(reference)
        }
    }

    private func plantNumber(
        of previous: [UInt8], in record: inout RecordEditor, _ delimiters: FileDelimiters
    ) {
        let number = previous.withUnsafeBufferPointer { bytes in
            RecordEditor(bytes, delimiters: delimiters).text(0, element: 1)
        }
        record.replace(0, element: 1, with: number)
    }
}

// MARK: Levels

extension ClaimDefect {
    /// Spoils a level, which the record begins with; false when it has no place for the defect.
    func plant(
        inLevel record: inout RecordEditor, _ options: ClaimSynthesis.Options,
        _ random: inout SeededGenerator
    ) -> Bool {
        switch self {
        case .birthInFuture:
            guard let demographics = record.index(of: "DMG") else { return false }
            record.replace(
                demographics, element: 2, with: options.fileDate + random.within(30...4000))
        case .unknownParent: record.replace(0, element: 2, with: "999999999")
        case .repeatedLevel:
            // A dependent's parent would be in doubt, which is another defect.
            guard record.text(0, element: 4) == "0" else { return false }
            record.replace(0, element: 1, with: record.text(0, element: 2))
        case .wrongChildFlag:
            record.replace(0, element: 4, with: record.text(0, element: 4) == "0" ? "1" : "0")
        case .missingAddress:
            guard let street = record.index(of: "N3") else { return false }
            record.remove(street)
        case .badBillingDigit:
            guard let name = record.index(of: "NM1", "85") else { return false }
            Self.spoilDigit(name, in: &record)
        default: return plantName(in: &record)
        }
        return true
    }

    private func plantName(in record: inout RecordEditor) -> Bool {
        guard let name = record.index(of: "NM1", "IL") else { return false }
        switch self {
        case .missingName: record.replace(name, element: 3, with: "")
        case .missingMemberID: record.truncate(name, toElements: 8)
        case .latin1Name: record.edit(name, element: 3) { $0.insert(0xD1, at: 1) }
        case .controlCharacter: record.edit(name, element: 3) { $0.insert(0x07, at: 1) }
        default: return false
        }
        return true
    }
}
