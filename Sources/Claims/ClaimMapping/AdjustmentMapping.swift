import CareModel
import X12Mapping
import X12Syntax

//   CAS   01 group · six times 02 reason · 03 amount · 04 quantity
//   DTP   573  Check or Remittance Date

/// Maps what 2320 and 2430 say in the same segments.
enum AdjustmentMapping {
    /// Adds the adjustments of a CAS, each with its group.
    static func add<Fields: RecordFields>(
        _ view: SegmentView, _ elements: inout ElementReader, to object: Int, _ field: Fields
    ) {
        let group = elements.slot(view, 1)
        var element = 2
        while element == 2 || element <= min(view.elementCount, 17) {
            let reason = elements.slot(view, element)
            let amount = elements.slot(view, element + 1)
            let quantity = elements.slot(view, element + 2)
            let isSent = !reason.isEmpty || !amount.isEmpty || !quantity.isEmpty
            if isSent || element == 2 {
                let added = elements.append(AdjustmentFields.self, to: object, field)
                elements.record.set(added, AdjustmentFields.group, group)
                elements.record.set(added, AdjustmentFields.reason, reason)
                elements.record.set(added, AdjustmentFields.amount, amount)
                elements.record.set(added, AdjustmentFields.quantity, quantity)
            }
            element += 3
        }
    }

    /// The day of a DTP*573; of a second one the values are kept.
    static func setDate<Fields: RecordFields>(
        _ view: SegmentView, _ elements: inout ElementReader, of object: Int, _ field: Fields
    ) {
        guard elements.key(view, 1) == Key("573"), elements.record.slot(object, field).isEmpty
        else { return elements.keepWhole(view) }
        if elements.key(view, 2) != Key("D8") { elements.keep(view, 2) }
        elements.set(object, field, view, 3)
    }
}
