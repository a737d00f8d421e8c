import CareModel

// Patient: identifier*, name*, telecom*, gender, birthDate, deceased[x], address*, maritalStatus,
//   contact* (relationship*, name, telecom*, address, organization), communication* (language,
//   preferred), generalPractitioner*, managingOrganization; extensions of US Core: race, ethnicity, genderIdentity; patient-religion
extension FHIRMapper {
    private static let core: StaticString = "http://hl7.org/fhir/us/core/StructureDefinition/"

    /// The member whom `subject` or `for` leads to; of nobody's resource, the number and words.
    mutating func setMember(_ reference: FHIRElement) {
        memberReference = reference
        guard let patient = follow(reference), patient.type == .patient else {
            let member = add(ReferralMemberFields.self, from: reference)
            appendIdentifiers(reference, to: member, ReferralMemberFields.identifiers)
            appendReference(reference, to: member, ReferralMemberFields.identifiers)
            if !reference.value(.display).isEmpty {
                let name = add(PersonNameFields.self, from: reference)
                set(name, PersonNameFields.last, reference, .display)
                builder.set(member, ReferralMemberFields.name, object: name)
            }
            builder.set(referral, ReferralFields.member, object: member)
            setMemberNumber(of: reference)
            return
        }
        self.patient = patient.resource
        let member = add(ReferralMemberFields.self, from: patient)
        builder.set(referral, ReferralFields.member, object: member)
        appendIdentifiers(patient, to: member, ReferralMemberFields.identifiers)
        setNames(
            member, ReferralMemberFields.name, others: ReferralMemberFields.otherNames, patient)
        setMoment(member, ReferralMemberFields.birthDate, .birthTime, patient, .birthDate)
        setMoment(
            member, ReferralMemberFields.deathDate, .deathTime, patient, .deceasedDateTime)
        setSex(member, patient)
        setConcept(member, ReferralMemberFields.maritalStatus, patient, .maritalStatus)
        setOrigins(member, patient)
        for communication in patient.all(.communication) {
            let language = add(ReferralLanguageFields.self, from: communication)
            setLanguage(language, communication.first(.language))
            setFlag(language, ReferralLanguageFields.preferred, communication, .preferred)
            builder.append(language, to: member, ReferralMemberFields.languages)
        }
        appendTelecoms(patient, to: member, ReferralMemberFields.telecoms)
        appendAddresses(patient, to: member, ReferralMemberFields.addresses)
        for contact in patient.all(.contact) {
            builder.append(self.contact(contact), to: member, ReferralMemberFields.contacts)
        }
        setMemberNumber(of: patient)
        appendCarers(patient)
    }

    /// Its first code, and its words, which are no code.
    private mutating func setLanguage(_ language: Int, _ concept: FHIRElement?) {
        let coding = concept?.coding(of: .language) ?? concept?.first(.coding)
        if let coding, coding.isOf(.language) {
            set(language, ReferralLanguageFields.code, code(coding: coding, of: .language))
        }
        set(language, ReferralLanguageFields.text, concept, .text)
        guard let coding, !tree.texts.isEqual(coding.value(.display), coding.value(.code)) else {
            return
        }
        set(language, ReferralLanguageFields.text, coding, .display)
        takeRepeated(coding.first(.display), builder.slot(language, ReferralLanguageFields.text))
    }

    /// Who looks after the member has a part in the referral.
    private mutating func appendCarers(_ patient: FHIRElement) {
        let roles: [(name: FHIRName, role: StaticString)] = [
            (.generalPractitioner, "general-practitioner"),
            (.managingOrganization, "managing-organization"),
        ]
        for (name, role) in roles {
            for reference in patient.all(name) {
                let carer = party(reference, role: role)
                builder.append(carer, to: referral, ReferralFields.participants)
            }
        }
    }

    private mutating func setSex(_ member: Int, _ patient: FHIRElement) {
        guard let gender = patient.first(.gender) else { return }
        let known: [(StaticString, StaticString)] = [
            ("male", "M"), ("female", "F"), ("unknown", "U"),
        ]
        let letter = known.first { gender.has($0.0) }?.1
        let sent = take(gender)
        set(member, ReferralMemberFields.sex, letter.map { text($0) } ?? sent)
    }

    // MARK: Extensions

    private mutating func setOrigins(_ member: Int, _ patient: FHIRElement) {
        for found in patient.all(.extension) {
            if isCore(found, "us-core-race") {
                appendOrigins(found, to: member, ReferralMemberFields.races)
            } else if isCore(found, "us-core-ethnicity") {
                appendOrigins(found, to: member, ReferralMemberFields.ethnicities)
            } else if isCore(found, "us-core-genderIdentity") {
                take(found, .url)
                set(member, ReferralMemberFields.gender, words(found.first(.valueCodeableConcept)))
            } else if tree.texts.isEqual(
                found.value(.url), "http://hl7.org/fhir/StructureDefinition/patient-religion")
            {
                take(found, .url)
                setConcept(member, ReferralMemberFields.religion, found, .valueCodeableConcept)
            }
        }
    }

    /// Whether it is an extension of US Core by this name.
    private func isCore(_ found: FHIRElement, _ name: StaticString) -> Bool {
        let url = tree.texts.bytes(found.value(.url))
        let whole = Self.core.utf8CodeUnitCount + name.utf8CodeUnitCount
        return url.count == whole && Self.core.withUTF8Buffer { url.starts(with: $0) }
            && name.withUTF8Buffer { url.suffix($0.count).elementsEqual($0) }
    }

    /// Categories and details are codes; the words beside them are those of the first.
    private mutating func appendOrigins(
        _ found: FHIRElement, to member: Int, _ field: ReferralMemberFields
    ) {
        take(found, .url)
        var first = 0
        for part in found.all(.extension) {
            guard let coding = part.first(.valueCoding) else { continue }
            take(part, .url)
            let object = concept(coding: coding)
            if first == 0 { first = object }
            builder.append(object, to: member, field)
        }
        let words = found.all(.extension).first {
            $0.first(.url)?.has("text") ?? false && !$0.value(.valueString).isEmpty
        }
        guard let words else { return }
        take(words, .url)
        if first == 0 {
            first = add(ReferralConceptFields.self, from: words)
            builder.append(first, to: member, field)
        }
        set(first, ReferralConceptFields.text, take(words, .valueString))
    }

    private mutating func contact(_ element: FHIRElement) -> Int {
        let object = add(ReferralContactFields.self, from: element)
        setConcept(object, ReferralContactFields.relationship, element, .relationship)
        if let name = element.first(.name) {
            builder.set(object, ReferralContactFields.name, object: personName(name))
        }
        set(object, ReferralContactFields.organization, name(of: element.first(.organization)))
        appendTelecoms(element, to: object, ReferralContactFields.telecoms)
        appendAddresses(element, to: object, ReferralContactFields.addresses)
        return object
    }

    // MARK: The member's number

    /// The number that is called MassHealth's or Medicaid's; else one that has its form.
    private mutating func setMemberNumber(of element: FHIRElement) {
        builder.bytes = UnsafePointer(tree.texts.bytes)
        let member = builder.object(referral, ReferralFields.member)
        let identifiers = builder.record(member, as: ReferralMemberFields.self)
            .objects(.identifiers, ReferralIdentifierFields.self)
        let ended = element.all(.identifier).enumerated().filter { hasEnded($0.element) }
        guard
            let found = MemberNumber.best(of: identifiers, ended: Set(ended.map(\.offset)))
        else { return }
        isMemberNumberAssumed = found.isAssumed
        set(referral, ReferralFields.memberId, found.number)
    }
}
