// What claims and lines both say of themselves as ordinary values, made from what was read of it.

extension Attachment {
    init(_ object: RecordObject<AttachmentFields>) {
        self.init()
        reportType = object.code(.reportType)
        transmission = object.code(.transmission)
        controlNumber = object.text(.controlNumber)
    }
}

extension Contract {
    init(_ object: RecordObject<ContractFields>) {
        self.init()
        type = object.code(.type)
        amount = object.money(.amount)
        percentage = object.text(.percentage)
        code = object.text(.code)
        discountPercentage = object.text(.discountPercentage)
        version = object.text(.version)
    }
}

extension ClaimNote {
    init(_ object: RecordObject<ClaimNoteFields>) {
        self.init()
        kind = object.code(.code)
        text = object.text(.text)
    }
}

extension AmbulanceTransport {
    init(_ object: RecordObject<AmbulanceFields>) {
        self.init()
        patientWeight = object.text(.patientWeight)
        reason = object.code(.reason)
        distance = object.text(.distance)
        roundTripPurpose = object.text(.roundTripPurpose)
        stretcherPurpose = object.text(.stretcherPurpose)
    }
}

extension ConditionIndicators {
    init(_ object: RecordObject<ConditionIndicatorFields>) {
        self.init()
        category = object.code(.category)
        apply = object.flag(.applies)
        conditions = object.codes(.conditions)
    }
}

extension Pricing {
    init(_ object: RecordObject<PricingFields>) {
        self.init()
        methodology = object.code(.methodology)
        allowedAmount = object.money(.allowedAmount)
        savingsAmount = object.money(.savingsAmount)
        organization = object.text(.organization)
        rate = object.money(.rate)
        group = object.text(.group)
        groupAmount = object.money(.groupAmount)
        revenueCode = object.text(.revenueCode)
        procedureQualifier = object.code(.procedureQualifier)
        procedure = object.text(.procedure)
        unit = object.code(.unit)
        quantity = object.text(.quantity)
        rejectReason = object.code(.rejectReason)
        policyCompliance = object.code(.policyCompliance)
        exception = object.code(.exception)
    }
}
