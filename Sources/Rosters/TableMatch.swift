import TableGrammar

/// Which columns of a table are which of a layout.
package struct TableMatch: Sendable {
    package let layout: Layout
    /// Of the layout's tables, the one that it is.
    package let table: LayoutTable
    /// Of each column of the layout, the index of the cell that is it; -1 where there is none.
    package let cells: [Int]
    /// Cells of the header that no column of the layout is, by index, as the sender names them.
    package private(set) var unknown: [UnknownColumn] = []
    /// Cells of the header that name a column a second time, by index.
    package private(set) var doubled: [Int] = []
    /// Columns of the layout that should be there and are not, by index.
    package private(set) var missing: [Int] = []
    /// How many cells the header has, up to the last with a name.
    package let width: Int
    /// How many it has with those that have none.
    private let headerCount: Int
    /// How many cells more than the header rows in general have.
    private var surplusCount = 0
    /// Whether no row names the columns.
    package let isHeadless: Bool
    /// How many columns of the layout are there.
    let hitCount: Int

    /// A column that the layout does not have.
    package struct UnknownColumn: Sendable, Hashable {
        package let index: Int
        /// As the sender writes it: for records, never for findings.
        package let name: String
        /// Whether the header has no name for it.
        package let isNameless: Bool
    }

    /// A table whose columns stand in the order of the layout.
    package init(headless layout: Layout, _ table: LayoutTable) {
        self.layout = layout
        self.table = table
        cells = Array(table.columns.indices)
        width = table.columns.count
        headerCount = width
        hitCount = width
        isHeadless = true
    }

    /// - Parameters:
    ///   - known: the layout's columns by their names.
    ///   - header: the names of the table's columns.
    ///   - headerCount: how many cells the header has with those without a name at its end.
    ///   - names: the same as they were written.
    init(
        _ layout: Layout, _ table: LayoutTable, known: [HeaderName: Int], header: [HeaderName],
        headerCount: Int, names: (Int) -> String
    ) {
        self.layout = layout
        self.table = table
        var cells = [Int](repeating: -1, count: table.columns.count)
        for (index, name) in header.enumerated() {
            if let column = known[name] {
                if cells[column] < 0 {
                    cells[column] = index
                    continue
                }
                doubled.append(index)
            }
            let given = names(index)
            let isNameless = given.allSatisfy(\.isWhitespace)
            unknown.append(
                UnknownColumn(
                    index: index, name: isNameless ? "column \(index + 1)" : given,
                    isNameless: isNameless))
        }
        self.cells = cells
        width = header.count
        self.headerCount = headerCount
        hitCount = cells.count { $0 >= 0 }
        isHeadless = false
        missing = table.columns.indices.filter {
            cells[$0] < 0 && table.columns[$0].usage.contains(.required)
        }
    }

    /// Cells of columns without a name, by index.
    package var nameless: [Int] { unknown.filter(\.isNameless).map(\.index) }

    /// Whether all columns are there that should be, and the table is not mostly something else.
    var fits: Bool {
        missing.isEmpty && hitCount * 2 >= table.columns.count(where: { !$0.isExtra })
    }

    /// How many cells a row of text may have where those beyond the last column are empty: as many as
    /// the header or rows in general. One more comes of a delimiter that stands in a value.
    var roomyWidth: Int { headerCount + surplusCount }

    /// Notes how many cells most rows of the text have.
    package mutating func noteRows(of count: Int) {
        surplusCount = max(0, count - headerCount)
    }

    /// The same in a text where rows in general have so many more cells than the header as in that of
    /// another.
    func spaced(like other: TableMatch) -> TableMatch {
        var match = self
        match.surplusCount = other.surplusCount
        return match
    }

    /// The name of a sheet as the layout writes it; `nil` where the layout has none of that name, so
    /// that the sheets of its tables have no meaning of their own.
    package func knownName(ofSheet name: String) -> String? {
        let known = HeaderName(name)
        if known.isEmpty { return nil }
        return table.sheets.first { $0 != "*" && HeaderName($0) == known }
    }

    /// The number of a sheet among those that the layout names, from 1, and of its copy, `NAME (2)`;
    /// 0 where its name means nothing.
    package func meaning(ofSheet name: String) -> Int {
        let names = layout.tables.flatMap(\.sheets).map { HeaderName($0) }
        func number(_ name: some StringProtocol) -> Int? {
            let known = HeaderName(name.utf8)
            if known.isEmpty || known == HeaderName("*") { return nil }
            return names.firstIndex(of: known).map { $0 + 1 }
        }
        return number(name) ?? Self.copied(name).flatMap(number) ?? 0
    }

    /// The name of the sheet that one is a copy of, by its own.
    private static func copied(_ name: String) -> Substring? {
        guard name.last == ")", let open = name.lastIndex(of: "(") else { return nil }
        let digits = name[name.index(after: open)...].dropLast()
        return !digits.isEmpty && digits.utf8.allSatisfy { 0x30...0x39 ~= $0 } ? name[..<open] : nil
    }

    /// The names of columns that are missing, as the layout writes them.
    package var missingNames: [String] { missing.map { table.columns[$0].name } }
}

/// The layout that a table comes nearest to, where it fits none.
package struct NearestLayout: Sendable, Hashable {
    package let name: String
    /// Columns that the layout asks for, as it calls them.
    package let missing: [String]
    /// Columns that it does not have, by their number from 1.
    package let unknown: [Int]

    init(_ match: TableMatch) {
        name = match.layout.name
        missing = match.missingNames
        unknown = match.unknown.map { $0.index + 1 }
    }

    /// So many ranges of columns are listed that a layout does not have: a header may have thousands.
    private static let listed = 24

    /// In one phrase, without a word of the input: `nearest is …, without its columns …`.
    package var phrase: String {
        var text = "the nearest is \(name)"
        if !missing.isEmpty {
            text += ", without its \(Self.noun(missing.count)) \(missing.joined(separator: ", "))"
        }
        if !unknown.isEmpty {
            text += missing.isEmpty ? ", but it does not have " : "; it does not have "
            text += Self.list(unknown)
        }
        return text
    }

    private static func noun(_ count: Int) -> String { count == 1 ? "column" : "columns" }

    /// `columns 3, 5 to 9`, and how many more there are.
    private static func list(_ numbers: [Int]) -> String {
        var ranges: [ClosedRange<Int>] = []
        for number in numbers {
            if let last = ranges.last, last.upperBound + 1 == number {
                ranges[ranges.count - 1] = last.lowerBound...number
            } else {
                ranges.append(number...number)
            }
        }
        let shown = ranges.prefix(listed)
        let texts = shown.map { range in
            switch range.count {
            case 1: "\(range.lowerBound)"
            case 2: "\(range.lowerBound), \(range.upperBound)"
            default: "\(range.lowerBound) to \(range.upperBound)"
            }
        }
        let rest = numbers.count - shown.reduce(0) { $0 + $1.count }
        return "\(noun(numbers.count)) \(texts.joined(separator: ", "))"
            + (rest > 0 ? " and \(rest) more" : "")
    }
}
