/// The JSON Schema of each record type.
public enum RecordSchema: String, Sendable, CaseIterable {
    case enrollment

    /// The document, as `schemas/` holds it.
    public var text: String {
        switch self {
        case .enrollment: EnrollmentSchema.text
        }
    }
}
