/// The lines of a column.
extension LayoutReader {
    /// `NUMBER  NAME  TYPE  WIDTH  USAGE  BY  FIELD  CERTAINTY`, where the last may be left out; or
    /// `also` instead of the number.
    mutating func readColumn(
        _ line: inout LayoutLine, position: Int?
    ) throws(LayoutProblem) {
        guard tableWord != nil else { throw line.problem(.misplaced, at: line.keyword) }
        let name = try line.next("name")
        let type = try line.next("type")
        let width = try width(&line)
        let usage = try usage(&line)
        let suppliers = try suppliers(&line)
        let fieldWord = try line.next("field")
        let certainty = line.peek == nil ? layout.certainty : try certainty(&line)
        guard let columnType = fields.type(type.text) else {
            throw line.problem(.typeUndefined, at: type)
        }
        let field = try field(fieldWord, type: type, line)
        let hasExtras = table.columns.contains(where: \.isExtra)
        let isNext = position.map { $0 == columnWords.count + 1 && !hasExtras } ?? true
        columnWords.append(name)
        var column = LayoutColumn(
            name: name.text, type: type.text, width: width, usage: usage, suppliers: suppliers,
            field: field, certainty: certainty)
        column.values = columnType.values
        column.isExtra = position == nil
        table.columns.append(column)
        last = .column
        if !isNext, !isTableBroken { throw line.problem(.position, at: line.keyword) }
    }

    private func width(_ line: inout LayoutLine) throws(LayoutProblem) -> Int? {
        let word = try line.next("width")
        if word.text == "-" { return nil }
        guard let width = Int(word.text), width > 0 else {
            throw line.problem(.width, at: word)
        }
        return width
    }

    /// `O`, or `R` with `V` and `L`.
    private func usage(_ line: inout LayoutLine) throws(LayoutProblem) -> LayoutColumn.Usage {
        let word = try line.next("usage")
        switch word.text {
        case "O": return []
        case "R": return [.required]
        case "RV": return [.required, .value]
        case "RL": return [.required, .locked]
        case "RVL": return [.required, .value, .locked]
        default: throw line.problem(.usage, at: word)
        }
    }

    /// Codes with single blanks between them, or `-` where it is not known.
    private func suppliers(_ line: inout LayoutLine) throws(LayoutProblem) -> [String] {
        let word = try line.next("by")
        if word.text == "-" { return [] }
        let hasSeveral = word.text.utf8.contains(0x20)
        let codes = hasSeveral ? word.text.split(separator: " ").map(String.init) : [word.text]
        for code in codes where !fields.suppliers.contains(where: { $0.code == code }) {
            throw line.problem(.supplierUndefined, at: word, "\"\(code)\"")
        }
        return codes
    }

    private func field(
        _ word: Word, type: Word, _ line: LayoutLine
    ) throws(LayoutProblem) -> String? {
        if word.text == "-" { return nil }
        guard let field = fields.field(word.text) else {
            throw line.problem(.fieldUndefined, at: word)
        }
        if field.type != type.text {
            throw line.problem(.fieldType, at: type, "\"\(type.text)\" is not \"\(field.type)\"")
        }
        return field.name
    }

    /// A line that stands beneath a column or a rule.
    mutating func readBeneath(_ line: inout LayoutLine) throws(LayoutProblem) {
        // What is said of all dates is no part of the line above it.
        let isForAll = line.keyword.text == "date" && layout.tables.isEmpty && tableWord == nil
        if last == .broken, !isForAll {
            _ = try line.rest("word")
            return
        }
        switch (line.keyword.text, last) {
        case ("or", .column):
            let column = table.columns.count - 1
            table.columns[column].aliases += try line.rest("name").map(\.text)
        case ("date", .column): try readFormats(&line)
        case ("date", .nothing) where isForAll, ("date", .broken):
            formats = nil
            formats = try dateFormats(&line)
        case ("~", .column), ("?", .column): try readValues(&line)
        case ("~", .rule), ("~", .condition): try readRuleValues(&line)
        case ("when", .rule): try readCondition(&line)
        case ("on", .rule): try readRuleSheet(&line)
        default: throw line.problem(.misplaced, at: line.keyword)
        }
    }

    private mutating func readFormats(_ line: inout LayoutLine) throws(LayoutProblem) {
        let column = table.columns.count - 1
        guard table.columns[column].type == "date" else {
            throw line.problem(.datePlace, at: line.keyword)
        }
        table.columns[column].formats += try dateFormats(&line)
    }

    private func dateFormats(_ line: inout LayoutLine) throws(LayoutProblem) -> [DateFormat] {
        var formats: [DateFormat] = []
        for word in try line.rest("format") {
            guard let format = DateFormat(word.text) else {
                throw line.problem(.dateFormat, at: word)
            }
            formats.append(format)
        }
        return formats
    }

    /// `~ M  F  U`, `~ @list`, or `? N  D` for values that were only seen.
    private mutating func readValues(_ line: inout LayoutLine) throws(LayoutProblem) {
        let index = table.columns.count - 1
        var column = table.columns[index]
        guard column.canHaveValues else { throw line.problem(.valuePlace, at: line.keyword) }
        if column.values == fields.type(column.type)?.values { column.values = [] }
        for word in try line.rest("value") {
            for value in try values(word, line) {
                if column.values.contains(value) || column.tolerated.contains(value) {
                    throw line.problem(.valueTwice, at: word, "\"\(value)\"")
                }
                if !column.canHold(value) {
                    throw line.problem(.valueForm, at: word, "\"\(value)\"")
                }
                if let width = column.width, value.count > width, line.keyword.text == "~" {
                    throw line.problem(.valueWidth, at: word, "\"\(value)\"")
                }
                if line.keyword.text == "~" {
                    column.values.append(value)
                } else {
                    column.tolerated.append(value)
                }
            }
        }
        table.columns[index] = column
    }

    private func values(_ word: Word, _ line: LayoutLine) throws(LayoutProblem) -> [String] {
        guard word.text.hasPrefix("@") else { return [word.text] }
        guard let list = fields.list(String(word.text.dropFirst())) else {
            throw line.problem(.listUndefined, at: word)
        }
        return list
    }
}

extension LayoutColumn {
    /// Whether the layout may say which values it has: what has a form of its own needs none.
    fileprivate var canHaveValues: Bool {
        ["text", "code", "flag", "number", "money", "date"].contains(type)
    }

    /// Whether a value is in the form in which those of the column are compared.
    func canHold(_ value: String) -> Bool {
        switch type {
        case "number", "money": Self.isNumber(value)
        case "date": Self.isDay(value)
        default: true
        }
    }

    /// Digits, a minus sign in front and a point among them.
    private static func isNumber(_ value: String) -> Bool {
        let digits = value.utf8.drop { $0 == UInt8(ascii: "-") }
        let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return value.utf8.count - digits.count <= 1 && parts.count <= 2 && digits.count <= 18
            && parts.allSatisfy { part in
                !part.isEmpty && part.allSatisfy { (0x30...0x39).contains($0) }
            }
    }

    /// Eight digits, of a month and a day that there are in some year.
    private static func isDay(_ value: String) -> Bool {
        guard value.utf8.count == 8, value.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let number = Int(value)
        else { return false }
        let (month, day) = (number / 100 % 100, number % 100)
        let days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return days.indices.contains(month - 1) && 1...days[month - 1] ~= day
    }
}
