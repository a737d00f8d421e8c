// Service lines as ordinary values, made from what was read of them.

extension ServiceLine {
    init(_ object: RecordObject<ServiceLineFields>) {
        self.init()
        number = object.text(.number)
        setService(object)
        setReferences(object)
        if let dental = object.object(.dental, DentalServiceFields.self) { set(dental) }
        if let supplement = object.object(.supplement, LineSupplementFields.self) {
            set(supplement)
        }
        providers = ProviderRoles(object.object(.providers, ProviderRoleFields.self))
        adjudications = object.objects(.adjudications, LineAdjudicationFields.self).map {
            LineAdjudication($0)
        }
        forms = object.objects(.forms, SupportingFormFields.self).map { SupportingForm($0) }
    }

    private mutating func setService(_ object: RecordObject<ServiceLineFields>) {
        revenueCode = object.text(.revenueCode)
        procedure = MedicalProcedure(object.object(.procedure, MedicalProcedureFields.self))
        charge = object.money(.charge)
        nonCoveredCharge = object.money(.nonCoveredCharge)
        units = Quantity(object.object(.units, QuantityFields.self))
        placeOfService = object.code(.placeOfService)
        service = Period(object.object(.service, ServicePeriodFields.self))
        diagnosisPointers = object.texts(.diagnosisPointers)
        isEmergency = object.flag(.emergency)
        isEPSDT = object.flag(.epsdt)
        isFamilyPlanning = object.flag(.familyPlanning)
        copayStatus = object.code(.copayStatus)
        drug = object.object(.drug, DrugFields.self).map { Drug($0) }
    }

    private mutating func setReferences(_ object: RecordObject<ServiceLineFields>) {
        controlNumber = object.text(.controlNumber)
        dates = object.objects(.dates, ClaimDateFields.self).compactMap { ClaimDate($0) }
        identifiers = object.objects(.identifiers, ClaimIdentifierFields.self).compactMap {
            ClaimIdentifier($0)
        }
        amounts = object.objects(.amounts, ClaimAmountFields.self).compactMap { Qualified($0) }
        notes = object.objects(.notes, ClaimNoteFields.self).map { ClaimNote($0) }
    }

    private mutating func set(_ object: RecordObject<DentalServiceFields>) {
        oralCavities = object.codes(.oralCavities)
        placement = object.code(.placement)
        teeth = object.objects(.teeth, ToothFields.self).map { Tooth($0) }
    }

    private mutating func set(_ object: RecordObject<LineSupplementFields>) {
        equipment = object.object(.equipment, EquipmentFields.self).map { MedicalEquipment($0) }
        ambulance = object.object(.ambulance, AmbulanceFields.self).map { AmbulanceTransport($0) }
        certification = object.object(.certification, EquipmentCertificationFields.self).map {
            EquipmentCertification($0)
        }
        conditionIndicators =
            object.objects(.conditionIndicators, ConditionIndicatorFields.self)
            .map { ConditionIndicators($0) }
        quantities = object.objects(.quantities, LineQuantityFields.self).compactMap {
            Qualified($0)
        }
        testResults = object.objects(.testResults, TestResultFields.self).map { TestResult($0) }
        attachments = object.objects(.attachments, AttachmentFields.self).map { Attachment($0) }
        contract = object.object(.contract, ContractFields.self).map { Contract($0) }
        fixedFormat = object.texts(.fixedFormat)
        purchasedService = object.object(.purchasedService, PurchasedServiceFields.self).map {
            PurchasedService($0)
        }
        pricing = object.object(.pricing, PricingFields.self).map { Pricing($0) }
    }
}

extension MedicalProcedure {
    init?(_ object: RecordObject<MedicalProcedureFields>?) {
        guard let object else { return nil }
        self.init()
        qualifier = object.code(.qualifier)
        code = object.text(.code)
        modifiers = object.texts(.modifiers)
        description = object.text(.description)
    }
}

extension Quantity {
    init?(_ object: RecordObject<QuantityFields>?) {
        guard let object else { return nil }
        self.init()
        unit = object.code(.code)
        value = object.money(.quantity)
    }
}

extension Period {
    init(_ object: RecordObject<ServicePeriodFields>?) {
        self.init(begin: object?.date(.begin), end: object?.date(.end))
    }
}

extension Tooth {
    init(_ object: RecordObject<ToothFields>) {
        self.init()
        qualifier = object.code(.qualifier)
        code = object.text(.code)
        surfaces = object.codes(.surfaces)
    }
}

extension Drug {
    init(_ object: RecordObject<DrugFields>) {
        self.init()
        qualifier = object.code(.qualifier)
        code = object.text(.code)
        units = Quantity(object.object(.units, QuantityFields.self))
        prescriptionNumber = object.text(.prescriptionNumber)
        linkNumber = object.text(.linkNumber)
    }
}

extension MedicalEquipment {
    init(_ object: RecordObject<EquipmentFields>) {
        self.init()
        procedure = MedicalProcedure(object.object(.procedure, MedicalProcedureFields.self))
        necessity = Quantity(object.object(.necessity, QuantityFields.self))
        rentalPrice = object.money(.rentalPrice)
        purchasePrice = object.money(.purchasePrice)
        rentalUnit = object.code(.rentalUnit)
    }
}

extension EquipmentCertification {
    init(_ object: RecordObject<EquipmentCertificationFields>) {
        self.init()
        type = object.code(.type)
        duration = Quantity(object.object(.duration, QuantityFields.self))
    }
}

extension Qualified<Sent<Money>> {
    init?(_ object: RecordObject<LineQuantityFields>) {
        guard let code = object.code(.code), let quantity = object.money(.quantity) else {
            return nil
        }
        self.init(code, quantity)
    }
}

extension TestResult {
    init(_ object: RecordObject<TestResultFields>) {
        self.init()
        reference = object.code(.reference)
        measurement = object.code(.measurement)
        result = object.money(.result)
    }
}

extension PurchasedService {
    init(_ object: RecordObject<PurchasedServiceFields>) {
        self.init()
        provider = object.text(.provider)
        charge = object.money(.charge)
    }
}
