import CareModel

// Patient: generalPractitioner*, managingOrganization
// RelatedPerson: identifier*, patient, relationship*, name*, telecom*, address*
// Location: identifier*, name, type*, telecom*, address
extension FHIRBundleWriter {
    // MARK: Who looks after the member

    /// Whether the Patient refers to a participant, and not the request.
    func isCarer(_ participant: RecordObject<ReferralPartyFields>) -> Bool {
        let role = participant.bytes(.role)
        return role.isEqual(to: "general-practitioner")
            || role.isEqual(to: "managing-organization")
                && participant.object(.practitioner, ReferralPractitionerFields.self) == nil
    }

    /// Writes them before the Patient, who refers to them.
    mutating func writeCarers(_ referral: RecordObject<ReferralFields>) {
        for participant in referral.objects(.participants, ReferralPartyFields.self)
        where isCarer(participant) {
            remarkRole("Participant: ", participant, isRoleTold: true)
            guard let reference = party(participant) else { continue }
            if participant.bytes(.role).isEqual(to: "general-practitioner") {
                references.practitioners.append(reference)
            } else if references.manager == nil {
                references.manager = reference
            } else {
                references.supporting.append(reference)
            }
        }
    }

    // MARK: Who is close to the member

    /// The member, or somebody close to them; nobody else, and nobody without a member.
    mutating func close(_ party: RecordObject<ReferralPartyFields>) -> FHIRReference? {
        guard let patient = references.patient,
            let person = party.object(.practitioner, ReferralPractitionerFields.self)
        else { return nil }
        if person.bytes(.kind).isEqual(to: "member") { return patient }
        guard person.bytes(.kind).isEqual(to: "related-person") else { return nil }
        writeNumbers(person.objects(.identifiers, ReferralIdentifierFields.self), [])
        body.fhir("\"patient\":", patient)
        writeRelationship(party, person)
        writeName(of: person)
        body.fhir(telecoms: person.objects(.telecoms, ReferralTelecomFields.self))
        body.fhir(addresses: person.objects(.addresses, ReferralAddressFields.self))
        return end("RelatedPerson")
    }

    private mutating func writeRelationship(
        _ party: RecordObject<ReferralPartyFields>,
        _ person: RecordObject<ReferralPractitionerFields>
    ) {
        let start = body.count
        body.append("\"relationship\":[")
        let first = body.count
        if let function = party.object(.function, ReferralConceptFields.self),
            !FHIRConcept(function).isEmpty
        {
            body.element(FHIRConcept(function))
        }
        for kind in person.objects(.specialties, ReferralConceptFields.self)
        where !FHIRConcept(kind).isEmpty {
            body.element(FHIRConcept(kind))
        }
        if !isTold(party.bytes(.role)) { body.element(words: party.bytes(.role)) }
        if body.count == first { body.truncate(to: start) } else { body.closeArray() }
    }

    /// The one name of a person, unless it says nothing.
    mutating func writeName(of person: RecordObject<ReferralPractitionerFields>) {
        guard let name = person.object(.name, PersonNameFields.self),
            name.has(.last) || name.has(.first)
        else { return }
        body.append("\"name\":[")
        body.element(name)
        body.closeArray()
    }

    // MARK: Where it is to be done

    /// Writes where the services are to be; a place has one address, and is no person.
    mutating func writeLocation(_ party: RecordObject<ReferralPartyFields>) -> Bool {
        guard party.object(.practitioner, ReferralPractitionerFields.self) == nil,
            let place = party.object(.organization, ReferralOrganizationFields.self),
            place.objects(.addresses, ReferralAddressFields.self).map({ $0.index }).count < 2
        else { return false }
        writeNumbers(
            place.objects(.identifiers, ReferralIdentifierFields.self),
            [(Self.pidsl, place.bytes(.pidsl)), (Self.npi, place.bytes(.npi))])
        body.fhir("\"name\":", place, .name)
        body.fhir("\"type\":", place.objects(.types, ReferralConceptFields.self))
        body.fhir(telecoms: place.objects(.telecoms, ReferralTelecomFields.self))
        for address in place.objects(.addresses, ReferralAddressFields.self) {
            body.append("\"address\":")
            let opened = body.count
            body.element(address)
            if body.count == opened { body.truncate(to: opened - 10) }
        }
        guard body.count > 0 else { return true }
        references.locations.append(end("Location"))
        return true
    }
}
