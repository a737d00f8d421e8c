import CareModel
import Diagnostics
import X12Mapping

/// What the rules across records need to know of one claim.
package struct ClaimFacts: Sendable, Hashable {
    /// The claim's number (CLM01) as a key; 0 where there is none.
    let number: UInt64
    /// Patient, parties, days, procedures with modifiers and providers as a key; 0 where the patient
    /// or the services are not known.
    let content: UInt64
    let range: ByteRange
    /// Where CLM01 stands; empty where it was not sent.
    let numberRange: ByteRange

    package init(
        _ claim: RecordObject<ClaimFields>, _ surroundings: ClaimSurroundings, range: ByteRange
    ) {
        self.range = range
        let id = claim.slot(.claimId)
        let start = range.start + (id.isEmpty ? 0 : Int(id.start))
        numberRange = ByteRange(start, start + id.count)
        number = claim.has(.claimId) ? ClaimFacts.key(claim.bytes(.claimId)) : 0
        guard surroundings.patientKey != 0, claim.has(.serviceLines) else {
            content = 0
            return
        }
        var key = KeyHash()
        key.add(surroundings.patientKey)
        key.add(surroundings.partiesKey)
        // What voids or replaces a claim looks like it, and is another; of two claims that are alike
        // it says which is meant.
        let frequency = claim.key(.frequency)
        key.add(frequency)
        if OriginalReference.isAsked(frequency),
            let references = claim.object(.references, ClaimReferenceFields.self)
        {
            key.add(references.bytes(.payerControlNumber))
        }
        ClaimFacts.addDays(of: claim, to: &key)
        ClaimFacts.addRendering(claim.object(.providers, ProviderRoleFields.self), to: &key)
        // A sum, as lines may come in another order.
        var lines: UInt64 = 0
        for line in claim.objects(.serviceLines, ServiceLineFields.self) {
            lines &+= ClaimFacts.key(line)
        }
        key.add(lines)
        content = key.value
    }

    private static func key(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var key = KeyHash()
        key.add(bytes)
        return key.value
    }

    private static func addDays(of claim: RecordObject<ClaimFields>, to key: inout KeyHash) {
        guard let times = claim.object(.times, ClaimTimeFields.self) else { return }
        add(times.object(.statementPeriod, ServicePeriodFields.self), to: &key)
        add(times.object(.service, ServicePeriodFields.self), to: &key)
    }

    @inline(__always)
    private static func add(
        _ period: RecordObject<ServicePeriodFields>?, to key: inout KeyHash
    ) {
        guard let period else { return }
        key.add(period.key(.begin))
        key.add(period.key(.end))
    }

    @inline(__always)
    private static func addRendering(
        _ providers: RecordObject<ProviderRoleFields>?, to key: inout KeyHash
    ) {
        guard let rendering = providers?.object(.renderingProvider, ClaimProviderFields.self)
        else { return }
        ProviderKey.add(rendering, to: &key)
    }

    /// Of a line: what was done, when, and on which tooth; codes in small letters are the same.
    private static func key(_ line: RecordObject<ServiceLineFields>) -> UInt64 {
        var key = KeyHash()
        key.add(line.key(.revenueCode))
        if let procedure = line.object(.procedure, MedicalProcedureFields.self) {
            key.add(code: procedure.bytes(.code))
            for modifier in procedure.objects(.modifiers, TextFields.self) {
                key.add(code: modifier.bytes(.value))
            }
        }
        add(line.object(.service, ServicePeriodFields.self), to: &key)
        if let drug = line.object(.drug, DrugFields.self) { key.add(drug.bytes(.code)) }
        if let dental = line.object(.dental, DentalServiceFields.self) { add(dental, to: &key) }
        addRendering(line.object(.providers, ProviderRoleFields.self), to: &key)
        return key.value
    }

    private static func add(_ dental: RecordObject<DentalServiceFields>, to key: inout KeyHash) {
        for cavity in dental.objects(.oralCavities, TextFields.self) {
            key.add(code: cavity.bytes(.value))
        }
        for tooth in dental.objects(.teeth, ToothFields.self) {
            key.add(code: tooth.bytes(.code))
            for surface in tooth.objects(.surfaces, TextFields.self) {
                key.add(code: surface.bytes(.value))
            }
        }
    }
}
