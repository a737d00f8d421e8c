import CareModel

// ServiceRequest: identifier*, basedOn*, replaces*, requisition, status, intent, category*,
//   priority, doNotPerform, code, orderDetail*, quantity[x], subject, encounter, occurrence[x],
//   authoredOn, requester, performer*, locationReference*, reasonCode*, reasonReference*,
//   insurance*, supportingInfo*, note*, patientInstruction
extension FHIRMapper {
    /// Reads the newest version of a request.
    mutating func read(request resource: FHIRElement) {
        setDocument(resource)
        appendIdentifiers(resource, to: referral, ReferralFields.identifiers)
        if let requisition = resource.first(.requisition) {
            append(identifier: requisition, called: "requisition")
        }
        set(referral, ReferralFields.requestStatus, resource, .status)
        set(referral, ReferralFields.intent, resource, .intent)
        set(referral, ReferralFields.priority, resource, .priority)
        setFlag(referral, ReferralFields.doNotPerform, resource, .doNotPerform)
        appendCategories(resource)
        setMoment(referral, ReferralFields.authored, .authoredTime, resource, .authoredOn)
        setOccurrence(resource)
        if let subject = resource.first(.subject) { setMember(subject) }
        if let requester = resource.first(.requester) {
            asker = requester
            builder.set(referral, ReferralFields.from, object: party(requester))
        }
        appendService(resource)
        for reason in resource.all(.reasonCode) {
            builder.append(concept(reason), to: referral, ReferralFields.reasons)
        }
        appendNotes(resource)
        appendNarrative(resource)
    }

    /// Reads what needs its place behind what the task says.
    mutating func readParties(ofRequest resource: FHIRElement) {
        for performer in resource.all(.performer) {
            appendReceiver(performer, role: "performer")
        }
        for location in resource.all(.locationReference) {
            let place = party(location, role: "location")
            builder.append(place, to: referral, ReferralFields.participants)
        }
        for name in [FHIRName.insurance, .reasonReference, .supportingInfo] {
            for reference in resource.all(name) { appendStatement(reference) }
        }
    }

    /// The first who is to do it receives the member; others have a part in it.
    mutating func appendReceiver(_ reference: FHIRElement, role: StaticString) {
        guard let receiver else {
            builder.set(referral, ReferralFields.to, object: party(reference))
            self.receiver = reference
            return
        }
        if isSame(reference, receiver) {
            _ = follow(reference)
            take(reference, .reference)
            return
        }
        builder.append(
            party(reference, role: role), to: referral, ReferralFields.participants)
    }

    /// Whether two references lead to the same, or nowhere by the same address.
    func isSame(_ left: FHIRElement, _ right: FHIRElement) -> Bool {
        switch (tree.target(of: left), tree.target(of: right)) {
        case (.resource(let one), .resource(let other)): one == other
        case (.unresolved, .unresolved): tree.isSameAddress(left, right)
        default: false
        }
    }

    // MARK: Parts

    private mutating func setDocument(_ resource: FHIRElement) {
        let document = add(ReferralDocumentFields.self, from: resource)
        set(document, ReferralDocumentFields.format, text("fhir"))
        builder.set(referral, ReferralFields.document, object: document)
        if let id = resource.first(.id) {
            let number = add(ReferralIdentifierFields.self, from: id)
            set(number, ReferralIdentifierFields.system, fullURL(of: resource))
            set(number, ReferralIdentifierFields.value, take(id))
            builder.set(document, ReferralDocumentFields.identifier, object: number)
        }
        set(document, ReferralDocumentFields.language, resource, .language)
        for replaced in resource.all(.replaces) {
            let number = add(ReferralIdentifierFields.self, from: replaced)
            set(number, ReferralIdentifierFields.value, replaced, .reference)
            builder.append(number, to: document, ReferralDocumentFields.replaces)
        }
        setMeta(document, resource)
    }

    /// The address of an entry where it says more than the type and id do.
    func fullURL(of resource: FHIRElement) -> Slot {
        let found = tree.resources[resource.resource]
        return tree.texts.isEqual(found.fullURL, found.key) ? .none : found.fullURL
    }

    mutating func append(identifier element: FHIRElement, called type: StaticString) {
        let object = identifier(element)
        if builder.slot(object, ReferralIdentifierFields.type).isEmpty {
            set(object, ReferralIdentifierFields.type, text(type))
        }
        builder.append(object, to: referral, ReferralFields.identifiers)
    }

    private mutating func appendCategories(_ resource: FHIRElement) {
        for category in resource.all(.category) {
            let isProgram = setOwn(.program, category, .program)
            let isService = setOwn(.serviceCategory, category, .serviceCategory)
            let codings = category.all(.coding).reduce(0) { count, _ in count + 1 }
            if codings > 1 || !(isProgram || isService) {
                builder.append(concept(category), to: referral, ReferralFields.categories)
            }
        }
    }

    /// Sets a field to the code of a list of ours, wherever it stands among others in a category;
    /// the first is the referral's, and those of further categories are categories.
    private mutating func setOwn(
        _ field: ReferralFields, _ category: FHIRElement, _ list: FHIRList
    ) -> Bool {
        let own = category.all(.coding).first { list.has(tree.texts.bytes($0.value(.system))) }
        guard let own, builder.slot(referral, field).isEmpty else { return false }
        let code =
            own.value(.code).isEmpty ? take(category, .text) : self.code(coding: own, of: list)
        guard !code.isEmpty else { return false }
        take(own, .system)
        set(referral, field, code)
        return true
    }

    private mutating func setOccurrence(_ resource: FHIRElement) {
        if let period = resource.first(.occurrencePeriod) {
            builder.set(referral, ReferralFields.occurrence, object: self.period(period))
        } else if let moment = resource.first(.occurrenceDateTime) {
            let object = add(ReferralPeriodFields.self, from: moment)
            setMoment(
                object, ReferralPeriodFields.begin, .beginTime, resource, .occurrenceDateTime)
            setMoment(object, ReferralPeriodFields.end, .endTime, resource, .occurrenceDateTime)
            builder.set(referral, ReferralFields.occurrence, object: object)
        }
    }

    private mutating func appendService(_ resource: FHIRElement) {
        let hasCode = resource.first(.code) != nil
        guard hasCode || resource.first(.orderDetail) != nil else { return }
        let object = add(ReferralServiceFields.self, from: resource.first(.code) ?? resource)
        for category in resource.all(.category) {
            for coding in category.all(.coding) where gravityCategory(coding) {
                guard builder.slot(object, ReferralServiceFields.category).isEmpty else { break }
                set(object, ReferralServiceFields.category, coding.value(.code))
            }
        }
        setConcept(object, .service, resource.first(.code))
        if let quantity = resource.first(.quantityQuantity) {
            builder.set(
                object, ReferralServiceFields.quantity, object: self.quantity(quantity))
        }
        for detail in resource.all(.orderDetail) {
            append(text: words(detail), to: object, ReferralServiceFields.steps)
        }
        set(object, ReferralServiceFields.note, resource, .patientInstruction)
        builder.append(object, to: referral, ReferralFields.services)
    }

    mutating func appendNotes(_ resource: FHIRElement) {
        for note in resource.all(.note) {
            let object = add(ReferralNoteFields.self, from: note)
            set(object, ReferralNoteFields.text, note, .text)
            set(object, ReferralNoteFields.author, note, .authorString)
            set(object, ReferralNoteFields.author, name(of: note.first(.authorReference)))
            setMoment(object, ReferralNoteFields.date, .time, note, .time)
            builder.append(object, to: referral, ReferralFields.notes)
        }
    }

    /// Narrative that is not made of the elements alone.
    mutating func appendNarrative(_ resource: FHIRElement) {
        guard let words = resource.first(.text)?.first(.div), !words.value.isEmpty else { return }
        let section = add(ReferralSectionFields.self, from: words)
        set(section, ReferralSectionFields.title, text("narrative"))
        set(section, ReferralSectionFields.text, take(words))
        builder.append(section, to: referral, ReferralFields.sections)
    }
}
