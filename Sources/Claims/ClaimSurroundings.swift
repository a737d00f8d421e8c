import CareModel
import Diagnostics
import X12Mapping

/// What the rules of a claim need to know of the header and levels around it.
///
/// Made once for each level, of the one around it, and never changed afterwards: a class, as every
/// claim beneath refers to it, and to copy its values would cost each of them much.
package final class ClaimSurroundings: @unchecked Sendable {
    package let type: ClaimType
    /// BHT04 as a number CCYYMMDD, the date of the file; 0 where it is not known.
    package let date: Int32
    /// 2010AA/NM109 of XX.
    package private(set) var billingNPI: Text?
    /// 2010BA/NM109 of MI or II.
    package private(set) var memberID: Text?
    /// 2010BB/NM109.
    package private(set) var payerID: Text?
    /// SBR01 as `Key.rawValue`; 0 where it was not sent.
    package private(set) var payerResponsibility: UInt64 = 0
    /// SBR02, the same way: 18 where the subscriber is the patient.
    package private(set) var subscriberRelationship: UInt64 = 0
    /// SBR09, the same way.
    package private(set) var claimFilingIndicator: UInt64 = 0
    /// PAT01 of 2000C, the same way.
    package private(set) var patientRelationship: UInt64 = 0
    /// Whether there is a level of the subscriber.
    package private(set) var hasSubscriber = false
    /// Whether there is a level of the patient.
    package private(set) var hasPatient = false
    /// Of the patient, who may be the subscriber, as a number CCYYMMDD; 0 where it is not known.
    package private(set) var patientBirth: Int32 = 0
    /// What tells patients apart: the member, and a dependent by name and birth.
    package private(set) var patientKey: UInt64 = 0
    /// What tells apart by whom and of whom claims ask payment: billing provider and payer.
    package private(set) var partiesKey: UInt64 = 0
    /// Bytes of the header and of each level, from the outermost.
    package private(set) var ranges: [ByteRange]

    /// Of claims directly beneath the header.
    package init(_ header: RecordObject<ClaimHeaderFields>, type: ClaimType, range: ByteRange) {
        self.type = type
        date = header.object(.transaction, ClaimTransactionFields.self)?.day(.date) ?? 0
        ranges = [range]
    }

    /// Of claims of which nothing else is known.
    package init(type: ClaimType) {
        self.type = type
        date = 0
        ranges = []
    }

    private init(copying outer: ClaimSurroundings, _ range: ByteRange) {
        type = outer.type
        date = outer.date
        (billingNPI, memberID, payerID) = (outer.billingNPI, outer.memberID, outer.payerID)
        payerResponsibility = outer.payerResponsibility
        subscriberRelationship = outer.subscriberRelationship
        claimFilingIndicator = outer.claimFilingIndicator
        patientRelationship = outer.patientRelationship
        (hasSubscriber, hasPatient) = (outer.hasSubscriber, outer.hasPatient)
        (patientBirth, patientKey) = (outer.patientBirth, outer.patientKey)
        partiesKey = outer.partiesKey
        ranges = outer.ranges + CollectionOfOne(range)
    }

    /// The same within a level.
    package func within(_ level: ClaimLevelReading, range: ByteRange) -> ClaimSurroundings {
        let inner = ClaimSurroundings(copying: self, range)
        switch level {
        case .billing(let reading): inner.read(reading.record)
        case .subscriber(let reading): inner.read(reading.record)
        case .patient(let reading): inner.read(reading.record)
        }
        return inner
    }

    private func read(_ level: RecordObject<ClaimBillingFields>) {
        guard let provider = level.object(.billingProvider, ClaimProviderFields.self) else {
            return
        }
        billingNPI = provider.text(.npi)
        var key = KeyHash()
        ProviderKey.add(provider, to: &key)
        partiesKey = key.value
    }

    private func read(_ level: RecordObject<ClaimSubscriberLevelFields>) {
        hasSubscriber = true
        memberID = level.text(.memberId)
        subscriberRelationship = level.key(.relationship)
        if let payer = level.object(.payer, ClaimPayerFields.self)?
            .object(.party, ClaimProviderFields.self)
        {
            let identifier = payer.object(.identifier, IdentificationFields.self)
            payerID = identifier?.text(.value)
            var key = KeyHash()
            key.add(partiesKey)
            if let identifier { key.add(identifier.bytes(.value)) }
            partiesKey = key.value
        }
        if let subscriber = level.object(.subscriber, ClaimSubscriberFields.self) {
            payerResponsibility = subscriber.key(.payerResponsibility)
            claimFilingIndicator = subscriber.key(.claimFilingIndicator)
            if let person = subscriber.object(.person, ClaimPersonFields.self) {
                patientBirth = person.day(.birthDate)
            }
        }
        var key = KeyHash()
        key.add(level.bytes(.memberId))
        patientKey = level.has(.memberId) ? key.value : 0
    }

    private func read(_ level: RecordObject<ClaimPatientLevelFields>) {
        hasPatient = true
        patientRelationship = level.key(.relationship)
        guard let person = level.object(.patient, ClaimPersonFields.self) else { return }
        patientBirth = person.day(.birthDate)
        guard patientKey != 0 else { return }
        var key = KeyHash()
        key.add(patientKey)
        key.add(patientRelationship)
        if let name = person.object(.name, PersonNameFields.self) { key.add(name.bytes(.first)) }
        key.add(UInt64(UInt32(bitPattern: patientBirth)))
        patientKey = key.value
    }
}

extension ClaimSurroundings: Equatable {
    package static func == (one: ClaimSurroundings, other: ClaimSurroundings) -> Bool {
        one.type == other.type && one.date == other.date && one.ranges == other.ranges
            && one.identifiers == other.identifiers && one.keys == other.keys
            && one.hasSubscriber == other.hasSubscriber && one.hasPatient == other.hasPatient
            && one.patientBirth == other.patientBirth
    }

    private var identifiers: [Text?] { [billingNPI, memberID, payerID] }

    private var keys: [UInt64] {
        [
            payerResponsibility, subscriberRelationship, claimFilingIndicator, patientRelationship,
            patientKey, partiesKey,
        ]
    }
}
