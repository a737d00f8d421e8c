import CareModel
import Diagnostics

extension Rule {
    static let numberForm = Rule(
        "roster.number.form", .warning, "A number has digits and at most one point",
        help: """
            The cell holds something else than a plain number: a currency sign, a plus, commas \
            between thousands, parentheses around what is negative, words, or more than 18 digits. \
            It is kept as sent.
            """)
}

/// Numbers and amounts of money that are not plain.
enum NumberForm {
    static func check(_ look: inout CellLook, _ reading: inout RowReading) {
        SheetExponent.expand(&look, &reading)
        ValueWidth.check(look, &reading)
        if let number = Money(look.text) {
            return look.facts.listed.check(number, look, &reading)
        }
        guard !SheetScientific.check(look, .warning, &reading) else { return }
        reading.report(.numberForm, look.severity, look)
    }
}
