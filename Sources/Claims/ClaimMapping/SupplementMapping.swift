import CareModel
import X12Mapping
import X12Syntax

// PWK   01 report type, 02 transmission, 05 qualifier ~ AC, 06 control number
// CN1   01 type, 02 amount, 03 percentage, 04 code, 05 discount percentage, 06 version
// NTE   01 kind, 02 text
// CR1   01 unit ~ LB, 02 weight, 04 reason, 05 unit ~ DH, 06 distance, 09 round trip, 10 stretcher
// CRC   01 category, 02 applies ~ N Y, 03 to 07 conditions

/// Maps segments that claims and lines both have.
enum SupplementMapping {
    /// PWK.
    static func addAttachment<Fields: RecordFields>(
        _ view: SegmentView, _ elements: inout ElementReader, to object: Int, _ field: Fields
    ) {
        let attachment = elements.append(AttachmentFields.self, to: object, field)
        elements.set(attachment, AttachmentFields.reportType, view, 1)
        elements.set(attachment, AttachmentFields.transmission, view, 2)
        elements.expect(Key("AC"), view, 5)
        elements.set(attachment, AttachmentFields.controlNumber, view, 6)
    }

    /// CN1.
    static func setContract<Fields: RecordFields>(
        _ view: SegmentView, _ elements: inout ElementReader, of object: Int, _ field: Fields
    ) {
        let contract = elements.record.add(ContractFields.self)
        elements.record.set(object, field, object: contract)
        elements.set(contract, ContractFields.type, view, 1)
        elements.set(contract, ContractFields.amount, view, 2)
        elements.set(contract, ContractFields.percentage, view, 3)
        elements.set(contract, ContractFields.code, view, 4)
        elements.set(contract, ContractFields.discountPercentage, view, 5)
        elements.set(contract, ContractFields.version, view, 6)
    }

    /// NTE.
    static func addNote<Fields: RecordFields>(
        _ view: SegmentView, _ elements: inout ElementReader, to object: Int, _ field: Fields
    ) {
        elements.addQualified(view, 1, 2, ClaimNoteFields.code, .text, to: object, field)
    }

    /// CR1.
    static func setAmbulance<Fields: RecordFields>(
        _ view: SegmentView, _ elements: inout ElementReader, of object: Int, _ field: Fields
    ) {
        let ambulance = elements.record.add(AmbulanceFields.self)
        elements.record.set(object, field, object: ambulance)
        elements.expect(Key("LB"), view, 1)
        elements.set(ambulance, AmbulanceFields.patientWeight, view, 2)
        elements.set(ambulance, AmbulanceFields.reason, view, 4)
        elements.expect(Key("DH"), view, 5)
        elements.set(ambulance, AmbulanceFields.distance, view, 6)
        elements.set(ambulance, AmbulanceFields.roundTripPurpose, view, 9)
        elements.set(ambulance, AmbulanceFields.stretcherPurpose, view, 10)
    }

    /// CRC.
    static func addConditions<Fields: RecordFields>(
        _ view: SegmentView, _ elements: inout ElementReader, to object: Int, _ field: Fields
    ) {
        let conditions = elements.append(ConditionIndicatorFields.self, to: object, field)
        elements.set(conditions, ConditionIndicatorFields.category, view, 1)
        if view.elementCount >= 2 {
            elements.setFlag(conditions, ConditionIndicatorFields.applies, view, 2)
        }
        for element in 3...7 {
            elements.addText(view, element, to: conditions, ConditionIndicatorFields.conditions)
        }
    }
}
