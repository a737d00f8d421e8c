// What was read of what a referral asks for and rests on, as ordinary values.

extension ReferralService {
    init(_ object: RecordObject<ReferralServiceFields>) {
        self.init()
        category = object.text(.category)
        code = object.text(.code)
        system = object.text(.system)
        display = object.text(.display)
        text = object.text(.text)
        translations = object.objects(.translations, ReferralCodingFields.self).map {
            ReferralCoding($0)
        }
        status = object.text(.status)
        quantity = object.object(.quantity, ReferralQuantityFields.self).map {
            ReferralQuantity($0)
        }
        period = object.object(.period, ReferralPeriodFields.self).map { ReferralPeriod($0) }
        goals = object.texts(.goals)
        steps = object.texts(.steps)
        provider = object.text(.provider)
        note = object.text(.note)
    }
}

extension ReferralCriteria {
    init(_ object: RecordObject<ReferralCriteriaFields>) {
        self.init()
        healthNeeds = object.objects(.healthNeeds, ReferralCriterionFields.self).map {
            ReferralCriterion($0)
        }
        riskFactors = object.objects(.riskFactors, ReferralCriterionFields.self).map {
            ReferralCriterion($0)
        }
        benefits = object.objects(.benefits, ReferralCriterionFields.self).map {
            ReferralCriterion($0)
        }
    }
}

extension ReferralCriterion {
    init(_ object: RecordObject<ReferralCriterionFields>) {
        self.init()
        code = object.text(.code)
        detail = object.text(.detail)
        date = object.date(.date)
    }
}

extension ReferralConsent {
    init(_ object: RecordObject<ReferralConsentFields>) {
        self.init()
        status = object.text(.status)
        decision = object.text(.decision)
        partial = object.flag(.partial)
        scope = object.object(.scope, ReferralConceptFields.self).map { ReferralConcept($0) }
        categories = object.objects(.categories, ReferralConceptFields.self).map {
            ReferralConcept($0)
        }
        date = object.date(.date)
        time = object.text(.time)
        by = object.text(.by)
        period = object.object(.period, ReferralPeriodFields.self).map { ReferralPeriod($0) }
        policy = object.text(.policy)
        note = object.text(.note)
    }
}
