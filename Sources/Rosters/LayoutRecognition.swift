import TableGrammar
import TableSyntax

/// Tells which layout a table has, by the names in its header: in any order and letter case, with
/// blanks and underscores or without.
package struct LayoutRecognition: Sendable {
    private let tables: [KnownTable]
    /// Names of columns of all layouts.
    private let names: Set<HeaderName>
    /// Whether a user chose the layout, so that columns may be missing.
    private let isChosen: Bool

    /// One table of a layout, with its names made ready.
    private struct KnownTable: Sendable {
        let layout: Layout
        let table: LayoutTable
        let columns: [HeaderName: Int]
        let sheets: Set<HeaderName>

        init(_ layout: Layout, _ table: LayoutTable) {
            self.layout = layout
            self.table = table
            var columns: [HeaderName: Int] = [:]
            columns.reserveCapacity(2 * table.columns.count)
            func add(_ name: String, _ index: Int) {
                let name = HeaderName(name)
                if columns[name] == nil { columns[name] = index }
            }
            for (index, column) in table.columns.enumerated() {
                add(column.name, index)
                for name in column.aliases { add(name, index) }
            }
            self.columns = columns
            sheets = Set(table.sheets.map { HeaderName($0) })
        }

        /// How well the name of a sheet goes with it.
        func rank(ofSheet name: HeaderName?) -> Int {
            guard let name else { return 0 }
            if sheets.contains(name) { return 2 }
            return sheets.isEmpty || sheets.contains(HeaderName("*")) ? 1 : 0
        }
    }

    /// What the names of a row say.
    package enum Verdict: Sendable {
        /// They are the columns of a layout.
        case fits(TableMatch)
        /// Some are.
        case nearest(NearestLayout, hits: Int)
        /// None is.
        case none
    }

    /// So many rows may stand before a header.
    package static let searchedRows = 25

    /// Recognizes one of many layouts.
    package init(_ layouts: [Layout]) { self.init(layouts, isChosen: false) }

    /// Takes each table for one of this layout, whatever columns are missing.
    package init(chosen layout: Layout) { self.init([layout], isChosen: true) }

    private init(_ layouts: [Layout], isChosen: Bool) {
        self.isChosen = isChosen
        tables = layouts.flatMap { layout in layout.tables.map { KnownTable(layout, $0) } }
        names = Set(tables.flatMap { $0.columns.keys })
    }

    /// The widths of the columns and what they are, where the layout that was chosen says so
    /// without a header.
    package var headless: TableMatch? {
        guard isChosen, let first = tables.first, first.table.isHeadless else { return nil }
        return TableMatch(headless: first.layout, first.table)
    }

    /// Widths of the columns of the layout that was chosen, where they are fixed.
    package var widths: [Int]? { isChosen ? tables.first?.table.widths : nil }

    /// Whether a sheet of this name holds no rows of a layout.
    package func isAside(_ sheet: String, of layout: Layout) -> Bool {
        let name = HeaderName(sheet)
        return layout.asides.contains { HeaderName($0) == name }
    }

    /// Whether the first cell of a row that is not blank is the name of a column.
    package func mayBeHeader(_ row: TableRow) -> Bool {
        for cell in row.cells {
            let name = HeaderName(row.text(cell))
            if !name.isEmpty { return names.contains(name) }
        }
        return false
    }

    /// What a row says, taken for a header.
    ///
    /// - Parameters:
    ///   - sheet: its name, where it has one.
    ///   - file: the name of the file, which decides where nothing else does.
    package func verdict(on row: TableRow, sheet: String?, file: String) -> Verdict {
        var header = row.cells.map { HeaderName(row.text($0)) }
        while header.last?.isEmpty == true { header.removeLast() }
        guard !header.isEmpty else { return .none }
        let sheetName = sheet.map { HeaderName($0) }
        var best: (match: TableMatch, rank: [Int])?
        for known in tables {
            guard header.contains(where: { known.columns[$0] != nil }) else { continue }
            let match = TableMatch(
                known.layout, known.table, known: known.columns, header: header,
                headerCount: row.cells.count, names: { Self.shown(row.text(row.cells[$0])) })
            let isCalled = known.layout.files.contains { $0.matches(file) }
            let rank = [
                match.fits ? 1 : 0, match.hitCount, -match.missing.count,
                known.rank(ofSheet: sheetName), -match.unknown.count, isCalled ? 1 : 0,
            ]
            if best.map({ $0.rank.lexicographicallyPrecedes(rank) }) ?? true {
                best = (match, rank)
            }
        }
        guard let best else { return .none }
        let isTaken = best.match.fits || isChosen && best.match.hitCount * 4 >= header.count
        return isTaken
            ? .fits(best.match)
            : .nearest(NearestLayout(best.match), hits: best.match.hitCount)
    }

    /// The name of a column as records show it: one line, no blanks around.
    private static func shown(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        let words = bytes.trimmed.split { $0 <= 0x20 }.map { String(decoding: $0, as: UTF8.self) }
        return words.joined(separator: " ")
    }
}
