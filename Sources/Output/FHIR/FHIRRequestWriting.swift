import CareModel

// ServiceRequest: identifier*, replaces*, status, intent, category*, priority, doNotPerform, code,
//   orderDetail*, quantityQuantity, subject, occurrence[x], authoredOn, requester, performer*,
//   locationReference*, reasonCode*, reasonReference*, insurance*, supportingInfo*, note*,
//   patientInstruction
extension FHIRBundleWriter {
    static let statuses: [StaticString] = [
        "draft", "active", "on-hold", "revoked", "completed", "entered-in-error", "unknown",
    ]
    static let intents: [StaticString] = [
        "proposal", "plan", "directive", "order", "original-order", "reflex-order",
        "filler-order", "instance-order", "option",
    ]
    static let priorities: [StaticString] = ["routine", "urgent", "asap", "stat"]

    mutating func writeRequest(_ referral: RecordObject<ReferralFields>) -> FHIRReference {
        writeSecurity(referral)
        body.list("\"identifier\":", referral.objects(.identifiers, ReferralIdentifierFields.self))
        {
            $0.element($1)
        }
        writeReplaced(referral)
        writeRequestStatus(referral)
        body.fhir("\"intent\":", referral.bytes(.intent), of: Self.intents, else: "order")
        writeCategories(referral)
        body.fhir("\"priority\":", referral.bytes(.priority), of: Self.priorities)
        body.fhir("\"doNotPerform\":", flag: referral, .doNotPerform)
        let services = referral.objects(.services, ReferralServiceFields.self)
        writeServices(referral, services)
        writeMember("\"subject\":")
        writeTimes(referral, services)
        body.fhir("\"requester\":", references.from)
        body.fhir("\"performer\":", references.to.map { [$0] } ?? [])
        body.fhir("\"locationReference\":", references.locations)
        body.fhir("\"reasonCode\":", referral.objects(.reasons, ReferralConceptFields.self))
        body.fhir("\"reasonReference\":", references.conditions)
        body.fhir("\"insurance\":", references.coverages)
        body.fhir("\"supportingInfo\":", references.supporting)
        remarkServices(referral, services)
        remarkRest(referral)
        writeNotes(referral)
        writeInstruction(services)
        return end("ServiceRequest", key: referral.key)
    }

    // MARK: Parts

    /// What the codes of an act in HL7 version 3 are to a request and to its task.
    ///
    /// Source: HL7 version 3, ActStatus.
    static let acts: [(act: StaticString, request: StaticString, task: StaticString)] = [
        ("new", "draft", "draft"), ("held", "on-hold", "on-hold"),
        ("suspended", "on-hold", "on-hold"), ("aborted", "revoked", "cancelled"),
        ("cancelled", "revoked", "cancelled"), ("obsolete", "revoked", "cancelled"),
        ("nullified", "entered-in-error", "entered-in-error"),
    ]

    /// The request's own status, or what a task's status makes of it.
    private mutating func writeRequestStatus(_ referral: RecordObject<ReferralFields>) {
        let own = referral.bytes(.requestStatus)
        if body.fhir("\"status\":", own, of: Self.statuses) { return }
        if let act = Self.acts.first(where: { own.isEqual(to: $0.act) }) {
            return body.fhir("\"status\":", ours: act.request)
        }
        let made: [(StaticString, StaticString)] = [
            ("draft", "draft"), ("rejected", "revoked"), ("cancelled", "revoked"),
            ("failed", "revoked"), ("completed", "completed"), ("on-hold", "on-hold"),
            ("entered-in-error", "entered-in-error"),
        ]
        let status = referral.bytes(.status)
        let found = made.first { status.isEqual(to: $0.0) }?.1
        body.fhir("\"status\":", ours: found ?? (own.isEmpty ? "active" : "unknown"))
    }

    private mutating func writeCategories(_ referral: RecordObject<ReferralFields>) {
        let start = body.count
        body.append("\"category\":[")
        let first = body.count
        if referral.has(.program) {
            body.element("urn:turnpike:referral:program", referral.bytes(.program))
        }
        if referral.has(.serviceCategory) {
            body.element(
                "urn:turnpike:referral:service-category", referral.bytes(.serviceCategory))
        }
        for category in referral.objects(.categories, ReferralConceptFields.self)
        where !FHIRConcept(category).isEmpty {
            body.element(FHIRConcept(category))
        }
        if body.count == first { body.truncate(to: start) } else { body.closeArray() }
    }

    /// The first service is the code; others, and steps, are its details.
    private mutating func writeServices(
        _ referral: RecordObject<ReferralFields>, _ services: RecordList<ReferralServiceFields>
    ) {
        var rest = services
        guard let first = rest.next() else {
            body.fhir("\"code\":", words: referral.bytes(.description))
            return
        }
        let beforeCode = body.count
        let concept = FHIRConcept(first)
        if concept.isEmpty {
            body.fhir(
                "\"code\":", "urn:turnpike:referral:service-category", first.bytes(.category))
        } else {
            body.fhir("\"code\":", concept)
        }
        if body.count == beforeCode {
            body.fhir("\"code\":", words: referral.bytes(.description))
        }
        writeDetails(rest, of: services, hasCode: body.count > beforeCode)
        if let quantity = first.object(.quantity, ReferralQuantityFields.self) {
            body.fhir(quantity, "\"quantityQuantity\":")
        }
    }

    /// Details stand beside a code alone: the invariant prr-1 of ServiceRequest.
    private mutating func writeDetails(
        _ rest: RecordList<ReferralServiceFields>, of services: RecordList<ReferralServiceFields>,
        hasCode: Bool
    ) {
        let start = body.count
        if !hasCode { body.append("\"code\":{\"text\":\"not named\"},") }
        body.append("\"orderDetail\":[")
        let opened = body.count
        for service in rest {
            if !FHIRConcept(service).isEmpty {
                body.element(FHIRConcept(service))
            } else if service.has(.category) {
                body.element("urn:turnpike:referral:service-category", service.bytes(.category))
            }
        }
        for service in services {
            for step in service.objects(.steps, TextFields.self) where step.has(.value) {
                body.openObject()
                body.fhir("\"text\":", step, .value)
                body.closeObject()
            }
        }
        if body.count == opened { body.truncate(to: start) } else { body.closeArray() }
    }

    private mutating func writeTimes(
        _ referral: RecordObject<ReferralFields>, _ services: RecordList<ReferralServiceFields>
    ) {
        var services = services
        let period =
            referral.object(.occurrence, ReferralPeriodFields.self)
            ?? services.next()?.object(.period, ReferralPeriodFields.self)
        if let period, isMoment(period) {
            body.fhir(
                "\"occurrenceDateTime\":", date: period.bytes(.begin),
                time: period.bytes(.beginTime))
        } else {
            body.fhir("\"occurrencePeriod\":", period)
        }
        body.fhir(
            "\"authoredOn\":", date: referral.bytes(.authored), time: referral.bytes(.authoredTime))
    }

    /// Whether a period begins and ends at once.
    private func isMoment(_ period: RecordObject<ReferralPeriodFields>) -> Bool {
        FHIRTime.isDate(period.bytes(.begin))
            && period.bytes(.begin).elementsEqual(period.bytes(.end))
            && period.bytes(.beginTime).elementsEqual(period.bytes(.endTime))
    }

    /// Notes, and what is told in words elsewhere.
    private mutating func writeNotes(_ referral: RecordObject<ReferralFields>) {
        let start = body.count
        body.append("\"note\":[")
        let first = body.count
        for note in referral.objects(.notes, ReferralNoteFields.self) {
            body.annotation(
                note.bytes(.text), author: note.bytes(.author), date: note.bytes(.date),
                time: note.bytes(.time))
        }
        for section in referral.objects(.sections, ReferralSectionFields.self)
        where section.has(.text) {
            let titles = [section.bytes(.title), section.bytes(.display), section.bytes(.code)]
            body.annotation(
                section.bytes(.text), author: titles.first { !$0.isEmpty } ?? .none)
        }
        for plan in referral.objects(.plans, ReferralStatementFields.self) {
            remark(plan.flag(.negated) == true ? "Not planned: " : "Plan: ", plan)
        }
        for line in remarks.lines {
            line.withUnsafeBufferPointer { body.annotation($0) }
        }
        if body.count == first { body.truncate(to: start) } else { body.closeArray() }
    }

    private mutating func writeInstruction(_ services: RecordList<ReferralServiceFields>) {
        var services = services
        guard let first = services.next() else { return }
        body.fhir("\"patientInstruction\":", first, .note)
    }
}
