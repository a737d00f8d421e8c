import CareModel
import X12Mapping
import X12Syntax

// loop 2440  Form Identification Code                S  >1   837P
//   LQ    Form Identification                R   1
//   FRM   Supporting Documentation           R  99

/// Maps loop 2440, a form that supports a line.
enum SupportingFormMapping {
    static func read(_ cursor: inout SegmentCursor<ClaimLoop>, _ line: Int) {
        let form = cursor.elements.append(
            SupportingFormFields.self, to: line, ServiceLineFields.forms)
        var isFirst = true
        while let view = cursor.next(in: .form, isFirst: &isFirst) {
            switch view.entry.id {
            case SegmentID("LQ"):
                cursor.elements.set(form, SupportingFormFields.qualifier, view, 1)
                cursor.elements.set(form, SupportingFormFields.code, view, 2)
            case SegmentID("FRM"): addAnswer(view, &cursor.elements, form)
            default: cursor.elements.keepWhole(view)
            }
        }
    }

    private static func addAnswer(
        _ view: SegmentView, _ elements: inout ElementReader, _ form: Int
    ) {
        let answer = elements.append(
            FormAnswerFields.self, to: form, SupportingFormFields.answers)
        elements.set(answer, FormAnswerFields.question, view, 1)
        elements.set(answer, FormAnswerFields.response, view, 2)
        elements.set(answer, FormAnswerFields.text, view, 3)
        elements.set(answer, FormAnswerFields.date, view, 4)
        elements.set(answer, FormAnswerFields.percent, view, 5)
    }
}
