/// Reads a layout file line by line, and checks it against the fields that there are.
struct LayoutReader {
    let fields: LayoutFields
    let path: String
    var layout = Layout(name: "", version: "", certainty: .unverified)
    var nameWord = Word(text: "", line: 1, column: 1)
    var problems: [LayoutProblem] = []
    /// Formats of dates whose column has none; `nil` where they cannot be read.
    var formats: [DateFormat]? = []
    /// Names of the columns of the table that is being read, and where they stand.
    var columnWords: [Word] = []
    /// The keywords of the table's rules.
    var ruleWords: [Word] = []
    /// The table that is being read; it is the layout's when all of it is.
    var table = LayoutTable()
    /// Where it began, and whether some of its lines cannot be read.
    var tableWord: Word?
    var isTableBroken = false
    /// Names of sheets so far, and those whose columns are to come.
    var sheetNames: Set<String> = []
    var openSheets: [Word] = []
    /// What a line that stands beneath another belongs to.
    var last = Last.nothing

    enum Last { case nothing, broken, column, rule, condition }

    init(_ file: LayoutFile, fields: LayoutFields) {
        self.fields = fields
        path = file.path
    }

    mutating func read(_ lines: [LayoutLine]) {
        for line in lines {
            do throws(LayoutProblem) {
                try read(line)
            } catch {
                problems.append(error)
                if layout.name.isEmpty { return }
                // Nothing stands beneath these, and no table needs them.
                if ["title", "note", "file", "aside"].contains(line.keyword.text) { continue }
                last = .broken
                isTableBroken = true
            }
        }
        closeTable()
        if layout.tables.isEmpty, problems.isEmpty {
            problems.append(LayoutProblem(.noColumns, at: nameWord, path))
        }
        if let sheet = openSheets.first, !layout.tables.isEmpty {
            problems.append(LayoutProblem(.noColumns, at: sheet, path))
        }
    }

    private mutating func read(_ source: LayoutLine) throws(LayoutProblem) {
        var line = source
        let keyword = line.keyword
        if layout.name.isEmpty != (keyword.text == "layout") {
            throw line.problem(.misplaced, at: keyword)
        }
        if let position = Int(keyword.text), position >= 0 {
            try readColumn(&line, position: position)
            return try line.finish()
        }
        switch keyword.text {
        case "layout": try readHeader(&line)
        case "title": layout.title = try line.next("title").text
        case "note": layout.notes.append(try line.next("note").text)
        case "file": try readFile(&line)
        case "aside": layout.asides.append(try line.next("sheet").text)
        case "sheet": try readSheet(&line)
        case "columns": try readTable(&line)
        case "also": try readColumn(&line, position: nil)
        case "or", "date", "~", "?", "when", "on": try readBeneath(&line)
        case "key", "order", "day", "prefix", "require", "empty", "expect": try readRule(&line)
        default: throw line.problem(.keyword, at: keyword)
        }
        try line.finish()
    }

    /// `layout NAME  version V  CERTAINTY`
    private mutating func readHeader(_ line: inout LayoutLine) throws(LayoutProblem) {
        let name = try line.next("name")
        let version = try line.next("version")
        guard version.text.hasPrefix("version ") else {
            throw line.problem(.missingWord, at: version, "version")
        }
        let certainty = try certainty(&line)
        layout = Layout(
            name: name.text, version: String(version.text.dropFirst(8)), certainty: certainty)
        nameWord = name
    }

    private mutating func readFile(_ line: inout LayoutLine) throws(LayoutProblem) {
        let pattern = try line.next("pattern")
        let certainty = line.peek == nil ? layout.certainty : try certainty(&line)
        layout.files.append(FilePattern(pattern: pattern.text, certainty: certainty))
    }

    private mutating func readSheet(_ line: inout LayoutLine) throws(LayoutProblem) {
        let name = try line.next("name")
        closeTable()
        guard sheetNames.insert(name.text).inserted else {
            throw line.problem(.sheetTwice, at: name)
        }
        openSheets.append(name)
    }

    /// `columns 49`, and `fixed` or `headless`
    private mutating func readTable(_ line: inout LayoutLine) throws(LayoutProblem) {
        closeTable()
        isTableBroken = true
        let count = try line.next("count")
        table = LayoutTable()
        table.sheets = openSheets.map(\.text)
        table.statedCount = Int(count.text) ?? 0
        openSheets = []
        tableWord = count
        columnWords = []
        ruleWords = []
        last = .nothing
        if table.statedCount < 1 { throw line.problem(.count, at: count) }
        while let word = line.peek {
            switch word.text {
            case "fixed": table.isFixed = true
            case "headless": table.isHeadless = true
            default: throw line.problem(.surplus, at: word)
            }
            _ = try line.next("form")
        }
        isTableBroken = false
    }

    /// The certainty that must come next.
    func certainty(_ line: inout LayoutLine) throws(LayoutProblem) -> Layout.Certainty {
        let word = try line.next("certainty")
        guard let certainty = Layout.Certainty(rawValue: word.text) else {
            throw line.problem(.certainty, at: word)
        }
        return certainty
    }
}

// MARK: - A whole table

extension LayoutReader {
    /// What can be said only when all columns are read.
    private mutating func closeTable() {
        guard let word = tableWord else { return }
        tableWord = nil
        last = .nothing
        defer { layout.tables.append(table) }
        if isTableBroken { return }
        let count = table.columns.count { !$0.isExtra }
        if count != table.statedCount {
            let detail = "\"\(word.text)\", and there are \(count)"
            problems.append(LayoutProblem(.count, at: word, path, detail))
        }
        var names = Set<HeaderName>(minimumCapacity: 2 * table.columns.count)
        var filled = Set<String>(minimumCapacity: table.columns.count)
        for (column, word) in zip(table.columns, columnWords) {
            for name in [column.name] + column.aliases
            where !names.insert(HeaderName(name)).inserted {
                problems.append(LayoutProblem(.headerTwice, at: word, path, "\"\(name)\""))
            }
            if let field = column.field, !filled.insert(field).inserted {
                problems.append(LayoutProblem(.fieldTwice, at: word, path, "\"\(field)\""))
            }
            if table.isFixed, column.width == nil {
                problems.append(LayoutProblem(.fixedWidth, at: word, path))
            }
            if column.type == "date", column.formats.isEmpty, formats?.isEmpty == true {
                problems.append(LayoutProblem(.dateMissing, at: word, path))
            }
        }
        for index in table.columns.indices where table.columns[index].type == "date" {
            if table.columns[index].formats.isEmpty {
                table.columns[index].formats = formats ?? []
            }
        }
        for (rule, word) in zip(table.rules, ruleWords) {
            if case .expect(_, let values) = rule.check, values.isEmpty {
                problems.append(LayoutProblem(.valueMissing, at: word, path))
            }
        }
    }
}
