// Claims as ordinary values, made from what was read of them.

extension Claim {
    /// What the claim's own loop says; the levels above are added by who knows them.
    package init(_ object: RecordObject<ClaimFields>) {
        self.init()
        claimID = object.text(.claimId)
        totalCharge = object.money(.totalCharge)
        facilityQualifier = object.code(.facilityQualifier)
        placeOfService = object.code(.placeOfService)
        facilityType = object.text(.facilityType)
        frequency = object.code(.frequency)
        hasProviderSignature = object.flag(.providerSignature)
        assignment = object.code(.assignment)
        benefitsAssignment = object.code(.benefitsAssignment)
        releaseOfInformation = object.code(.releaseOfInformation)
        patientSignatureSource = object.code(.patientSignatureSource)
        relatedCauses = RelatedCauses(object.object(.related, RelatedCauseFields.self))
        specialProgram = object.code(.specialProgram)
        submissionReason = object.code(.submissionReason)
        delayReason = object.code(.delayReason)
        dates = ClaimDates(object.object(.times, ClaimTimeFields.self))
        diagnoses = object.objects(.diagnoses, ClaimDiagnosisFields.self).map {
            ClaimDiagnosis($0)
        }
        if let codes = object.object(.codes, ClaimCodeFields.self) { read(codes) }
        references = ClaimReferences(object.object(.references, ClaimReferenceFields.self))
        if let supplement = object.object(.supplement, ClaimSupplementFields.self) {
            read(supplement)
        }
        providers = ProviderRoles(object.object(.providers, ProviderRoleFields.self))
        otherSubscribers = object.objects(.otherSubscribers, OtherSubscriberFields.self).map {
            OtherSubscriber($0)
        }
        serviceLines = object.objects(.serviceLines, ServiceLineFields.self).map {
            ServiceLine($0)
        }
    }

    private mutating func read(_ object: RecordObject<ClaimCodeFields>) {
        drg = object.text(.drg)
        procedures = object.objects(.procedures, ClaimProcedureFields.self).map {
            ClaimProcedure($0)
        }
        anesthesiaProcedures = object.objects(
            .anesthesiaProcedures, ClaimProcedureFields.self
        ).map { ClaimProcedure($0) }
        occurrences = object.objects(.occurrences, OccurrenceFields.self).map { Occurrence($0) }
        occurrenceSpans = object.objects(.occurrenceSpans, OccurrenceSpanFields.self).map {
            OccurrenceSpan($0)
        }
        values = object.objects(.values, ClaimValueFields.self).map { ClaimValue($0) }
        conditionCodes = object.texts(.conditionCodes)
        treatmentCodes = object.texts(.treatmentCodes)
    }

    private mutating func read(_ object: RecordObject<ClaimSupplementFields>) {
        attachments = object.objects(.attachments, AttachmentFields.self).map { Attachment($0) }
        notes = object.objects(.notes, ClaimNoteFields.self).map { ClaimNote($0) }
        fixedFormat = object.texts(.fixedFormat)
        patientPaid = object.money(.patientPaid)
        patientResponsibility = object.money(.patientResponsibility)
        amounts = object.objects(.amounts, ClaimAmountFields.self).compactMap { Qualified($0) }
        contract = object.object(.contract, ContractFields.self).map { Contract($0) }
        pricing = object.object(.pricing, PricingFields.self).map { Pricing($0) }
        ambulance = object.object(.ambulance, AmbulanceFields.self).map {
            AmbulanceTransport($0)
        }
        spinalManipulation = object.object(
            .spinalManipulation, SpinalManipulationFields.self
        ).map { SpinalManipulation($0) }
        orthodontics = object.object(.orthodontics, OrthodonticsFields.self).map {
            Orthodontics($0)
        }
        toothStatuses = object.objects(.toothStatuses, ToothStatusFields.self).map {
            ToothStatus($0)
        }
        conditionIndicators = object.objects(.conditionIndicators, ConditionIndicatorFields.self)
            .map {
                ConditionIndicators($0)
            }
    }
}

extension RelatedCauses {
    init(_ object: RecordObject<RelatedCauseFields>?) {
        self.init()
        guard let object else { return }
        causes = object.codes(.relatedCauses)
        accidentState = object.text(.accidentState)
        accidentCountry = object.text(.accidentCountry)
    }
}

extension ClaimDates {
    init(_ object: RecordObject<ClaimTimeFields>?) {
        self.init()
        guard let object else { return }
        statementPeriod = Period(object.object(.statementPeriod, ServicePeriodFields.self))
        service = Period(object.object(.service, ServicePeriodFields.self))
        admissionDate = object.date(.admissionDate)
        admissionTime = object.text(.admissionTime)
        admissionType = object.code(.admissionType)
        admissionSource = object.code(.admissionSource)
        dischargeDate = object.date(.dischargeDate)
        dischargeTime = object.text(.dischargeTime)
        patientStatus = object.code(.patientStatus)
        accidentDate = object.date(.accidentDate)
        onsetDate = object.date(.onsetDate)
        initialTreatmentDate = object.date(.initialTreatmentDate)
        lastSeenDate = object.date(.lastSeenDate)
        acuteManifestationDate = object.date(.acuteManifestationDate)
        lastMenstrualPeriodDate = object.date(.lastMenstrualPeriodDate)
        lastXRayDate = object.date(.lastXRayDate)
        prescriptionDate = object.date(.prescriptionDate)
        disability = Period(object.object(.disability, PeriodFields.self))
        lastWorkedDate = object.date(.lastWorkedDate)
        returnToWorkDate = object.date(.returnToWorkDate)
        assumedCareDate = object.date(.assumedCareDate)
        relinquishedCareDate = object.date(.relinquishedCareDate)
        firstContactDate = object.date(.firstContactDate)
        repricerReceivedDate = object.date(.repricerReceivedDate)
        appliancePlacementDate = object.date(.appliancePlacementDate)
        other = object.objects(.dates, ClaimDateFields.self).compactMap { ClaimDate($0) }
    }
}

extension ClaimReferences {
    init(_ object: RecordObject<ClaimReferenceFields>?) {
        self.init()
        guard let object else { return }
        payerControlNumber = object.text(.payerControlNumber)
        priorAuthorization = object.text(.priorAuthorization)
        referralNumber = object.text(.referralNumber)
        predetermination = object.text(.predetermination)
        medicalRecordNumber = object.text(.medicalRecordNumber)
        cliaNumber = object.text(.cliaNumber)
        mammographyCertification = object.text(.mammographyCertification)
        serviceAuthorizationException = object.code(.serviceAuthorizationException)
        isMedicareCrossover = object.flag(.medicareCrossover)
        investigationalDevices = object.texts(.investigationalDevices)
        repricedClaimNumber = object.text(.repricedClaimNumber)
        adjustedRepricedClaimNumber = object.text(.adjustedRepricedClaimNumber)
        clearinghouseTraceNumber = object.text(.clearinghouseTraceNumber)
        demonstrationProject = object.text(.demonstrationProject)
        carePlanOversight = object.text(.carePlanOversight)
        peerReviewApproval = object.text(.peerReviewApproval)
        other = object.objects(.identifiers, ClaimIdentifierFields.self).compactMap {
            ClaimIdentifier($0)
        }
    }
}
