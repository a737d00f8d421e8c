import CareModel

// Coverage: identifier*, status, type, subscriberId, relationship, period, payor*, class* (type,
//   value, name), order
// Consent: status, scope, category*, dateTime, performer*, policy* (uri), policyRule, provision
//   (type, period; of what narrows it: actor*, securityLabel*, purpose*, class*, code*, dataPeriod,
//   data*, provision*)
// DocumentReference: identifier*, type, date, description, content* (attachment)
extension FHIRMapper {
    mutating func appendCoverage(_ resource: FHIRElement) {
        followSubject(resource)
        let object = add(ReferralCoverageFields.self, from: resource)
        setConcept(object, ReferralCoverageFields.type, resource, .type)
        set(object, ReferralCoverageFields.status, resource, .status)
        set(object, ReferralCoverageFields.order, resource, .order)
        appendIdentifiers(resource, to: object, ReferralCoverageFields.identifiers)
        set(object, ReferralCoverageFields.subscriberId, resource, .subscriberId)
        setConcept(object, ReferralCoverageFields.relationship, resource, .relationship)
        let period = resource.first(.period)
        setMoment(object, ReferralCoverageFields.begin, nil, period, .start)
        setMoment(object, ReferralCoverageFields.end, nil, period, .end)
        setPayer(object, resource)
        for found in resource.all(.class) { setClass(object, found) }
        builder.append(object, to: referral, ReferralFields.coverages)
    }

    private mutating func setPayer(_ object: Int, _ resource: FHIRElement) {
        guard let reference = resource.first(.payor) else { return }
        guard let payer = follow(reference) else {
            set(object, ReferralCoverageFields.payer, reference, .display)
            appendIdentifiers(reference, to: object, ReferralCoverageFields.payerIdentifiers)
            return
        }
        guard payer.type == .organization else { return }
        set(object, ReferralCoverageFields.payer, payer, .name)
        appendIdentifiers(payer, to: object, ReferralCoverageFields.payerIdentifiers)
    }

    private mutating func setClass(_ object: Int, _ element: FHIRElement) {
        guard let type = element.first(.type)?.coding(of: .coverageClass) else { return }
        let isGroup = tree.texts.isEqual(type.value(.code), "group")
        let isPlan = tree.texts.isEqual(type.value(.code), "plan")
        guard isGroup || isPlan else { return }
        let field = isGroup ? ReferralCoverageFields.group : .plan
        guard builder.slot(object, field).isEmpty, !element.value(.value).isEmpty else { return }
        _ = code(coding: type, of: .coverageClass)
        set(object, field, element, .value)
    }

    // MARK: Consent

    mutating func appendConsent(_ resource: FHIRElement) {
        followSubject(resource)
        let object = add(ReferralConsentFields.self, from: resource)
        set(object, ReferralConsentFields.status, resource, .status)
        setConcept(object, ReferralConsentFields.scope, resource, .scope)
        appendConcepts(resource, .category, to: object, ReferralConsentFields.categories)
        setMoment(object, ReferralConsentFields.date, .time, resource, .dateTime)
        set(object, ReferralConsentFields.by, name(of: resource.first(.performer)))
        set(object, ReferralConsentFields.policy, resource.first(.policy), .uri)
        if builder.slot(object, ReferralConsentFields.policy).isEmpty {
            set(object, ReferralConsentFields.policy, words(resource.first(.policyRule)))
        }
        setDecision(object, resource)
        if let period = resource.first(.provision)?.first(.period) {
            builder.set(object, ReferralConsentFields.period, object: self.period(period))
        }
        builder.append(object, to: referral, ReferralFields.consents)
    }

    /// What a consent decides: its provision, or the rule that this is an exception to.
    ///
    /// Without a provision, or with one that names whom or what it is about, the rule decides: to
    /// opt in, or out. Source: FHIR R4, Consent.provision; HL7 v3 ActCode, `OPTIN` and `OPTOUT`.
    private mutating func setDecision(_ object: Int, _ resource: FHIRElement) {
        let provision = resource.first(.provision)
        let isPartial = provision.map { isNarrow($0) } ?? false
        if isPartial { set(object, ReferralConsentFields.partial, text("Y")) }
        let coding = resource.first(.policyRule)?.first(.coding)
        let rule = coding.flatMap { $0.isOf(.act) ? $0.first(.code) : nil }
        let decided: StaticString? =
            rule?.has("OPTIN") == true ? "permit" : rule?.has("OPTOUT") == true ? "deny" : nil
        let hasType = provision?.value(.type).isEmpty == false
        if let decided, isPartial || !hasType {
            set(object, ReferralConsentFields.decision, text(decided))
            // A refusal within a refusal, or the like, says nothing else.
            if let type = provision?.first(.type), type.has(decided) { take(type) }
        } else {
            set(object, ReferralConsentFields.decision, provision, .type)
        }
    }

    /// Whether a provision names whom or what it is about, or has exceptions of its own.
    private func isNarrow(_ provision: FHIRElement) -> Bool {
        let narrowing: [FHIRName] = [
            .actor, .securityLabel, .purpose, .class, .code, .dataPeriod, .data, .provision,
        ]
        return narrowing.contains { provision.first($0) != nil }
    }

    // MARK: Times

    /// A Period.
    mutating func period(_ element: FHIRElement) -> Int {
        let object = add(ReferralPeriodFields.self, from: element)
        setMoment(object, ReferralPeriodFields.begin, .beginTime, element, .start)
        setMoment(object, ReferralPeriodFields.end, .endTime, element, .end)
        return object
    }

    // MARK: Documents

    /// What is referred to and not held here, or not read; a reference to nothing tells nothing.
    mutating func appendDocument(_ reference: FHIRElement) {
        guard
            [FHIRName.reference, .display, .identifier].contains(where: {
                reference.first($0) != nil
            })
        else { return }
        let object = add(ReferralAttachmentFields.self, from: reference)
        set(object, ReferralAttachmentFields.reference, reference, .reference)
        set(object, ReferralAttachmentFields.title, reference, .display)
        if let first = reference.first(.identifier) {
            builder.set(object, ReferralAttachmentFields.identifier, object: identifier(first))
        }
        builder.append(object, to: referral, ReferralFields.documents)
    }

    mutating func appendDocument(resource: FHIRElement) {
        followSubject(resource)
        let object = add(ReferralAttachmentFields.self, from: resource)
        let number = resource.first(.masterIdentifier) ?? resource.first(.identifier)
        if let number {
            builder.set(object, ReferralAttachmentFields.identifier, object: identifier(number))
        }
        setConcept(object, ReferralAttachmentFields.type, resource, .type)
        set(object, ReferralAttachmentFields.title, resource, .description)
        setMoment(object, ReferralAttachmentFields.created, nil, resource, .date)
        if let attachment = resource.first(.content)?.first(.attachment) {
            set(object, ReferralAttachmentFields.mediaType, attachment, .contentType)
            set(object, ReferralAttachmentFields.title, attachment, .title)
            set(object, ReferralAttachmentFields.reference, attachment, .url)
            if let data = attachment.first(.data), !data.value.isEmpty {
                // Noted, and not expanded.
                set(object, ReferralAttachmentFields.encoding, text("base64"))
                builder.set(
                    object, ReferralAttachmentFields.bytes, number: take(data).count)
            }
        }
        builder.append(object, to: referral, ReferralFields.documents)
    }
}
