import CareModel
import X12Mapping
import X12Syntax

/// What must hold in a level above claims; they inherit its errors.
enum ClaimLevelRules {
    /// - Parameter surroundings: what lies around the level.
    static func check(
        _ level: ClaimLevelReading, _ surroundings: ClaimSurroundings, _ locator: ClaimLocator,
        _ collector: inout FindingCollector
    ) {
        switch level {
        case .billing(let reading):
            if let provider = reading.record.object(.billingProvider, ClaimProviderFields.self) {
                ClaimNPI.check(provider, locator, &collector)
            }
        case .subscriber(let reading):
            let person = reading.record.object(.subscriber, ClaimSubscriberFields.self)?
                .object(.person, ClaimPersonFields.self)
            PatientBirthInFuture.check(person, written: surroundings.date, locator, &collector)
        case .patient(let reading):
            let person = reading.record.object(.patient, ClaimPersonFields.self)
            PatientBirthInFuture.check(person, written: surroundings.date, locator, &collector)
        }
    }
}
