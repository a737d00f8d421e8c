import CareModel
import XMLSyntax

// <referral id status statusDate intent priority authored neededBy begin end version>
//   identifier* program member from to author? custodian? participant* coverage* service*
//   description? reason* need* healthNeed* riskFactor* benefit* consent* problem* medication*
//   allergy* goal* observation* document* history* note*

extension ReferralMapper {
    /// The record of a Turnpike referral, whose element is the tree's first.
    mutating func mapTurnpike() {
        beginRecord()
        setTurnpikeRequest(0)
        var node = tree.firstChild(0)
        while node >= 0 {
            mapTurnpike(node)
            node = tree.next(node)
        }
        endRecord()
    }

    private mutating func setTurnpikeRequest(_ node: Int) {
        let document = add(ReferralDocumentFields.self, from: node)
        builder.set(referral, .document, object: document)
        builder.set(document, .format, arena.add("turnpike"))
        set(document, .version, node, .version)
        let number = take(node, .id)
        if !number.isEmpty {
            let identifier = add(ReferralIdentifierFields.self, from: node)
            builder.set(identifier, .value, number)
            builder.append(identifier, to: referral, .identifiers)
        }
        set(referral, .status, node, .status)
        setMoment(referral, .modified, .modifiedTime, node, .statusDate)
        set(referral, .intent, node, .intent)
        set(referral, .priority, node, .priority)
        setMoment(referral, .authored, .authoredTime, node, .authored)
        setMoment(referral, .neededBy, .neededByTime, node, .neededBy)
        if let period = turnpikePeriod(node) {
            builder.set(referral, .occurrence, object: period)
        }
    }

    /// The period of `begin` and `end`.
    private mutating func turnpikePeriod(_ node: Int) -> Draft<ReferralPeriodFields>? {
        let begin = take(node, .begin)
        let end = take(node, .end)
        guard !begin.isEmpty || !end.isEmpty else { return nil }
        let period = add(ReferralPeriodFields.self, from: node)
        setMoment(period, .begin, .beginTime, begin, of: node, .begin)
        setMoment(period, .end, .endTime, end, of: node, .end)
        return period
    }

    /// One element of a referral.
    private mutating func mapTurnpike(_ node: Int) {
        switch TurnpikeName(rawValue: tree.nodes[node].name.index) {
        case .identifier:
            builder.append(turnpikeIdentifier(node), to: referral, .identifiers)
        case .program:
            set(referral, .program, node, .code)
            set(referral, .serviceCategory, node, .category)
        case .member: setTurnpikeMember(node)
        case .from: builder.set(referral, .from, object: turnpikeParty(node))
        case .to: builder.set(referral, .to, object: turnpikeParty(node))
        case .author: builder.set(referral, .author, object: turnpikeParty(node))
        case .custodian: builder.set(referral, .custodian, object: turnpikeParty(node))
        case .participant: builder.append(turnpikeParty(node), to: referral, .participants)
        case .coverage: builder.append(turnpikeCoverage(node), to: referral, .coverages)
        case .service: builder.append(turnpikeService(node), to: referral, .services)
        case .description: set(referral, .description, tree.takeText(node))
        case .reason: builder.append(turnpikeConcept(node), to: referral, .reasons)
        case .need: builder.append(turnpikeNeed(node), to: referral, .needs)
        case .healthNeed: addCriterion(node, .healthNeeds)
        case .riskFactor: addCriterion(node, .riskFactors)
        case .benefit: addCriterion(node, .benefits)
        case .consent: builder.append(turnpikeConsent(node), to: referral, .consents)
        default: mapTurnpikeRest(node)
        }
    }

    private mutating func mapTurnpikeRest(_ node: Int) {
        switch TurnpikeName(rawValue: tree.nodes[node].name.index) {
        case .problem: builder.append(turnpikeStatement(node), to: referral, .problems)
        case .medication: builder.append(turnpikeStatement(node), to: referral, .medications)
        case .allergy: builder.append(turnpikeStatement(node), to: referral, .allergies)
        case .goal: builder.append(turnpikeStatement(node), to: referral, .goals)
        case .observation: builder.append(turnpikeStatement(node), to: referral, .observations)
        case .document: builder.append(turnpikeDocument(node), to: referral, .documents)
        case .history: builder.append(turnpikeStatus(node), to: referral, .statusHistory)
        case .note: builder.append(turnpikeNote(node), to: referral, .notes)
        default: break
        }
    }

    // MARK: What is asked for

    private mutating func turnpikeService(_ node: Int) -> Draft<ReferralServiceFields> {
        let service = add(ReferralServiceFields.self, from: node)
        set(service, .category, node, .category)
        set(service, .code, node, .code)
        set(service, .system, ReferralCodeSystem.uri(take(node, .system), arena))
        set(service, .display, node, .display)
        let amount = take(node, .quantity)
        if !amount.isEmpty {
            let quantity = add(ReferralQuantityFields.self, from: node)
            builder.set(quantity, .value, amount)
            set(quantity, .unit, node, .unit)
            builder.set(service, .quantity, object: quantity)
        }
        if let period = turnpikePeriod(node) { builder.set(service, .period, object: period) }
        set(service, .provider, node, .provider)
        var child = tree.firstChild(node)
        while child >= 0 {
            switch TurnpikeName(rawValue: tree.nodes[child].name.index) {
            case .description: set(service, .text, tree.takeText(child))
            case .goal: append(text: tree.takeText(child), to: service, .goals)
            case .step: append(text: tree.takeText(child), to: service, .steps)
            default: break
            }
            child = tree.next(child)
        }
        return service
    }

    private mutating func turnpikeNeed(_ node: Int) -> Draft<ReferralNeedFields> {
        let need = add(ReferralNeedFields.self, from: node)
        set(need, .category, node, .category)
        set(need, .code, node, .code)
        set(need, .system, ReferralCodeSystem.uri(take(node, .system), arena))
        // The code of a need is of ICD-10-CM where nothing else is said.
        if builder.has(need, ReferralNeedFields.code),
            !builder.has(need, ReferralNeedFields.system)
        {
            set(need, .system, arena.add(ReferralCodeSystem.icd10))
        }
        set(need, .display, node, .display)
        setNeedCategory(need)
        set(need, .text, tree.takeText(node))
        set(need, .status, node, .status)
        setMoment(need, .begin, .beginTime, node, .begin)
        setMoment(need, .end, .endTime, node, .end)
        setMoment(need, .recorded, .recordedTime, node, .recorded)
        return need
    }

    /// The category that the code of a need names, where none was sent.
    private mutating func setNeedCategory(_ need: Draft<ReferralNeedFields>) {
        let code = builder.slot(need, ReferralNeedFields.code)
        guard !builder.has(need, ReferralNeedFields.category),
            ReferralCodeSystem.isICD10(
                arena.bytes(builder.slot(need, ReferralNeedFields.system))),
            SocialNeed.isCode(arena.bytes(code)),
            let category = SocialNeed.category(of: code, arena)
        else { return }
        builder.set(need, ReferralNeedFields.category, arena.add(category))
    }

    private mutating func addCriterion(_ node: Int, _ list: ReferralCriteriaFields) {
        let known = builder.object(referral, .criteria, ReferralCriteriaFields.self)
        let criteria = known ?? add(ReferralCriteriaFields.self, from: node)
        if known == nil { builder.set(referral, .criteria, object: criteria) }
        let criterion = add(ReferralCriterionFields.self, from: node)
        set(criterion, .code, node, .code)
        set(criterion, .detail, tree.takeText(node))
        setMoment(criterion, .date, nil, node, .date)
        builder.append(criterion, to: criteria, list)
    }

    private mutating func turnpikeConsent(_ node: Int) -> Draft<ReferralConsentFields> {
        let consent = add(ReferralConsentFields.self, from: node)
        set(consent, .decision, node, .decision)
        setMoment(consent, .date, .time, node, .date)
        set(consent, .by, node, .by)
        if let period = turnpikePeriod(node) { builder.set(consent, .period, object: period) }
        set(consent, .note, tree.takeText(node))
        return consent
    }

    // MARK: What it rests on

    private mutating func turnpikeStatement(_ node: Int) -> Draft<ReferralStatementFields> {
        let statement = add(ReferralStatementFields.self, from: node)
        set(statement, .code, node, .code)
        set(statement, .system, ReferralCodeSystem.uri(take(node, .system), arena))
        set(statement, .display, node, .display)
        set(statement, .text, tree.takeText(node))
        set(statement, .status, node, .status)
        set(statement, .verification, node, .verification)
        set(statement, .severity, node, .severity)
        setMoment(statement, .begin, .beginTime, node, .begin)
        setMoment(statement, .end, .endTime, node, .end)
        setMoment(statement, .recorded, .recordedTime, node, .recorded)
        set(statement, .dosage, node, .dosage)
        let value = take(node, .value)
        let unit = take(node, .unit)
        if unit.isEmpty {
            set(statement, .valueText, value)
        } else {
            let quantity = add(ReferralQuantityFields.self, from: node)
            set(quantity, .value, value)
            builder.set(quantity, .unit, unit)
            builder.set(statement, .quantity, object: quantity)
        }
        return statement
    }

    private mutating func turnpikeDocument(_ node: Int) -> Draft<ReferralAttachmentFields> {
        let document = add(ReferralAttachmentFields.self, from: node)
        let number = take(node, .id)
        if !number.isEmpty {
            let identifier = add(ReferralIdentifierFields.self, from: node)
            builder.set(identifier, .value, number)
            builder.set(document, .identifier, object: identifier)
        }
        set(document, .title, node, .title)
        set(document, .mediaType, node, .mediaType)
        set(document, .reference, node, .reference)
        setMoment(document, .created, nil, node, .created)
        return document
    }

    private mutating func turnpikeStatus(_ node: Int) -> Draft<ReferralStatusFields> {
        let status = add(ReferralStatusFields.self, from: node)
        set(status, .status, node, .status)
        setMoment(status, .date, .time, node, .date)
        set(status, .by, node, .by)
        set(status, .note, tree.takeText(node))
        return status
    }

    private mutating func turnpikeNote(_ node: Int) -> Draft<ReferralNoteFields> {
        let note = add(ReferralNoteFields.self, from: node)
        set(note, .text, tree.takeText(node))
        set(note, .author, node, .author)
        setMoment(note, .date, .time, node, .date)
        return note
    }
}
