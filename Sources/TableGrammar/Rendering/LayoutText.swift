extension Layout {
    /// The layout for people to read in a terminal: aligned columns, a column of the table a line.
    package var text: String {
        var lines = ["\(name)  \(title)", "version \(version), \(certainty.rawValue)"]
        lines += notes
        lines += section("Files", files.map { "\($0.pattern)  \($0.certainty.rawValue)" })
        for table in tables { lines += table.lines(certainty) }
        lines += section("Sheets that hold no rows", asides)
        return lines.joined(separator: "\n") + "\n"
    }

    private func section(_ title: String, _ lines: [String]) -> [String] {
        lines.isEmpty ? [] : ["", title] + lines.map { "  " + $0 }
    }
}

extension LayoutTable {
    fileprivate func lines(_ certainty: Layout.Certainty) -> [String] {
        var title = "\(columns.count { !$0.isExtra }) columns"
        if !sheets.isEmpty {
            let names = sheets.map { $0 == "*" ? "any other" : $0 }
            title += " of the sheets \(names.joined(separator: ", "))"
        }
        if isFixed { title += ", of fixed widths" }
        if isHeadless { title += ", without a row of names" }
        var rows = [["#", "name", "type", "width", "usage", "by", "field", ""]]
        for (index, column) in columns.enumerated() {
            rows.append(cells(of: column, position: index + 1, certainty))
        }
        let widths = rows[0].indices.map { index in rows.map { $0[index].count }.max() ?? 0 }
        var lines = ["", title, aligned(rows[0], widths)]
        for (column, row) in zip(columns, rows.dropFirst()) {
            lines.append(aligned(row, widths))
            lines += column.details.map { String(repeating: " ", count: widths[0] + 4) + $0 }
        }
        if !rules.isEmpty || !key.isEmpty {
            lines.append("")
            lines += rules.map { "\($0.text(columns)) (\($0.certainty.rawValue))" }
            if !key.isEmpty {
                let names = key.map { columns[$0].name }
                lines.append("rows differ in \(names.joined(separator: ", "))")
            }
        }
        return lines
    }

    private func cells(
        of column: LayoutColumn, position: Int, _ certainty: Layout.Certainty
    ) -> [String] {
        let suppliers = column.suppliers.joined(separator: " ")
        return [
            column.isExtra ? "also" : String(position),
            column.name,
            column.type,
            column.width.map { String($0) } ?? "-",
            column.usage.description,
            suppliers.isEmpty ? "-" : suppliers,
            column.field ?? "-",
            column.certainty == certainty ? "" : column.certainty.rawValue,
        ]
    }

    private func aligned(_ row: [String], _ widths: [Int]) -> String {
        let cells = zip(row, widths).map { text, width in
            text + String(repeating: " ", count: width - text.count)
        }
        var line = cells.joined(separator: "  ")
        while line.last == " " { line.removeLast() }
        return line
    }
}

extension LayoutColumn {
    /// Aliases, formats and values, a kind a line.
    fileprivate var details: [String] {
        let kinds = [
            ("or", aliases), ("date", formats.map(\.text)), ("~", values), ("?", tolerated),
        ]
        return kinds.filter { !$0.1.isEmpty }.map { mark, words in
            mark + " " + words.joined(separator: "  ")
        }
    }
}

extension LayoutColumn.Usage: CustomStringConvertible {
    /// As written: `RVL`, `O`.
    package var description: String {
        if isEmpty { return "O" }
        return (contains(.required) ? "R" : "") + (contains(.value) ? "V" : "")
            + (contains(.locked) ? "L" : "")
    }
}

extension RowRule {
    /// The rule in words: `A is not after B`.
    package func text(_ columns: [LayoutColumn]) -> String {
        let name = { (index: Int) in columns[index].name }
        var text: String
        switch check {
        case .order(let first, let second): text = "\(name(first)) is not after \(name(second))"
        case .firstDay(let column): text = "\(name(column)) is the first day of a month"
        case .lastDay(let column): text = "\(name(column)) is the last day of a month"
        case .prefix(let first, let second): text = "\(name(second)) begins with \(name(first))"
        case .require(let column): text = "\(name(column)) has a value"
        case .empty(let column): text = "\(name(column)) has no value"
        case .expect(let column, let values):
            text = "\(name(column)) is \(values.joined(separator: " or "))"
        }
        if let sheet { text += " on the sheet \(sheet)" }
        guard let condition else { return text }
        text += " where \(name(condition.column)) "
        return text
            + (condition.values.isEmpty
                ? "has one" : "is \(condition.values.joined(separator: " or "))")
    }

    /// What kind of rule it is, by the word of the language.
    package var kind: String {
        switch check {
        case .order: "order"
        case .firstDay, .lastDay: "day"
        case .prefix: "prefix"
        case .require: "require"
        case .empty: "empty"
        case .expect: "expect"
        }
    }
}
