import Diagnostics
import Rosters
import ShippedGrammars
import TableGrammar
import TableSyntax
import Testing

/// A table of a layout, whose rows are read one by one.
struct SampleTable {
    let match: TableMatch
    let reader: RosterReader
    let facts: FactColumns
    private let columns: [String]

    /// A table with some columns of a shipped layout, in the order given.
    init(
        _ layout: String, _ columns: [String], providers: ProviderList? = nil,
        sheet: String? = nil
    ) throws {
        let layouts = LayoutLibrary.shipped.layouts
        let chosen = try #require(layouts.first { $0.name == layout }, "no layout \(layout)")
        try self.init(chosen, columns, providers: providers, sheet: sheet)
    }

    init(
        _ layout: Layout, _ columns: [String], providers: ProviderList? = nil,
        sheet: String? = nil
    ) throws {
        let header = SampleRow(columns, number: 1)
        let verdict = LayoutRecognition(chosen: layout).verdict(
            on: header.row, sheet: nil, file: "")
        guard case .fits(let match) = verdict else {
            struct DoesNotFit: Error {}
            throw DoesNotFit()
        }
        self.match = match
        self.columns = columns
        reader = RosterReader(match, providers: providers, sheet: sheet)
        facts = FactColumns(match, comparesMembers: true)
    }

    /// A layout of one column: what stands behind its name, and the lines beneath it.
    static func layout(column: String, certainty: String = "dated") throws -> Layout {
        let lines = column.split(separator: "\n", omittingEmptySubsequences: false)
        let text = """
            layout sample  version 1  \(certainty)
            title  A sample
            date   YYYYMMDD  YYYY-MM-DD  M/D/YYYY

            columns 1
             1  Column  \(lines.joined(separator: "\n    "))

            """
        return try LayoutLibrary.shipped.layout(
            of: LayoutFile(path: "sample.layout", bytes: Array(text.utf8)))
    }

    /// What is found in a row: `warning roster.zip.padding`.
    func findings(_ row: SampleRow) -> [Finding] {
        keep([row.texts])
        var reading = RowReading()
        reader.read(row.row, &reading)
        return reading.findings
    }
}

extension SampleTable {
    /// Keeps rows beneath their header as a file for the fuzzer.
    func keep(_ rows: [[String]]) {
        Seeds.keep(Array(file(rows).utf8), for: .tables)
    }

    /// A layout that only a test has is not known again: what a row of it says stands in all columns of
    /// one that is.
    private func file(_ rows: [[String]]) -> String {
        guard match.layout.name == "sample" else { return Self.text([columns] + rows) }
        let known = LayoutLibrary.shipped.layout(named: "cp-assignment")?.tables[0].columns ?? []
        let wide = rows.map { row in known.map { _ in row.first ?? "" } }
        return Self.text([known.map(\.name)] + wide)
    }

    /// Cells with commas between them, in quotes where they need some.
    static func text(_ rows: [[String]]) -> String {
        rows.map { row in row.map(quoted).joined(separator: ",") + "\n" }.joined()
    }

    private static func quoted(_ cell: String) -> String {
        let special: Set<Character> = [",", "\"", "\n", "\r", "\r\n"]
        guard !special.isDisjoint(with: cell) else { return cell }
        return "\"" + cell.replacing("\"", with: "\"\"") + "\""
    }
}

extension Finding {
    /// `warning roster.zip.padding`.
    var told: String { "\(severity.name) \(rule.id)" }
}
