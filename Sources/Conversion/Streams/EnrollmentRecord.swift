import CareModel
import Diagnostics

/// An enrollment with the place it came from, and what was found in it.
public struct EnrollmentRecord: Sendable {
    /// What the member loop says; values that an error concerns may be missing.
    public let enrollment: Enrollment
    /// What the header of its transaction set says of all its records.
    public let context: EnrollmentContext
    /// Where in the input it stands.
    public let source: RecordSource
    /// In the order of the input; the first 1,000.
    public let findings: [Finding]

    /// Whether it is without an error; a conversion sets the others aside.
    public var isAccepted: Bool { !findings.contains { $0.severity == .error } }
}
