import CareModel
import X12Mapping
import X12Syntax

// loop 2200  Disability Information                  S  >1
//   DSB   Disability Information             R   1
//   DTP   Eligibility Dates      360 361     S   2

/// Maps loop 2200.
struct DisabilityMapping {
    static func read(_ cursor: inout SegmentCursor<EnrollmentLoop>, _ enrollment: Int) {
        let disability = cursor.elements.append(
            DisabilityFields.self, to: enrollment, EnrollmentFields.disabilities)
        var isFirst = true
        while let view = cursor.next(in: .disability, isFirst: &isFirst) {
            if view.entry.id == SegmentID("DSB") {
                cursor.elements.set(disability, DisabilityFields.type, view, 1)
                if view.elementCount >= 7 {
                    cursor.elements.setQualified(
                        view, 7, 8, DiagnosisFields.code, .value, of: disability,
                        DisabilityFields.diagnosis)
                }
            } else if !cursor.elements.setDay(
                view, of: disability, DisabilityFields.eligibility, begin: Key("360"),
                end: Key("361"))
            {
                for element in 1...3 { cursor.elements.keep(view, element) }
            }
        }
    }
}
