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
            do throws(LayoutProblem) {
                let lines = try LayoutLine.lines(of: file)
                switch lines.first?.keyword.text {
                case "fields": read(fields: file, lines)
                case "layout": rest.append((file, lines))
                default:
                    let word = lines.first?.keyword ?? Word(text: "", line: 1, column: 1)
                    throw LayoutProblem(.fileKind, at: word, file.path)
                }
            } catch {
                problems.append(error)
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
        let lines: [LayoutLine]
        do throws(LayoutProblem) {
            lines = try LayoutLine.lines(of: file)
        } catch {
            throw LayoutProblems(problems: [error])
        }
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
}

extension Layout {
    /// Whether a table of another layout has the same columns, and neither is told by its sheets.
    fileprivate func isLike(_ other: Layout) -> Bool {
        tables.contains { table in
            other.tables.contains { twin in
                // A table has each name once.
                table.columns.count == twin.columns.count
                    && (table.sheets.isEmpty && twin.sheets.isEmpty
                        || table.sheets.contains { twin.sheets.contains($0) })
                    && table.names == twin.names
            }
        }
    }
}

extension LayoutTable {
    fileprivate var names: Set<HeaderName> { Set(columns.lazy.map { HeaderName($0.name) }) }
}
