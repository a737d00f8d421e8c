import CareModel
import Diagnostics
import XMLSyntax

// Documents of FHIR: their referrals come when what they refer to has come, not one by one.
extension ReferralReader {
    /// Offset before which everything is a unit's, or of none.
    package var settledOffset: Int { start }

    /// Begins a document whose first element is a Bundle or a resource that is a referral.
    mutating func beginFHIR(_ event: XMLEvent) -> Bool {
        fhir.begin()
        _ = fhir.take(event, of: &xml)
        guard fhir.isReferral else { return false }
        note(.fhir)
        start = event.range.start
        isBroken = false
        return true
    }

    mutating func takeFHIR(_ event: XMLEvent) -> ReferralUnit? {
        switch event.kind {
        case .start, .end, .text:
            let isReady = fhir.take(event, of: &xml)
            guard event.kind == .end else { return nil }
            if event.depth == 1 {
                fhir.end()
            } else if !isReady {
                return nil
            }
        case .documentEnd where event.isBroken:
            fhir.end()
            isBroken = true
        default: return nil
        }
        isDelivering = true
        return nextOfFHIR()
    }

    /// The next referral that is ready; what is lost of a document follows as one.
    mutating func nextOfFHIR() -> ReferralUnit? {
        if let reading = fhir.next(&collector) { return unit(of: reading) }
        isDelivering = false
        foundOutside += collector.take()
        unlistedOutside += collector.takeUnlisted()
        start = max(start, fhir.settledOffset)
        guard fhir.isOver else { return nil }
        place = isBroken ? .lost : .outside
        // What follows the document in the same piece of the input belongs to others.
        let settled = fhir.settledOffset
        foundOutside += takePending { $0.range.start < settled }
        return nil
    }

    private mutating func unit(of reading: FHIRReading) -> ReferralUnit {
        isFHIR = true
        let own = reading.own
        let found = takePending { finding in
            own.contains { $0.start <= finding.range.start && finding.range.start < $0.end }
        }
        collector.add(found)
        return ReferralUnit(
            kind: .referral, range: reading.bytes,
            others: own.filter { $0 != reading.bytes }, context: reading.context,
            document: document, place: reading.path, findings: collector.take(),
            unlisted: collector.takeUnlisted())
    }

    /// Findings of the syntax, which are forgotten here.
    private mutating func takePending(_ isWanted: (Finding) -> Bool) -> [Finding] {
        guard !pending.isEmpty else { return [] }
        let taken = pending.filter(isWanted)
        if !taken.isEmpty { pending.removeAll(where: isWanted) }
        return taken
    }
}
