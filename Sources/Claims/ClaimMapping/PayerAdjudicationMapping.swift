import CareModel
import X12Mapping
import X12Syntax

//   MIA   Inpatient Adjudication             S   1   837I
//   MOA   Outpatient Adjudication            S   1

/// Maps what another payer decided on the claim beyond its adjustments.
enum PayerAdjudicationMapping {
    /// The elements of MIA that are no remark codes.
    private static let inpatient: [(element: Int, field: InpatientAdjudicationFields)] = [
        (1, .coveredDays), (3, .lifetimePsychiatricDays), (4, .drgAmount),
        (6, .disproportionateShareAmount), (7, .passThroughAmount), (8, .capitalAmount),
        (9, .capitalFederalDRGAmount), (10, .capitalHospitalDRGAmount),
        (11, .capitalDisproportionateShareAmount), (12, .oldCapitalAmount),
        (13, .capitalTeachingAmount), (14, .operatingHospitalDRGAmount), (15, .costReportDays),
        (16, .operatingFederalDRGAmount), (17, .capitalOutlierAmount),
        (18, .indirectTeachingAmount), (19, .nonPayableProfessionalAmount),
        (24, .capitalExceptionAmount),
    ]

    static func readInpatient(
        _ view: SegmentView, _ elements: inout ElementReader, _ other: Int
    ) {
        let adjudication = elements.object(
            InpatientAdjudicationFields.self, in: other,
            OtherSubscriberFields.inpatientAdjudication)
        for (element, field) in inpatient { elements.set(adjudication, field, view, element) }
        for element in [5, 20, 21, 22, 23] {
            elements.addText(
                elements.slot(view, element), to: adjudication,
                InpatientAdjudicationFields.remarks)
        }
    }

    static func readOutpatient(
        _ view: SegmentView, _ elements: inout ElementReader, _ other: Int
    ) {
        let adjudication = elements.object(
            OutpatientAdjudicationFields.self, in: other,
            OtherSubscriberFields.outpatientAdjudication)
        elements.set(adjudication, OutpatientAdjudicationFields.reimbursementRate, view, 1)
        elements.set(adjudication, OutpatientAdjudicationFields.payableAmount, view, 2)
        for element in 3...7 {
            elements.addText(
                elements.slot(view, element), to: adjudication,
                OutpatientAdjudicationFields.remarks)
        }
        elements.set(adjudication, OutpatientAdjudicationFields.renalDiseaseAmount, view, 8)
        elements.set(
            adjudication, OutpatientAdjudicationFields.nonPayableProfessionalAmount, view, 9)
    }
}
