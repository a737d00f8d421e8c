// What was read of a referral's codes and numbers, as ordinary values.

extension ReferralIdentifier {
    init(_ object: RecordObject<ReferralIdentifierFields>) {
        self.init()
        system = object.text(.system)
        value = object.text(.value)
        type = object.text(.type)
        use = object.text(.use)
        assigner = object.text(.assigner)
    }
}

extension ReferralConcept {
    init(_ object: RecordObject<ReferralConceptFields>) {
        self.init()
        code = object.text(.code)
        system = object.text(.system)
        display = object.text(.display)
        text = object.text(.text)
        translations = object.objects(.translations, ReferralCodingFields.self).map {
            ReferralCoding($0)
        }
    }
}

extension ReferralCoding {
    init(_ object: RecordObject<ReferralCodingFields>) {
        self.init()
        code = object.text(.code)
        system = object.text(.system)
        display = object.text(.display)
    }
}

extension ReferralNeed {
    init(_ object: RecordObject<ReferralNeedFields>) {
        self.init()
        category = object.text(.category)
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
        begin = object.date(.begin)
        beginTime = object.text(.beginTime)
        end = object.date(.end)
        endTime = object.text(.endTime)
        recorded = object.date(.recorded)
        recordedTime = object.text(.recordedTime)
        note = object.text(.note)
    }
}

extension ReferralQuantity {
    init(_ object: RecordObject<ReferralQuantityFields>) {
        self.init()
        comparator = object.text(.comparator)
        value = object.text(.value)
        unit = object.text(.unit)
    }
}
