import Diagnostics
import Output
import Rosters

/// Writes what rows brought, in the order of the input, and keeps the books.
struct RowReduce: ~Copyable {
    private(set) var summary: FileSummary
    private var writing: FileWriting
    private var rules: RosterFileRules
    private let partners: Partners
    /// Rows that are records, and columns of the first table.
    private var rowCount = 0
    private let columnCount: Int
    private var statements: [SummaryStatement] = []

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
        writing = FileWriting(file: file, options: options)
    }

    mutating func begin(_ outputs: inout Outputs) throws(ConversionFailure) {
        try writing.begin(&outputs)
    }

    /// Counts bytes that come before the first row.
    mutating func countOpening(_ count: Int) { summary.bytes.envelope += count }

    /// Writes and counts what a mapper brought.
    mutating func add(
        _ mapper: borrowing RowMapper<RowLines>, of ground: some FindingGround,
        to outputs: inout Outputs
    ) throws(ConversionFailure) {
        summary.add(mapper.books)
        summary.findings.count(mapper.findings)
        try writing.writeRecords(mapper.product.accepted.bytes, to: &outputs)
        try outputs.rejects?.write(mapper.product.rejected.bytes)
        try writing.tell(mapper.findings, of: ground, to: &outputs)
        try tell(compare(mapper.facts, mapper.tables), of: ground, to: &outputs)
        rowCount += mapper.facts.count
        statements += mapper.statements
    }

    /// What records break together with those before them.
    private mutating func compare(
        _ facts: [RowFacts], _ tables: [(first: Int, match: TableMatch, sheet: Int)]
    ) -> [Finding] {
        var found: [Finding] = []
        var tables = tables[...]
        rules.prepare(facts)
        for (index, row) in facts.enumerated() {
            while let table = tables.first, table.first <= index {
                rules.begin(table.match, sheet: table.sheet)
                tables.removeFirst()
            }
            rules.add(row, &found)
        }
        for table in tables { rules.begin(table.match, sheet: table.sheet) }
        return found
    }

    private mutating func tell(
        _ found: [Finding], of ground: some FindingGround, to outputs: inout Outputs
    ) throws(ConversionFailure) {
        guard !found.isEmpty else { return }
        let settled = partners.settle(found, nil)
        summary.findings.count(settled)
        try writing.tell(settled, of: ground, to: &outputs)
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

    /// Closes the books.
    ///
    /// - Parameters:
    ///   - total: bytes that were read.
    ///   - isStopped: whether an error ended the reading before the end.
    mutating func close(total: Int, isStopped: Bool, layouts: [String]) {
        summary.bytes.total = total
        summary.isStopped = isStopped
        summary.guide = layouts.joined(separator: ", ")
    }

    /// Says what the file as a whole breaks, and what it and its summary say of one another; closes
    /// its document.
    mutating func finish(
        _ outputs: inout Outputs, of ground: some FindingGround, _ book: inout CountBook
    ) throws(ConversionFailure) {
        if !summary.isStopped {
            try tell(rules.finish() + counted(in: &book), of: ground, to: &outputs)
        }
        try writing.finish(&outputs)
    }
}

extension FileSummary {
    /// Adds what rows brought.
    mutating func add(_ books: RowBooks) {
        bytes.envelope += books.bytes.envelope
        bytes.accepted += books.bytes.accepted
        bytes.setAside += books.bytes.setAside
        bytes.trivia += books.bytes.trivia
        records.accepted += books.records.accepted
        records.setAside += books.records.setAside
        findings.error += books.findings.error
        findings.warning += books.findings.warning
        findings.note += books.findings.note
        otherValues += books.otherValues
        var sum = rows ?? Rows()
        sum.total += books.rows.total
        sum.envelope += books.rows.envelope
        sum.accepted += books.rows.accepted
        sum.setAside += books.rows.setAside
        sum.trivia += books.rows.trivia
        rows = sum
    }
}
