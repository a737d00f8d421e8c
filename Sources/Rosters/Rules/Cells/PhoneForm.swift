import Diagnostics

extension Rule {
    static let phoneForm = Rule(
        "roster.phone.form", .warning, "A telephone number is ten digits and nothing else",
        help: """
            The number has punctuation, a country code, an extension or too few digits, or is zeros \
            that stand for none. It is kept as sent; the layouts have ten digits without anything between them.
            """)
}

/// Telephone numbers in another form than ten digits.
enum PhoneForm {
    static func check(_ look: inout CellLook, _ reading: inout RowReading) {
        if SheetScientific.check(look, .warning, &reading) { return }
        SheetDecimal.drop(&look, &reading)
        guard !(look.isDigits && look.count == 10 && !look.isZeros) else { return }
        reading.report(.phoneForm, look.formSeverity, look, expected: "10 digits")
    }
}
