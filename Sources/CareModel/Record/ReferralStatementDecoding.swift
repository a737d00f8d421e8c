// What was read of clinical statements and documents, as ordinary values.

extension ReferralStatement {
    init(_ object: RecordObject<ReferralStatementFields>) {
        self.init()
        identifier = object.object(.identifier, ReferralIdentifierFields.self).map {
            ReferralIdentifier($0)
        }
        kind = object.text(.kind)
        categories = object.objects(.categories, ReferralConceptFields.self).map {
            ReferralConcept($0)
        }
        code = object.text(.code)
        system = object.text(.system)
        display = object.text(.display)
        text = object.text(.text)
        translations = object.objects(.translations, ReferralCodingFields.self).map {
            ReferralCoding($0)
        }
        negated = object.flag(.negated)
        status = object.text(.status)
        verification = object.text(.verification)
        severity = object.text(.severity)
        setMoments(object)
        value = object.object(.value, ReferralConceptFields.self).map { ReferralConcept($0) }
        quantity = object.object(.quantity, ReferralQuantityFields.self).map {
            ReferralQuantity($0)
        }
        valueText = object.text(.valueText)
        reactions = object.objects(.reactions, ReferralConceptFields.self).map {
            ReferralConcept($0)
        }
        dosage = object.text(.dosage)
        reason = object.object(.reason, ReferralConceptFields.self).map { ReferralConcept($0) }
        note = object.text(.note)
        members = object.objects(.members, ReferralStatementFields.self).map {
            ReferralStatement($0)
        }
    }

    private mutating func setMoments(_ object: RecordObject<ReferralStatementFields>) {
        begin = object.date(.begin)
        beginTime = object.text(.beginTime)
        end = object.date(.end)
        endTime = object.text(.endTime)
        recorded = object.date(.recorded)
        recordedTime = object.text(.recordedTime)
    }
}

extension ReferralAttachment {
    init(_ object: RecordObject<ReferralAttachmentFields>) {
        self.init()
        identifier = object.object(.identifier, ReferralIdentifierFields.self).map {
            ReferralIdentifier($0)
        }
        type = object.object(.type, ReferralConceptFields.self).map { ReferralConcept($0) }
        title = object.text(.title)
        mediaType = object.text(.mediaType)
        encoding = object.text(.encoding)
        bytes = object.number(.bytes)
        reference = object.text(.reference)
        created = object.date(.created)
    }
}

extension ReferralSection {
    init(_ object: RecordObject<ReferralSectionFields>) {
        self.init()
        code = object.text(.code)
        system = object.text(.system)
        display = object.text(.display)
        title = object.text(.title)
        templates = object.texts(.templates)
        text = object.text(.text)
        entries = object.number(.entries)
    }
}
