// What identifies referrals, tasks and those who send them.

extension RecordObject<ReferralFields> {
    /// What identifies a referral: its first number that is not shared, or else its document's; empty
    /// where it has neither.
    ///
    /// A number that does not say whose it is is the sender's: others count from 1 too.
    package var key: [UnsafeBufferPointer<UInt8>] {
        for identifier in objects(.identifiers, ReferralIdentifierFields.self)
        where identifier.identifies {
            let isAssigned = identifier.has(.system) || identifier.has(.assigner)
            return [
                bytes(.memberId), identifier.bytes(.system), identifier.bytes(.assigner),
                identifier.bytes(.value),
            ] + (isAssigned ? [] : sender)
        }
        guard let document = object(.document, ReferralDocumentFields.self),
            let identifier = document.object(.identifier, ReferralIdentifierFields.self),
            identifier.has(.value)
        else { return [] }
        // The id of a resource is its server's, where the document does not name that.
        let isOfServer = identifier.has(.system) || !document.bytes(.format).isText("fhir")
        return [
            bytes(.memberId), document.bytes(.format), identifier.bytes(.system),
            identifier.bytes(.value),
        ] + (isOfServer ? [] : sender)
    }

    /// The PIDSL of who refers, or else the NPI or the name; of nobody who is told more of, the
    /// address that the referral has of them.
    private var sender: [UnsafeBufferPointer<UInt8>] {
        let none = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
        guard let party = object(.from, ReferralPartyFields.self) else { return server }
        let known: UnsafeBufferPointer<UInt8>?
        let identifiers: RecordList<ReferralIdentifierFields>?
        if let organization = party.object(.organization, ReferralOrganizationFields.self) {
            let number = ProviderNumber.key(
                pidsl: organization.bytes(.pidsl), npi: organization.bytes(.npi))
            known = number ?? organization.bytes(.name)
            identifiers = organization.objects(.identifiers, ReferralIdentifierFields.self)
        } else {
            let person = party.object(.practitioner, ReferralPractitionerFields.self)
            let number = person.flatMap { ProviderNumber.key(pidsl: none, npi: $0.bytes(.npi)) }
            known = number ?? person?.object(.name, PersonNameFields.self)?.bytes(.last)
            identifiers = person?.objects(.identifiers, ReferralIdentifierFields.self)
        }
        if let known, !known.isEmpty { return [known] }
        let reference = identifiers?.first { $0.bytes(.type).isText("reference") }
        return reference.map { [none, $0.bytes(.system), $0.bytes(.value)] } ?? server
    }

    /// Of nobody at all, the address of the referral on a server.
    private var server: [UnsafeBufferPointer<UInt8>] {
        let none = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
        let document = object(.document, ReferralDocumentFields.self)
        let identifier = document?.object(.identifier, ReferralIdentifierFields.self)
        guard let address = identifier?.bytes(.system), address.starts(with: "http".utf8) else {
            return [none]
        }
        return [none, address]
    }
}

extension RecordObject<ReferralIdentifierFields> {
    /// Types of numbers that several referrals have in common: a requisition, a group of tasks, and
    /// the order that a document fulfils.
    ///
    /// Source: FHIR R4, ServiceRequest.requisition and Task.groupIdentifier; HL7 table 0203, `PGN`.
    private static var shared: [StaticString] { ["requisition", "group", "order", "PGN"] }

    /// Whether a number is one referral's, or one task's, alone.
    package var identifies: Bool {
        let type = bytes(.type)
        return has(.value) && !Self.shared.contains { type.isText($0) }
    }
}

/// Which number identifies a provider.
package enum ProviderNumber {
    /// The PIDSL, or else the NPI; nothing where neither can be one, as fillers cannot.
    package static func key(
        pidsl: UnsafeBufferPointer<UInt8>, npi: UnsafeBufferPointer<UInt8>
    ) -> UnsafeBufferPointer<UInt8>? {
        if PIDSL.isValid(pidsl), !FillerNumber.isFiller(pidsl.dropLast()) { return pidsl }
        return NPI.isValid(npi) ? npi : nil
    }
}

extension UnsafeBufferPointer<UInt8> {
    fileprivate func isText(_ text: StaticString) -> Bool {
        text.withUTF8Buffer { $0.elementsEqual(self) }
    }
}
