import Diagnostics
import TableSyntax

extension Rule {
    static let valuePlaceholder = Rule(
        "roster.value.placeholder", .note, "A cell without a value is empty",
        help: """
            The cell holds a word that a program writes for "nothing": (null), <null>, \\N or NULL, or \
            where a number, a date or a code is to be also N/A, NA, NaN, None, a hyphen or a dot. The \
            record has no value here. There are people called Null: as a last or first name it is \
            kept, unless both are NULL. Export empty cells instead.
            """)
}

/// What programs write where there is nothing.
enum ValuePlaceholder {
    private static let null: StaticString = "null"
    /// No value of any column, nor anybody's name.
    private static let everywhere: [StaticString] = ["(null)", "<null>", "\\n"]
    private static let typed: [StaticString] = [
        "n/a", "na", "nan", "nil", "none", "-", "--", ".", "?",
    ]

    /// Whether the cell stands for nothing. People are called Null, and have another name beside it;
    /// nobody is called `NULL` in a column of dates, and what a layout lists as a value is one.
    static func check(_ look: CellLook, _ reading: inout RowReading) -> Bool {
        guard look.count <= 6 else { return false }
        let isText = look.facts.kind == .text
        guard
            everywhere.contains(where: look.isText)
                || look.isText(null) && (!look.facts.isName || isOtherNameNull(look, reading.row))
                || !isText && typed.contains(where: look.isText),
            !look.facts.values.table.contains(look.base, look.count),
            !look.facts.tolerated.table.contains(look.base, look.count)
        else { return false }
        reading.report(.valuePlaceholder, .note, look)
        return true
    }

    /// Whether a text is one of the words.
    static func isNothing(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        (everywhere + [null] + typed).contains { word in
            word.utf8CodeUnitCount == text.count
                && zip(0..<text.count, text).allSatisfy { index, byte in
                    let folded = 0x41...0x5A ~= byte ? byte | 0x20 : byte
                    return word.utf8Start[index] == folded
                }
        }
    }

    private static func isOtherNameNull(_ look: CellLook, _ row: TableRow) -> Bool {
        let index = look.facts.otherNameCell
        guard row.cells.indices.contains(index) else { return false }
        var other = CellLook(look.facts, row.cells[index], row)
        other.trim()
        return other.isText(null) || everywhere.contains(where: other.isText)
    }
}
