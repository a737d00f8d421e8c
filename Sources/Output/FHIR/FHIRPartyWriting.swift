import CareModel

// Organization: identifier*, type*, name, telecom*, address*
// Practitioner: identifier*, name*, telecom*, address*
// PractitionerRole: practitioner, organization, code*, specialty*
extension FHIRBundleWriter {
    static let npi: StaticString = "http://hl7.org/fhir/sid/us-npi"
    /// MassHealth has no name for the list of its provider ids; this one is ours.
    static let pidsl: StaticString = "urn:turnpike:pidsl"

    /// The member, and everybody who has a part in the referral.
    mutating func writePeople(_ referral: RecordObject<ReferralFields>) {
        writeCarers(referral)
        writePatient(referral)
        if references.patient == nil {
            references.supporting += references.practitioners
            if let manager = references.manager { references.supporting.append(manager) }
        }
        references.from = part("From: ", referral.object(.from, ReferralPartyFields.self))
        references.to = part("To: ", referral.object(.to, ReferralPartyFields.self))
        let author = part("Author: ", referral.object(.author, ReferralPartyFields.self))
        let custodian = part("Custodian: ", referral.object(.custodian, ReferralPartyFields.self))
        references.supporting += [author, custodian].compactMap { $0 }
        for participant in referral.objects(.participants, ReferralPartyFields.self)
        where !isCarer(participant) {
            writeParticipant(participant)
        }
    }

    /// Somebody who has a part in it, where FHIR refers to who has that part.
    private mutating func writeParticipant(_ participant: RecordObject<ReferralPartyFields>) {
        let role = participant.bytes(.role)
        if role.isEqual(to: "location"), writeLocation(participant) {
            return remarkRole("Participant: ", participant, isRoleTold: true)
        }
        guard let reference = part("Participant: ", participant) else { return }
        if role.isEqual(to: "taskRequester"), references.taskRequester == nil {
            references.taskRequester = reference
        } else if role.isEqual(to: "owner"), references.owner == nil {
            references.owner = reference
        } else if role.isEqual(to: "recipient") {
            references.recipients.append(reference)
        } else {
            references.supporting.append(reference)
        }
    }

    /// A party, and a note of what FHIR has no place for.
    private mutating func part(
        _ opening: StaticString, _ party: RecordObject<ReferralPartyFields>?
    ) -> FHIRReference? {
        guard let party else { return nil }
        remarkRole(opening, party, isRoleTold: isTold(party.bytes(.role)))
        return self.party(party)
    }

    /// A party: an organization, a person, or what that person is there.
    mutating func party(_ party: RecordObject<ReferralPartyFields>?) -> FHIRReference? {
        guard let party else { return nil }
        if let person = close(party) { return person }
        let organization = party.object(.organization, ReferralOrganizationFields.self)
            .flatMap { write($0) }
        let practitioner = party.object(.practitioner, ReferralPractitionerFields.self)
        let person = practitioner.flatMap { write($0) }
        guard let person else { return organization }
        let function = party.object(.function, ReferralConceptFields.self)
        let specialties = practitioner.map {
            $0.objects(.specialties, ReferralConceptFields.self)
        }
        let role = isTold(party.bytes(.role)) ? FHIRBytes.none : party.bytes(.role)
        let isNamed = function.map { !FHIRConcept($0).isEmpty } ?? false
        let hasSpecialty = specialties?.contains { !FHIRConcept($0).isEmpty } ?? false
        guard organization != nil || isNamed || hasSpecialty || !role.isEmpty else {
            return person
        }
        body.fhir("\"practitioner\":", person)
        body.fhir("\"organization\":", organization)
        let start = body.count
        body.append("\"code\":[")
        let first = body.count
        if let function, isNamed { body.element(FHIRConcept(function)) }
        body.element(words: role)
        if body.count == first { body.truncate(to: start) } else { body.closeArray() }
        if let specialties { body.fhir("\"specialty\":", specialties) }
        return end("PractitionerRole")
    }

    /// Whether a role is told by where FHIR refers to who has it: a Task has one owner, and one who
    /// asks for it.
    func isTold(_ role: FHIRBytes) -> Bool {
        if role.isEqual(to: "taskRequester") { return references.taskRequester == nil }
        if role.isEqual(to: "owner") { return references.owner == nil }
        let told: [StaticString] = [
            "recipient", "supporting", "general-practitioner", "managing-organization",
        ]
        return told.contains { role.isEqual(to: $0) }
    }

    private mutating func write(
        _ organization: RecordObject<ReferralOrganizationFields>
    ) -> FHIRReference? {
        let pidsl = organization.bytes(.pidsl)
        let npi = organization.bytes(.npi)
        writeNumbers(
            organization.objects(.identifiers, ReferralIdentifierFields.self),
            [(Self.pidsl, pidsl), (Self.npi, npi)])
        body.fhir("\"type\":", organization.objects(.types, ReferralConceptFields.self))
        body.fhir("\"name\":", organization, .name)
        body.fhir(telecoms: organization.objects(.telecoms, ReferralTelecomFields.self))
        body.fhir(addresses: organization.objects(.addresses, ReferralAddressFields.self))
        guard body.count > 0 else { return nil }
        return end(
            "Organization", number: FHIRNumberKey.key(pidsl: pidsl, npi: npi),
            organization.objects(.identifiers, ReferralIdentifierFields.self))
    }

    private mutating func write(
        _ person: RecordObject<ReferralPractitionerFields>
    ) -> FHIRReference? {
        let npi = person.bytes(.npi)
        writeNumbers(
            person.objects(.identifiers, ReferralIdentifierFields.self), [(Self.npi, npi)])
        writeName(of: person)
        body.fhir(telecoms: person.objects(.telecoms, ReferralTelecomFields.self))
        body.fhir(addresses: person.objects(.addresses, ReferralAddressFields.self))
        guard body.count > 0 else { return nil }
        return end(
            "Practitioner", number: FHIRNumberKey.key(npi: npi),
            person.objects(.identifiers, ReferralIdentifierFields.self))
    }

    /// Identifiers that were sent, and numbers of their own fields that are not among them.
    mutating func writeNumbers(
        _ identifiers: RecordList<ReferralIdentifierFields>,
        _ numbers: [(system: StaticString, value: FHIRBytes)]
    ) {
        let start = body.count
        body.append("\"identifier\":[")
        let first = body.count
        for number in numbers where !number.value.isEmpty {
            body.element(system: number.system, value: number.value)
        }
        for identifier in identifiers {
            let isKnown = numbers.contains {
                $0.value.elementsEqual(identifier.bytes(.value))
                    && (!identifier.has(.system)
                        || identifier.bytes(.system).isEqual(to: $0.system))
            }
            if !isKnown { body.element(identifier) }
        }
        if body.count == first { body.truncate(to: start) } else { body.closeArray() }
    }
}

/// Which numbers identify somebody.
enum FHIRNumberKey {
    /// The PIDSL, or else the NPI; nothing where neither can be one, as fillers cannot.
    static func key(pidsl: FHIRBytes = .none, npi: FHIRBytes) -> [FHIRBytes] {
        ProviderNumber.key(pidsl: pidsl, npi: npi).map { [$0] } ?? []
    }

    /// A member's number, unless it cannot be one: a word, or a filler.
    static func key(member number: FHIRBytes) -> [FHIRBytes] {
        let hasDigit = number.contains { 0x30...0x39 ~= $0 }
        return hasDigit && !FillerNumber.isFiller(number) ? [number] : []
    }
}
