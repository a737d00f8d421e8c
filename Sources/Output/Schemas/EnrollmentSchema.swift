/// `schemas/enrollment.schema.json`.
enum EnrollmentSchema {
    static let text = "{}\n"
}
