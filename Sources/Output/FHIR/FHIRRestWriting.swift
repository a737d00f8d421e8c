import CareModel

// What neither the request, nor its task, nor what they refer to has an element for, as notes of the
// request.
extension FHIRBundleWriter {
    mutating func remarkRest(_ referral: RecordObject<ReferralFields>) {
        remark("Status: ", referral.bytes(.status), unless: Self.taskStatuses)
        remark("Status of the request: ", referral.bytes(.requestStatus), unless: Self.statuses)
        remark("Intent: ", referral.bytes(.intent), unless: Self.intents)
        remark("Priority: ", referral.bytes(.priority), unless: Self.priorities)
        remarkTimes(referral)
        remarkMember(referral)
        for (opening, field) in Self.parties {
            remark(opening, referral.object(field, ReferralPartyFields.self), of: referral)
        }
        for participant in referral.objects(.participants, ReferralPartyFields.self) {
            remark("Participant: ", participant, of: referral)
        }
        remarkCoverages(referral)
        remarkConsents(referral)
        remarkDocument(referral)
        remarkAttachments(referral)
    }

    private static let parties: KeyValuePairs<StaticString, ReferralFields> = [
        "From: ": .from, "To: ": .to, "Author: ": .author, "Custodian: ": .custodian,
    ]

    /// A code that is none of FHIR's, as it was sent.
    private mutating func remark(
        _ opening: StaticString, _ code: FHIRBytes, unless codes: [StaticString]
    ) {
        guard !code.isEmpty, !codes.contains(where: { code.isEqual(to: $0) }) else { return }
        remarks.begin(opening)
        remarks.add("", code)
        remarks.end()
    }

    // MARK: Times

    private mutating func remarkTimes(_ referral: RecordObject<ReferralFields>) {
        remark("Authored: ", referral.bytes(.authored), referral.bytes(.authoredTime))
        remark("Modified: ", referral.bytes(.modified), referral.bytes(.modifiedTime))
        let restriction = referral.object(.restriction, ReferralPeriodFields.self)
        remark(
            "Needed by: ", referral.bytes(.neededBy), referral.bytes(.neededByTime),
            always: restriction != nil)
        remark("Occurrence: ", referral.object(.occurrence, ReferralPeriodFields.self))
        remark("Period: ", referral.object(.period, ReferralPeriodFields.self))
        remark("Restriction: ", restriction)
    }

    /// A day and a time that FHIR does not take whole.
    ///
    /// - Parameter always: whether it is told even if FHIR would take it.
    private mutating func remark(
        _ opening: StaticString, _ date: FHIRBytes, _ time: FHIRBytes, always: Bool = false
    ) {
        guard always || !FHIRTime.isMoment(date, time) else { return }
        remarks.begin(opening)
        remarks.add("", date, time)
        remarks.end()
    }

    /// The same of a period.
    private mutating func remark(
        _ opening: StaticString, _ period: RecordObject<ReferralPeriodFields>?
    ) {
        guard let period, !period.isTold else { return }
        remarks.begin(opening)
        remarks.add(period)
        remarks.end()
    }

    // MARK: People

    private mutating func remarkMember(_ referral: RecordObject<ReferralFields>) {
        guard let member = referral.object(.member, ReferralMemberFields.self) else { return }
        remark("Sex: ", member.bytes(.sex), unless: Self.sexes)
        remark("Born: ", member.bytes(.birthDate), .none)
        remark("Time of birth: ", member.bytes(.birthTime), unless: [])
        remark("Died: ", member.bytes(.deathDate), member.bytes(.deathTime))
        // A contact of FHIR's has one address.
        for contact in member.objects(.contacts, ReferralContactFields.self) {
            for address in contact.objects(.addresses, ReferralAddressFields.self).dropFirst() {
                remarks.begin("Contact, another address: ")
                remarks.add("use", address.bytes(.use))
                remarks.add("", address.bytes(.text))
                if let parts = address.object(.address, AddressFields.self) {
                    for line in parts.objects(.lines, TextFields.self) {
                        remarks.add("", line.bytes(.value))
                    }
                    for field in [
                        AddressFields.city, .county, .state, .postalCode, .country,
                    ] {
                        remarks.add("", parts.bytes(field))
                    }
                }
                remarks.end()
            }
        }
    }

    private static let sexes: [StaticString] = [
        "F", "M", "U", "male", "female", "other", "unknown",
    ]

    /// When somebody took part, unless that is when the referral was made.
    private mutating func remark(
        _ opening: StaticString, _ party: RecordObject<ReferralPartyFields>?,
        of referral: RecordObject<ReferralFields>
    ) {
        guard let party, party.has(.date) || party.has(.time) else { return }
        let isKnown =
            party.bytes(.date).elementsEqual(referral.bytes(.authored))
            && party.bytes(.time).elementsEqual(referral.bytes(.authoredTime))
        if isKnown { return }
        remarks.begin(opening)
        if let organization = party.object(.organization, ReferralOrganizationFields.self) {
            remarks.add("", organization.bytes(.name))
        }
        if let person = party.object(.practitioner, ReferralPractitionerFields.self),
            let name = person.object(.name, PersonNameFields.self)
        {
            remarks.add("", name.bytes(.first), name.bytes(.last))
        }
        remarks.add("on", party.bytes(.date), party.bytes(.time))
        remarks.end()
    }

    // MARK: Coverages, consents, documents

    private mutating func remarkCoverages(_ referral: RecordObject<ReferralFields>) {
        let coverages = referral.objects(.coverages, ReferralCoverageFields.self)
        for (place, coverage) in coverages.enumerated() {
            remarks.begin("Coverage ", place + 1, ": ")
            let status = coverage.bytes(.status)
            if !Self.covered.contains(where: { status.isEqual(to: $0) }) {
                remarks.add("status", status)
            }
            if !coverage.isOrderTold { remarks.add("order", coverage.bytes(.order)) }
            for (word, field) in [("from", ReferralCoverageFields.begin), ("to", .end)]
                as [(StaticString, ReferralCoverageFields)]
            where !FHIRTime.isDate(coverage.bytes(field)) {
                remarks.add(word, coverage.bytes(field))
            }
            remarks.end()
        }
    }

    private mutating func remarkConsents(_ referral: RecordObject<ReferralFields>) {
        let consents = referral.objects(.consents, ReferralConsentFields.self)
        for (place, consent) in consents.enumerated() {
            remarks.begin("Consent ", place + 1, ": ")
            let status = consent.bytes(.status)
            if !Self.consented.contains(where: { status.isEqual(to: $0) }) {
                remarks.add("status", status)
            }
            let decision = consent.bytes(.decision)
            if !Self.decided.contains(where: { decision.isEqual(to: $0) }) {
                remarks.add("", decision)
            }
            if !FHIRTime.isMoment(consent.bytes(.date), consent.bytes(.time)) {
                remarks.add("of", consent.bytes(.date), consent.bytes(.time))
            }
            let period = consent.object(.period, ReferralPeriodFields.self)
            if let period, !period.isTold { remarks.add(period) }
            if consent.has(.policy), !consent.isPolicyAddress {
                remarks.add("", consent.bytes(.note))
            }
            remarks.end()
        }
    }

    /// What the document of the referral says of itself.
    private mutating func remarkDocument(_ referral: RecordObject<ReferralFields>) {
        guard let document = referral.object(.document, ReferralDocumentFields.self) else { return }
        remarks.begin("Document: ")
        remarks.add("", document.object(.type, ReferralConceptFields.self).map { FHIRConcept($0) })
        remarks.add("", document.bytes(.title))
        remarks.add("number", document.object(.identifier, ReferralIdentifierFields.self))
        remarks.add("set", document.object(.set, ReferralIdentifierFields.self))
        remarks.add("version", document.bytes(.version))
        remarks.add("status", document.bytes(.status))
        remarks.add("language", document.bytes(.language))
        remarks.add("created", document.bytes(.created), document.bytes(.createdTime))
        remarks.end()
    }

    /// When documents were made, where that is no date.
    private mutating func remarkAttachments(_ referral: RecordObject<ReferralFields>) {
        let documents = referral.objects(.documents, ReferralAttachmentFields.self)
        for (place, document) in documents.enumerated()
        where !FHIRTime.isDate(document.bytes(.created)) {
            remarks.begin("Document ", place + 1, ": ")
            remarks.add("created", document.bytes(.created))
            remarks.end()
        }
    }

    /// How confidential the referral is, as labels of its request.
    ///
    /// Source: FHIR R4, Meta.security; HL7 version 3, Confidentiality.
    mutating func writeSecurity(_ referral: RecordObject<ReferralFields>) {
        guard let document = referral.object(.document, ReferralDocumentFields.self),
            document.has(.confidentiality)
        else { return }
        body.append("\"meta\":{\"security\":[")
        let system: StaticString = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality"
        system.withStaticBytes { body.coding($0, document.bytes(.confidentiality), .none) }
        body.closeArray()
        body.closeObject()
    }

    /// What the referral replaces, by its number.
    mutating func writeReplaced(_ referral: RecordObject<ReferralFields>) {
        guard let document = referral.object(.document, ReferralDocumentFields.self) else { return }
        body.list(
            "\"replaces\":", document.objects(.replaces, ReferralIdentifierFields.self)
        ) { buffer, identifier in
            let start = buffer.count
            buffer.append("{\"identifier\":")
            let opened = buffer.count
            buffer.element(identifier)
            if buffer.count == opened {
                buffer.truncate(to: start)
            } else {
                buffer.closeObject()
            }
        }
    }
}

extension RecordObject<ReferralPeriodFields> {
    /// Whether FHIR takes both days and their times; an open end is told by there being none.
    var isTold: Bool {
        let isBeginTold =
            !has(.begin) && !has(.beginTime)
            || FHIRTime.isMoment(bytes(.begin), bytes(.beginTime))
        let isEndTold =
            !has(.end) && !has(.endTime)
            || FHIRTime.isMoment(bytes(.end), bytes(.endTime))
        return isBeginTold && isEndTold
    }
}
