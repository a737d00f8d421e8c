import CareModel
import Diagnostics
import X12Mapping
import X12Syntax

extension Rule {
    static let patientBirthInFuture = Rule(
        "claim.birth.future", .error, "Nobody is born after the file is written", snip: 4,
        help: """
            DMG02 of the subscriber or patient is later than BHT04. Often the century is wrong, or \
            day and month are swapped. All claims of the patient are set aside.
            """)
}

/// A birth after the file was written.
enum PatientBirthInFuture {
    /// - Parameter written: the date of the file as a number CCYYMMDD; 0 where it is not known.
    static func check(
        _ person: RecordObject<ClaimPersonFields>?, written: Int32, _ locator: ClaimLocator,
        _ collector: inout FindingCollector
    ) {
        guard written > 0, let person, person.day(.birthDate) > written else { return }
        locator.add(.patientBirthInFuture, at: .birthDate, of: person, to: &collector)
    }
}
