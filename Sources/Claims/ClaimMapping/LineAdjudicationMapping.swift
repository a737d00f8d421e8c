import CareModel
import X12Mapping
import X12Syntax

// loop 2430  Line Adjudication Information           S  15
//   SVD   Line Adjudication                  R   1
//   CAS   Line Adjustment                    S   5
//   DTP   Check or Remittance Date    573    R   1
//   AMT   Remaining Patient Liability EAF    S   1

/// Maps loop 2430, what another payer decided on a line.
enum LineAdjudicationMapping {
    static func read(_ cursor: inout SegmentCursor<ClaimLoop>, _ line: Int) {
        let adjudication = cursor.elements.append(
            LineAdjudicationFields.self, to: line, ServiceLineFields.adjudications)
        var isFirst = true
        while let view = cursor.next(in: .lineAdjudication, isFirst: &isFirst) {
            read(view, &cursor.elements, adjudication)
        }
    }

    @inline(__always)
    private static func read(
        _ view: SegmentView, _ elements: inout ElementReader, _ adjudication: Int
    ) {
        switch view.entry.id {
        case SegmentID("SVD"):
            elements.set(adjudication, LineAdjudicationFields.payer, view, 1)
            elements.set(adjudication, LineAdjudicationFields.paid, view, 2)
            MedicalProcedureMapping.read(
                view, 3, &elements, of: adjudication, LineAdjudicationFields.procedure)
            elements.set(adjudication, LineAdjudicationFields.revenueCode, view, 4)
            elements.set(adjudication, LineAdjudicationFields.paidUnits, view, 5)
            elements.set(adjudication, LineAdjudicationFields.bundledLine, view, 6)
        case SegmentID("CAS"):
            AdjustmentMapping.add(
                view, &elements, to: adjudication, LineAdjudicationFields.adjustments)
        case SegmentID("DTP"):
            AdjustmentMapping.setDate(
                view, &elements, of: adjudication, LineAdjudicationFields.date)
        case SegmentID("AMT") where elements.key(view, 1) == Key("EAF"):
            elements.set(adjudication, LineAdjudicationFields.remainingLiability, view, 2)
        default: elements.keepWhole(view)
        }
    }
}
