import CareModel
import XMLSyntax

// act[templateId 2.16.840.1.113883.10.20.22.4.140]: id+ code statusCode effectiveTime
//   priorityCode? author* participant* entryRelationship*

extension ReferralMapper {
    /// A Patient Referral Act, by its template or by its code.
    func isReferralAct(_ node: Int) -> Bool {
        var template = child(node, .templateId)
        while template >= 0 {
            let root = tree.value(template, AttributeName.root.name)
            if arena.holds(root, "2.16.840.1.113883.10.20.22.4.140") { return true }
            template = tree.sibling(template, CDAName.templateId.name)
        }
        let code = tree.value(child(node, .code), AttributeName.code.name)
        return arena.holds(code, "44383000") || arena.holds(code, "3457005")
    }

    /// What is asked for, of whom, how soon and why.
    ///
    /// An act that is said not to be done is told by `doNotPerform`; beside another that is to be
    /// done it is a plan that is negated.
    mutating func mapReferralAct(_ node: Int) {
        if isNegated(node), hasAffirmedAct { return addPlan(node) }
        let service = add(ReferralServiceFields.self, from: node)
        let code = child(node, .code)
        setCode(service, .code, .system, .display, code)
        set(service, .text, originalText(code))
        addTranslations(code, to: service, ReferralServiceFields.translations)
        set(service, .status, child(node, .statusCode), .code)
        if let period = cdaPeriod(child(node, .effectiveTime)) {
            builder.set(service, .period, object: period)
        }
        set(service, .note, entryWords(child(node, .text)))
        if !facts.hasReferralAct { setRequest(node, service) }
        facts.hasReferralAct = true
        addIdentifiers(of: node, to: referral, ReferralFields.identifiers)
        each(.entryRelationship, in: node) { $0.addReason($1) }
        addEntities(.performer, "performer", in: node)
        each(.participant, in: node) { $0.addReferred($1) }
        builder.append(service, to: referral, ReferralFields.services)
    }

    private func isNegated(_ node: Int) -> Bool {
        let flag = tree.value(node, AttributeName.negationInd.name)
        return arena.holds(flag, "true") || arena.holds(flag, "1")
    }

    private var hasAffirmedAct: Bool {
        tree.nodes.indices.contains {
            tree.nodes[$0].name == CDAName.act.name && isReferralAct($0) && !isNegated($0)
        }
    }

    /// The first act says how the whole referral stands.
    private mutating func setRequest(_ node: Int, _ service: Draft<ReferralServiceFields>) {
        set(referral, .requestStatus, builder.slot(service, ReferralServiceFields.status))
        set(referral, .doNotPerform, flag(take(node, .negationInd)))
        let mood = tree.value(node, AttributeName.moodCode.name)
        let moods: [(code: StaticString, word: StaticString)] = [
            ("RQO", "order"), ("INT", "plan"), ("PRP", "proposal"), ("PRMS", "plan"),
            ("ARQ", "order"), ("APT", "order"),
        ]
        for known in moods where arena.holds(mood, known.code) {
            builder.set(referral, .intent, arena.add(known.word))
        }
        let priority = take(child(node, .priorityCode), .code)
        takeRepeated(
            child(node, .priorityCode), list: "2.16.840.1.113883.5.7", CDANames.priority)
        let priorities: [(code: StaticString, word: StaticString)] = [
            ("R", "routine"), ("EL", "routine"), ("UR", "urgent"), ("A", "asap"), ("S", "stat"),
            ("EM", "stat"),
        ]
        set(referral, .priority, priority)
        for known in priorities where arena.holds(priority, known.code) {
            builder.set(referral, .priority, arena.add(known.word))
        }
        if let period = builder.object(service, .period, ReferralPeriodFields.self) {
            builder.set(referral, .occurrence, object: period)
        }
        let author = personAuthor(of: node)
        if author >= 0 {
            let party = cdaAuthor(author)
            builder.set(referral, .from, object: party)
        }
    }

    /// Whom the member is referred to: the receiver where the document is sent to nobody, and else
    /// somebody who has a part in it.
    ///
    /// Source: C-CDA R2.1, Patient Referral Act, the participant `REFT`.
    private mutating func addReferred(_ participant: Int) {
        let type = tree.value(participant, AttributeName.typeCode.name)
        let role = child(participant, .participantRole)
        guard arena.holds(type, "REFT"), role >= 0 else { return }
        let party = add(ReferralPartyFields.self, from: participant)
        if isOrganization(child(role, .playingEntity)) {
            setReferredOrganization(role, party)
        } else {
            setEntity(role, person: .playingEntity, organization: .scopingEntity, party)
            nameScope(child(role, .scopingEntity), of: party)
        }
        guard !builder.isEmpty(party) else { return discard(party) }
        setMoment(party, .date, .time, child(participant, .time), .value)
        if builder.has(referral, .to) {
            setRole("referred-to", of: party)
            builder.append(party, to: referral, .participants)
        } else {
            builder.set(referral, .to, object: party)
        }
    }

    /// Whether who plays a role is an organization or a place: by its class, or else as its name has
    /// no parts.
    private func isOrganization(_ entity: Int) -> Bool {
        guard entity >= 0 else { return false }
        let kind = tree.value(entity, AttributeName.classCode.name)
        if !kind.isEmpty { return arena.holds(kind, "ORG") || arena.holds(kind, "PLC") }
        let name = child(entity, .name)
        return name >= 0 && child(name, .family) < 0 && child(name, .given) < 0
    }

    private mutating func setReferredOrganization(
        _ role: Int, _ party: Draft<ReferralPartyFields>
    ) {
        let organization = cdaOrganization(role)
        set(organization, .name, tree.takeText(child(role, .playingEntity, .name)))
        addConcept(child(role, .code), to: organization, ReferralOrganizationFields.types)
        if !builder.isEmpty(organization) {
            builder.set(party, .organization, object: organization)
        }
    }

    /// The organization around a role has a description for a name.
    private mutating func nameScope(_ scope: Int, of party: Draft<ReferralPartyFields>) {
        guard
            let organization = builder.object(
                party, .organization, ReferralOrganizationFields.self)
        else { return }
        set(organization, .name, tree.takeText(child(scope, .desc)))
    }

    /// An observation that is the reason for the referral.
    private mutating func addReason(_ related: Int) {
        let type = tree.value(related, AttributeName.typeCode.name)
        let observation = child(related, .observation)
        guard arena.holds(type, "RSON"), observation >= 0 else { return }
        let value = child(observation, .value)
        addConcept(
            value >= 0 ? value : child(observation, .code), to: referral, ReferralFields.reasons)
    }
}
