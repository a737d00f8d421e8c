import Output

struct SchemaCommand: Subcommand {
    static let help = CommandHelp(
        name: "schema",
        abstract: "Print the JSON Schema of a record type.",
        discussion: "JSON Schema 2020-12; every line that convert writes validates against it.")

    static var parameters: [Parameter<SchemaCommand>] {
        [
            .operand(
                "kind",
                "enrollment, claim, roster-entry, referral, or unreadable for what could not be read as records."
            ) { $0.kind = $1 }
        ]
    }

    var kind = ""

    func run() throws {
        guard let schema = RecordSchema(rawValue: kind) else {
            let kinds = RecordSchema.allCases.map(\.rawValue).joined(separator: ", ")
            throw UsageError("no record type is called \(kind); there is \(kinds)")
        }
        try Console.write(schema.text)
    }
}
