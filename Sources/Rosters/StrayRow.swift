import TableGrammar
import TableSyntax

// Rows of a table that stand above its header, as where a sheet was sorted with its header. A title
// must not be taken for one.

extension TableMatch {
    /// What a row above the header is.
    package enum StrayRow: Sendable {
        case record
        /// It has a text for each column, but none that tells it from a line of descriptions.
        case full
        /// A title, or numbers of the columns.
        case title
    }

    /// What a row above the header is: a record has what looks like a member's id in the column of
    /// ids and values in two more; or, whatever became of its id, values that look like the dates,
    /// numbers of providers and the like that their columns hold. Of a table without ids, all values
    /// are there that each row has, and those of numbers begin with a digit.
    package func kind(aboveHeader row: TableRow) -> StrayRow {
        let filled = row.cells.count { !row.text($0).trimmed.isEmpty }
        if filled < 2 { return .title }
        let member = table.columns.firstIndex { $0.field == "member.id" }
        let isKnown = member.map { looksLikeMember($0, row) } ?? hasAllValues(row)
        if isKnown { return .record }
        let typed = cells.indices.count { $0 != member && hasForm($0, row) }
        if typed > 1 && filled > 3 || typed == 1 && filled * 2 >= hitCount { return .record }
        return filled >= max(hitCount, Self.leastWidth) && !isNumbering(row) ? .full : .title
    }

    /// Words in fewer cells may be a title.
    private static let leastWidth = 5

    private func hasAllValues(_ row: TableRow) -> Bool {
        let wanted = table.columns.indices.filter { table.columns[$0].usage.contains(.value) }
        return wanted.count >= 2
            && wanted.allSatisfy { column in
                guard let first = value(ofColumn: column, in: row).first else { return false }
                let isNumber = ["number", "money"].contains(table.columns[column].type)
                return !isNumber || 0x30...0x39 ~= first
            }
    }

    private func looksLikeMember(_ member: Int, _ row: TableRow) -> Bool {
        guard Self.looksLikeMember(value(ofColumn: member, in: row)) else { return false }
        return cells.indices.count { $0 != member && !value(ofColumn: $0, in: row).isEmpty } >= 2
    }

    /// Twelve digits, one more or one less, or what a spreadsheet makes of them.
    fileprivate static func looksLikeMember(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let digits = text.prefix { 0x30...0x39 ~= $0 }.count
        let rest = text.dropFirst(digits)
        if 11...13 ~= digits { return rest.isEmpty || rest.elementsEqual(".0".utf8) }
        guard digits == 1, let exponent = rest.lastIndex(of: UInt8(ascii: "E")) else {
            return false
        }
        return text[exponent...].elementsEqual("E+11".utf8)
    }

    /// Whether a value has the form of its column, where no word and no small number has it.
    private func hasForm(_ column: Int, _ row: TableRow) -> Bool {
        let text = value(ofColumn: column, in: row)
        let digits = text.count { 0x30...0x39 ~= $0 }
        switch table.columns[column].type {
        case "date":
            return 5...14 ~= digits && text.count - digits <= 6 && 0x30...0x39 ~= text.first ?? 0
        case "npi": return digits == 10 && text.count == 10
        case "pid": return digits == 9 && text.count == 9
        case "pidsl": return digits == 9 && text.count == 10
        case "phone": return 10...11 ~= digits && text.count - digits <= 6
        case "zip": return (digits == 5 || digits == 9) && text.count - digits <= 1
        case "email": return text.contains(UInt8(ascii: "@"))
        default: return false
        }
    }

    /// Whether the cells count the columns: 1, 2, 3 or A, B, C.
    private func isNumbering(_ row: TableRow) -> Bool {
        var last: Int?
        for cell in row.cells where cell.count > 0 {
            guard let number = Self.ordinal(row.text(cell)), last.map({ $0 + 1 == number }) ?? true
            else { return false }
            last = number
        }
        return true
    }

    /// The number of a column that is called by digits, or by letters as in spreadsheets.
    private static func ordinal(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
        guard 1...3 ~= text.count else { return nil }
        if text.allSatisfy({ 0x30...0x39 ~= $0 }) {
            return text.reduce(0) { $0 * 10 + Int($1 & 15) }
        }
        guard text.allSatisfy({ 0x41...0x5A ~= $0 }) else { return nil }
        return text.reduce(0) { $0 * 26 + Int($1) - 0x40 }
    }

    /// The text of a column without blanks around it.
    private func value(ofColumn column: Int, in row: TableRow) -> UnsafeBufferPointer<UInt8> {
        let cell = cells[column]
        guard row.cells.indices.contains(cell) else {
            return UnsafeBufferPointer(start: nil, count: 0)
        }
        return row.text(row.cells[cell]).trimmed
    }
}

extension TableRow {
    /// Whether a cell has what looks like a member's id.
    package var namesMember: Bool {
        cells.contains { TableMatch.looksLikeMember(text($0).trimmed) }
    }
}
