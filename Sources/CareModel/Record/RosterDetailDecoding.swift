// Parts of a roster entry as ordinary values, made from what was read of them.

extension RosterEnrollment {
    init(_ object: RecordObject<RosterEnrollmentFields>) {
        self.init()
        start = object.date(.start)
        startReason = object.text(.startReason)
        end = object.date(.end)
        stopReason = object.text(.stopReason)
        startReasonText = object.text(.startReasonText)
        stopReasonText = object.text(.stopReasonText)
        enrolled = object.flag(.enrolled)
        status = object.text(.status)
        identification = object.text(.identification)
    }
}

extension RosterSpan {
    init(_ object: RecordObject<RosterSpanFields>) {
        self.init()
        start = object.date(.start)
        end = object.date(.end)
        days = object.money(.days)
        enrolled = object.flag(.enrolled)
        performanceYear = object.text(.performanceYear)
        region = object.text(.region)
        serviceArea = object.text(.serviceArea)
        type = object.text(.type)
        stopReason = object.text(.stopReason)
        ratingCategory = object.text(.ratingCategory)
    }
}

extension RosterFlags {
    init(_ object: RecordObject<RosterFlagFields>) {
        self.init()
        dmh = object.flag(.dmh)
        dds = object.flag(.dds)
        eoea = object.flag(.eoea)
        dta = object.flag(.dta)
        dcf = object.flag(.dcf)
        snfDischarge = object.flag(.snfDischarge)
        medicareA = object.flag(.medicareA)
        medicareB = object.flag(.medicareB)
    }
}

extension RosterOutreach {
    init(_ object: RecordObject<RosterOutreachFields>) {
        self.init()
        status = object.text(.status)
        lastContact = object.date(.lastContact)
        lastContactFace = object.flag(.lastContactFace)
        contactFace = object.flag(.contactFace)
        agreed = object.date(.agreed)
        carePlanSent = object.date(.carePlanSent)
        carePlanReturned = object.date(.carePlanReturned)
        reportStart = object.date(.reportStart)
        reportEnd = object.date(.reportEnd)
    }
}

extension RosterStatistics {
    init(_ object: RecordObject<RosterStatisticFields>) {
        self.init()
        edVisits = object.money(.edVisits)
        riskScore = object.money(.riskScore)
        normalizedRiskScore = object.money(.normalizedRiskScore)
        dxcgRiskScore = object.money(.dxcgRiskScore)
        neighborhoodStress = object.money(.neighborhoodStress)
        lastOfficeVisit = object.date(.lastOfficeVisit)
        lastEDVisit = object.date(.lastEDVisit)
        lastIPVisit = object.date(.lastIPVisit)
        lastQualifyingActivity = object.date(.lastQualifyingActivity)
        qualifyingCode = object.text(.qualifyingCode)
    }
}

extension RosterVisit {
    init(_ object: RecordObject<RosterVisitFields>) {
        self.init()
        recordNumber = object.text(.recordNumber)
        admitted = object.date(.admitted)
        discharged = object.date(.discharged)
        disposition = object.text(.disposition)
        majorClass = object.text(.majorClass)
        type = object.text(.type)
        facility = object.text(.facility)
        complaint = object.text(.complaint)
        diagnoses = object.text(.diagnoses)
        attending = object.text(.attending)
    }
}

extension RosterPayment {
    init(_ object: RecordObject<RosterPaymentFields>) {
        self.init()
        month = object.text(.month)
        dateOfService = object.text(.dateOfService)
        icn = object.text(.icn)
        adjustment = object.money(.adjustment)
        amount = object.money(.amount)
        date = object.date(.date)
    }
}

extension RosterServices {
    init(_ object: RecordObject<RosterServiceFields>) {
        self.init()
        delivery = object.text(.delivery)
        transportation = object.text(.transportation)
        gender = object.text(.gender)
        genderDetail = object.text(.genderDetail)
        orientation = object.text(.orientation)
        orientationDetail = object.text(.orientationDetail)
        race = object.text(.race)
        raceDetail = object.text(.raceDetail)
        languageDetail = object.text(.languageDetail)
        education = object.text(.education)
        educationDetail = object.text(.educationDetail)
        employment = object.text(.employment)
        healthNeeds = object.text(.healthNeeds)
        riskFactors = object.text(.riskFactors)
    }
}

extension RosterRow {
    init(_ object: RecordObject<RosterRowFields>) {
        self.init()
        status = object.code(.status)
        updated = object.date(.updated)
        exported = object.date(.exported)
    }
}

extension RosterReceipt {
    init(_ object: RecordObject<RosterReceiptFields>) {
        self.init()
        sender = object.text(.sender)
        sentRows = object.money(.sentRows)
        sentColumns = object.money(.sentColumns)
        sentTime = object.text(.sentTime)
        receiver = object.text(.receiver)
        receivedRows = object.money(.receivedRows)
        receivedColumns = object.money(.receivedColumns)
        receivedTime = object.text(.receivedTime)
    }
}
