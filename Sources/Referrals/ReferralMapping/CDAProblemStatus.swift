import CareModel

// observation[templateId 2.16.840.1.113883.10.20.22.4.6 or 4.28]: code[33999-4] value

extension ReferralMapper {
    /// Where a problem or an allergy stands now, by the observation of its status: the concern about
    /// it may be active when it is not. A concern that stands elsewhere is told by the note.
    ///
    /// Source: C-CDA R2.1, Problem Status and Allergy Status Observation.
    mutating func setClinicalStatus<Fields: RecordFields>(
        _ object: Draft<Fields>, _ status: Fields, note: Fields, _ node: Int
    ) {
        let hasConcern = !tree.value(child(facts.concern, .statusCode), AttributeName.code.name)
            .isEmpty
        var isTold = false
        each(.entryRelationship, in: node) { mapper, related in
            let inner = mapper.child(related, .observation)
            guard !isTold, mapper.isClinicalStatus(inner) else { return }
            let told = mapper.clinicalStatus(mapper.child(inner, .value))
            guard !told.isEmpty else { return }
            isTold = true
            let around = mapper.builder.slot(object, status)
            mapper.builder.set(object, status, told)
            let isSame = mapper.arena.bytes(around).elementsEqual(mapper.arena.bytes(told))
            guard hasConcern, !isSame else { return }
            let opening = mapper.arena.add("Concern:")
            let words = mapper.arena.add([opening, around], between: " ")
            mapper.set(object, note, words)
        }
    }

    private func isClinicalStatus(_ observation: Int) -> Bool {
        guard observation >= 0 else { return false }
        let code = tree.value(child(observation, .code), AttributeName.code.name)
        return arena.holds(code, "33999-4") || hasTemplate(observation, ["4.6", "4.28"])
    }

    /// FHIR's word for a code, whatever it is called, or else what it is called.
    ///
    /// Source: C-CDA R2.1, value set Problem Status, in SNOMED CT; FHIR R4, Condition Clinical
    /// Status Codes.
    private mutating func clinicalStatus(_ value: Int) -> Slot {
        let statuses: [(code: StaticString, word: StaticString)] = [
            ("55561003", "active"), ("73425007", "inactive"), ("413322009", "resolved"),
            ("246455001", "recurrence"), ("263855007", "relapse"), ("277022003", "remission"),
        ]
        let code = tree.value(value, AttributeName.code.name)
        let shown = tree.value(value, AttributeName.displayName.name)
        for known in statuses {
            let isShown = arena.holdsWord(shown, known.word)
            guard arena.holds(code, known.code) || isShown else { continue }
            if isShown { _ = take(value, .displayName) }
            if arena.holds(code, known.code) {
                _ = take(value, .code)
                takeRepeated(value, list: "2.16.840.1.113883.6.96", [])
            }
            return arena.add(known.word)
        }
        return wordOrCode(value)
    }
}

extension RecordArena {
    /// Whether a text is this one, whatever its capitals are.
    fileprivate func holdsWord(_ slot: Slot, _ word: StaticString) -> Bool {
        word.withUTF8Buffer { word in
            word.elementsEqual(bytes(slot).lazy.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 })
        }
    }
}
