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
