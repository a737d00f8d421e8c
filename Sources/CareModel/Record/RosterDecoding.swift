// A roster entry as ordinary values, made from what was read of it.

extension RosterEntry {
    /// - Parameters:
    ///   - layout: the name of the layout by which it was read.
    ///   - other: values that no field holds.
    package init(_ record: RecordObject<RosterFields>, layout: String, other: [OtherValue]) {
        self.init(layout: layout)
        memberID = record.text(.memberId).map { MemberID($0) }
        member =
            record.object(.member, RosterMemberFields.self).map { RosterMember($0) }
            ?? RosterMember()
        plan = record.object(.plan, RosterPlanFields.self).map { RosterPlan($0) }
        aco = record.object(.aco, RosterOrganizationFields.self).map { RosterOrganization($0) }
        mco = record.object(.mco, RosterOrganizationFields.self).map { RosterOrganization($0) }
        communityPartner = record.object(.cp, RosterPartnerFields.self).map { RosterPartner($0) }
        enrollment = record.object(.enrollment, RosterEnrollmentFields.self).map {
            RosterEnrollment($0)
        }
        span = record.object(.span, RosterSpanFields.self).map { RosterSpan($0) }
        primaryCare = record.object(.pcp, RosterPrimaryCareFields.self).map {
            RosterPrimaryCare($0)
        }
        flags = record.object(.flags, RosterFlagFields.self).map { RosterFlags($0) }
        outreach = record.object(.outreach, RosterOutreachFields.self).map { RosterOutreach($0) }
        keyContact = record.object(.keyContact, RosterContactFields.self).map { RosterContact($0) }
        careCoordinator = record.object(.careCoordinator, RosterContactFields.self).map {
            RosterContact($0)
        }
        diagnoses = record.object(.diagnoses, RosterDiagnosisFields.self).map {
            RosterDiagnoses($0)
        }
        setDetails(record)
        self.other = other
    }

    private mutating func setDetails(_ record: RecordObject<RosterFields>) {
        statistics = record.object(.statistics, RosterStatisticFields.self).map {
            RosterStatistics($0)
        }
        visit = record.object(.visit, RosterVisitFields.self).map { RosterVisit($0) }
        payment = record.object(.payment, RosterPaymentFields.self).map { RosterPayment($0) }
        services = record.object(.services, RosterServiceFields.self).map { RosterServices($0) }
        row = record.object(.row, RosterRowFields.self).map { RosterRow($0) }
        receipt = record.object(.receipt, RosterReceiptFields.self).map { RosterReceipt($0) }
    }
}

extension RosterMember {
    init(_ object: RecordObject<RosterMemberFields>) {
        self.init()
        name = PersonName(object.object(.name, PersonNameFields.self))
        birthDate = object.date(.birthDate)
        sex = object.code(.sex)
        race = object.text(.race)
        spokenLanguage = object.text(.spokenLanguage)
        writtenLanguage = object.text(.writtenLanguage)
        email = object.text(.email)
        phone = object.text(.phone)
        cellPhone = object.text(.cellPhone)
        dayPhone = object.text(.dayPhone)
        nightPhone = object.text(.nightPhone)
        headOfHousehold = object.text(.headOfHousehold)
        residence = object.object(.residence, RosterAddressFields.self).map { PostalAddress($0) }
        mailing = object.object(.mailing, RosterAddressFields.self).map { PostalAddress($0) }
    }
}

extension RosterPlan {
    init(_ object: RecordObject<RosterPlanFields>) {
        self.init()
        assignment = object.code(.assignment)
        healthPlanID = object.text(.healthPlanId)
    }
}

extension RosterOrganization {
    init(_ object: RecordObject<RosterOrganizationFields>) {
        self.init()
        name = object.text(.name)
        providerID = object.text(.pid)
        pidsl = object.text(.pidsl)
    }
}

extension RosterPartner {
    init(_ object: RecordObject<RosterPartnerFields>) {
        self.init()
        name = object.text(.name)
        dsripName = object.text(.dsripName)
        providerID = object.text(.pid)
        pidsl = object.text(.pidsl)
        providerType = object.text(.providerType)
        planType = object.text(.planType)
    }
}

extension RosterPrimaryCare {
    init(_ object: RecordObject<RosterPrimaryCareFields>) {
        self.init()
        name = PersonName(object.object(.name, PersonNameFields.self))
        practice = object.text(.practice)
        npi = object.text(.npi)
        pidsl = object.text(.pidsl)
        taxID = object.text(.taxId)
        address = object.object(.address, RosterAddressFields.self).map { PostalAddress($0) }
        phone = object.text(.phone)
    }
}

extension RosterContact {
    init(_ object: RecordObject<RosterContactFields>) {
        self.init()
        name = PersonName(object.object(.name, PersonNameFields.self))
        phone = object.text(.phone)
        email = object.text(.email)
    }
}

extension RosterDiagnoses {
    init(_ object: RecordObject<RosterDiagnosisFields>) {
        self.init()
        primary = object.text(.primary)
        secondary = object.text(.secondary)
    }
}

extension PostalAddress {
    init(_ object: RecordObject<RosterAddressFields>) {
        self.init()
        lines = object.texts(.lines)
        city = object.text(.city)
        state = object.text(.state)
        postalCode = object.text(.postalCode)
        plusFour = object.text(.plusFour)
    }
}
