// What was read of a referral, as ordinary values.

extension Referral {
    /// - Parameter other: values that no field holds.
    package init(_ record: RecordObject<ReferralFields>, other: [OtherValue]) {
        self.init()
        setDocument(record)
        setRequest(record)
        setFacts(record)
        self.other = other
    }

    private mutating func setDocument(_ record: RecordObject<ReferralFields>) {
        memberID = record.text(.memberId).map { MemberID($0) }
        identifiers = record.objects(.identifiers, ReferralIdentifierFields.self).map {
            ReferralIdentifier($0)
        }
        taskIdentifiers = record.objects(.taskIdentifiers, ReferralIdentifierFields.self).map {
            ReferralIdentifier($0)
        }
        document = record.object(.document, ReferralDocumentFields.self).map {
            ReferralDocument($0)
        }
        status = record.text(.status)
        statusReason = record.object(.statusReason, ReferralConceptFields.self).map {
            ReferralConcept($0)
        }
        businessStatus = record.object(.businessStatus, ReferralConceptFields.self).map {
            ReferralConcept($0)
        }
        requestStatus = record.text(.requestStatus)
        statusHistory = record.objects(.statusHistory, ReferralStatusFields.self).map {
            ReferralStatus($0)
        }
        intent = record.text(.intent)
        priority = record.text(.priority)
        doNotPerform = record.flag(.doNotPerform)
        program = record.text(.program)
        serviceCategory = record.text(.serviceCategory)
        categories = record.objects(.categories, ReferralConceptFields.self).map {
            ReferralConcept($0)
        }
        authored = record.date(.authored)
        authoredTime = record.text(.authoredTime)
    }

    private mutating func setRequest(_ record: RecordObject<ReferralFields>) {
        neededBy = record.date(.neededBy)
        neededByTime = record.text(.neededByTime)
        occurrence = record.object(.occurrence, ReferralPeriodFields.self).map {
            ReferralPeriod($0)
        }
        period = record.object(.period, ReferralPeriodFields.self).map { ReferralPeriod($0) }
        restriction = record.object(.restriction, ReferralPeriodFields.self).map {
            ReferralPeriod($0)
        }
        modified = record.date(.modified)
        modifiedTime = record.text(.modifiedTime)
        member = record.object(.member, ReferralMemberFields.self).map { ReferralMember($0) }
        from = record.object(.from, ReferralPartyFields.self).map { ReferralParty($0) }
        to = record.object(.to, ReferralPartyFields.self).map { ReferralParty($0) }
        author = record.object(.author, ReferralPartyFields.self).map { ReferralParty($0) }
        custodian = record.object(.custodian, ReferralPartyFields.self).map { ReferralParty($0) }
        participants = record.objects(.participants, ReferralPartyFields.self).map {
            ReferralParty($0)
        }
        coverages = record.objects(.coverages, ReferralCoverageFields.self).map {
            ReferralCoverage($0)
        }
        services = record.objects(.services, ReferralServiceFields.self).map { ReferralService($0) }
        description = record.text(.description)
    }

    private mutating func setFacts(_ record: RecordObject<ReferralFields>) {
        reasons = record.objects(.reasons, ReferralConceptFields.self).map { ReferralConcept($0) }
        needs = record.objects(.needs, ReferralNeedFields.self).map { ReferralNeed($0) }
        criteria = record.object(.criteria, ReferralCriteriaFields.self).map {
            ReferralCriteria($0)
        }
        consents = record.objects(.consents, ReferralConsentFields.self).map { ReferralConsent($0) }
        problems = record.objects(.problems, ReferralStatementFields.self).map {
            ReferralStatement($0)
        }
        medications = record.objects(.medications, ReferralStatementFields.self).map {
            ReferralStatement($0)
        }
        allergies = record.objects(.allergies, ReferralStatementFields.self).map {
            ReferralStatement($0)
        }
        goals = record.objects(.goals, ReferralStatementFields.self).map { ReferralStatement($0) }
        plans = record.objects(.plans, ReferralStatementFields.self).map { ReferralStatement($0) }
        socialHistory = record.objects(.socialHistory, ReferralStatementFields.self).map {
            ReferralStatement($0)
        }
        functionalStatus = record.objects(.functionalStatus, ReferralStatementFields.self).map {
            ReferralStatement($0)
        }
        mentalStatus = record.objects(.mentalStatus, ReferralStatementFields.self).map {
            ReferralStatement($0)
        }
        observations = record.objects(.observations, ReferralStatementFields.self).map {
            ReferralStatement($0)
        }
        documents = record.objects(.documents, ReferralAttachmentFields.self).map {
            ReferralAttachment($0)
        }
        sections = record.objects(.sections, ReferralSectionFields.self).map { ReferralSection($0) }
        notes = record.objects(.notes, ReferralNoteFields.self).map { ReferralNote($0) }
    }
}
