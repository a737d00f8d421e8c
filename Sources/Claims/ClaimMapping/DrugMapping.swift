import CareModel
import X12Mapping
import X12Syntax

// loop 2410  Drug Identification                     S   1
//   LIN   Drug Identification                R   1
//   CTP   Drug Quantity                      R   1
//   REF   Prescription Number         XZ     S   1
//   REF   Link Sequence Number        VY     S   1

/// Maps loop 2410, the drug of a line.
enum DrugMapping {
    static func read(_ cursor: inout SegmentCursor<ClaimLoop>, _ line: Int) {
        let drug = cursor.elements.object(DrugFields.self, in: line, ServiceLineFields.drug)
        var isFirst = true
        while let view = cursor.next(in: .drug, isFirst: &isFirst) {
            read(view, &cursor.elements, drug)
        }
    }

    private static func read(
        _ view: SegmentView, _ elements: inout ElementReader, _ drug: Int
    ) {
        switch view.entry.id {
        case SegmentID("LIN"):
            elements.set(drug, DrugFields.qualifier, view, 2)
            elements.set(drug, DrugFields.code, view, 3)
        case SegmentID("CTP"):
            let units = elements.object(QuantityFields.self, in: drug, DrugFields.units)
            elements.set(units, QuantityFields.quantity, view, 4)
            var parts = elements.walk(view, 5)
            guard let unit = parts.next() else { return }
            elements.record.set(
                units, QuantityFields.code, elements.slot(unit.lowerBound, unit.upperBound))
        case SegmentID("REF"): readREF(view, &elements, drug)
        default: elements.keepWhole(view)
        }
    }

    private static func readREF(
        _ view: SegmentView, _ elements: inout ElementReader, _ drug: Int
    ) {
        let qualifier = elements.key(view, 1)
        let field: DrugFields? =
            qualifier == Key("XZ")
            ? .prescriptionNumber : qualifier == Key("VY") ? .linkNumber : nil
        guard let field, elements.record.slot(drug, field).isEmpty else {
            return elements.keepWhole(view)
        }
        elements.set(drug, field, view, 2)
    }
}
