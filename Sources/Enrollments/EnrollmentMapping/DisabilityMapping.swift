import CareModel
import X12Syntax

// loop 2200  Disability Information                  S  >1
//   DSB   Disability Information             R   1
//   DTP   Eligibility Dates      360 361     S   2

/// Maps loop 2200.
struct DisabilityMapping {
    static func read(_ cursor: inout SegmentCursor) -> Disability {
        var disability = Disability()
        var isFirst = true
        while let view = cursor.next(in: .disability, isFirst: &isFirst) {
            if view.entry.id == SegmentID("DSB") {
                disability.type = cursor.elements.code(view, 1, .disabilityType)
                if view.elementCount >= 7 {
                    disability.diagnosis = cursor.elements.qualified(view, 7, 8, .diagnosisList)
                }
                continue
            }
            var others: [QualifiedDate] = []
            cursor.elements.addDate(
                view, to: &others, period: &disability.eligibility, begin: Key("360"),
                end: Key("361"))
            if !others.isEmpty { for element in 1...3 { cursor.elements.keep(view, element) } }
        }
        return disability
    }
}
