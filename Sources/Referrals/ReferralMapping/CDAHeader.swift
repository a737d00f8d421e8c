import CareModel
import XMLSyntax

// <ClinicalDocument>
//   realmCode? typeId templateId* id code title? effectiveTime confidentialityCode languageCode?
//   setId? versionNumber? recordTarget+ author+ dataEnterer? informant* custodian
//   informationRecipient* legalAuthenticator? authenticator* participant* inFulfillmentOf*
//   documentationOf* relatedDocument* authorization* componentOf? component

extension ReferralMapper {
    /// The record of a C-CDA document, whose element is the tree's first.
    mutating func mapCDA() {
        beginRecord()
        readNarratives()
        setCDADocument(0)
        setCDAParties(0)
        setCDARelated(0)
        each(.component, in: 0) { $0.mapBody($1) }
        setSender()
        addEmbedded(in: 0)
        if !builder.has(referral, .intent), facts.hasReferralAct {
            builder.set(referral, .intent, arena.add("order"))
        }
        setMemberNumber()
        giveBackUnplaced()
        countEntries()
        endRecord()
    }

    private mutating func setCDADocument(_ node: Int) {
        let document = add(ReferralDocumentFields.self, from: node)
        builder.set(referral, .document, object: document)
        builder.set(document, .format, arena.add("c-cda"))
        setConcept(document, .type, child(node, .code))
        set(document, .title, tree.takeText(child(node, .title)))
        if let identifier = child(node, .id) >= 0 ? cdaIdentifier(child(node, .id)) : nil {
            builder.set(document, .identifier, object: identifier)
        }
        if let set = child(node, .setId) >= 0 ? cdaIdentifier(child(node, .setId)) : nil {
            builder.set(document, .set, object: set)
        }
        set(document, .version, child(node, .versionNumber), .value)
        addTemplates(of: node, to: document, ReferralDocumentFields.templates)
        set(document, .confidentiality, child(node, .confidentialityCode), .code)
        set(document, .language, child(node, .languageCode), .code)
        let written = child(node, .effectiveTime)
        setMoment(document, .created, .createdTime, written, .value)
        setMoment(referral, .authored, .authoredTime, written, .value)
        takeRepeated(
            child(node, .confidentialityCode), list: "2.16.840.1.113883.5.25",
            CDANames.confidentiality)
        for passed in [CDAName.realmCode, .typeId] { tree.pass(child(node, passed)) }
    }

    /// Templates as `root:extension`.
    mutating func addTemplates<Fields: RecordFields>(
        of node: Int, to object: Draft<Fields>, _ field: Fields
    ) {
        each(.templateId, in: node) { mapper, template in
            let root = mapper.take(template, .root)
            let version = mapper.take(template, .extension)
            mapper.append(
                text: mapper.arena.add([root, version], between: ":"), to: object, field)
        }
    }

    // MARK: Who has a part in it

    private mutating func setCDAParties(_ node: Int) {
        let target = child(node, .recordTarget, .patientRole)
        if target >= 0 { setCDAMember(target) }
        let other = tree.sibling(child(node, .recordTarget), CDAName.recordTarget.name)
        if other >= 0 { passOthers(from: other) }
        setAuthors(node)
        let custodian = child(
            node, .custodian, .assignedCustodian, .representedCustodianOrganization)
        if custodian >= 0 {
            let party = add(ReferralPartyFields.self, from: custodian)
            builder.set(party, .organization, object: cdaOrganization(custodian))
            builder.set(referral, .custodian, object: party)
        }
        setRecipients(node)
        addEntities(.dataEnterer, "data-enterer", in: node)
        addEntities(.informant, "informant", in: node)
        addEntities(.legalAuthenticator, "legal-authenticator", in: node)
        addEntities(.authenticator, "authenticator", in: node)
        each(.participant, in: node) { $0.addParticipant($1) }
    }

    /// A record holds one member's data: of others that the document is about it has nothing.
    private mutating func passOthers(from first: Int) {
        facts.otherPatient = first
        var other = first
        while other >= 0 {
            tree.pass(other)
            other = tree.sibling(other, CDAName.recordTarget.name)
        }
    }

    mutating func setRole(_ role: StaticString, of party: Draft<ReferralPartyFields>) {
        builder.set(party, ReferralPartyFields.role, arena.add(role))
    }

    /// Who refers is whoever asked for it, else the author with the organization.
    ///
    /// The organization that looks after the member is the author's where that has none; else it has
    /// a part of its own.
    private mutating func setSender() {
        let author = builder.object(referral, .author, ReferralPartyFields.self)
        let target = facts.providerOrganization
        let hasOrganization = author.map { builder.has($0, .organization) } ?? false
        if let target, hasOrganization || builder.has(referral, .from) {
            let party = add(ReferralPartyFields.self, from: 0)
            setRole("provider", of: party)
            builder.set(party, .organization, object: target)
            builder.append(party, to: referral, .participants)
        }
        guard !builder.has(referral, .from) else { return }
        if let author {
            let from = add(ReferralPartyFields.self, from: 0)
            // What a device is called is no part that a sender has.
            let isDevice = builder.has(author, .role)
            let told: [ReferralPartyFields] =
                isDevice ? [.organization] : [.function, .organization, .practitioner]
            for field in told { builder.set(from, field, builder.slot(author, field)) }
            if !builder.has(from, .organization), let target {
                builder.set(from, .organization, object: target)
            }
            if !builder.isEmpty(from) { builder.set(referral, .from, object: from) }
        } else if let target {
            let from = add(ReferralPartyFields.self, from: 0)
            builder.set(from, .organization, object: target)
            builder.set(referral, .from, object: from)
        }
    }

    private mutating func setRecipients(_ node: Int) {
        each(.informationRecipient, in: node) { mapper, recipient in
            let intended = mapper.child(recipient, .intendedRecipient)
            guard intended >= 0 else { return }
            let party = mapper.add(ReferralPartyFields.self, from: intended)
            mapper.setEntity(
                intended, person: .informationRecipient, organization: .receivedOrganization, party
            )
            if !mapper.builder.has(mapper.referral, .to) {
                mapper.builder.set(mapper.referral, .to, object: party)
            } else {
                mapper.setRole("recipient", of: party)
                mapper.builder.append(party, to: mapper.referral, .participants)
            }
        }
    }

    // MARK: What it is part of

    private mutating func setCDARelated(_ node: Int) {
        each(.inFulfillmentOf, in: node) { mapper, fulfilled in
            mapper.each(.id, in: mapper.child(fulfilled, .order)) { mapper, id in
                guard let identifier = mapper.cdaIdentifier(id) else { return }
                mapper.builder.set(
                    identifier, ReferralIdentifierFields.type, mapper.arena.add("order"))
                mapper.builder.append(
                    identifier, to: mapper.referral, ReferralFields.identifiers)
            }
        }
        each(.documentationOf, in: node) { mapper, documented in
            let event = mapper.child(documented, .serviceEvent)
            if !mapper.builder.has(mapper.referral, .occurrence),
                let period = mapper.cdaPeriod(mapper.child(event, .effectiveTime))
            {
                mapper.builder.set(mapper.referral, .occurrence, object: period)
            }
            mapper.addEntities(.performer, "performer", in: event)
        }
        guard let document = builder.object(referral, .document, ReferralDocumentFields.self)
        else { return }
        each(.relatedDocument, in: node) { mapper, related in
            mapper.addIdentifiers(
                of: mapper.child(related, .parentDocument), to: document,
                ReferralDocumentFields.replaces)
        }
        each(.authorization, in: node) { mapper, authorization in
            let sent = mapper.child(authorization, .consent)
            guard sent >= 0 else { return }
            let consent = mapper.add(ReferralConsentFields.self, from: sent)
            mapper.set(consent, .status, mapper.child(sent, .statusCode), .code)
            mapper.addConcept(
                mapper.child(sent, .code), to: consent, ReferralConsentFields.categories)
            mapper.builder.append(consent, to: mapper.referral, .consents)
        }
    }
}
