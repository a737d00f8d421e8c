import TableGrammar
import TableSyntax

// Rows of a table that stand above its header, as where a sheet was sorted with its header. A title
// must not be taken for one.

extension TableMatch {
    /// Whether a row above the header is a record all the same: it has what looks like a member's
    /// id in the column of ids, and values in two more. Of a table without ids, whether all values
    /// are there that each row has, and those of numbers begin with a digit.
    package func isRecord(aboveHeader row: TableRow) -> Bool {
        guard let member = table.columns.firstIndex(where: { $0.field == "member.id" }) else {
            return hasAllValues(row)
        }
        guard Self.looksLikeMember(value(ofColumn: member, in: row)) else { return false }
        return cells.indices.count { $0 != member && !value(ofColumn: $0, in: row).isEmpty } >= 2
    }

    private func hasAllValues(_ row: TableRow) -> Bool {
        let wanted = table.columns.indices.filter { table.columns[$0].usage.contains(.value) }
        return wanted.count >= 2
            && wanted.allSatisfy { column in
                guard let first = value(ofColumn: column, in: row).first else { return false }
                let isNumber = ["number", "money"].contains(table.columns[column].type)
                return !isNumber || 0x30...0x39 ~= first
            }
    }

    /// Twelve digits, one more or one less, or what a spreadsheet makes of them.
    private static func looksLikeMember(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let digits = text.prefix { 0x30...0x39 ~= $0 }.count
        let rest = text.dropFirst(digits)
        if 11...13 ~= digits { return rest.isEmpty || rest.elementsEqual(".0".utf8) }
        guard digits == 1, let exponent = rest.lastIndex(of: UInt8(ascii: "E")) else {
            return false
        }
        return text[exponent...].elementsEqual("E+11".utf8)
    }

    /// The text of a column without blanks around it.
    private func value(
        ofColumn column: Int, in row: TableRow
    ) -> Slice<UnsafeBufferPointer<UInt8>> {
        let cell = cells[column]
        guard row.cells.indices.contains(cell) else { return UnsafeBufferPointer.none }
        let text = row.text(row.cells[cell])
        let start = text.firstIndex { $0 > 0x20 } ?? text.endIndex
        let end = text.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? start
        return text[start..<end]
    }
}

extension UnsafeBufferPointer<UInt8> {
    fileprivate static var none: Slice<Self> { Self(start: nil, count: 0)[...] }
}
