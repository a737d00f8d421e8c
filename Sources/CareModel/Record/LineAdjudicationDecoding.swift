// What payers decided on lines, and forms, as ordinary values, made from what was read of them.

extension LineAdjudication {
    init(_ object: RecordObject<LineAdjudicationFields>) {
        self.init()
        payer = object.text(.payer)
        paid = object.money(.paid)
        procedure = MedicalProcedure(object.object(.procedure, MedicalProcedureFields.self))
        revenueCode = object.text(.revenueCode)
        paidUnits = object.money(.paidUnits)
        bundledLine = object.text(.bundledLine)
        adjustments = object.objects(.adjustments, AdjustmentFields.self).map { Adjustment($0) }
        date = object.date(.date)
        remainingLiability = object.money(.remainingLiability)
    }
}

extension Adjustment {
    init(_ object: RecordObject<AdjustmentFields>) {
        self.init()
        group = object.code(.group)
        reason = object.text(.reason)
        amount = object.money(.amount)
        quantity = object.money(.quantity)
    }
}

extension SupportingForm {
    init(_ object: RecordObject<SupportingFormFields>) {
        self.init()
        qualifier = object.code(.qualifier)
        code = object.text(.code)
        answers = object.objects(.answers, FormAnswerFields.self).map { FormAnswer($0) }
    }
}

extension FormAnswer {
    init(_ object: RecordObject<FormAnswerFields>) {
        self.init()
        question = object.text(.question)
        response = object.code(.response)
        text = object.text(.text)
        date = object.date(.date)
        percent = object.text(.percent)
    }
}
