/// The lines of row rules.
extension LayoutReader {
    /// `order A  B`, `day A  first`, `prefix A  B`, `require A`, `empty A`, `expect A`, and how sure
    /// that is; `key A  B`.
    mutating func readRule(_ line: inout LayoutLine) throws(LayoutProblem) {
        guard tableWord != nil else { throw line.problem(.misplaced, at: line.keyword) }
        if isTableBroken {
            _ = try line.rest("column")
            last = .broken
            return
        }
        let keyword = line.keyword.text
        if keyword == "key" {
            if !table.key.isEmpty { throw line.problem(.keyTwice, at: line.keyword) }
            for word in try line.rest("column") { table.key.append(try column(word, line)) }
            last = .nothing
            return
        }
        let certainty =
            line.takeLast { Layout.Certainty(rawValue: $0) != nil }
            .flatMap { Layout.Certainty(rawValue: $0.text) } ?? layout.certainty
        let check = try check(keyword, &line)
        table.rules.append(RowRule(check: check, certainty: certainty))
        ruleWords.append(line.keyword)
        last = .rule
    }

    private func check(
        _ keyword: String, _ line: inout LayoutLine
    ) throws(LayoutProblem) -> RowRule.Check {
        let word = try line.next("column")
        let first = try column(word, line)
        switch keyword {
        case "order":
            let second = try line.next("column")
            for name in [word, second] { try requireDate(name, line) }
            return .order(first, try column(second, line))
        case "prefix": return .prefix(first, try column(try line.next("column"), line))
        case "day":
            try requireDate(word, line)
            let day = try line.next("first or last")
            if day.text == "first" { return .firstDay(first) }
            if day.text == "last" { return .lastDay(first) }
            throw line.problem(.missingWord, at: day, "first or last")
        case "require": return .require(first)
        case "empty": return .empty(first)
        default: return .expect(first, [])
        }
    }

    private func column(_ word: Word, _ line: LayoutLine) throws(LayoutProblem) -> Int {
        guard let index = table.columns.firstIndex(where: { $0.name == word.text }) else {
            throw line.problem(.columnUndefined, at: word)
        }
        return index
    }

    private func requireDate(_ word: Word, _ line: LayoutLine) throws(LayoutProblem) {
        guard table.columns[try column(word, line)].type == "date" else {
            throw line.problem(.datePlace, at: word)
        }
    }

    /// `when COLUMN`, once beneath a rule.
    mutating func readCondition(_ line: inout LayoutLine) throws(LayoutProblem) {
        let index = try column(try line.next("column"), line)
        table.rules[table.rules.count - 1].condition = RowRule.Condition(
            column: index, values: [])
        last = .condition
    }

    /// `on SHEET`, beneath a rule: one of the table's own.
    mutating func readRuleSheet(_ line: inout LayoutLine) throws(LayoutProblem) {
        let word = try line.next("sheet")
        guard word.text != "*", table.sheets.contains(word.text) else {
            throw line.problem(.sheetUndefined, at: word)
        }
        table.rules[table.rules.count - 1].sheet = word.text
    }

    /// Values that a rule expects, or under which it holds.
    mutating func readRuleValues(_ line: inout LayoutLine) throws(LayoutProblem) {
        let keyword = line.keyword
        var rule = table.rules[table.rules.count - 1]
        for word in try line.rest("value") {
            if last == .condition, var condition = rule.condition {
                try requireValue(word, condition.column, line)
                condition.values.append(word.text)
                rule.condition = condition
            } else if case .expect(let column, let values) = rule.check {
                try requireValue(word, column, line)
                rule.check = .expect(column, values + [word.text])
            } else {
                throw line.problem(.misplaced, at: keyword)
            }
        }
        table.rules[table.rules.count - 1] = rule
    }

    private func requireValue(
        _ word: Word, _ column: Int, _ line: LayoutLine
    ) throws(LayoutProblem) {
        let column = table.columns[column]
        if !column.canHold(word.text) { throw line.problem(.valueForm, at: word) }
        let known = column.values + column.tolerated
        if !known.isEmpty, !known.contains(word.text) {
            throw line.problem(.valueUndefined, at: word)
        }
    }
}
