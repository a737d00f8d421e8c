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
        var reading = RowReading()
        reader.read(row.row, &reading)
        return reading.findings
    }
}

extension Finding {
    /// `warning roster.zip.padding`.
    var told: String { "\(severity.name) \(rule.id)" }
}
