import Diagnostics

extension Rule {
    static let memberBlanks = Rule(
        "roster.member.blanks", .note, "A member's id has no blanks or line ends around it",
        help: """
            Blanks, tabs or line ends stand before or behind the id, and were left out. Who compares \
            ids by the letter does not find the member.
            """)
    static let memberForm = Rule(
        "roster.member.form", .error, "A MassHealth member id has 12 digits",
        help: """
            The id has more digits than 12, or something else among them, or it is zeros that stand \
            for none, which is a warning. It is kept as sent, and nothing will join to it.
            """)
}

/// Member ids that are not 12 digits, and what became of them.
enum MemberIDForm {
    private static let digits = 12

    static func check(_ look: inout CellLook, _ reading: inout RowReading) {
        if look.isTrimmed { reading.report(.memberBlanks, .note, look) }
        if SheetScientific.check(look, .error, &reading) { return }
        SheetDecimal.drop(&look, &reading)
        if look.isDigits, look.count == digits {
            if look.isZeros { reading.report(.memberForm, .warning, look, expected: "12 digits") }
            return
        }
        // A spreadsheet drops zeros; who types drops a digit or two as well.
        let isShort = look.isDigits && look.count < digits
        reading.report(
            isShort ? .sheetZeros : .memberForm, .error, look, expected: "12 digits")
    }
}
