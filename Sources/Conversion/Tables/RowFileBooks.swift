import Diagnostics
import Output
import Rosters

/// The books of a table file, kept as its rows come in the order of the input: the ledger, and the
/// rules that look across rows.
struct RowFileBooks {
    private(set) var summary: FileSummary
    private var rules: RosterFileRules
    private let partners: Partners
    /// Rows that are records, and columns, of each sheet with a table.
    private var sheets: [(number: Int, rows: Int, columns: Int)] = []
    private var statements: [SummaryStatement] = []
    private var layouts: [String] = []
    /// What is to be told of columns without a name that had no value so far.
    private var nameless: [NamelessColumns.Column: Finding] = [:]

    /// - Parameter match: of the first table.
    init(file: String, options: ConversionOptions, match: TableMatch) {
        summary = FileSummary(file: file)
        rules = RosterFileRules(previous: options.previous?.roster, of: match)
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
        var found = takeNameless(mapper.nameless)
        mapper.facts.withUnsafeBufferPointer { compare($0, mapper.tables, &found) }
        statements += mapper.statements
        return settled(found)
    }

    /// What is to be told of columns without a name, now that they have values.
    private mutating func takeNameless(_ columns: NamelessColumns) -> [Finding] {
        if !columns.findings.isEmpty { nameless.merge(columns.findings) { first, _ in first } }
        return columns.filled.compactMap { nameless.removeValue(forKey: $0) }
    }

    /// Hands rows, and where tables begin among them, to the rules that compare rows.
    private mutating func compare(
        _ facts: UnsafeBufferPointer<RowFacts>,
        _ tables: [(first: Int, match: TableMatch, sheet: Int)], _ found: inout [Finding]
    ) {
        var begun = 0
        // Rows that are not yet counted to their sheet.
        var rows = 0
        func countRows() {
            if !sheets.isEmpty { sheets[sheets.count - 1].rows += rows }
            rows = 0
        }
        for index in facts.indices {
            if index % RosterFileRules.preparedCount == 0 {
                let end = min(index + RosterFileRules.preparedCount, facts.count)
                rules.prepare(UnsafeBufferPointer(rebasing: facts[index..<end]))
            }
            while begun < tables.count, tables[begun].first <= index {
                countRows()
                begin(tables[begun].match, sheet: tables[begun].sheet)
                begun += 1
            }
            rows += 1
            rules.add(facts[index], &found)
        }
        countRows()
        for table in tables[begun...] { begin(table.match, sheet: table.sheet) }
    }

    /// Names the layouts of the tables that were read, in their order.
    private mutating func name(_ tables: [(first: Int, match: TableMatch, sheet: Int)]) {
        for table in tables where !layouts.contains(table.match.layout.name) {
            layouts.append(table.match.layout.name)
            summary.guide = layouts.joined(separator: ", ")
        }
    }

    private mutating func begin(_ match: TableMatch, sheet: Int) {
        rules.begin(match, sheet: sheet)
        // A second table in the midst of a sheet is counted with the first.
        if sheets.last?.number != sheet { sheets.append((sheet, 0, match.width)) }
    }

    /// Closes the books.
    ///
    /// - Parameters:
    ///   - total: bytes that were read.
    ///   - isStopped: whether an error ended the reading before the end.
    ///   - findings: of the input as a whole.
    ///   - book: rosters and summaries of the run.
    /// - Returns: what the file as a whole breaks.
    mutating func close(
        total: Int, isStopped: Bool, findings: [Finding] = [], _ book: inout CountBook
    ) -> [Finding] {
        summary.bytes.total = total
        summary.isStopped = isStopped
        if !isStopped, let counts = rules.memberCounts {
            summary.members = FileSummary.Members(
                previous: counts.previous, added: counts.added, gone: counts.gone,
                changed: counts.changed)
        }
        guard !isStopped else { return settled(findings) }
        count(in: &book)
        return settled(findings + rules.finish())
    }

    /// Whether the file is a summary, of which more is told when all files came.
    var isSummary: Bool { !statements.isEmpty }

    /// Enters the rows and columns of a roster, or what a summary says of them.
    private func count(in book: inout CountBook) {
        guard !isSummary else { return book.add(summary: summary.file, statements) }
        book.add(
            roster: summary.file,
            sheets.map { CountBook.Counts(rows: $0.rows, columns: $0.columns) })
    }

    private mutating func settled(_ found: [Finding]) -> [Finding] {
        guard !found.isEmpty else { return [] }
        let settled = partners.settle(found, nil)
        summary.findings.count(settled)
        return settled
    }
}
