import CareModel
import Diagnostics

extension Rule {
    static let providerForm = Rule(
        "roster.provider.form", .warning,
        "A provider id has nine digits, and with its service location a letter behind them",
        help: """
            MassHealth numbers providers with nine digits (PID), and each of their service locations \
            with one letter more (PIDSL). The value is something else, or zeros that stand for none, and \
            is kept as sent. Often the two columns were exchanged, or the letter is missing.
            """)
    static let providerCase = Rule(
        "roster.provider.case", .note, "The letter of a service location is a capital",
        help: """
            The letter is small. It is kept as sent; compare it without regard to case, as is done \
            here where rows and files are compared.
            """)
}

/// Provider ids and service locations that are none.
enum ProviderIDForm {
    static func check(_ look: inout CellLook, _ reading: inout RowReading) {
        if SheetScientific.check(look, .warning, &reading) { return }
        if look.facts.kind == .pid {
            checkID(&look, &reading)
        } else {
            checkLocation(look, &reading)
        }
    }

    private static func checkID(_ look: inout CellLook, _ reading: inout RowReading) {
        SheetDecimal.drop(&look, &reading)
        guard !(look.count == 9 && look.isDigits && !look.isZeros) else { return }
        let isShort = look.isDigits && look.count < 9
        reading.report(
            isShort ? .sheetZeros : .providerForm, look.formSeverity, look, expected: "9 digits")
    }

    private static func checkLocation(_ look: CellLook, _ reading: inout RowReading) {
        guard PIDSL.isValid(look.text), !look.text.prefix(9).allSatisfy({ $0 == 0x30 }) else {
            return reading.report(
                .providerForm, look.formSeverity, look, expected: "9 digits and a letter")
        }
        guard look.text[9] > 0x5A else { return }
        reading.report(.providerCase, .note, look)
        reading.noteOddCase()
    }
}
