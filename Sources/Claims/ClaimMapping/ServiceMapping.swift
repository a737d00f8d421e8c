import CareModel
import X12Mapping
import X12Syntax

//   SV1   01 procedure · 02 charge · 03 unit · 04 count · 05 place of service · 07 pointers
//         09 emergency · 11 EPSDT · 12 family planning · 15 copay status
//   SV2   01 revenue code · 02 procedure · 03 charge · 04 unit · 05 count · 07 non-covered
//   SV3   01 procedure · 02 charge · 03 place of service · 04 oral cavities
//         05 initial or replacement · 06 count · 11 pointers
//   TOO   01 qualifier · 02 tooth · 03 surfaces
//   SV5   01 procedure · 02 unit · 03 length · 04 rental price · 05 purchase price · 06 frequency

/// Maps what was done: the service segments of the three kinds of claim.
enum ServiceMapping {
    @inline(__always)
    static func readProfessional(
        _ view: SegmentView, _ elements: inout ElementReader, _ line: Int
    ) {
        MedicalProcedureMapping.read(
            view, 1, &elements, of: line, ServiceLineFields.procedure)
        elements.set(line, ServiceLineFields.charge, view, 2)
        setQuantity(view, unit: 3, count: 4, &elements, of: line, ServiceLineFields.units)
        elements.set(line, ServiceLineFields.placeOfService, view, 5)
        elements.addComponents(view, 7, to: line, ServiceLineFields.diagnosisPointers)
        guard view.elementCount > 8 else { return }
        elements.setFlag(line, ServiceLineFields.emergency, view, 9)
        elements.setFlag(line, ServiceLineFields.epsdt, view, 11)
        elements.setFlag(line, ServiceLineFields.familyPlanning, view, 12)
        elements.set(line, ServiceLineFields.copayStatus, view, 15)
    }

    @inline(__always)
    static func readInstitutional(
        _ view: SegmentView, _ elements: inout ElementReader, _ line: Int
    ) {
        elements.set(line, ServiceLineFields.revenueCode, view, 1)
        MedicalProcedureMapping.read(
            view, 2, &elements, of: line, ServiceLineFields.procedure)
        elements.set(line, ServiceLineFields.charge, view, 3)
        setQuantity(view, unit: 4, count: 5, &elements, of: line, ServiceLineFields.units)
        elements.set(line, ServiceLineFields.nonCoveredCharge, view, 7)
    }

    @inline(__always)
    static func readDental(
        _ view: SegmentView, _ elements: inout ElementReader, _ line: Int
    ) {
        MedicalProcedureMapping.read(
            view, 1, &elements, of: line, ServiceLineFields.procedure)
        elements.set(line, ServiceLineFields.charge, view, 2)
        elements.set(line, ServiceLineFields.placeOfService, view, 3)
        setQuantity(view, unit: 0, count: 6, &elements, of: line, ServiceLineFields.units)
        guard view.elementCount > 3 else { return }
        let dental = elements.object(
            DentalServiceFields.self, in: line, ServiceLineFields.dental)
        elements.addComponents(view, 4, to: dental, DentalServiceFields.oralCavities)
        elements.set(dental, DentalServiceFields.placement, view, 5)
        elements.addComponents(view, 11, to: line, ServiceLineFields.diagnosisPointers)
    }

    static func readTooth(_ view: SegmentView, _ elements: inout ElementReader, _ line: Int) {
        let dental = elements.object(
            DentalServiceFields.self, in: line, ServiceLineFields.dental)
        let tooth = elements.append(ToothFields.self, to: dental, DentalServiceFields.teeth)
        elements.set(tooth, ToothFields.qualifier, view, 1)
        elements.set(tooth, ToothFields.code, view, 2)
        elements.addComponents(view, 3, to: tooth, ToothFields.surfaces)
    }

    static func readEquipment(
        _ view: SegmentView, _ elements: inout ElementReader, _ supplement: Int
    ) {
        let equipment = elements.object(
            EquipmentFields.self, in: supplement, LineSupplementFields.equipment)
        MedicalProcedureMapping.read(
            view, 1, &elements, of: equipment, EquipmentFields.procedure)
        setQuantity(view, unit: 2, count: 3, &elements, of: equipment, EquipmentFields.necessity)
        elements.set(equipment, EquipmentFields.rentalPrice, view, 4)
        elements.set(equipment, EquipmentFields.purchasePrice, view, 5)
        elements.set(equipment, EquipmentFields.rentalUnit, view, 6)
    }

    /// A count and its unit, unless both lack; element 0 is none.
    @inline(__always)
    static func setQuantity<Fields: RecordFields>(
        _ view: SegmentView, unit: Int, count: Int, _ elements: inout ElementReader,
        of object: Int, _ field: Fields
    ) {
        let unit = unit > 0 ? elements.slot(view, unit) : .none
        let count = elements.slot(view, count)
        guard !unit.isEmpty || !count.isEmpty else { return }
        let quantity = elements.object(QuantityFields.self, in: object, field)
        elements.record.set(quantity, QuantityFields.code, unit)
        elements.record.set(quantity, QuantityFields.quantity, count)
    }
}
