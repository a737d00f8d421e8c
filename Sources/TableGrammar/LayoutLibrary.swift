/// Layouts, and the fields that they fill.
package struct LayoutLibrary: Sendable {
    /// In the order of the files; those without a problem.
    package private(set) var layouts: [Layout] = []
    package private(set) var fields = LayoutFields()
    /// Every problem of every file, `fields` files first.
    package private(set) var problems: [LayoutProblem] = []

    /// Reads and checks files; a layout may stand beside the `fields` file that it needs.
    package init(_ files: [LayoutFile]) {
        var rest: [(file: LayoutFile, lines: [LayoutLine])] = []
        for file in files {
            if let problem = Self.textProblem(of: file) {
                problems.append(problem)
                continue
            }
            let lines = LayoutLine.lines(of: file)
            switch lines.first?.keyword.text {
            case "fields": read(fields: file, lines)
            case "layout": rest.append((file, lines))
            default:
                let word = lines.first?.keyword ?? Word(text: "", line: 1, column: 1)
                problems.append(LayoutProblem(.fileKind, at: word, file.path))
            }
        }
        for (file, lines) in rest { read(file, lines) }
    }

    /// This library and one more file.
    ///
    /// - Returns: the layout of the file.
    /// - Throws: the problems of the file.
    package func layout(of file: LayoutFile) throws(LayoutProblems) -> Layout {
        var other = LayoutLibrary([])
        other.fields = fields
        if let problem = Self.textProblem(of: file) { throw LayoutProblems(problems: [problem]) }
        let lines = LayoutLine.lines(of: file)
        guard lines.first?.keyword.text == "layout" else {
            // Of what is no layout no word is shown: it may be a roster, given by mistake.
            let place = lines.first?.keyword
            let word = Word(text: "", line: place?.line ?? 1, column: place?.column ?? 1)
            throw LayoutProblems(problems: [LayoutProblem(.fileKind, at: word, file.path)])
        }
        other.read(file, lines)
        guard let layout = other.layouts.first else {
            throw LayoutProblems(problems: other.problems)
        }
        return layout
    }

    /// The layout of that name; `nil` where there is none.
    package func layout(named name: String) -> Layout? { layouts.first { $0.name == name } }

    private mutating func read(fields file: LayoutFile, _ lines: [LayoutLine]) {
        var reader = FieldsReader(file)
        reader.read(lines)
        problems += reader.problems
        fields = reader.fields
    }

    private mutating func read(_ file: LayoutFile, _ lines: [LayoutLine]) {
        var reader = LayoutReader(file, fields: fields)
        reader.read(lines)
        guard reader.problems.isEmpty else {
            problems += reader.problems
            return
        }
        if layout(named: reader.layout.name) != nil {
            problems.append(LayoutProblem(.layoutTwice, at: reader.nameWord, file.path))
            return
        }
        if let twin = layouts.first(where: { $0.isLike(reader.layout) }) {
            let detail = "\"\(reader.layout.name)\" and \"\(twin.name)\""
            problems.append(LayoutProblem(.sameColumns, at: reader.nameWord, file.path, detail))
            return
        }
        layouts.append(reader.layout)
    }

    /// The first byte that is no text, or the line that is no UTF-8, if there is one.
    private static func textProblem(of file: LayoutFile) -> LayoutProblem? {
        var number = 0
        for line in file.bytes.split(
            separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        {
            number += 1
            let isControl = { (byte: UInt8) in byte < 0x20 && byte != 0x0D }
            let word = Word(text: "", line: number, column: 1)
            if let index = line.firstIndex(where: isControl) {
                let before = String(decoding: line[..<index], as: UTF8.self)
                let place = Word(text: "", line: number, column: before.count + 1)
                return LayoutProblem(.fileText, at: place, file.path)
            }
            if String(validating: line, as: UTF8.self) == nil {
                return LayoutProblem(.fileText, at: word, file.path)
            }
        }
        return nil
    }
}

extension Layout {
    /// Whether a table of another layout has the same columns, and neither is told by its sheets.
    fileprivate func isLike(_ other: Layout) -> Bool {
        tables.contains { table in
            let names = Set(table.columns.map { HeaderName($0.name) })
            return other.tables.contains { twin in
                Set(twin.columns.map { HeaderName($0.name) }) == names
                    && (table.sheets.isEmpty && twin.sheets.isEmpty
                        || !Set(table.sheets).isDisjoint(with: twin.sheets))
            }
        }
    }
}
