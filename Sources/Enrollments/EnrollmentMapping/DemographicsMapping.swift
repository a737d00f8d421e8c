import CareModel
import X12Mapping
import X12Syntax

// DMG
//   01    R  Date Time Period Format Qualifier  ~ D8
//   02    R  Birth Date
//   03    R  Gender Code
//   04    S  Marital Status Code
//   05    S  Race or Ethnicity                  x10
//   06    S  Citizenship Status Code
//   10    S  Code List Qualifier Code           ~ REC
//   11    S  Race or Ethnicity Collection Code

/// Maps a DMG segment.
struct DemographicsMapping {
    /// Reads into the demographics in `field` of an object.
    static func read<Fields: RecordFields>(
        _ view: SegmentView, _ elements: inout ElementReader, _ object: Int, _ field: Fields
    ) {
        let demographics = elements.object(DemographicsFields.self, in: object, field)
        if view.elementCount >= 1, elements.key(view, 1) != Key("D8") { elements.keep(view, 1) }
        elements.set(demographics, DemographicsFields.birthDate, view, 2)
        elements.set(demographics, DemographicsFields.sex, view, 3)
        elements.set(demographics, DemographicsFields.maritalStatus, view, 4)
        if view.elementCount >= 5 {
            addRaces(view, &elements, demographics)
            elements.set(demographics, DemographicsFields.citizenship, view, 6)
        }
        if view.elementCount >= 10 {
            if elements.key(view, 10) != Key("REC") { elements.keep(view, 10) }
            elements.set(demographics, DemographicsFields.raceCollection, view, 11)
        }
    }

    private static func addRaces(
        _ view: SegmentView, _ elements: inout ElementReader, _ demographics: Int
    ) {
        if elements.isSimple(view, 5) {
            let code = elements.slot(view, 5)
            guard !code.isEmpty else { return }
            addRace(code, .none, &elements, demographics)
            return
        }
        for repetition in elements.repetitions(view, 5) {
            let parts = elements.components(repetition)
            addRace(
                elements.slot(parts[0]), parts.count > 2 ? elements.slot(parts[2]) : .none,
                &elements, demographics)
        }
    }

    private static func addRace(
        _ code: Slot, _ detail: Slot, _ elements: inout ElementReader, _ demographics: Int
    ) {
        guard !code.isEmpty || !detail.isEmpty else { return }
        let race = elements.append(
            RaceFields.self, to: demographics, DemographicsFields.races)
        elements.record.set(race, RaceFields.code, code)
        elements.record.set(race, RaceFields.detail, detail)
    }
}
