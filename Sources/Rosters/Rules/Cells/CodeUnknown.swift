import CareModel
import Diagnostics

extension Rule {
    static let codeUnknown = Rule(
        "roster.code.unknown", .warning, "A value is one of those that the layout lists",
        help: """
            The layout lists what may stand in this column, and this is something else. The value is \
            kept as sent; a flag that is neither Y nor N is kept among the record's other values, as \
            nobody knows which it means.
            """)
    static let codeTolerated = Rule(
        "roster.code.tolerated", .note, "A value is one of the layout's own",
        help: """
            The value is none of the layout's, but was seen in files that others could load. It is \
            kept as sent.
            """)
    static let codeCase = Rule(
        "roster.code.case", .note, "A value is written as the layout writes it",
        help: """
            Letters are capital that should be small, or the reverse. The value is kept as sent, but \
            for a flag, whose y is Y; programs that compare letter by letter take it for another.
            """)
}

/// Codes and flags that are none of the column's.
enum CodeUnknown {
    /// - Returns: where a flag lies that was written with a small letter.
    static func check(_ look: inout CellLook, _ reading: inout RowReading) -> Slot? {
        let facts = look.facts
        if look.cell.kind == .number { SheetDecimal.drop(&look, &reading) }
        if facts.values.isEmpty {
            ValueWidth.check(look, &reading)
        } else if facts.values.table.contains(look.base, look.count) {
            return nil
        } else if facts.tolerated.table.contains(look.base, look.count) {
            reading.report(.codeTolerated, .note, look, expected: facts.values.list)
        } else if facts.values.table.containsFolded(look.base, look.count) {
            reading.noteOddCase()
            reading.report(.codeCase, .note, look, expected: facts.values.list)
            return flag(look, &reading)
        } else if facts.tolerated.table.containsFolded(look.base, look.count) {
            reading.noteOddCase()
            reading.report(.codeTolerated, .note, look, expected: facts.values.list)
        } else {
            reading.report(.codeUnknown, look.severity, look, expected: facts.values.list)
        }
        return nil
    }

    /// `y` and `n` as the letters that a flag is.
    private static func flag(_ look: CellLook, _ reading: inout RowReading) -> Slot? {
        guard look.facts.kind == .flag, look.isText("y") || look.isText("n") else { return nil }
        let letter = look.base[0] & 0xDF
        return reading.slot(upTo: 1) { out in
            out[0] = letter
            return 1
        }
    }
}
