import CareModel

// Condition: clinicalStatus, verificationStatus, category*, severity, code, onset[x], abatement[x],
//   recordedDate, note*
// Observation: status, category*, code, effective[x], issued, value[x], interpretation*, note*,
//   component* (code, value[x])
// Goal: lifecycleStatus, achievementStatus, category*, description, start[x], target* (dueDate),
//   statusReason, note*
extension FHIRMapper {
    /// Puts what a reference leads to where the record has a place for it.
    mutating func appendStatement(_ reference: FHIRElement) {
        guard !isOfAnother(reference) else { return }
        guard let resource = follow(reference) else { return appendDocument(reference) }
        append(statement: resource)
    }

    /// Puts a resource about the member where the record has a place for it, once.
    mutating func append(statement resource: FHIRElement) {
        guard placed.insert(resource.resource).inserted else { return }
        switch resource.type {
        case .condition: appendCondition(resource)
        case .observation: appendObservation(resource)
        case .goal: appendGoal(resource)
        case .coverage: appendCoverage(resource)
        case .consent: appendConsent(resource)
        case .documentReference: appendDocument(resource: resource)
        default:
            let party = add(ReferralPartyFields.self, from: resource)
            set(party, ReferralPartyFields.role, text("supporting"))
            fill(party, resource: resource)
            builder.append(party, to: referral, ReferralFields.participants)
        }
    }

    // MARK: Conditions

    private mutating func appendCondition(_ resource: FHIRElement) {
        followSubject(resource)
        if isNeed(resource) {
            appendNeed(resource)
            return
        }
        let object = add(ReferralStatementFields.self, from: resource)
        setIdentifier(object, resource)
        appendConcepts(resource, .category, to: object, ReferralStatementFields.categories)
        setConcept(object, .statement, resource.first(.code))
        set(
            object, ReferralStatementFields.status,
            code(resource.first(.clinicalStatus), of: .clinicalStatus))
        set(
            object, ReferralStatementFields.verification,
            code(resource.first(.verificationStatus), of: .verificationStatus))
        set(object, ReferralStatementFields.severity, words(resource.first(.severity)))
        setSpan(object, resource)
        setMoment(
            object, ReferralStatementFields.recorded, .recordedTime, resource, .recordedDate)
        set(object, ReferralStatementFields.note, notes(resource))
        setNarrative(object, ReferralStatementFields.text, note: .note, resource)
        builder.append(object, to: referral, ReferralFields.problems)
    }

    /// Whether a condition is a social need: by a category of the Gravity project, or by its code.
    private func isNeed(_ condition: FHIRElement) -> Bool {
        for category in condition.all(.category) {
            for coding in category.all(.coding) where gravityCategory(coding) { return true }
        }
        return socialCode(condition) != nil
    }

    /// The code Z55 to Z65 of a condition.
    private func socialCode(_ condition: FHIRElement) -> UnsafeBufferPointer<UInt8>? {
        condition.first(.code)?.all(.coding).first {
            ReferralCodeSystem.isICD10(tree.texts.bytes($0.value(.system)))
                && SocialNeed.isCode(tree.texts.bytes($0.value(.code)))
        }.map { tree.texts.bytes($0.value(.code)) }
    }

    func gravityCategory(_ coding: FHIRElement) -> Bool {
        tree.texts.isEqual(coding.value(.system), FHIRSystems.gravity)
    }

    private mutating func appendNeed(_ resource: FHIRElement) {
        let object = add(ReferralNeedFields.self, from: resource)
        for category in resource.all(.category) {
            for coding in category.all(.coding) where gravityCategory(coding) {
                guard builder.slot(object, ReferralNeedFields.category).isEmpty else { break }
                set(object, ReferralNeedFields.category, code(coding: coding, of: .gravity))
            }
        }
        setConcept(object, .need, resource.first(.code))
        if builder.slot(object, ReferralNeedFields.category).isEmpty,
            let code = socialCode(resource), let category = SocialNeed.category(of: code)
        {
            set(object, ReferralNeedFields.category, text(category))
        }
        set(
            object, ReferralNeedFields.status,
            code(resource.first(.clinicalStatus), of: .clinicalStatus))
        set(
            object, ReferralNeedFields.verification,
            code(resource.first(.verificationStatus), of: .verificationStatus))
        setMoment(object, ReferralNeedFields.begin, .beginTime, resource, .onsetDateTime)
        setMoment(
            object, ReferralNeedFields.begin, .beginTime, resource.first(.onsetPeriod), .start)
        setMoment(object, ReferralNeedFields.end, .endTime, resource, .abatementDateTime)
        setMoment(
            object, ReferralNeedFields.recorded, .recordedTime, resource, .recordedDate)
        set(object, ReferralNeedFields.note, notes(resource))
        setNarrative(object, ReferralNeedFields.text, note: .note, resource)
        builder.append(object, to: referral, ReferralFields.needs)
    }

    /// When a condition began and ended: it began within `onsetPeriod`, whose end is none of its own.
    ///
    /// Source: FHIR R4, Condition.onset[x].
    private mutating func setSpan(_ object: Int, _ resource: FHIRElement) {
        setMoment(
            object, ReferralStatementFields.begin, .beginTime, resource, .onsetDateTime)
        setMoment(
            object, ReferralStatementFields.begin, .beginTime, resource.first(.onsetPeriod), .start)
        setMoment(object, ReferralStatementFields.end, .endTime, resource, .abatementDateTime)
    }

    // MARK: Observations

    private mutating func appendObservation(_ resource: FHIRElement) {
        followSubject(resource)
        if let field = criterionField(resource), !isDenied(resource) {
            return appendCriterion(resource, field)
        }
        let object = add(ReferralStatementFields.self, from: resource)
        setIdentifier(object, resource)
        var field = ReferralFields.observations
        for category in resource.all(.category) {
            for coding in category.all(.coding) {
                let isSocial = tree.texts.isEqual(coding.value(.code), "social-history")
                if isSocial, coding.isOf(.observationCategory) { field = .socialHistory }
            }
        }
        appendConcepts(resource, .category, to: object, ReferralStatementFields.categories)
        setConcept(object, .statement, resource.first(.code))
        set(object, ReferralStatementFields.status, resource, .status)
        setMoment(
            object, ReferralStatementFields.begin, .beginTime, resource, .effectiveDateTime)
        let period = resource.first(.effectivePeriod)
        setMoment(object, ReferralStatementFields.begin, .beginTime, period, .start)
        setMoment(object, ReferralStatementFields.end, .endTime, period, .end)
        setMoment(object, ReferralStatementFields.begin, .beginTime, resource, .effectiveInstant)
        setMoment(object, ReferralStatementFields.recorded, .recordedTime, resource, .issued)
        setValue(object, resource)
        set(object, ReferralStatementFields.note, notes(resource))
        setNarrative(object, ReferralStatementFields.text, note: .note, resource)
        for component in resource.all(.component) {
            let inner = add(ReferralStatementFields.self, from: component)
            setConcept(inner, .statement, component.first(.code))
            setValue(inner, component)
            builder.append(inner, to: object, ReferralStatementFields.members)
        }
        builder.append(object, to: referral, field)
    }

    private mutating func setValue(_ object: Int, _ element: FHIRElement) {
        setConcept(object, ReferralStatementFields.value, element, .valueCodeableConcept)
        if let quantity = element.first(.valueQuantity) {
            builder.set(
                object, ReferralStatementFields.quantity, object: self.quantity(quantity))
        }
        if let range = element.first(.valueRange) { setRange(object, range) }
        let kinds: [FHIRName] = [
            .valueString, .valueBoolean, .valueInteger, .valueDateTime, .valueTime,
        ]
        for kind in kinds { set(object, ReferralStatementFields.valueText, element, kind) }
    }

    /// One end of a range is a quantity with a comparator; both are words.
    private mutating func setRange(_ object: Int, _ range: FHIRElement) {
        let ends = [range.first(.low), range.first(.high)]
        if let low = ends[0], let high = ends[1] {
            let words = [low, high].map { join([take($0, .value), unit($0)]) }
            let dash = text("-")
            return set(
                object, ReferralStatementFields.valueText, join([words[0], dash, words[1]]))
        }
        guard let end = ends[0] ?? ends[1] else { return }
        let quantity = self.quantity(end)
        set(quantity, ReferralQuantityFields.comparator, text(ends[0] == nil ? "<=" : ">="))
        builder.set(object, ReferralStatementFields.quantity, object: quantity)
    }

    /// What a quantity counts; its code where it has no words.
    private func unit(_ quantity: FHIRElement) -> Slot {
        let unit = take(quantity, .unit)
        return unit.isEmpty ? take(quantity, .code) : unit
    }

    mutating func quantity(_ element: FHIRElement) -> Int {
        let object = add(ReferralQuantityFields.self, from: element)
        set(object, ReferralQuantityFields.comparator, element, .comparator)
        set(object, ReferralQuantityFields.value, element, .value)
        set(object, ReferralQuantityFields.unit, element, .unit)
        set(object, ReferralQuantityFields.unit, element, .code)
        return object
    }

    // MARK: Goals

    private mutating func appendGoal(_ resource: FHIRElement) {
        followSubject(resource)
        let object = add(ReferralStatementFields.self, from: resource)
        setIdentifier(object, resource)
        set(
            object, ReferralStatementFields.kind,
            code(resource.first(.achievementStatus), of: .achievement))
        appendConcepts(resource, .category, to: object, ReferralStatementFields.categories)
        setConcept(object, .statement, resource.first(.description))
        set(object, ReferralStatementFields.status, resource, .lifecycleStatus)
        setMoment(object, ReferralStatementFields.begin, nil, resource, .startDate)
        setMoment(object, ReferralStatementFields.end, nil, resource.first(.target), .dueDate)
        setMoment(object, ReferralStatementFields.recorded, nil, resource, .statusDate)
        set(object, ReferralStatementFields.note, notes(resource))
        setNarrative(object, ReferralStatementFields.text, note: .note, resource)
        for reference in resource.all(.addresses) { appendAddressed(reference) }
        builder.append(object, to: referral, ReferralFields.goals)
    }

    /// What a goal is for is told where it stands itself.
    private mutating func appendAddressed(_ reference: FHIRElement) {
        guard !isOfAnother(reference), let resource = follow(reference) else { return }
        append(statement: resource)
    }

    // MARK: What statements have in common

    /// The member is told once.
    mutating func followSubject(_ resource: FHIRElement) {
        for name in [FHIRName.subject, .patient, .beneficiary] {
            guard let reference = resource.first(name) else { continue }
            _ = follow(reference)
        }
    }

    mutating func setIdentifier(_ object: Int, _ resource: FHIRElement) {
        guard let first = resource.first(.identifier) else { return }
        let number = identifier(first)
        builder.set(object, ReferralStatementFields.identifier, object: number)
    }

    /// The words of annotations.
    func notes(_ resource: FHIRElement) -> Slot {
        join(resource.all(.note).map { take($0, .text) })
    }
}
