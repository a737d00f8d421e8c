import CareModel
import XMLSyntax

// observation: id* code text? statusCode effectiveTime? value* entryRelationship* participant*
// substanceAdministration: statusCode effectiveTime* doseQuantity? consumable

extension ReferralMapper {
    /// A statement with its number, status and time.
    ///
    /// - Parameter isMade: whether its own status `completed` says only that it was made.
    private mutating func cdaStatement(
        _ node: Int, isMade: Bool = false
    ) -> Draft<ReferralStatementFields> {
        let statement = add(ReferralStatementFields.self, from: node)
        if child(node, .id) >= 0, let identifier = cdaIdentifier(child(node, .id)) {
            builder.set(statement, .identifier, object: identifier)
        }
        set(statement, .negated, negation(node))
        let status = statusCode(node)
        let isConcern = !tree.value(child(facts.concern, .statusCode), AttributeName.code.name)
            .isEmpty
        if isConcern || !isMade || !arena.holds(status, "completed") {
            set(statement, .status, status)
        }
        let time = interval(of: node)
        setMoment(statement, .begin, .beginTime, begin(of: time), .value)
        setMoment(statement, .end, .endTime, child(time, .high), .value)
        return statement
    }

    /// The time of a statement that has a beginning or an end: how often a medicine is taken is
    /// another time beside it, in either order.
    private func interval(of node: Int) -> Int {
        let first = child(node, .effectiveTime)
        var time = first
        while time >= 0 {
            let isMoment = !tree.value(time, AttributeName.value.name).isEmpty
            if isMoment || child(time, .low) >= 0 || child(time, .high) >= 0 { return time }
            time = tree.sibling(time, CDAName.effectiveTime.name)
        }
        return first
    }

    /// The words of an entry itself, where its code has none.
    private mutating func setWords<Fields: RecordFields>(
        _ object: Draft<Fields>, _ field: Fields, _ node: Int
    ) {
        guard !builder.has(object, field) else { return }
        set(object, field, entryWords(child(node, .text)))
    }

    /// Adds a statement, unless it says nothing: entries are sent for what nothing is known of.
    private mutating func append(
        _ statement: Draft<ReferralStatementFields>, to list: ReferralFields
    ) {
        if !builder.isEmpty(statement) { builder.append(statement, to: referral, list) }
    }

    /// Whether a statement, or the concern about it, is said not to be so.
    private mutating func negation(_ node: Int) -> Slot {
        let own = flag(take(node, .negationInd))
        let concern = flag(take(facts.concern, .negationInd))
        return arena.holds(concern, "Y") ? concern : own
    }

    /// Of a statement of concern the concern's: its own says only that it was made.
    private mutating func statusCode(_ node: Int) -> Slot {
        let own = take(child(node, .statusCode), .code)
        let concern = take(child(facts.concern, .statusCode), .code)
        return concern.isEmpty ? own : concern
    }

    private mutating func setMeaning(_ statement: Draft<ReferralStatementFields>, _ node: Int) {
        setCode(statement, .code, .system, .display, node)
        set(statement, .text, originalText(node))
        addTranslations(node, to: statement, ReferralStatementFields.translations)
    }

    /// The value of an observation: a code, a quantity or words.
    private mutating func setValue(_ statement: Draft<ReferralStatementFields>, _ node: Int) {
        let value = child(node, .value)
        guard value >= 0 else { return }
        let type = tree.value(value, InstanceName.type.name)
        if arena.holds(type, "TS") || arena.holds(type, "BL") {
            // A date or a truth is no number.
            set(statement, .valueText, take(value, .value))
        } else if let quantity = cdaQuantity(value) {
            builder.set(statement, ReferralStatementFields.quantity, object: quantity)
        } else if let concept = cdaConcept(value) {
            builder.set(statement, ReferralStatementFields.value, object: concept)
        } else if child(value, .low) >= 0 || child(value, .high) >= 0 {
            setRange(statement, child(value, .low), child(value, .high))
        } else {
            let words = tree.takeText(value)
            set(statement, .valueText, words.isEmpty ? narrative(child(value, .reference)) : words)
        }
    }

    /// `<value xsi:type="IVL_PQ"><low/><high/></value>`: one end is a quantity with a comparator,
    /// both are words.
    private mutating func setRange(
        _ statement: Draft<ReferralStatementFields>, _ low: Int, _ high: Int
    ) {
        let ends = [low, high].map { $0 >= 0 ? cdaQuantity($0) : nil }
        if let first = ends[0], let second = ends[1] {
            let words = [first, second].map { end in
                arena.add(
                    [
                        builder.slot(end, ReferralQuantityFields.value),
                        builder.slot(end, ReferralQuantityFields.unit),
                    ], between: " ")
            }
            return builder.set(
                statement, ReferralStatementFields.valueText, arena.add(words, between: " - "))
        }
        guard let end = ends[0] ?? ends[1] else { return }
        builder.set(end, ReferralQuantityFields.comparator, arena.add(ends[0] == nil ? "<=" : ">="))
        builder.set(statement, ReferralStatementFields.quantity, object: end)
    }

    // MARK: Problems and needs

    /// A problem is the value of its observation; a social need has a list of its own.
    mutating func addProblem(_ node: Int) {
        let value = child(node, .value)
        if isNeed(value) { return addNeed(node, value) }
        let statement = cdaStatement(node)
        if value >= 0 {
            setMeaning(statement, value)
            set(statement, .kind, wordOrCode(child(node, .code)))
        } else {
            setMeaning(statement, child(node, .code))
        }
        setWords(statement, .text, node)
        setClinicalStatus(statement, .status, note: .note, node)
        append(statement, to: ReferralFields.problems)
    }

    private mutating func addNeed(_ node: Int, _ value: Int) {
        let need = add(ReferralNeedFields.self, from: node)
        setCode(need, .code, .system, .display, value)
        set(need, .text, originalText(value))
        setWords(need, .text, node)
        addTranslations(value, to: need, ReferralNeedFields.translations)
        set(need, .negated, negation(node))
        set(need, .status, statusCode(node))
        setClinicalStatus(need, .status, note: .note, node)
        let time = child(node, .effectiveTime)
        setMoment(need, .begin, .beginTime, begin(of: time), .value)
        setMoment(need, .end, .endTime, child(time, .high), .value)
        if let category = SocialNeed.category(of: socialCode(value), arena) {
            builder.set(need, .category, arena.add(category))
        }
        builder.append(need, to: referral, ReferralFields.needs)
    }

    /// The code Z55 to Z65 of a value or of one of its translations.
    private func socialCode(_ value: Int) -> Slot {
        var nodes = [value]
        var translation = child(value, .translation)
        while translation >= 0 {
            nodes.append(translation)
            translation = tree.sibling(translation, CDAName.translation.name)
        }
        for node in nodes {
            let list = tree.value(node, AttributeName.codeSystem.name)
            let code = tree.value(node, AttributeName.code.name)
            if arena.holds(list, "2.16.840.1.113883.6.90"), SocialNeed.isCode(arena.bytes(code)) {
                return code
            }
        }
        return .none
    }

    private func isNeed(_ value: Int) -> Bool { value >= 0 && !socialCode(value).isEmpty }

    // MARK: Allergies, medications, observations

    /// An allergy; every observation of one is `completed`, however long the allergy lasts.
    ///
    /// Source: C-CDA R2.1, Allergy - Intolerance Observation.
    mutating func addAllergy(_ node: Int) {
        let statement = cdaStatement(node, isMade: true)
        let agent = child(node, .participant, .participantRole, .playingEntity, .code)
        if agent >= 0 {
            setMeaning(statement, agent)
            set(statement, .kind, wordOrCode(child(node, .value)))
        } else {
            setMeaning(statement, child(node, .value))
        }
        each(.entryRelationship, in: node) { mapper, related in
            let inner = mapper.child(related, .observation)
            guard inner >= 0 else { return }
            let type = mapper.tree.value(related, AttributeName.typeCode.name)
            let code = mapper.tree.value(mapper.child(inner, .code), AttributeName.code.name)
            if mapper.arena.holds(type, "MFST") {
                mapper.addConcept(
                    mapper.child(inner, .value), to: statement,
                    ReferralStatementFields.reactions)
                mapper.each(.entryRelationship, in: inner) {
                    $0.setSeverity(statement, $0.child($1, .observation))
                }
            } else if mapper.arena.holds(code, "SEV") {
                mapper.setSeverity(statement, inner)
            }
        }
        setWords(statement, .text, node)
        setClinicalStatus(statement, .status, note: .note, node)
        append(statement, to: ReferralFields.allergies)
    }

    /// How severe an allergy is, or the first of its reactions that says so.
    private mutating func setSeverity(
        _ statement: Draft<ReferralStatementFields>, _ observation: Int
    ) {
        let code = tree.value(child(observation, .code), AttributeName.code.name)
        guard arena.holds(code, "SEV"), !builder.has(statement, .severity) else { return }
        set(statement, .severity, wordOrCode(child(observation, .value)))
    }

    /// What a code is called, or else the code: severities by their words.
    ///
    /// Source: C-CDA R2.1, value set Problem Severity, in SNOMED CT.
    mutating func wordOrCode(_ node: Int) -> Slot {
        let display = take(node, .displayName)
        if !display.isEmpty { return display }
        let words = originalText(node)
        if !words.isEmpty { return words }
        let code = tree.value(node, AttributeName.code.name)
        // `ASSERTION` says that the value is all that there is to say.
        if arena.holds(code, "ASSERTION") { return .none }
        let severities: [(code: StaticString, word: StaticString)] = [
            ("255604002", "Mild"), ("6736007", "Moderate"), ("24484000", "Severe"),
            ("371923003", "Mild to moderate"), ("371924009", "Moderate to severe"),
            ("399166001", "Fatal"),
        ]
        for known in severities where arena.holds(code, known.code) {
            _ = take(node, .code)
            return arena.add(known.word)
        }
        return take(node, .code)
    }

    mutating func addMedication(_ node: Int, to list: ReferralFields) {
        let statement = cdaStatement(node)
        let material = child(
            node, .consumable, .manufacturedProduct, .manufacturedMaterial)
        setMeaning(statement, child(material, .code))
        let dose = child(node, .doseQuantity)
        if dose >= 0, let quantity = cdaQuantity(dose) {
            builder.set(statement, .quantity, object: quantity)
        }
        set(statement, .dosage, entryWords(child(node, .text)))
        append(statement, to: list)
    }

    mutating func addObservation(_ node: Int, to list: ReferralFields) {
        let value = child(node, .value)
        if list == .socialHistory || list == .observations, isNeed(value) {
            return addNeed(node, value)
        }
        let statement = cdaStatement(node)
        setMeaning(statement, child(node, .code))
        setWords(statement, .text, node)
        setValue(statement, node)
        append(statement, to: list)
    }

    /// A planned act, observation, encounter, procedure or medication.
    mutating func addPlan(_ node: Int) {
        if CDAName(rawValue: tree.nodes[node].name.index) == .substanceAdministration {
            return addMedication(node, to: .plans)
        }
        let statement = cdaStatement(node)
        setMeaning(statement, child(node, .code))
        setWords(statement, .text, node)
        setValue(statement, node)
        let mood = tree.value(node, AttributeName.moodCode.name)
        let isGoal = arena.holds(mood, "GOL")
        append(statement, to: isGoal ? .goals : ReferralFields.plans)
    }
}
