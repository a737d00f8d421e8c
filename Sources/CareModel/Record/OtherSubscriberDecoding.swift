// Other insurance as ordinary values, made from what was read of it.

extension OtherSubscriber {
    init(_ object: RecordObject<OtherSubscriberFields>) {
        self.init()
        payerResponsibility = object.code(.payerResponsibility)
        relationship = object.code(.relationship)
        groupNumber = object.text(.groupNumber)
        groupName = object.text(.groupName)
        insuranceType = object.code(.insuranceType)
        claimFilingIndicator = object.code(.claimFilingIndicator)
        paid = object.money(.paid)
        nonCovered = object.money(.nonCovered)
        remainingLiability = object.money(.remainingLiability)
        adjustments = object.objects(.adjustments, AdjustmentFields.self).map { Adjustment($0) }
        benefitsAssignment = object.code(.benefitsAssignment)
        patientSignatureSource = object.code(.patientSignatureSource)
        releaseOfInformation = object.code(.releaseOfInformation)
        inpatientAdjudication =
            object.object(.inpatientAdjudication, InpatientAdjudicationFields.self)
            .map { InpatientAdjudication($0) }
        outpatientAdjudication =
            object.object(.outpatientAdjudication, OutpatientAdjudicationFields.self)
            .map { OutpatientAdjudication($0) }
        subscriber = object.object(.subscriber, OtherInsuredFields.self).map { OtherInsured($0) }
        payer = object.object(.payer, OtherPayerFields.self).map { OtherPayer($0) }
        providers = ProviderRoles(object.object(.providers, ProviderRoleFields.self))
    }
}

extension OtherInsured {
    init(_ object: RecordObject<OtherInsuredFields>) {
        self.init()
        kind = object.code(.kind)
        name = PersonName(object.object(.name, PersonNameFields.self))
        if let organization = object.text(.organization) { name.last = organization }
        identifier = Qualified(object.object(.identifier, IdentificationFields.self))
        address = object.object(.address, AddressFields.self).map { PostalAddress($0) }
        identifiers = object.objects(.identifiers, ClaimIdentifierFields.self).compactMap {
            ClaimIdentifier($0)
        }
    }
}

extension OtherPayer {
    init(_ object: RecordObject<OtherPayerFields>) {
        self.init()
        name = object.text(.name)
        identifier = Qualified(object.object(.identifier, IdentificationFields.self))
        address = object.object(.address, AddressFields.self).map { PostalAddress($0) }
        adjudicationDate = object.date(.adjudicationDate)
        claimControlNumber = object.text(.claimControlNumber)
        priorAuthorization = object.text(.priorAuthorization)
        referralNumber = object.text(.referralNumber)
        hasAdjustedClaim = object.flag(.claimAdjusted)
        identifiers = object.objects(.identifiers, ClaimIdentifierFields.self).compactMap {
            ClaimIdentifier($0)
        }
    }
}

extension InpatientAdjudication {
    init(_ object: RecordObject<InpatientAdjudicationFields>) {
        self.init()
        coveredDays = object.money(.coveredDays)
        lifetimePsychiatricDays = object.money(.lifetimePsychiatricDays)
        drgAmount = object.money(.drgAmount)
        remarks = object.texts(.remarks)
        disproportionateShareAmount = object.money(.disproportionateShareAmount)
        passThroughAmount = object.money(.passThroughAmount)
        capitalAmount = object.money(.capitalAmount)
        capitalFederalDRGAmount = object.money(.capitalFederalDRGAmount)
        capitalHospitalDRGAmount = object.money(.capitalHospitalDRGAmount)
        capitalDisproportionateShareAmount = object.money(.capitalDisproportionateShareAmount)
        oldCapitalAmount = object.money(.oldCapitalAmount)
        capitalTeachingAmount = object.money(.capitalTeachingAmount)
        operatingHospitalDRGAmount = object.money(.operatingHospitalDRGAmount)
        costReportDays = object.money(.costReportDays)
        operatingFederalDRGAmount = object.money(.operatingFederalDRGAmount)
        capitalOutlierAmount = object.money(.capitalOutlierAmount)
        indirectTeachingAmount = object.money(.indirectTeachingAmount)
        nonPayableProfessionalAmount = object.money(.nonPayableProfessionalAmount)
        capitalExceptionAmount = object.money(.capitalExceptionAmount)
    }
}

extension OutpatientAdjudication {
    init(_ object: RecordObject<OutpatientAdjudicationFields>) {
        self.init()
        reimbursementRate = object.money(.reimbursementRate)
        payableAmount = object.money(.payableAmount)
        remarks = object.texts(.remarks)
        renalDiseaseAmount = object.money(.renalDiseaseAmount)
        nonPayableProfessionalAmount = object.money(.nonPayableProfessionalAmount)
    }
}
