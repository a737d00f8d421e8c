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
        elements.set(demographics, from: DemographicsFields.birthDate, view, 2...4)
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
        var repetitions = elements.walkRepetitions(view, 5)
        while let repetition = repetitions.next() {
            var parts = elements.walk(repetition)
            let code = parts.next().map { elements.slot($0) } ?? .none
            _ = parts.next()
            let detail = parts.next().map { elements.slot($0) } ?? .none
            addRace(code, detail, &elements, demographics)
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
