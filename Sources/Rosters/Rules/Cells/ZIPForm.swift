import Diagnostics

extension Rule {
    static let zipPadding = Rule(
        "roster.zip.padding", .warning, "A ZIP code keeps its leading zeros",
        help: """
            The ZIP code has three or four digits (or eight, with the four that follow): a \
            spreadsheet dropped the zero with which those of New England begin. It is kept as sent, \
            as another digit may be missing; put the zero back before addresses are compared.
            """)
    static let zipForm = Rule(
        "roster.zip.form", .warning, "A ZIP code has five digits, or the four that follow them",
        help: """
            The cell holds something else than its column is for: nine digits where five belong, \
            letters, a code of another country, or zeros that stand for none. It is kept as sent.
            """)
}

/// ZIP codes without their zeros, and what is none.
enum ZIPForm {
    static func check(_ look: inout CellLook, _ reading: inout RowReading) {
        if SheetScientific.check(look, .warning, &reading) { return }
        SheetDecimal.drop(&look, &reading)
        switch look.facts.width {
        case 4: check(look, isRight: isDigits(look, 4), isShort: look.count < 4, "4", &reading)
        case 5:
            let isRight = isDigits(look, 5) && !look.isZeros
            check(look, isRight: isRight, isShort: isShort(look), "5", &reading)
        default:
            let isRight = isDigits(look, 5) || isDigits(look, 9) || isHyphenated(look)
            check(
                look, isRight: isRight && !hasZeros(look),
                isShort: isShort(look) || look.count == 8, "5", &reading)
        }
    }

    private static func check(
        _ look: CellLook, isRight: Bool, isShort: Bool, _ digits: StaticString,
        _ reading: inout RowReading
    ) {
        guard !isRight else { return }
        reading.report(
            isShort && look.isDigits ? .zipPadding : .zipForm, look.formSeverity, look,
            expected: "\(digits) digits")
    }

    private static func isDigits(_ look: CellLook, _ count: Int) -> Bool {
        look.count == count && look.isDigits
    }

    /// Whether the first five digits are zeros.
    private static func hasZeros(_ look: CellLook) -> Bool {
        look.text.prefix(5).allSatisfy { $0 == 0x30 }
    }

    private static func isShort(_ look: CellLook) -> Bool { look.count == 3 || look.count == 4 }

    /// `02118-1234`.
    private static func isHyphenated(_ look: CellLook) -> Bool {
        look.count == 10 && look.text[5] == UInt8(ascii: "-") && Digits.count(look.text) == 9
    }
}
