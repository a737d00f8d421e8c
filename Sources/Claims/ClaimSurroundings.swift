import CareModel
import Diagnostics
import X12Mapping

/// What the rules of a claim need to know of the header and levels around it.
///
/// Made once for each level, of the one around it, and never changed afterwards: a class, as every
/// claim beneath refers to it, and to copy its values would cost each of them much.
package final class ClaimSurroundings: Sendable {
    package let type: ClaimType
    /// BHT04 as a number CCYYMMDD, the date of the file; 0 where it is not known.
    package let date: Int32
    /// 2010AA/NM109 of XX.
    package var billingNPI: Text? { said.billingNPI }
    /// 2010BA/NM109 of MI or II.
    package var memberID: Text? { said.memberID }
    /// 2010BB/NM109.
    package var payerID: Text? { said.payerID }
    /// SBR01 as `Key.rawValue`; 0 where it was not sent.
    package var payerResponsibility: UInt64 { said.payerResponsibility }
    /// SBR02, the same way: 18 where the subscriber is the patient.
    package var subscriberRelationship: UInt64 { said.subscriberRelationship }
    /// SBR09, the same way.
    package var claimFilingIndicator: UInt64 { said.claimFilingIndicator }
    /// PAT01 of 2000C, the same way.
    package var patientRelationship: UInt64 { said.patientRelationship }
    /// Whether there is a level of the subscriber.
    package var hasSubscriber: Bool { said.hasSubscriber }
    /// Whether there is a level of the patient.
    package var hasPatient: Bool { said.hasPatient }
    /// Of the patient, who may be the subscriber, as a number CCYYMMDD; 0 where it is not known.
    package var patientBirth: Int32 { said.patientBirth }
    /// What tells patients apart: the member, and a dependent by relationship, name, sex and birth.
    package var patientKey: UInt64 { said.patientKey }
    /// What tells apart by whom and of whom claims ask payment: billing provider and payer.
    package var partiesKey: UInt64 { said.partiesKey }
    /// Bytes of the header and of each level, from the outermost.
    package let ranges: [ByteRange]
    private let said: Said

    /// What the levels said.
    ///
    /// Of its own, so that it is copied at once.
    fileprivate struct Said: Equatable {
        var billingNPI: Text?
        var memberID: Text?
        var payerID: Text?
        var payerResponsibility: UInt64 = 0
        var subscriberRelationship: UInt64 = 0
        var claimFilingIndicator: UInt64 = 0
        var patientRelationship: UInt64 = 0
        var hasSubscriber = false
        var hasPatient = false
        var patientBirth: Int32 = 0
        var patientKey: UInt64 = 0
        var partiesKey: UInt64 = 0
    }

    /// Of claims directly beneath the header.
    package init(_ header: RecordObject<ClaimHeaderFields>, type: ClaimType, range: ByteRange) {
        self.type = type
        date = header.object(.transaction, ClaimTransactionFields.self)?.day(.date) ?? 0
        said = Said()
        ranges = [range]
    }

    /// Of claims of which nothing else is known.
    package init(type: ClaimType) {
        self.type = type
        date = 0
        said = Said()
        ranges = []
    }

    private init(_ outer: ClaimSurroundings, _ said: Said, _ range: ByteRange) {
        type = outer.type
        date = outer.date
        self.said = said
        ranges = outer.ranges + CollectionOfOne(range)
    }

    /// The same within a level.
    package func within(_ level: ClaimLevelReading, range: ByteRange) -> ClaimSurroundings {
        var said = said
        switch level {
        case .billing(let reading): said.read(reading.record)
        case .subscriber(let reading): said.read(reading.record)
        case .patient(let reading): said.read(reading.record)
        }
        return ClaimSurroundings(self, said, range)
    }
}

extension ClaimSurroundings.Said {
    fileprivate mutating func read(_ level: RecordObject<ClaimBillingFields>) {
        guard let provider = level.object(.billingProvider, ClaimProviderFields.self) else {
            return
        }
        billingNPI = provider.text(.npi)
        var key = KeyHash()
        ProviderKey.add(provider, to: &key)
        partiesKey = key.value
    }

    fileprivate mutating func read(_ level: RecordObject<ClaimSubscriberLevelFields>) {
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

    fileprivate mutating func read(_ level: RecordObject<ClaimPatientLevelFields>) {
        hasPatient = true
        patientRelationship = level.key(.relationship)
        guard let person = level.object(.patient, ClaimPersonFields.self) else { return }
        patientBirth = person.day(.birthDate)
        guard patientKey != 0 else { return }
        var key = KeyHash()
        key.add(patientKey)
        key.add(patientRelationship)
        if let name = person.object(.name, PersonNameFields.self) {
            key.add(name.bytes(.last))
            key.add(name.bytes(.first))
        }
        key.add(person.key(.sex))
        key.add(UInt64(UInt32(bitPattern: patientBirth)))
        patientKey = key.value
    }
}

extension ClaimSurroundings: Equatable {
    package static func == (one: ClaimSurroundings, other: ClaimSurroundings) -> Bool {
        one.type == other.type && one.date == other.date && one.ranges == other.ranges
            && one.said == other.said
    }
}
