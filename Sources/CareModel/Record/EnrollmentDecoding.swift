// An enrollment as ordinary values, made from what was read of it.

extension Enrollment {
    /// - Parameter other: values that no field holds.
    package init(_ record: RecordObject<EnrollmentFields>, other: [OtherValue]) {
        self.init()
        memberID = record.text(.memberId).map { MemberID($0) }
        setStatus(record)
        policyNumber = record.text(.policyNumber)
        identifiers = record.objects(.identifiers, IdentifierFields.self).compactMap {
            Qualified($0)
        }
        eligibility = Period(record.object(.eligibility, PeriodFields.self))
        dates = record.objects(.dates, DateFields.self).compactMap { QualifiedDate($0) }
        member = Member(record.object(.member, MemberFields.self))
        mailingAddress = record.object(.mailingAddress, AddressFields.self).map {
            PostalAddress($0)
        }
        priorIdentity = record.object(.prior, PriorIdentityFields.self).map { PriorIdentity($0) }
        setRelated(record)
        coverages = record.objects(.coverages, CoverageFields.self).map { HealthCoverage($0) }
        reportingCategories = record.objects(.reportingCategories, ReportingCategoryFields.self)
            .map { ReportingCategory($0) }
        self.other = other
    }

    private mutating func setStatus(_ record: RecordObject<EnrollmentFields>) {
        isSubscriber = record.flag(.subscriber)
        relationship = record.code(.relationship)
        maintenanceType = record.code(.maintenanceType)
        maintenanceReason = record.code(.maintenanceReason)
        benefitStatus = record.code(.benefitStatus)
        medicarePlan = record.code(.medicarePlan)
        medicareEligibilityReason = record.code(.medicareEligibilityReason)
        cobraEvent = record.code(.cobraEvent)
        employmentStatus = record.code(.employmentStatus)
        studentStatus = record.code(.studentStatus)
        hasDisability = record.flag(.disabled)
        deathDate = record.date(.deathDate)
        confidentiality = record.code(.confidentiality)
        birthSequence = record.text(.birthSequence)
    }

    private mutating func setRelated(_ record: RecordObject<EnrollmentFields>) {
        employers = record.objects(.employers, PartyFields.self).map { Party($0) }
        schools = record.objects(.schools, PartyFields.self).map { Party($0) }
        custodialParents = record.objects(.custodialParents, PartyFields.self).map { Party($0) }
        responsiblePersons = record.objects(.responsiblePersons, PartyFields.self).map {
            Party($0)
        }
        dropOffLocation = record.object(.dropOffLocation, PartyFields.self).map { Party($0) }
        disabilities = record.objects(.disabilities, DisabilityFields.self).map { Disability($0) }
    }
}

extension Member {
    init(_ object: RecordObject<MemberFields>?) {
        self.init()
        guard let object else { return }
        isCorrected = object.has(.corrected)
        name = PersonName(object.object(.name, PersonNameFields.self))
        socialSecurityNumber = object.text(.socialSecurityNumber)
        identifier = Qualified(object.object(.identifier, IdentificationFields.self))
        contacts = object.objects(.contacts, ContactFields.self).map { ContactInformation($0) }
        residence = object.object(.residence, AddressFields.self).map { PostalAddress($0) }
        demographics = Demographics(object.object(.demographics, DemographicsFields.self))
        employmentClasses = object.codes(.employmentClasses)
        income = object.object(.income, IncomeFields.self).map { Income($0) }
        amounts = object.objects(.amounts, AmountFields.self).compactMap { Qualified($0) }
        health = object.object(.health, HealthFields.self).map { HealthInformation($0) }
        languages = object.objects(.languages, LanguageFields.self).map { Language($0) }
    }
}

extension PriorIdentity {
    init(_ object: RecordObject<PriorIdentityFields>) {
        self.init()
        name = PersonName(object.object(.name, PersonNameFields.self))
        socialSecurityNumber = object.text(.socialSecurityNumber)
        identifier = Qualified(object.object(.identifier, IdentificationFields.self))
        demographics = object.object(.demographics, DemographicsFields.self).map {
            Demographics($0)
        }
    }
}

extension Demographics {
    init(_ object: RecordObject<DemographicsFields>?) {
        self.init()
        guard let object else { return }
        birthDate = object.date(.birthDate)
        sex = object.code(.sex)
        maritalStatus = object.code(.maritalStatus)
        races = object.objects(.races, RaceFields.self).map { RaceOrEthnicity($0) }
        citizenship = object.code(.citizenship)
        raceCollection = object.text(.raceCollection)
    }
}

extension RaceOrEthnicity {
    init(_ object: RecordObject<RaceFields>) {
        self.init()
        code = object.code(.code)
        detail = object.text(.detail)
    }
}

extension Income {
    init(_ object: RecordObject<IncomeFields>) {
        self.init()
        frequency = object.code(.frequency)
        wage = object.money(.wage)
        weeklyHours = object.text(.weeklyHours)
        location = object.text(.location)
        salaryGrade = object.text(.salaryGrade)
    }
}

extension HealthInformation {
    init(_ object: RecordObject<HealthFields>) {
        self.init()
        use = object.code(.use)
        height = object.text(.height)
        weight = object.text(.weight)
    }
}

extension Language {
    init(_ object: RecordObject<LanguageFields>) {
        self.init()
        list = object.code(.list)
        code = object.text(.code)
        description = object.text(.description)
        use = object.code(.use)
    }
}

extension Disability {
    init(_ object: RecordObject<DisabilityFields>) {
        self.init()
        type = object.code(.type)
        diagnosis = Qualified(object.object(.diagnosis, DiagnosisFields.self))
        eligibility = Period(object.object(.eligibility, PeriodFields.self))
    }
}
