import CareModel
import Diagnostics

extension Rule {
    static let npiForm = Rule(
        "roster.npi.form", .warning, "An NPI has ten digits and the right check digit",
        help: """
            The number is no National Provider Identifier: a digit is wrong, or it is another number, \
            or zeros that stand for none. It is kept as sent; look the provider up before using it.
            """)
}

/// NPIs whose check digit is wrong.
enum NPIForm {
    static func check(_ look: inout CellLook, _ reading: inout RowReading) {
        if SheetScientific.check(look, .warning, &reading) { return }
        SheetDecimal.drop(&look, &reading)
        guard !NPI.isValid(look.text) else { return }
        reading.report(.npiForm, .warning, look, expected: "10 digits")
    }
}
