import CareModel
import X12Mapping
import X12Syntax

//   PWK   01 report type · 02 transmission · 05 qualifier AC · 06 control number
//   CN1   01 type · 02 amount · 03 percentage · 04 code · 05 discount · 06 version
//   NTE   01 code · 02 text
//   K3    01 text
//   CR1   01 LB · 02 weight · 04 reason · 05 DH · 06 distance · 09 round trip · 10 stretcher
//   CRC   01 category · 02 applies · 03 to 07 conditions
//   HCP   01 methodology · 02 allowed · 03 savings · 04 organization · 05 rate · 06 group
//         07 group amount · 08 revenue code · 09 qualifier · 10 procedure · 11 unit
//         12 quantity · 13 reject reason · 14 compliance · 15 exception

/// Maps what claims and their lines both may say, in the same segments.
enum SupplementMapping {
    static func addAttachment<Fields: RecordFields>(
        _ view: SegmentView, _ elements: inout ElementReader, to object: Int, _ field: Fields
    ) {
        let attachment = elements.append(AttachmentFields.self, to: object, field)
        elements.set(attachment, AttachmentFields.reportType, view, 1)
        elements.set(attachment, AttachmentFields.transmission, view, 2)
        if view.elementCount > 4, elements.key(view, 5) != Key("AC") { elements.keep(view, 5) }
        elements.set(attachment, AttachmentFields.controlNumber, view, 6)
    }

    static func setContract<Fields: RecordFields>(
        _ view: SegmentView, _ elements: inout ElementReader, of object: Int, _ field: Fields
    ) {
        let contract = elements.object(ContractFields.self, in: object, field)
        elements.set(contract, ContractFields.type, view, 1)
        elements.set(contract, ContractFields.amount, view, 2)
        elements.set(contract, ContractFields.percentage, view, 3)
        elements.set(contract, ContractFields.code, view, 4)
        elements.set(contract, ContractFields.discountPercentage, view, 5)
        elements.set(contract, ContractFields.version, view, 6)
    }

    static func addNote<Fields: RecordFields>(
        _ view: SegmentView, _ elements: inout ElementReader, to object: Int, _ field: Fields
    ) {
        let note = elements.append(ClaimNoteFields.self, to: object, field)
        elements.set(note, ClaimNoteFields.code, view, 1)
        elements.set(note, ClaimNoteFields.text, view, 2)
    }

    static func addFixedFormat<Fields: RecordFields>(
        _ view: SegmentView, _ elements: inout ElementReader, to object: Int, _ field: Fields
    ) {
        elements.addText(elements.slot(view, 1), to: object, field)
    }

    static func setAmbulance<Fields: RecordFields>(
        _ view: SegmentView, _ elements: inout ElementReader, of object: Int, _ field: Fields
    ) {
        let ambulance = elements.object(AmbulanceFields.self, in: object, field)
        keepUnless(Key("LB"), view, 1, &elements)
        elements.set(ambulance, AmbulanceFields.patientWeight, view, 2)
        elements.set(ambulance, AmbulanceFields.reason, view, 4)
        keepUnless(Key("DH"), view, 5, &elements)
        elements.set(ambulance, AmbulanceFields.distance, view, 6)
        elements.set(ambulance, AmbulanceFields.roundTripPurpose, view, 9)
        elements.set(ambulance, AmbulanceFields.stretcherPurpose, view, 10)
    }

    /// Keeps a unit that is not the only one that the guide has.
    private static func keepUnless(
        _ unit: Key, _ view: SegmentView, _ element: Int, _ elements: inout ElementReader
    ) {
        let sent = elements.key(view, element)
        if sent != unit, sent.rawValue != 0 { elements.keep(view, element) }
    }

    static func addConditions<Fields: RecordFields>(
        _ view: SegmentView, _ elements: inout ElementReader, to object: Int, _ field: Fields
    ) {
        let indicators = elements.append(ConditionIndicatorFields.self, to: object, field)
        elements.set(indicators, ConditionIndicatorFields.category, view, 1)
        elements.setFlag(indicators, ConditionIndicatorFields.applies, view, 2)
        for element in 3...7 {
            elements.addText(
                elements.slot(view, element), to: indicators,
                ConditionIndicatorFields.conditions)
        }
    }

    static func setPricing<Fields: RecordFields>(
        _ view: SegmentView, _ elements: inout ElementReader, of object: Int, _ field: Fields
    ) {
        let pricing = elements.object(PricingFields.self, in: object, field)
        for (index, field) in PricingFields.allCases.enumerated() {
            elements.set(pricing, field, view, index + 1)  // in the order of the segment
        }
    }
}
