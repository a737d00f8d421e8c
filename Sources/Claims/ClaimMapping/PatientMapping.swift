import CareModel
import X12Mapping
import X12Syntax

// loop 2000C  Patient Level                          S  >1  level
//   HL    Patient Level                      R   1
//   PAT   Patient Information                R   1
//   2010CA Patient

/// Maps loop 2000C: who was cared for, where that is not the subscriber.
enum PatientMapping {
    /// The level, an object of the cursor's record.
    static func read(_ cursor: inout SegmentCursor<ClaimLoop>) -> Int {
        let level = cursor.elements.record.add(ClaimPatientLevelFields.self)
        let patient = cursor.elements.object(
            ClaimPersonFields.self, in: level, ClaimPatientLevelFields.patient)
        while let loop = cursor.nextLoop {
            switch loop {
            case .patientLevel: readLevel(&cursor, level, patient)
            case .patient: readPatient(&cursor, patient)
            default: cursor.skip()
            }
        }
        return level
    }

    private static func readLevel(
        _ cursor: inout SegmentCursor<ClaimLoop>, _ level: Int, _ patient: Int
    ) {
        var isFirst = true
        while let view = cursor.next(in: .patientLevel, isFirst: &isFirst) {
            switch view.entry.id {
            case SegmentID("HL"): break  // which level lies in which is no content
            case SegmentID("PAT"):
                cursor.elements.set(level, ClaimPatientLevelFields.relationship, view, 1)
                PersonMapping.readPAT(view, &cursor.elements, patient)
            default: cursor.elements.keepWhole(view)
            }
        }
    }

    // loop 2010CA  Patient Name                          R   1
    //   NM1   Patient Name                QC     R   1
    //   N3 N4 DMG REF PER

    private static func readPatient(_ cursor: inout SegmentCursor<ClaimLoop>, _ patient: Int) {
        var isFirst = true
        while let view = cursor.next(in: .patient, isFirst: &isFirst) {
            PersonMapping.read(view, &cursor.elements, patient)
        }
    }
}
