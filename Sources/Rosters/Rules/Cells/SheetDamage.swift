import Diagnostics

extension Rule {
    static let sheetError = Rule(
        "roster.sheet.error", .warning, "A cell holds a value and not a spreadsheet's error",
        help: """
            The cell holds #N/A, #REF! or another word that a spreadsheet shows where a formula \
            failed, or the ##### of a column that was too narrow to print. The record has no value \
            here. Mend the formula, or write the value.
            """)
    static let sheetScientific = Rule(
        "roster.sheet.scientific", .warning, "A long number keeps all its digits",
        help: """
            The cell reads like 1.00000000999E+11: a spreadsheet took the number for a quantity and \
            rounded it on saving. The digits that are lost cannot be had from this file; export it \
            again with the column as text. Of the member's id it is an error.
            """)
    static let sheetDecimal = Rule(
        "roster.sheet.decimal", .warning, "A number that only names something has no decimal point",
        help: """
            The cell ends in .0: a program took the id, code or phone number for a quantity. All its \
            digits are there and were read without the .0. Export the column as text.
            """)
    static let sheetZeros = Rule(
        "roster.sheet.zeros", .warning,
        "A number that only names something keeps its leading zeros",
        help: """
            The cell has fewer digits than such a number has; a spreadsheet drops zeros in front. It \
            is kept as sent, as a digit may be missing elsewhere. Export the column as text. Of the \
            member's id it is an error.
            """)
}

/// Errors that a spreadsheet shows, which text files keep as words.
enum SheetError {
    private static let words: [StaticString] = [
        "#n/a", "#n/a n/a", "#na", "#ref!", "#value!", "#name?", "#div/0!", "#null!", "#num!",
        "#spill!", "#calc!", "#getting_data",
    ]

    /// Whether the cell is an error.
    static func check(_ look: CellLook, _ reading: inout RowReading) -> Bool {
        guard
            look.cell.kind == .error
                || look.text[0] == UInt8(ascii: "#")
                    && (words.contains(where: look.isText) || isTooNarrow(look))
        else { return false }
        reading.report(.sheetError, .warning, look)
        return true
    }

    private static func isTooNarrow(_ look: CellLook) -> Bool {
        look.count > 2 && look.text.allSatisfy { $0 == UInt8(ascii: "#") }
    }
}

/// Numbers as a spreadsheet writes those that are too long for it.
enum SheetScientific {
    /// `1.00000000999E+11`, `1e11`.
    static func isScientific(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let mark = text.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }) else {
            return false
        }
        let mantissa = UnsafeBufferPointer(rebasing: text[..<mark])
        var exponent = text[(mark + 1)...]
        if let sign = exponent.first, sign == UInt8(ascii: "+") { exponent = exponent.dropFirst() }
        return Digits.isNumber(mantissa) && (1...3).contains(exponent.count)
            && exponent.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// Of text only where digits were lost: `1E5` may be somebody's code.
    static func note(_ look: CellLook, _ reading: inout RowReading) {
        guard look.text[0] <= 0x39, look.text.contains(UInt8(ascii: ".")),
            look.text.contains(UInt8(ascii: "+")), isScientific(look.text)
        else { return }
        reading.report(.sheetScientific, .warning, look)
    }

    /// Whether a number that names something was rewritten.
    static func check(
        _ look: CellLook, _ severity: Severity, _ reading: inout RowReading
    ) -> Bool {
        guard isScientific(look.text) else { return false }
        reading.report(.sheetScientific, severity, look)
        return true
    }
}

/// Numbers that name something and have got a fraction.
enum SheetDecimal {
    /// Leaves `.0` or `.00` out behind digits, and says so of text: a number of a sheet is the same
    /// with it, and is shown without.
    static func drop(_ look: inout CellLook, _ reading: inout RowReading) {
        guard let point = look.text.lastIndex(of: UInt8(ascii: ".")), point > 0,
            point + 1 < look.count,
            look.text[(point + 1)...].allSatisfy({ $0 == UInt8(ascii: "0") }),
            look.text[..<point].allSatisfy({ (0x30...0x39).contains($0) })
        else { return }
        if look.cell.kind != .number { reading.report(.sheetDecimal, .warning, look) }
        look.drop(last: look.count - point)
    }
}
