import CareModel

// PractitionerRole: practitioner, organization, code*, specialty*, healthcareService*, telecom*
// Practitioner, Organization: identifier*, name, telecom*, address*
// RelatedPerson: identifier*, patient, relationship*, name*, telecom*, address*
extension FHIRMapper {
    /// Whom a reference leads to, as a party; with no resource its words alone.
    mutating func party(_ reference: FHIRElement, role: StaticString? = nil) -> Int {
        let party = add(ReferralPartyFields.self, from: reference)
        if let role { set(party, ReferralPartyFields.role, text(role)) }
        fill(party, reference)
        return party
    }

    private mutating func fill(_ party: Int, _ reference: FHIRElement) {
        if isMember(reference) { return setMember(party, reference) }
        guard let resource = follow(reference) else { return fillInWords(party, reference) }
        fill(party, resource: resource)
    }

    mutating func fill(_ party: Int, resource: FHIRElement) {
        switch resource.type {
        case .practitionerRole: fillRole(party, resource)
        case .practitioner: setPractitioner(party, resource)
        case .organization, .location: setOrganization(party, resource)
        case .healthcareService: fillService(party, resource)
        case .patient: setPerson(party, resource)
        case .relatedPerson: setRelated(party, resource)
        default: break
        }
    }

    /// Of somebody who has no resource here.
    private mutating func fillInWords(_ party: Int, _ reference: FHIRElement) {
        switch type(named: reference) {
        case .practitioner, .practitionerRole, .patient:
            setPractitionerInWords(party, reference)
        case .relatedPerson:
            setPractitionerInWords(party, reference)
            setKind("related-person", of: party)
        default:
            let organization = add(ReferralOrganizationFields.self, from: reference)
            set(organization, ReferralOrganizationFields.name, reference, .display)
            appendIdentifiers(reference, to: organization, ReferralOrganizationFields.identifiers)
            appendReference(reference, to: organization, ReferralOrganizationFields.identifiers)
            setNPI(organization, ReferralOrganizationFields.npi, reference)
            setPIDSL(organization, reference)
            builder.set(party, ReferralPartyFields.organization, object: organization)
        }
    }

    /// The type of what a reference names: by its address, or else by its `type`.
    private func type(named reference: FHIRElement) -> FHIRType {
        let known = tree.type(of: reference.value(.reference))
        guard known == .unknown, let sent = reference.first(.type) else { return known }
        return FHIRType(rawValue: String(decoding: sent.bytes, as: UTF8.self)) ?? .unknown
    }

    // MARK: The member, and who is close to them

    /// Whether a reference leads to the member, or nowhere by the words that name the member.
    private func isMember(_ reference: FHIRElement) -> Bool {
        if case .resource(let index) = tree.target(of: reference),
            tree.resources[index].type == .patient, let patient
        {
            return tree.isSamePerson(index, patient)
        }
        return tree.type(of: reference.value(.reference)) == .patient
            && memberReference.map { isSame(reference, $0) } ?? false
    }

    /// The member refers, or is to do something: their name, as all else is told of the member.
    private mutating func setMember(_ party: Int, _ reference: FHIRElement) {
        let person = add(ReferralPractitionerFields.self, from: reference)
        if let resource = follow(reference) {
            setNames(person, ReferralPractitionerFields.name, others: nil, resource)
        } else {
            take(reference, .reference)
            let name = add(PersonNameFields.self, from: reference)
            set(name, PersonNameFields.last, reference, .display)
            builder.set(person, ReferralPractitionerFields.name, object: name)
        }
        builder.set(party, ReferralPartyFields.practitioner, object: person)
        setKind("member", of: party)
    }

    private mutating func setRelated(_ party: Int, _ resource: FHIRElement) {
        setPerson(party, resource)
        setConcept(party, ReferralPartyFields.function, resource, .relationship)
        let patient = resource.first(.patient)
        // Who is close to somebody else is not close to the member.
        if let patient, !isMember(patient) { return }
        setKind("related-person", of: party)
        if let patient { _ = follow(patient) }
    }

    private mutating func setKind(_ kind: StaticString, of party: Int) {
        let person = builder.object(party, ReferralPartyFields.practitioner)
        let word = text(kind)
        builder.set(person, ReferralPractitionerFields.kind, word)
    }

    /// A service is its provider's, where that is known; its name is what the provider is there.
    private mutating func fillService(_ party: Int, _ service: FHIRElement) {
        guard let reference = service.first(.providedBy), let provider = follow(reference),
            provider.type == .organization
        else { return setOrganization(party, service) }
        setOrganization(party, provider)
        guard !service.value(.name).isEmpty else { return }
        let function = add(ReferralConceptFields.self, from: service)
        set(function, ReferralConceptFields.text, service, .name)
        builder.set(party, ReferralPartyFields.function, object: function)
    }

    private mutating func fillRole(_ party: Int, _ role: FHIRElement) {
        setConcept(party, ReferralPartyFields.function, role, .code)
        if let reference = role.first(.organization) {
            if let organization = follow(reference) {
                setOrganization(party, organization)
            } else {
                fillInWords(party, reference)
            }
        }
        if let reference = role.first(.practitioner) {
            if let practitioner = follow(reference) {
                setPractitioner(party, practitioner)
            } else {
                setPractitionerInWords(party, reference)
            }
        }
        let inner = builder.object(party, ReferralPartyFields.practitioner)
        guard inner > 0 else { return }
        appendConcepts(role, .specialty, to: inner, ReferralPractitionerFields.specialties)
        appendTelecoms(role, to: inner, ReferralPractitionerFields.telecoms)
        appendIdentifiers(role, to: inner, ReferralPractitionerFields.identifiers)
    }

    private mutating func setPractitionerInWords(_ party: Int, _ reference: FHIRElement) {
        let person = add(ReferralPractitionerFields.self, from: reference)
        let name = add(PersonNameFields.self, from: reference)
        set(name, PersonNameFields.last, reference, .display)
        appendIdentifiers(reference, to: person, ReferralPractitionerFields.identifiers)
        appendReference(reference, to: person, ReferralPractitionerFields.identifiers)
        setNPI(person, ReferralPractitionerFields.npi, reference)
        builder.set(person, ReferralPractitionerFields.name, object: name)
        builder.set(party, ReferralPartyFields.practitioner, object: person)
    }

    mutating func setPractitioner(_ party: Int, _ resource: FHIRElement) {
        setPerson(party, resource)
        let object = builder.object(party, ReferralPartyFields.practitioner)
        for qualification in resource.all(.qualification) {
            guard let code = qualification.first(.code) else { continue }
            builder.append(
                concept(code), to: object, ReferralPractitionerFields.specialties)
        }
    }

    private mutating func setPerson(_ party: Int, _ resource: FHIRElement) {
        let object = add(ReferralPractitionerFields.self, from: resource)
        setNames(object, ReferralPractitionerFields.name, others: nil, resource)
        appendIdentifiers(resource, to: object, ReferralPractitionerFields.identifiers)
        setNPI(object, ReferralPractitionerFields.npi, resource)
        appendTelecoms(resource, to: object, ReferralPractitionerFields.telecoms)
        appendAddresses(resource, to: object, ReferralPractitionerFields.addresses)
        builder.set(party, ReferralPartyFields.practitioner, object: object)
    }

    mutating func setOrganization(_ party: Int, _ resource: FHIRElement) {
        let object = add(ReferralOrganizationFields.self, from: resource)
        set(object, ReferralOrganizationFields.name, resource, .name)
        appendIdentifiers(resource, to: object, ReferralOrganizationFields.identifiers)
        setNPI(object, ReferralOrganizationFields.npi, resource)
        setPIDSL(object, resource)
        appendConcepts(resource, .type, to: object, ReferralOrganizationFields.types)
        appendTelecoms(resource, to: object, ReferralOrganizationFields.telecoms)
        appendAddresses(resource, to: object, ReferralOrganizationFields.addresses)
        builder.set(party, ReferralPartyFields.organization, object: object)
    }

    // MARK: Numbers

    /// The identifier that its list calls an NPI.
    private mutating func setNPI<Fields: RecordFields>(
        _ object: Int, _ field: Fields, _ element: FHIRElement
    ) {
        for identifier in element.all(.identifier) {
            guard ReferralCodeSystem.isNPI(tree.texts.bytes(identifier.value(.system))) else {
                continue
            }
            set(object, field, identifier.value(.value))
            return
        }
    }

    /// The identifier that has the form of MassHealth's provider ids, or says it is one.
    private mutating func setPIDSL(_ object: Int, _ element: FHIRElement) {
        let all = element.all(.identifier)
        let named = all.first { isOf($0, FHIRSystems.pidsl) }
        let formed = named ?? all.first { PIDSL.isValid(tree.texts.bytes($0.value(.value))) }
        guard let formed else { return }
        set(object, ReferralOrganizationFields.pidsl, formed.value(.value))
    }

    private func isOf(_ identifier: FHIRElement, _ system: StaticString) -> Bool {
        tree.texts.isEqual(identifier.value(.system), system)
    }
}
