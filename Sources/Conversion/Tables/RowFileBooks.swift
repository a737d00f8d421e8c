import Diagnostics
import Output
import Rosters

/// The books of a table file, kept as its rows come in the order of the input: the ledger, and the
/// rules that look across rows.
struct RowFileBooks {
    private(set) var summary: FileSummary
    private var rules: RosterFileRules
    private let partners: Partners
    /// Rows that are records, and columns of the first table.
    private var rowCount = 0
    private let columnCount: Int
    private var statements: [SummaryStatement] = []
    private var layouts: [String] = []

    /// - Parameter match: of the first table.
    init(file: String, options: ConversionOptions, match: TableMatch) {
        summary = FileSummary(file: file)
        let previous = options.previous?.roster
        rules = RosterFileRules(
            previous: previous?.layout == match.layout.name ? previous : nil)
        columnCount = match.width
        partners = Partners(options)
        summary.kind = "roster"
        summary.rows = FileSummary.Rows()
    }

    /// Counts bytes that come before the first row.
    mutating func countOpening(_ count: Int) { summary.bytes.envelope += count }

    /// Adds what a mapper brought.
    ///
    /// - Returns: what was found when its records were compared with those before.
    mutating func add<Product: RowProduct & ~Copyable>(
        _ mapper: borrowing RowMapper<Product>
    ) -> [Finding] {
        summary.add(mapper.books)
        summary.findings.count(mapper.findings)
        name(mapper.tables)
        var found: [Finding] = []
        mapper.facts.withUnsafeBufferPointer { compare($0, mapper.tables, &found) }
        rowCount += mapper.facts.count
        statements += mapper.statements
        return settled(found)
    }

    /// Hands rows, and where tables begin among them, to the rules that compare rows.
    private mutating func compare(
        _ facts: UnsafeBufferPointer<RowFacts>,
        _ tables: [(first: Int, match: TableMatch, sheet: Int)], _ found: inout [Finding]
    ) {
        var begun = 0
        for index in facts.indices {
            if index % RosterFileRules.preparedCount == 0 {
                let end = min(index + RosterFileRules.preparedCount, facts.count)
                rules.prepare(UnsafeBufferPointer(rebasing: facts[index..<end]))
            }
            while begun < tables.count, tables[begun].first <= index {
                rules.begin(tables[begun].match, sheet: tables[begun].sheet)
                begun += 1
            }
            rules.add(facts[index], &found)
        }
        for table in tables[begun...] { rules.begin(table.match, sheet: table.sheet) }
    }

    /// Names the layouts of the tables that were read, in their order.
    private mutating func name(_ tables: [(first: Int, match: TableMatch, sheet: Int)]) {
        for table in tables where !layouts.contains(table.match.layout.name) {
            layouts.append(table.match.layout.name)
            summary.guide = layouts.joined(separator: ", ")
        }
    }

    /// Closes the books.
    ///
    /// - Parameters:
    ///   - total: bytes that were read.
    ///   - isStopped: whether an error ended the reading before the end.
    ///   - book: rosters and summaries of the run.
    /// - Returns: what the file as a whole breaks, and what it and its summary say of one another.
    mutating func close(
        total: Int, isStopped: Bool, _ book: inout CountBook
    ) -> [Finding] {
        summary.bytes.total = total
        summary.isStopped = isStopped
        return isStopped ? [] : settled(rules.finish() + counted(in: &book))
    }

    /// Compares rows and columns with what a summary says, or the reverse.
    private func counted(in book: inout CountBook) -> [Finding] {
        guard statements.isEmpty else {
            return statements.flatMap {
                book.add(summary: summary.file, $0.counts, sheet: $0.sheet, row: $0.row)
            }
        }
        return book.add(
            roster: summary.file, CountBook.Counts(rows: rowCount, columns: columnCount))
    }

    private mutating func settled(_ found: [Finding]) -> [Finding] {
        guard !found.isEmpty else { return [] }
        let settled = partners.settle(found, nil)
        summary.findings.count(settled)
        return settled
    }
}
