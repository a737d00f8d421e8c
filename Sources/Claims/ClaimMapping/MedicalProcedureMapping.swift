import CareModel
import X12Mapping
import X12Syntax

//   C003  1 qualifier · 2 code · 3 to 6 modifiers · 7 description

/// Maps the composite of a procedure, wherever it stands.
enum MedicalProcedureMapping {
    @inline(__always)
    static func read<Fields: RecordFields>(
        _ view: SegmentView, _ element: Int, _ elements: inout ElementReader, of object: Int,
        _ field: Fields
    ) {
        guard element <= view.elementCount, !view.range(element).isEmpty else { return }
        let procedure = elements.object(MedicalProcedureFields.self, in: object, field)
        read(view, element, &elements, procedure)
    }

    private static func read(
        _ view: SegmentView, _ element: Int, _ elements: inout ElementReader, _ procedure: Int
    ) {
        var parts = elements.walk(view, element)
        var position = 0
        while let part = parts.next() {
            position &+= 1
            let value = elements.slot(part.lowerBound, part.upperBound)
            switch position {
            case 1: elements.record.set(procedure, MedicalProcedureFields.qualifier, value)
            case 2: elements.record.set(procedure, MedicalProcedureFields.code, value)
            case 3...6: elements.addText(value, to: procedure, MedicalProcedureFields.modifiers)
            case 7: elements.record.set(procedure, MedicalProcedureFields.description, value)
            default: return  // not the guide's, and kept as such
            }
        }
    }
}
