import CareModel

// Task: identifier*, basedOn*, groupIdentifier, partOf*, status, statusReason, businessStatus,
//   intent, priority, code, description, focus, for, executionPeriod, authoredOn, lastModified,
//   requester, owner, reasonCode, reasonReference, insurance*, note*, restriction (period,
//   recipient*), input* (type, value[x]), output* (type, value[x])
extension FHIRMapper {
    /// Reads the tasks of a referral; the newest version of the first is where it stands, and its
    /// versions are the history.
    mutating func read(tasks: [[Int]], hasRequest: Bool) {
        for (index, versions) in tasks.enumerated() {
            guard let newest = versions.last else { continue }
            let resource = use(newest)
            if index == 0 {
                readMain(resource, hasRequest: hasRequest)
            } else {
                readPart(resource)
            }
        }
        for versions in tasks {
            guard let newest = versions.last else { continue }
            for old in versions.dropLast() {
                takeRepeated(use(old), tree.root(of: newest))
            }
        }
        for version in tasks.first ?? [] { appendHistory(use(version)) }
    }

    /// A task's own numbers are the referral's where it has no request: several requests may have
    /// the task in common.
    private mutating func readMain(_ task: FHIRElement, hasRequest: Bool) {
        if !hasRequest { setTaskDocument(task) }
        appendIdentifiers(
            task, to: referral,
            hasRequest ? ReferralFields.taskIdentifiers : ReferralFields.identifiers)
        set(referral, ReferralFields.status, task, .status)
        setConcept(referral, ReferralFields.statusReason, task, .statusReason)
        setConcept(referral, ReferralFields.businessStatus, task, .businessStatus)
        takeSame(task, .intent, as: ReferralFields.intent)
        takeSame(task, .priority, as: ReferralFields.priority)
        setMoment(referral, ReferralFields.authored, .authoredTime, task, .authoredOn)
        setMoment(referral, ReferralFields.modified, .modifiedTime, task, .lastModified)
        set(referral, ReferralFields.description, task, .description)
        if let period = task.first(.executionPeriod) {
            builder.set(referral, ReferralFields.period, object: self.period(period))
        }
        if let period = task.first(.restriction)?.first(.period) {
            builder.set(referral, ReferralFields.restriction, object: self.period(period))
        }
        readShared(task, isMain: true)
        if !hasRequest, let code = task.first(.code) {
            let service = add(ReferralServiceFields.self, from: code)
            setConcept(service, .service, code)
            builder.append(service, to: referral, ReferralFields.services)
        }
    }

    /// A task beside the first: a step of the referral, or somebody else who was asked, with a
    /// status of its own.
    private mutating func readPart(_ task: FHIRElement) {
        let object = add(ReferralStatementFields.self, from: task)
        setIdentifier(object, task)
        set(object, ReferralStatementFields.kind, text("task"))
        setConcept(object, .statement, task.first(.code))
        set(object, ReferralStatementFields.text, task, .description)
        set(object, ReferralStatementFields.status, task, .status)
        let period = task.first(.executionPeriod)
        setMoment(object, ReferralStatementFields.begin, .beginTime, period, .start)
        setMoment(object, ReferralStatementFields.end, .endTime, period, .end)
        setMoment(object, ReferralStatementFields.recorded, nil, task, .lastModified)
        setConcept(object, ReferralStatementFields.reason, task, .statusReason)
        takeRepeated(task, .intent, of: ReferralFields.intent)
        takeRepeated(task, .priority, of: ReferralFields.priority)
        builder.append(object, to: referral, ReferralFields.plans)
        readShared(task, isMain: false)
    }

    private mutating func readShared(_ task: FHIRElement, isMain: Bool) {
        if let group = task.first(.groupIdentifier) {
            append(identifier: group, called: "group")
        }
        // What a task is about is one.
        let focus = task.first(.focus).map { [$0] } ?? []
        for reference in focus + task.all(.basedOn) + task.all(.partOf) {
            if case .resource(let index) = tree.target(of: reference),
                tree.resources[index].type.isReferral
            {
                take(reference, .reference)
                takeDisplay(of: reference, named: index)
            } else if reference.name == .focus {
                appendStatement(reference)
            }
        }
        readPeople(task, isMain: isMain)
        for name in [FHIRName.insurance, .reasonReference] {
            for reference in task.all(name) { appendStatement(reference) }
        }
        for reason in task.all(.reasonCode) {
            builder.append(concept(reason), to: referral, ReferralFields.reasons)
        }
        for name in [FHIRName.input, .output] {
            for found in task.all(name) { appendValue(found) }
        }
        appendNotes(task)
        appendNarrative(task)
    }

    /// Who asks for a task beside the first, and who does it, has no part in the first.
    private mutating func readPeople(_ task: FHIRElement, isMain: Bool) {
        if let patient = task.first(.for) {
            if builder.object(referral, ReferralFields.member) == 0 {
                setMember(patient)
            } else {
                followMember(patient)
            }
        }
        if let requester = task.first(.requester) {
            if builder.object(referral, ReferralFields.from) == 0 {
                builder.set(referral, ReferralFields.from, object: party(requester))
            } else {
                appendUnlessKnown(requester, role: isMain ? "taskRequester" : "requester")
            }
        }
        if let owner = task.first(.owner) {
            appendReceiver(owner, role: isMain ? "owner" : "performer")
        }
        guard let restriction = task.first(.restriction) else { return }
        for recipient in restriction.all(.recipient) {
            appendUnlessKnown(recipient, role: "recipient")
        }
    }

    /// Somebody who has a part in it, unless the record tells them already.
    private mutating func appendUnlessKnown(_ reference: FHIRElement, role: StaticString) {
        if case .resource(let index) = tree.target(of: reference), isPart(index) {
            _ = follow(reference)
            return
        }
        builder.append(
            party(reference, role: role), to: referral, ReferralFields.participants)
    }

    /// What is the same as the request's is told already; what differs is a value of its own.
    private mutating func takeSame(_ task: FHIRElement, _ name: FHIRName, as field: ReferralFields)
    {
        if builder.slot(referral, field).isEmpty {
            set(referral, field, take(task, name))
        } else {
            takeRepeated(task, name, of: field)
        }
    }

    /// What a step says that the referral says itself.
    private func takeRepeated(_ task: FHIRElement, _ name: FHIRName, of field: ReferralFields) {
        guard let child = task.first(name),
            tree.texts.isEqual(builder.slot(referral, field), child.value)
        else { return }
        take(child)
    }

    private mutating func appendValue(_ element: FHIRElement) {
        guard let reference = element.first(.valueReference) else { return }
        appendStatement(reference)
    }

    private mutating func setTaskDocument(_ task: FHIRElement) {
        let document = add(ReferralDocumentFields.self, from: task)
        set(document, ReferralDocumentFields.format, text("fhir"))
        builder.set(referral, ReferralFields.document, object: document)
        if let id = task.first(.id) {
            let number = add(ReferralIdentifierFields.self, from: id)
            set(number, ReferralIdentifierFields.system, fullURL(of: task))
            set(number, ReferralIdentifierFields.value, take(id))
            builder.set(document, ReferralDocumentFields.identifier, object: number)
        }
        setMeta(document, task)
    }

    // MARK: History

    /// A status, and when and by whom it was set.
    private mutating func appendHistory(_ task: FHIRElement) {
        let entry = add(ReferralStatusFields.self, from: task.first(.status) ?? task)
        set(entry, ReferralStatusFields.status, task, .status)
        setMoment(entry, ReferralStatusFields.date, .time, task, .lastModified)
        setMoment(entry, ReferralStatusFields.date, .time, task.first(.meta), .lastUpdated)
        setMoment(entry, ReferralStatusFields.date, .time, task, .authoredOn)
        setConcept(entry, ReferralStatusFields.reason, task, .statusReason)
        // Who asks sets the first statuses; the owner sets those that follow.
        let isAsked = task.first(.status)?.isOneOf(["draft", "requested"]) ?? false
        let setter = isAsked ? task.first(.requester) ?? asker : task.first(.owner)
        set(entry, ReferralStatusFields.by, name(of: setter))
        builder.append(entry, to: referral, ReferralFields.statusHistory)
    }
}
