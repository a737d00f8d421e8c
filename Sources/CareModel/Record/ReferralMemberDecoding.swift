// What was read of a referral's member and coverages, as ordinary values.

extension ReferralMember {
    init(_ object: RecordObject<ReferralMemberFields>) {
        self.init()
        identifiers = object.objects(.identifiers, ReferralIdentifierFields.self).map {
            ReferralIdentifier($0)
        }
        name = PersonName(object.object(.name, PersonNameFields.self))
        otherNames = object.objects(.otherNames, PersonNameFields.self).map { PersonName($0) }
        birthDate = object.date(.birthDate)
        birthTime = object.text(.birthTime)
        deathDate = object.date(.deathDate)
        deathTime = object.text(.deathTime)
        sex = object.code(.sex)
        gender = object.text(.gender)
        maritalStatus = object.object(.maritalStatus, ReferralConceptFields.self).map {
            ReferralConcept($0)
        }
        races = object.objects(.races, ReferralConceptFields.self).map { ReferralConcept($0) }
        ethnicities = object.objects(.ethnicities, ReferralConceptFields.self).map {
            ReferralConcept($0)
        }
        religion = object.object(.religion, ReferralConceptFields.self).map { ReferralConcept($0) }
        languages = object.objects(.languages, ReferralLanguageFields.self).map {
            ReferralLanguage($0)
        }
        telecoms = object.objects(.telecoms, ReferralTelecomFields.self).map { ReferralTelecom($0) }
        addresses = object.objects(.addresses, ReferralAddressFields.self).map {
            ReferralAddress($0)
        }
        contacts = object.objects(.contacts, ReferralContactFields.self).map { ReferralContact($0) }
    }
}

extension ReferralLanguage {
    init(_ object: RecordObject<ReferralLanguageFields>) {
        self.init()
        code = object.text(.code)
        text = object.text(.text)
        preferred = object.flag(.preferred)
    }
}

extension ReferralContact {
    init(_ object: RecordObject<ReferralContactFields>) {
        self.init()
        role = object.text(.role)
        relationship = object.object(.relationship, ReferralConceptFields.self).map {
            ReferralConcept($0)
        }
        name = PersonName(object.object(.name, PersonNameFields.self))
        organization = object.text(.organization)
        telecoms = object.objects(.telecoms, ReferralTelecomFields.self).map { ReferralTelecom($0) }
        addresses = object.objects(.addresses, ReferralAddressFields.self).map {
            ReferralAddress($0)
        }
    }
}

extension ReferralCoverage {
    init(_ object: RecordObject<ReferralCoverageFields>) {
        self.init()
        type = object.object(.type, ReferralConceptFields.self).map { ReferralConcept($0) }
        status = object.text(.status)
        order = object.text(.order)
        payer = object.text(.payer)
        payerIdentifiers = object.objects(.payerIdentifiers, ReferralIdentifierFields.self).map {
            ReferralIdentifier($0)
        }
        identifiers = object.objects(.identifiers, ReferralIdentifierFields.self).map {
            ReferralIdentifier($0)
        }
        subscriberId = object.text(.subscriberId)
        relationship = object.object(.relationship, ReferralConceptFields.self).map {
            ReferralConcept($0)
        }
        group = object.text(.group)
        plan = object.text(.plan)
        begin = object.date(.begin)
        end = object.date(.end)
    }
}
