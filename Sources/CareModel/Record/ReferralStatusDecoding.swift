// What was read of a referral's document, status and times, as ordinary values.

extension ReferralDocument {
    init(_ object: RecordObject<ReferralDocumentFields>) {
        self.init()
        format = object.text(.format)
        type = object.object(.type, ReferralConceptFields.self).map { ReferralConcept($0) }
        title = object.text(.title)
        identifier = object.object(.identifier, ReferralIdentifierFields.self).map {
            ReferralIdentifier($0)
        }
        set = object.object(.set, ReferralIdentifierFields.self).map { ReferralIdentifier($0) }
        version = object.text(.version)
        templates = object.texts(.templates)
        status = object.text(.status)
        confidentiality = object.text(.confidentiality)
        language = object.text(.language)
        created = object.date(.created)
        createdTime = object.text(.createdTime)
        replaces = object.objects(.replaces, ReferralIdentifierFields.self).map {
            ReferralIdentifier($0)
        }
    }
}

extension ReferralStatus {
    init(_ object: RecordObject<ReferralStatusFields>) {
        self.init()
        status = object.text(.status)
        date = object.date(.date)
        time = object.text(.time)
        reason = object.object(.reason, ReferralConceptFields.self).map { ReferralConcept($0) }
        by = object.text(.by)
        note = object.text(.note)
    }
}

extension ReferralPeriod {
    init(_ object: RecordObject<ReferralPeriodFields>) {
        self.init()
        begin = object.date(.begin)
        beginTime = object.text(.beginTime)
        end = object.date(.end)
        endTime = object.text(.endTime)
    }
}

extension ReferralNote {
    init(_ object: RecordObject<ReferralNoteFields>) {
        self.init()
        text = object.text(.text)
        author = object.text(.author)
        date = object.date(.date)
        time = object.text(.time)
    }
}
