import CareModel

// Patient: extension* (race, ethnicity, gender identity, religion), identifier*, name*, telecom*,
//   gender, birthDate, deceasedDateTime, address*, maritalStatus, contact*, communication*,
//   generalPractitioner*, managingOrganization
extension FHIRBundleWriter {
    mutating func writePatient(_ referral: RecordObject<ReferralFields>) {
        let number = referral.bytes(.memberId)
        guard let member = referral.object(.member, ReferralMemberFields.self) else {
            guard !number.isEmpty else { return }
            body.append("\"identifier\":[")
            writeMemberNumber(number)
            body.closeArray()
            writeCarerReferences()
            return endPatient(number, isKnown: false)
        }
        writeExtensions(member)
        writeNumbers(member, number)
        writeNames(member)
        body.fhir(telecoms: member.objects(.telecoms, ReferralTelecomFields.self))
        writeGender(member)
        body.fhir("\"birthDate\":", date: member.bytes(.birthDate))
        body.fhir(
            "\"deceasedDateTime\":", date: member.bytes(.deathDate), time: member.bytes(.deathTime))
        body.fhir(addresses: member.objects(.addresses, ReferralAddressFields.self))
        if let status = member.object(.maritalStatus, ReferralConceptFields.self) {
            body.fhir("\"maritalStatus\":", FHIRConcept(status))
        }
        body.list("\"contact\":", member.objects(.contacts, ReferralContactFields.self)) {
            $0.element($1)
        }
        body.list(
            "\"communication\":", member.objects(.languages, ReferralLanguageFields.self)
        ) { buffer, language in
            buffer.element(language)
        }
        writeCarerReferences()
        let isKnown = member.objects(.identifiers, ReferralIdentifierFields.self)
            .contains { $0.isTelling }
        endPatient(number, isKnown: isKnown)
    }

    /// A member whom no number and no address tells is the referral's own: two may have the same name.
    private mutating func endPatient(_ number: FHIRBytes, isKnown: Bool) {
        let key = FHIRNumberKey.key(member: number)
        let isOwn = key.isEmpty && !isKnown
        references.patient = isOwn ? endOfReferral("Patient") : end("Patient", key: key)
    }

    private mutating func writeCarerReferences() {
        body.fhir("\"generalPractitioner\":", references.practitioners)
        body.fhir("\"managingOrganization\":", references.manager)
    }

    private mutating func writeMemberNumber(_ number: FHIRBytes) {
        body.openObject()
        body.append(
            """
            "type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v2-0203",\
            "code":"MA"}]},
            """)
        body.fhir("\"value\":", number)
        body.closeObject()
    }

    /// The member's number says what it is, whether it was sent as an identifier or not.
    private mutating func writeNumbers(
        _ member: RecordObject<ReferralMemberFields>, _ number: FHIRBytes
    ) {
        body.append("\"identifier\":[")
        let start = body.count
        if !number.isEmpty { writeMemberNumber(number) }
        for identifier in member.objects(.identifiers, ReferralIdentifierFields.self) {
            let isNumber = identifier.bytes(.value).elementsEqual(number)
            if isNumber, !identifier.has(.system), !identifier.has(.assigner) { continue }
            body.element(identifier)
        }
        if body.count == start {
            body.truncate(to: start - 14)
        } else {
            body.closeArray()
        }
    }

    private mutating func writeNames(_ member: RecordObject<ReferralMemberFields>) {
        let start = body.count
        body.append("\"name\":[")
        let first = body.count
        if let name = member.object(.name, PersonNameFields.self) {
            body.element(name, use: "official")
        }
        for name in member.objects(.otherNames, PersonNameFields.self) { body.element(name) }
        if body.count == first { body.truncate(to: start) } else { body.closeArray() }
    }

    private mutating func writeGender(_ member: RecordObject<ReferralMemberFields>) {
        let sex = member.bytes(.sex)
        switch member.key(.sex) {
        case 0x46: body.fhir("\"gender\":", ours: "female")
        case 0x4D: body.fhir("\"gender\":", ours: "male")
        case 0x55: body.fhir("\"gender\":", ours: "unknown")
        default:
            if !sex.isEmpty {
                body.fhir(
                    "\"gender\":", sex, of: ["male", "female", "other", "unknown"], else: "other")
            }
        }
    }

    // MARK: Extensions

    private mutating func writeExtensions(_ member: RecordObject<ReferralMemberFields>) {
        let start = body.count
        body.append("\"extension\":[")
        let first = body.count
        writeOrigins(
            "http://hl7.org/fhir/us/core/StructureDefinition/us-core-race",
            member.objects(.races, ReferralConceptFields.self),
            categories: ["1002-5", "2028-9", "2054-5", "2076-8", "2106-3"])
        writeOrigins(
            "http://hl7.org/fhir/us/core/StructureDefinition/us-core-ethnicity",
            member.objects(.ethnicities, ReferralConceptFields.self),
            categories: ["2135-2", "2186-5"])
        if member.has(.gender) {
            body.append(
                "{\"url\":\"http://hl7.org/fhir/us/core/StructureDefinition/")
            body.append("us-core-genderIdentity\",")
            body.fhir("\"valueCodeableConcept\":", words: member.bytes(.gender))
            body.closeObject()
        }
        if let religion = member.object(.religion, ReferralConceptFields.self) {
            body.append(
                "{\"url\":\"http://hl7.org/fhir/StructureDefinition/patient-religion\",")
            body.fhir("\"valueCodeableConcept\":", FHIRConcept(religion))
            body.closeObject()
        }
        if body.count == first { body.truncate(to: start) } else { body.closeArray() }
    }

    /// Categories of the Office of Management and Budget, details of them, and words.
    private mutating func writeOrigins(
        _ url: StaticString, _ concepts: RecordList<ReferralConceptFields>,
        categories: [StaticString]
    ) {
        var words = FHIRWords()
        let start = body.count
        body.append("{\"url\":\"")
        body.append(url)
        body.append("\",\"extension\":[")
        let first = body.count
        for concept in concepts {
            let concept = FHIRConcept(concept)
            words.add(part: ", ") { part in
                // A code has its name beside it.
                if ByteBuffer.isCode(concept.code) {
                    part.add(concept.text.isEmpty ? concept.display : concept.text)
                } else {
                    part.add(untranslated: concept)
                }
            }
            for other in concept.translations where !ByteBuffer.isCode(other.bytes(.code)) {
                words.add(part: ", ") { $0.add(coding: other) }
            }
            writeOrigin(concept.system, concept.code, concept.display, categories)
            for other in concept.translations {
                writeOrigin(
                    other.bytes(.system), other.bytes(.code), other.bytes(.display), categories)
            }
        }
        guard body.count > first || !words.bytes.isEmpty else { return body.truncate(to: start) }
        if !words.bytes.isEmpty {
            body.append("{\"url\":\"text\",")
            words.bytes.withUnsafeBufferPointer { body.fhir("\"valueString\":", $0) }
            body.closeObject()
        }
        body.closeArray()
        body.closeObject()
    }

    private mutating func writeOrigin(
        _ system: FHIRBytes, _ code: FHIRBytes, _ display: FHIRBytes, _ categories: [StaticString]
    ) {
        guard ByteBuffer.isCode(code) else { return }
        let isCategory = categories.contains { code.isEqual(to: $0) }
        body.append(isCategory ? "{\"url\":\"ombCategory\"," : "{\"url\":\"detailed\",")
        body.append("\"valueCoding\":")
        body.coding(system, code, display)
        body.closeObject()
    }
}

extension ByteBuffer {
    /// A language, and whether it is preferred: language, preferred.
    fileprivate mutating func element(_ language: RecordObject<ReferralLanguageFields>) {
        guard language.has(.code) || language.has(.text) else { return }
        append("{\"language\":{")
        let code = language.bytes(.code)
        let isTag = FHIRLanguage.isTag(code)
        if isTag || (language.has(.code) && language.has(.text)) {
            let system: StaticString = "urn:ietf:bcp:47"
            append("\"coding\":[")
            if isTag {
                system.withStaticBytes { coding($0, code, .none) }
            } else {
                coding(.none, .none, code)
            }
            closeArray()
        }
        fhir("\"text\":", language.has(.text) ? language.bytes(.text) : isTag ? .none : code)
        closeObject()
        fhir("\"preferred\":", flag: language, .preferred)
        closeObject()
    }

    /// Somebody to turn to: relationship*, name, telecom*, address, organization.
    fileprivate mutating func element(_ contact: RecordObject<ReferralContactFields>) {
        let start = count
        openObject()
        let opened = count
        append("\"relationship\":[")
        let first = count
        if let relationship = contact.object(.relationship, ReferralConceptFields.self),
            !FHIRConcept(relationship).isEmpty
        {
            element(FHIRConcept(relationship))
        }
        element(words: contact.bytes(.role))
        if count == first { truncate(to: opened) } else { closeArray() }
        if let name = contact.object(.name, PersonNameFields.self) {
            append("\"name\":")
            element(name)
        }
        fhir(telecoms: contact.objects(.telecoms, ReferralTelecomFields.self))
        for address in contact.objects(.addresses, ReferralAddressFields.self).prefix(1) {
            append("\"address\":")
            let opened = count
            element(address)
            if count == opened { truncate(to: opened - 10) }
        }
        if contact.has(.organization) {
            append("\"organization\":{")
            fhir("\"display\":", contact, .organization)
            closeObject()
        }
        if count == opened { truncate(to: start) } else { closeObject() }
    }
}

/// Languages, as the internet names them.
enum FHIRLanguage {
    /// Whether it is a tag, as `es` and `es-MX` are and `Spanish` is not: two or three letters, and
    /// parts of up to eight letters and digits.
    ///
    /// Source: BCP 47.
    static func isTag(_ code: FHIRBytes) -> Bool {
        let parts = code.split(separator: 0x2D, omittingEmptySubsequences: false)
        guard let first = parts.first, 2...3 ~= first.count,
            first.allSatisfy({ 0x41...0x5A ~= $0 & 0xDF })
        else { return false }
        return parts.dropFirst().allSatisfy { part in
            1...8 ~= part.count
                && part.allSatisfy { 0x30...0x39 ~= $0 || 0x41...0x5A ~= $0 & 0xDF }
        }
    }
}

extension StaticString {
    /// Its bytes, for what takes bytes of the input too.
    func withStaticBytes(_ body: (FHIRBytes) -> Void) {
        body(FHIRBytes(start: utf8Start, count: utf8CodeUnitCount))
    }
}
