// What was read of parties to a referral, as ordinary values.

extension ReferralParty {
    init(_ object: RecordObject<ReferralPartyFields>) {
        self.init()
        role = object.text(.role)
        function = object.object(.function, ReferralConceptFields.self).map { ReferralConcept($0) }
        date = object.date(.date)
        time = object.text(.time)
        organization = object.object(.organization, ReferralOrganizationFields.self).map {
            ReferralOrganization($0)
        }
        practitioner = object.object(.practitioner, ReferralPractitionerFields.self).map {
            ReferralPractitioner($0)
        }
    }
}

extension ReferralOrganization {
    init(_ object: RecordObject<ReferralOrganizationFields>) {
        self.init()
        name = object.text(.name)
        pidsl = object.text(.pidsl).map { Sent($0, as: PIDSL.init) }
        npi = object.text(.npi).map { Sent($0, as: NPI.init) }
        identifiers = object.objects(.identifiers, ReferralIdentifierFields.self).map {
            ReferralIdentifier($0)
        }
        types = object.objects(.types, ReferralConceptFields.self).map { ReferralConcept($0) }
        telecoms = object.objects(.telecoms, ReferralTelecomFields.self).map { ReferralTelecom($0) }
        addresses = object.objects(.addresses, ReferralAddressFields.self).map {
            ReferralAddress($0)
        }
    }
}

extension ReferralPractitioner {
    init(_ object: RecordObject<ReferralPractitionerFields>) {
        self.init()
        kind = object.text(.kind)
        name = PersonName(object.object(.name, PersonNameFields.self))
        npi = object.text(.npi).map { Sent($0, as: NPI.init) }
        identifiers = object.objects(.identifiers, ReferralIdentifierFields.self).map {
            ReferralIdentifier($0)
        }
        specialties = object.objects(.specialties, ReferralConceptFields.self).map {
            ReferralConcept($0)
        }
        telecoms = object.objects(.telecoms, ReferralTelecomFields.self).map { ReferralTelecom($0) }
        addresses = object.objects(.addresses, ReferralAddressFields.self).map {
            ReferralAddress($0)
        }
    }
}

extension ReferralTelecom {
    init(_ object: RecordObject<ReferralTelecomFields>) {
        self.init()
        system = object.text(.system)
        use = object.text(.use)
        value = object.text(.value)
    }
}

extension ReferralAddress {
    init(_ object: RecordObject<ReferralAddressFields>) {
        self.init()
        use = object.text(.use)
        object.object(.address, AddressFields.self).map { address = PostalAddress($0) }
        text = object.text(.text)
    }
}
