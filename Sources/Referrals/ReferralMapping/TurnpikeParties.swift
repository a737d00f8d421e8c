import CareModel
import XMLSyntax

// <member id birthDate deathDate sex gender maritalStatus>
//   name otherName* identifier* race* ethnicity* language* telecom* address* contact*
// <from|to|author|custodian|participant role date>
//   organization? (name identifier* telecom* address*)
//   practitioner? (name identifier* telecom* address*)
// <coverage payer payerId subscriberId type relationship group plan order begin end>

extension ReferralMapper {
    mutating func setTurnpikeMember(_ node: Int) {
        let member = add(ReferralMemberFields.self, from: node)
        builder.set(referral, .member, object: member)
        set(referral, .memberId, node, .id)
        setMoment(member, .birthDate, .birthTime, node, .birthDate)
        setMoment(member, .deathDate, .deathTime, node, .deathDate)
        set(member, .sex, node, .sex)
        set(member, .gender, node, .gender)
        let marital = take(node, .maritalStatus)
        if !marital.isEmpty {
            let concept = add(ReferralConceptFields.self, from: node)
            builder.set(concept, .text, marital)
            builder.set(member, .maritalStatus, object: concept)
        }
        var child = tree.firstChild(node)
        while child >= 0 {
            mapTurnpikeMember(child, member)
            child = tree.next(child)
        }
    }

    private mutating func mapTurnpikeMember(_ node: Int, _ member: Draft<ReferralMemberFields>) {
        switch TurnpikeName(rawValue: tree.nodes[node].name.index) {
        case .name: builder.set(member, .name, object: turnpikeName(node))
        case .otherName: builder.append(turnpikeName(node), to: member, .otherNames)
        case .identifier: builder.append(turnpikeIdentifier(node), to: member, .identifiers)
        case .race: builder.append(turnpikeConcept(node), to: member, .races)
        case .ethnicity: builder.append(turnpikeConcept(node), to: member, .ethnicities)
        case .language:
            let language = add(ReferralLanguageFields.self, from: node)
            set(language, .code, node, .code)
            set(language, .preferred, flag(take(node, .preferred)))
            builder.append(language, to: member, .languages)
        case .telecom: builder.append(turnpikeTelecom(node), to: member, .telecoms)
        case .address: builder.append(turnpikeAddress(node), to: member, .addresses)
        case .contact: builder.append(turnpikeContact(node), to: member, .contacts)
        default: break
        }
    }

    /// `true` and `1` as Y, `false` and `0` as N.
    mutating func flag(_ sent: Slot) -> Slot {
        guard !sent.isEmpty else { return .none }
        return arena.add(arena.holds(sent, "true") || arena.holds(sent, "1") ? "Y" : "N")
    }

    private mutating func turnpikeContact(_ node: Int) -> Draft<ReferralContactFields> {
        let contact = add(ReferralContactFields.self, from: node)
        set(contact, .role, node, .role)
        let relationship = take(node, .relationship)
        if !relationship.isEmpty {
            let concept = add(ReferralConceptFields.self, from: node)
            builder.set(concept, .text, relationship)
            builder.set(contact, .relationship, object: concept)
        }
        var child = tree.firstChild(node)
        while child >= 0 {
            switch TurnpikeName(rawValue: tree.nodes[child].name.index) {
            case .name: builder.set(contact, .name, object: turnpikeName(child))
            case .telecom: builder.append(turnpikeTelecom(child), to: contact, .telecoms)
            case .address: builder.append(turnpikeAddress(child), to: contact, .addresses)
            default: break
            }
            child = tree.next(child)
        }
        return contact
    }

    // MARK: Parties

    mutating func turnpikeParty(_ node: Int) -> Draft<ReferralPartyFields> {
        let party = add(ReferralPartyFields.self, from: node)
        set(party, .role, node, .role)
        setMoment(party, .date, .time, node, .date)
        let organization = tree.child(node, TurnpikeName.organization.name)
        if organization >= 0 {
            builder.set(party, .organization, object: turnpikeOrganization(organization))
        }
        let practitioner = tree.child(node, TurnpikeName.practitioner.name)
        if practitioner >= 0 {
            builder.set(party, .practitioner, object: turnpikePractitioner(practitioner))
        }
        return party
    }

    private mutating func turnpikeOrganization(_ node: Int) -> Draft<ReferralOrganizationFields> {
        let organization = add(ReferralOrganizationFields.self, from: node)
        set(organization, .pidsl, node, .pidsl)
        set(organization, .npi, node, .npi)
        var child = tree.firstChild(node)
        while child >= 0 {
            switch TurnpikeName(rawValue: tree.nodes[child].name.index) {
            case .name: set(organization, .name, tree.takeText(child))
            case .identifier:
                builder.append(turnpikeIdentifier(child), to: organization, .identifiers)
            case .telecom: builder.append(turnpikeTelecom(child), to: organization, .telecoms)
            case .address: builder.append(turnpikeAddress(child), to: organization, .addresses)
            default: break
            }
            child = tree.next(child)
        }
        return organization
    }

    private mutating func turnpikePractitioner(_ node: Int) -> Draft<ReferralPractitionerFields> {
        let practitioner = add(ReferralPractitionerFields.self, from: node)
        set(practitioner, .npi, node, .npi)
        let specialty = take(node, .specialty)
        if !specialty.isEmpty {
            let concept = add(ReferralConceptFields.self, from: node)
            builder.set(concept, .text, specialty)
            builder.append(concept, to: practitioner, .specialties)
        }
        var child = tree.firstChild(node)
        while child >= 0 {
            switch TurnpikeName(rawValue: tree.nodes[child].name.index) {
            case .name: builder.set(practitioner, .name, object: turnpikeName(child))
            case .identifier:
                builder.append(turnpikeIdentifier(child), to: practitioner, .identifiers)
            case .telecom: builder.append(turnpikeTelecom(child), to: practitioner, .telecoms)
            case .address: builder.append(turnpikeAddress(child), to: practitioner, .addresses)
            default: break
            }
            child = tree.next(child)
        }
        return practitioner
    }

    mutating func turnpikeCoverage(_ node: Int) -> Draft<ReferralCoverageFields> {
        let coverage = add(ReferralCoverageFields.self, from: node)
        set(coverage, .payer, node, .payer)
        let payer = take(node, .payerId)
        if !payer.isEmpty {
            let identifier = add(ReferralIdentifierFields.self, from: node)
            builder.set(identifier, .value, payer)
            builder.append(identifier, to: coverage, .payerIdentifiers)
        }
        set(coverage, .subscriberId, node, .subscriberId)
        setWords(coverage, .type, node, .type)
        setWords(coverage, .relationship, node, .relationship)
        set(coverage, .group, node, .group)
        set(coverage, .plan, node, .plan)
        set(coverage, .order, node, .order)
        setMoment(coverage, .begin, nil, node, .begin)
        setMoment(coverage, .end, nil, node, .end)
        return coverage
    }

    private mutating func setWords(
        _ coverage: Draft<ReferralCoverageFields>, _ field: ReferralCoverageFields, _ node: Int,
        _ attribute: AttributeName
    ) {
        let words = take(node, attribute)
        guard !words.isEmpty else { return }
        let concept = add(ReferralConceptFields.self, from: node)
        builder.set(concept, .text, words)
        builder.set(coverage, field, object: concept)
    }

    // MARK: Values of several attributes

    mutating func turnpikeName(_ node: Int) -> Draft<PersonNameFields> {
        let name = add(PersonNameFields.self, from: node)
        set(name, .last, node, .last)
        set(name, .first, node, .first)
        set(name, .middle, node, .middle)
        set(name, .prefix, node, .prefix)
        set(name, .suffix, node, .suffix)
        return name
    }

    mutating func turnpikeIdentifier(_ node: Int) -> Draft<ReferralIdentifierFields> {
        let identifier = add(ReferralIdentifierFields.self, from: node)
        set(identifier, .system, node, .system)
        set(identifier, .value, node, .value)
        set(identifier, .type, node, .type)
        return identifier
    }

    mutating func turnpikeConcept(_ node: Int) -> Draft<ReferralConceptFields> {
        let concept = add(ReferralConceptFields.self, from: node)
        set(concept, .code, node, .code)
        set(concept, .system, ReferralCodeSystem.uri(take(node, .system), arena))
        set(concept, .display, node, .display)
        set(concept, .text, tree.takeText(node))
        return concept
    }

    private mutating func turnpikeTelecom(_ node: Int) -> Draft<ReferralTelecomFields> {
        let telecom = add(ReferralTelecomFields.self, from: node)
        set(telecom, .system, node, .system)
        set(telecom, .use, node, .use)
        set(telecom, .value, node, .value)
        return telecom
    }

    private mutating func turnpikeAddress(_ node: Int) -> Draft<ReferralAddressFields> {
        let object = add(ReferralAddressFields.self, from: node)
        set(object, .use, node, .use)
        let address = add(AddressFields.self, from: node)
        builder.set(object, .address, object: address)
        set(address, .city, node, .city)
        set(address, .state, node, .state)
        set(address, .postalCode, node, .postalCode)
        set(address, .county, node, .county)
        set(address, .country, node, .country)
        var line = tree.child(node, TurnpikeName.line.name)
        while line >= 0 {
            append(text: tree.takeText(line), to: address, .lines)
            line = tree.sibling(line, TurnpikeName.line.name)
        }
        return object
    }
}
