import CareModel
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
    static func read(
        _ view: SegmentView, _ elements: inout ElementReader,
        _ demographics: inout Demographics
    ) {
        if view.elementCount >= 1, elements.key(view, 1) != Key("D8") { elements.keep(view, 1) }
        demographics.birthDate = elements.date(view, 2)
        demographics.sex = elements.code(view, 3, .sex)
        demographics.maritalStatus = elements.code(view, 4, .maritalStatus)
        if view.elementCount >= 5 {
            if let code = elements.simple(view, 5) {
                var race = RaceOrEthnicity()
                race.code = CodeSystem.race(code)
                demographics.races.append(race)
            } else {
                for repetition in elements.repetitions(view, 5) {
                    let race = race(repetition, elements)
                    if race != RaceOrEthnicity() { demographics.races.append(race) }
                }
            }
            demographics.citizenship = elements.code(view, 6, .citizenship)
        }
        if view.elementCount >= 10 {
            if elements.key(view, 10) != Key("REC") { elements.keep(view, 10) }
            demographics.raceCollection = elements.text(view, 11)
        }
    }

    private static func race(_ range: Range<Int>, _ elements: ElementReader) -> RaceOrEthnicity {
        var race = RaceOrEthnicity()
        let parts = elements.components(range)
        race.code = elements.text(parts[0]).map { CodeSystem.race($0) }
        if parts.count > 2 { race.detail = elements.text(parts[2]) }
        return race
    }
}
