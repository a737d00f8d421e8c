import CareModel
import X12Mapping
import X12Syntax

// CR2   08 condition, 10 and 11 descriptions
// DN1   01 months of treatment, 02 months that remain, 04 indicator ~ Y
// DN2   01 tooth, 02 status, 06 list of the tooth ~ JP

/// Maps what a claim says of spines and teeth.
enum TreatmentMapping {
    /// CR2.
    static func readSpine(_ view: SegmentView, _ elements: inout ElementReader, _ supplement: Int) {
        let spine = elements.record.add(SpinalManipulationFields.self)
        elements.record.set(supplement, ClaimSupplementFields.spinalManipulation, object: spine)
        elements.set(spine, SpinalManipulationFields.condition, view, 8)
        for element in 10...11 {
            elements.addText(
                elements.slot(view, element), to: spine, SpinalManipulationFields.descriptions)
        }
    }

    /// DN1.
    static func readOrthodontics(
        _ view: SegmentView, _ elements: inout ElementReader, _ supplement: Int
    ) {
        let orthodontics = elements.record.add(OrthodonticsFields.self)
        elements.record.set(supplement, ClaimSupplementFields.orthodontics, object: orthodontics)
        elements.set(orthodontics, OrthodonticsFields.totalMonths, view, 1)
        elements.set(orthodontics, OrthodonticsFields.remainingMonths, view, 2)
        if view.elementCount >= 4 {
            elements.setFlag(orthodontics, OrthodonticsFields.treatment, view, 4)
        }
    }

    /// DN2.
    static func addTooth(_ view: SegmentView, _ elements: inout ElementReader, _ supplement: Int) {
        let tooth = elements.append(
            ToothStatusFields.self, to: supplement, ClaimSupplementFields.toothStatuses)
        elements.set(tooth, ToothStatusFields.tooth, view, 1)
        elements.set(tooth, ToothStatusFields.status, view, 2)
        let list = elements.key(view, 6)
        if list.rawValue != 0, list != Key("JP") { elements.keep(view, 6) }
    }
}
