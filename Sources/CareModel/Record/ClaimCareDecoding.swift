// What a claim says of the care as ordinary values, made from what was read of it.

extension ClaimDiagnosis {
    init(_ object: RecordObject<ClaimDiagnosisFields>) {
        self.init()
        order = object.number(.order) ?? 0
        code = object.text(.code)
        kind = object.code(.kind)
        presentOnAdmission = object.code(.presentOnAdmission)
    }
}

extension ClaimProcedure {
    init(_ object: RecordObject<ClaimProcedureFields>) {
        self.init()
        code = object.text(.code)
        kind = object.code(.kind)
        date = object.date(.date)
    }
}

extension Occurrence {
    init(_ object: RecordObject<OccurrenceFields>) {
        self.init()
        code = object.text(.code)
        date = object.date(.date)
    }
}

extension OccurrenceSpan {
    init(_ object: RecordObject<OccurrenceSpanFields>) {
        self.init()
        code = object.text(.code)
        period = Period(object.object(.period, ServicePeriodFields.self))
    }
}

extension ClaimValue {
    init(_ object: RecordObject<ClaimValueFields>) {
        self.init()
        code = object.text(.code)
        amount = object.money(.amount)
    }
}

extension SpinalManipulation {
    init(_ object: RecordObject<SpinalManipulationFields>) {
        self.init()
        condition = object.code(.condition)
        descriptions = object.texts(.descriptions)
    }
}

extension Orthodontics {
    init(_ object: RecordObject<OrthodonticsFields>) {
        self.init()
        totalMonths = object.text(.totalMonths)
        remainingMonths = object.text(.remainingMonths)
        isTreatment = object.flag(.treatment)
    }
}

extension ToothStatus {
    init(_ object: RecordObject<ToothStatusFields>) {
        self.init()
        tooth = object.text(.tooth)
        status = object.code(.status)
    }
}
