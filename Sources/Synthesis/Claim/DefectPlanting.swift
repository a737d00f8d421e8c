/// Where the claim at hand and its levels begin, so that a defect can be planted there.
struct DefectPlanting {
    /// Where the level begins, as long as no claim lies beneath it.
    var providerMark: ClaimWriter.Mark?
    var subscriberMark: ClaimWriter.Mark?
    var patientMark: ClaimWriter.Mark?
    var claimMark = ClaimWriter.Mark()
    /// The claim before, where it is the same patient's and nothing is wrong with it.
    var previous: [UInt8]?
    /// What is wrong with the trailer of the transaction at hand.
    var trailerDefects: Set<ClaimDefect> = []

    mutating func beginTransaction() {
        trailerDefects.removeAll(keepingCapacity: true)
    }

    mutating func beginSubscriber() {
        providerMark = nil
        subscriberMark = nil
        patientMark = nil
    }

    mutating func beginPatient() {
        previous = nil
    }

    /// Where a level of this scope begins, when the claim at hand is the first beneath it.
    func mark(_ scope: ClaimDefect.Scope) -> ClaimWriter.Mark? {
        switch scope {
        case .claim: claimMark
        case .patient: patientMark ?? subscriberMark
        case .subscriber: subscriberMark
        case .billingProvider: providerMark
        case .trailer: nil
        }
    }
}

extension ClaimWriter {
    /// Draws whether something is wrong with the claim just written, and plants it.
    mutating func plantDefect(_ planted: inout [ClaimDefect: Int]) {
        guard options.defectRate > 0 else { return }
        let clean = Array(out.bytes(from: planting.claimMark.offset))
        var defect: ClaimDefect?
        if defectRandom.chance(rate: options.defectRate) { defect = drawDefect() }
        if let defect { planted[defect, default: 0] += 1 }
        planting.previous = defect == nil ? clean : nil
        planting.providerMark = nil
        planting.subscriberMark = nil
        planting.patientMark = nil
    }

    /// Plants a drawn kind and draws again where it is not possible; after some vain draws the
    /// kinds are tried in their order, and nil is the answer when none is possible.
    private mutating func drawDefect() -> ClaimDefect? {
        let kinds = options.defectKinds
        guard !kinds.isEmpty else { return nil }
        for _ in 0..<8 {
            let defect = kinds[defectRandom.below(kinds.count)]
            if plant(defect) { return defect }
        }
        for defect in kinds where plant(defect) { return defect }
        return nil
    }

    private mutating func plant(_ defect: ClaimDefect) -> Bool {
        if defect.scope == .trailer {
            return planting.trailerDefects.insert(defect).inserted
        }
        guard let mark = planting.mark(defect.scope) else { return false }
        var record = RecordEditor(out.bytes(from: mark.offset), delimiters: options.delimiters)
        let isPlanted: Bool
        if defect == .duplicateClaim {
            isPlanted = replaceWithPrevious(&record)
        } else if defect.scope == .claim {
            isPlanted = defect.plant(
                inClaim: &record, options, previous: planting.previous, &defectRandom)
        } else {
            isPlanted = defect.plant(inLevel: &record, options, &defectRandom)
        }
        guard isPlanted else { return false }
        out.rewind(to: mark.offset, segments: out.segmentCount - mark.segments)
        record.write(to: &out)
        return true
    }

    private func replaceWithPrevious(_ record: inout RecordEditor) -> Bool {
        guard let previous = planting.previous else { return false }
        record = previous.withUnsafeBufferPointer { bytes in
            RecordEditor(bytes, delimiters: options.delimiters)
        }
        return true
    }
}
