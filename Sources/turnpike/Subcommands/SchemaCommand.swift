import ArgumentParser
import Output

struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema of a record type.",
        discussion: "JSON Schema 2020-12; every line that convert writes validates against it.")

    @Argument(
        help:
            "enrollment, claim, roster-entry, or unreadable for what could not be read as records.")
    var kind: String

    func run() throws {
        guard let schema = RecordSchema(rawValue: kind) else {
            let kinds = RecordSchema.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("no record type is called \(kind); there is \(kinds)")
        }
        try Console.write(schema.text)
    }
}
