// Coverages, reporting categories and headers as ordinary values, made from what was read of them.

extension HealthCoverage {
    init(_ object: RecordObject<CoverageFields>) {
        self.init()
        maintenanceType = object.code(.maintenanceType)
        insuranceLine = object.code(.insuranceLine)
        plan = object.text(.plan)
        level = object.code(.level)
        isLateEnrollment = object.flag(.lateEnrollment)
        period = Period(object.object(.period, PeriodFields.self))
        dates = object.objects(.dates, DateFields.self).compactMap { QualifiedDate($0) }
        amounts = object.objects(.amounts, AmountFields.self).compactMap { Qualified($0) }
        identifiers = object.objects(.identifiers, IdentifierFields.self).compactMap {
            Qualified($0)
        }
        priorCoverageMonths = object.text(.priorCoverageMonths)
        identificationCards = object.objects(.identificationCards, CardFields.self).map {
            IdentificationCard($0)
        }
        providers = object.objects(.providers, ProviderFields.self).map { CoverageProvider($0) }
        coordination = object.objects(.coordination, CoordinationFields.self).map {
            CoordinationOfBenefits($0)
        }
    }
}

extension IdentificationCard {
    init(_ object: RecordObject<CardFields>) {
        self.init()
        planDescription = object.text(.planDescription)
        type = object.code(.type)
        count = object.text(.count)
        action = object.code(.action)
    }
}

extension CoverageProvider {
    init(_ object: RecordObject<ProviderFields>) {
        self.init()
        number = object.text(.number)
        party = Party(object.object(.party, PartyFields.self))
        change = object.object(.change, ProviderChangeFields.self).map { ProviderChange($0) }
    }
}

extension ProviderChange {
    init(_ object: RecordObject<ProviderChangeFields>) {
        self.init()
        action = object.code(.action)
        entity = object.code(.entity)
        date = object.date(.date)
        reason = object.code(.reason)
    }
}

extension CoordinationOfBenefits {
    init(_ object: RecordObject<CoordinationFields>) {
        self.init()
        payerResponsibility = object.code(.payerResponsibility)
        policyNumber = object.text(.policyNumber)
        status = object.code(.status)
        serviceTypes = object.codes(.serviceTypes)
        identifiers = object.objects(.identifiers, IdentifierFields.self).compactMap {
            Qualified($0)
        }
        period = Period(object.object(.period, PeriodFields.self))
        entities = object.objects(.entities, PartyFields.self).map { Party($0) }
    }
}

extension ReportingCategory {
    init(_ object: RecordObject<ReportingCategoryFields>) {
        self.init()
        number = object.text(.number)
        name = object.text(.name)
        identifier = Qualified(object.object(.identifier, IdentifierFields.self))
        date = object.object(.date, DateFields.self).flatMap { QualifiedDate($0) }
    }
}

extension EnrollmentContext {
    /// What the transaction set's header says; sender, receiver and usage stand in the envelope.
    package init(_ record: RecordObject<ContextFields>, other: [OtherValue]) {
        self.init()
        purpose = record.code(.purpose)
        reference = record.text(.reference)
        date = record.date(.date)
        time = record.text(.time)
        timeZone = record.text(.timeZone)
        originalReference = record.text(.originalReference)
        action = record.code(.action)
        policyNumber = record.text(.policyNumber)
        dates = record.objects(.dates, DateFields.self).compactMap { QualifiedDate($0) }
        totals = record.objects(.totals, TotalFields.self).compactMap { Qualified($0) }
        sponsor = record.object(.sponsor, ContextPartyFields.self).map { ContextParty($0) }
        payer = record.object(.payer, ContextPartyFields.self).map { ContextParty($0) }
        brokers = record.objects(.brokers, BrokerFields.self).map { ContextParty($0) }
        self.other = other
    }
}

extension ContextParty {
    init(_ object: RecordObject<ContextPartyFields>) {
        self.init()
        role = object.code(.role)
        name = object.text(.name)
        identifier = Qualified(object.object(.identifier, IdentificationFields.self))
    }

    init(_ object: RecordObject<BrokerFields>) {
        self.init()
        role = object.code(.role)
        name = object.text(.name)
        identifier = Qualified(object.object(.identifier, IdentificationFields.self))
        accounts = object.texts(.accounts)
    }
}
