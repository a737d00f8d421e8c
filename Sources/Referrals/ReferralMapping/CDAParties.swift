import CareModel
import XMLSyntax

// patientRole: id+ addr+ telecom+ patient providerOrganization?
// patient: name+ administrativeGenderCode birthTime maritalStatusCode? religiousAffiliationCode?
//   raceCode sdtc:raceCode* ethnicGroupCode guardian* birthplace? languageCommunication*
// assignedAuthor, assignedEntity, intendedRecipient, associatedEntity: id* code? addr* telecom*
//   a person, an organization

extension ReferralMapper {
    mutating func setCDAMember(_ node: Int) {
        let member = add(ReferralMemberFields.self, from: node)
        builder.set(referral, .member, object: member)
        addIdentifiers(of: node, to: member, ReferralMemberFields.identifiers)
        addContacts(
            of: node, to: member, ReferralMemberFields.telecoms, ReferralMemberFields.addresses)
        let organization = child(node, .providerOrganization)
        if organization >= 0 { facts.providerOrganization = cdaOrganization(organization) }
        let patient = child(node, .patient)
        guard patient >= 0 else { return }
        setNames(of: patient, member)
        set(member, .sex, cdaSex(child(patient, .administrativeGenderCode)))
        setMoment(member, .birthDate, .birthTime, child(patient, .birthTime), .value)
        let death = tree.child(patient, SDTCName.deceasedTime.name)
        setMoment(member, .deathDate, .deathTime, death, .value)
        let mark = tree.child(patient, SDTCName.deceasedInd.name)
        if arena.holds(tree.value(mark, AttributeName.value.name), "true") {
            facts.deathMark = mark
        }
        setConcept(member, .maritalStatus, child(patient, .maritalStatusCode))
        setConcept(member, .religion, child(patient, .religiousAffiliationCode))
        each(.raceCode, in: patient) { $0.addConcept($1, to: member, ReferralMemberFields.races) }
        addExtended(.raceCode, of: patient, to: member, .races)
        each(.ethnicGroupCode, in: patient) {
            $0.addConcept($1, to: member, ReferralMemberFields.ethnicities)
        }
        addExtended(.ethnicGroupCode, of: patient, to: member, .ethnicities)
        each(.languageCommunication, in: patient) { $0.addLanguage($1, member) }
        each(.guardian, in: patient) { $0.addGuardian($1, member) }
    }

    /// The legal name first, and none that is a pseudonym where there is another.
    private mutating func setNames(of patient: Int, _ member: Draft<ReferralMemberFields>) {
        var chosen = -1
        var least = Int.max
        each(.name, in: patient) { mapper, element in
            let use = mapper.tree.value(element, AttributeName.use.name)
            let rank = CDAUse.rank(ofName: mapper.arena.bytes(use))
            if rank < least { (chosen, least) = (element, rank) }
        }
        each(.name, in: patient) { mapper, element in
            let name = mapper.cdaName(element)
            if element == chosen {
                mapper.builder.set(member, ReferralMemberFields.name, object: name)
            } else {
                mapper.builder.append(name, to: member, ReferralMemberFields.otherNames)
            }
            for other in mapper.cdaOtherNames(element) {
                mapper.builder.append(other, to: member, ReferralMemberFields.otherNames)
            }
        }
    }

    /// Further codes that are extensions of the Structured Documents Technical Committee.
    private mutating func addExtended(
        _ name: SDTCName, of patient: Int, to member: Draft<ReferralMemberFields>,
        _ field: ReferralMemberFields
    ) {
        var node = tree.child(patient, name.name)
        while node >= 0 {
            addConcept(node, to: member, field)
            node = tree.sibling(node, name.name)
        }
    }

    /// The code alone: F and M are those of X12, and UN is kept.
    private mutating func cdaSex(_ node: Int) -> Slot {
        let code = take(node, .code)
        takeRepeated(node, list: "2.16.840.1.113883.5.1", CDANames.gender)
        return code
    }

    private mutating func addLanguage(_ node: Int, _ member: Draft<ReferralMemberFields>) {
        let code = take(child(node, .languageCode), .code)
        let preferred = take(child(node, .preferenceInd), .value)
        guard !code.isEmpty else { return }
        let language = add(ReferralLanguageFields.self, from: node)
        builder.set(language, .code, code)
        set(language, .preferred, flag(preferred))
        builder.append(language, to: member, ReferralMemberFields.languages)
    }

    private mutating func addGuardian(_ node: Int, _ member: Draft<ReferralMemberFields>) {
        let contact = add(ReferralContactFields.self, from: node)
        builder.set(contact, .role, arena.add("guardian"))
        setConcept(contact, .relationship, child(node, .code))
        let name = child(node, .guardianPerson, .name)
        if name >= 0 { builder.set(contact, .name, object: cdaName(name)) }
        set(contact, .organization, tree.takeText(child(node, .guardianOrganization, .name)))
        addContacts(
            of: node, to: contact, ReferralContactFields.telecoms, ReferralContactFields.addresses)
        builder.append(contact, to: member, ReferralMemberFields.contacts)
    }

    // MARK: Parties

    /// The first author that is a person wrote it, or else the first; others have a part in it.
    mutating func setAuthors(_ node: Int) {
        var person = personAuthor(of: node)
        each(.author, in: node) { mapper, author in
            let party = mapper.cdaAuthor(author)
            guard !mapper.builder.isEmpty(party) else { return }
            if author == person || person < 0 {
                person = author
                mapper.builder.set(mapper.referral, .author, object: party)
                return
            }
            if !mapper.isDevice(author) { mapper.setRole("author", of: party) }
            mapper.builder.append(party, to: mapper.referral, .participants)
        }
    }

    /// The first author that is no device; -1 where there is none.
    func personAuthor(of node: Int) -> Int {
        var author = child(node, .author)
        while author >= 0, isDevice(author) {
            author = tree.sibling(author, CDAName.author.name)
        }
        return author
    }

    /// Whether a program or machine wrote, and nobody's name is beside it.
    private func isDevice(_ author: Int) -> Bool {
        let entity = child(author, .assignedAuthor)
        return child(entity, .assignedAuthoringDevice) >= 0 && child(entity, .assignedPerson) < 0
    }

    /// Somebody who wrote; of a device the organization that has it, and what the device is called.
    mutating func cdaAuthor(_ node: Int) -> Draft<ReferralPartyFields> {
        let party = add(ReferralPartyFields.self, from: node)
        let entity = child(node, .assignedAuthor)
        if isDevice(node) {
            setDevice(entity, party)
        } else {
            setEntity(
                entity, person: .assignedPerson, organization: .representedOrganization, party)
        }
        if !builder.isEmpty(party) {
            setMoment(party, .date, .time, child(node, .time), .value)
            if isDevice(node) { setRole("device", of: party) }
        }
        return party
    }

    private mutating func setDevice(_ entity: Int, _ party: Draft<ReferralPartyFields>) {
        let scope = child(entity, .representedOrganization)
        if scope >= 0 {
            let organization = cdaOrganization(scope)
            builder.set(party, .organization, object: organization)
        }
        let device = child(entity, .assignedAuthoringDevice)
        let model = tree.takeText(child(device, .manufacturerModelName))
        let software = tree.takeText(child(device, .softwareName))
        let words = arena.add([model, software], between: " ")
        guard !words.isEmpty else { return }
        let function = add(ReferralConceptFields.self, from: device)
        builder.set(function, .text, words)
        builder.set(party, .function, object: function)
    }

    /// Adds those who have a part in the document, or in what it tells of.
    mutating func addEntities(_ name: CDAName, _ role: StaticString, in node: Int) {
        each(name, in: node) { mapper, element in
            let party = mapper.add(ReferralPartyFields.self, from: element)
            mapper.setRole(role, of: party)
            mapper.setMoment(party, .date, .time, mapper.child(element, .time), .value)
            mapper.setConcept(party, .function, mapper.child(element, .functionCode))
            mapper.passSignature(mapper.child(element, .signatureCode))
            let assigned = mapper.child(element, .assignedEntity)
            if assigned >= 0 {
                mapper.setEntity(
                    assigned, person: .assignedPerson, organization: .representedOrganization,
                    party)
            } else {
                let related = mapper.child(element, .relatedEntity)
                mapper.setEntity(
                    related, person: .relatedPerson, organization: .representedOrganization, party)
                mapper.setKind(related, party)
            }
            mapper.builder.append(party, to: mapper.referral, .participants)
        }
    }

    /// Who is close to the member is no practitioner.
    private mutating func setKind(_ related: Int, _ party: Draft<ReferralPartyFields>) {
        guard related >= 0, isClose(related),
            let person = builder.object(party, .practitioner, ReferralPractitionerFields.self)
        else { return }
        builder.set(person, ReferralPractitionerFields.kind, arena.add("related-person"))
    }

    /// Whether an entity is somebody close to the member, by its class.
    ///
    /// Source: HL7 version 3, RoleClass.
    private func isClose(_ entity: Int) -> Bool {
        let kind = tree.value(entity, AttributeName.classCode.name)
        let close: [StaticString] = ["CAREGIVER", "ECON", "NOK", "PRS", "GUARD"]
        return close.contains { arena.holds(kind, $0) }
    }

    /// That it is signed says no more than that somebody is who did.
    private mutating func passSignature(_ code: Int) {
        if arena.holds(tree.value(code, AttributeName.code.name), "S") { tree.pass(code) }
    }

    /// A caregiver is the member's contact; who is to be called back, and all others, have a part.
    mutating func addParticipant(_ node: Int) {
        let entity = child(node, .associatedEntity)
        guard entity >= 0 else { return }
        let type = tree.value(node, AttributeName.typeCode.name)
        let member = builder.object(referral, .member, ReferralMemberFields.self)
        let kind = tree.value(entity, AttributeName.classCode.name)
        if let member, isClose(entity) {
            return addContact(node, entity, kind, member)
        }
        let party = add(ReferralPartyFields.self, from: node)
        if arena.holds(type, "CALLBCK") {
            setRole("callback", of: party)
        } else {
            set(party, .role, type)
        }
        setMoment(party, .date, .time, child(node, .time), .value)
        setConcept(party, .function, child(node, .functionCode))
        setEntity(entity, person: .associatedPerson, organization: .scopingOrganization, party)
        builder.append(party, to: referral, .participants)
    }

    private mutating func addContact(
        _ node: Int, _ entity: Int, _ kind: Slot, _ member: Draft<ReferralMemberFields>
    ) {
        let contact = add(ReferralContactFields.self, from: node)
        let roles: [(code: StaticString, word: StaticString)] = [
            ("CAREGIVER", "caregiver"), ("ECON", "emergency"), ("NOK", "next-of-kin"),
            ("GUARD", "guardian"),
        ]
        for role in roles where arena.holds(kind, role.code) {
            builder.set(contact, .role, arena.add(role.word))
        }
        let relationship = child(entity, .code)
        setConcept(
            contact, .relationship,
            relationship >= 0 ? relationship : child(node, .functionCode))
        let name = child(entity, .associatedPerson, .name)
        if name >= 0 { builder.set(contact, .name, object: cdaName(name)) }
        set(contact, .organization, tree.takeText(child(entity, .scopingOrganization, .name)))
        addContacts(
            of: entity, to: contact, ReferralContactFields.telecoms,
            ReferralContactFields.addresses)
        builder.append(contact, to: member, ReferralMemberFields.contacts)
    }

    /// A person, an organization or both, by the names that the elements have here.
    mutating func setEntity(
        _ node: Int, person: CDAName, organization: CDAName, _ party: Draft<ReferralPartyFields>
    ) {
        guard node >= 0 else { return }
        let scope = child(node, organization)
        if scope >= 0 { builder.set(party, .organization, object: cdaOrganization(scope)) }
        let practitioner = add(ReferralPractitionerFields.self, from: node)
        let name = child(node, person, .name)
        if name >= 0 { builder.set(practitioner, .name, object: cdaName(name)) }
        each(.id, in: node) { mapper, id in
            mapper.addNumber(
                id, to: practitioner, npi: ReferralPractitionerFields.npi, .identifiers)
        }
        addConcept(child(node, .code), to: practitioner, ReferralPractitionerFields.specialties)
        addContacts(
            of: node, to: practitioner, ReferralPractitionerFields.telecoms,
            ReferralPractitionerFields.addresses)
        let made = builder.record(practitioner)
        if ReferralPractitionerFields.allCases.contains(where: { made.has($0) }) {
            builder.set(party, .practitioner, object: practitioner)
        } else {
            discard(practitioner)
        }
    }

    mutating func cdaOrganization(_ node: Int) -> Draft<ReferralOrganizationFields> {
        let organization = add(ReferralOrganizationFields.self, from: node)
        set(organization, .name, tree.takeText(child(node, .name)))
        each(.id, in: node) { mapper, id in
            mapper.addNumber(
                id, to: organization, npi: ReferralOrganizationFields.npi, .identifiers)
        }
        addConcept(
            child(node, .standardIndustryClassCode), to: organization,
            ReferralOrganizationFields.types)
        addContacts(
            of: node, to: organization, ReferralOrganizationFields.telecoms,
            ReferralOrganizationFields.addresses)
        return organization
    }

    /// The first NPI has its field; all other numbers stand among the identifiers.
    private mutating func addNumber<Fields: RecordFields>(
        _ node: Int, to object: Draft<Fields>, npi: Fields, _ list: Fields
    ) {
        let number = tree.value(node, AttributeName.extension.name)
        let root = tree.value(node, AttributeName.root.name)
        let isNPI = arena.holds(root, "2.16.840.1.113883.4.6")
        if isNPI, !number.isEmpty, builder.slot(object, npi).isEmpty {
            set(object, npi, take(node, .extension))
            _ = take(node, .root)
            _ = take(node, .assigningAuthorityName)
        } else if let identifier = cdaIdentifier(node) {
            builder.append(identifier, to: object, list)
        }
    }
}
