import Diagnostics
import Output
import Rosters

/// The books of a table file, kept as its rows come in the order of the input: the ledger, and the
/// rules that look across rows.
struct RowFileBooks {
    private(set) var summary: FileSummary
    private var rules = RosterFileRules()
    private let partners: Partners

    init(file: String, partners: Partners) {
        summary = FileSummary(file: file)
        summary.kind = "roster"
        summary.rows = FileSummary.Rows()
        self.partners = partners
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
        summary.guide = mapper.layouts.joined(separator: ", ")
        var found: [Finding] = []
        var tables = mapper.tables[...]
        rules.prepare(mapper.facts)
        for (index, facts) in mapper.facts.enumerated() {
            while let table = tables.first, table.first <= index {
                rules.begin(table.match, sheet: table.sheet)
                tables.removeFirst()
            }
            rules.add(facts, &found)
        }
        for table in tables { rules.begin(table.match, sheet: table.sheet) }
        return settled(found)
    }

    /// Closes the books.
    ///
    /// - Parameters:
    ///   - total: bytes that were read.
    ///   - isStopped: whether an error ended the reading before the end.
    /// - Returns: what the file as a whole breaks.
    mutating func close(total: Int, isStopped: Bool) -> [Finding] {
        summary.bytes.total = total
        summary.isStopped = isStopped
        return isStopped ? [] : settled(rules.finish())
    }

    private mutating func settled(_ found: [Finding]) -> [Finding] {
        guard !found.isEmpty else { return [] }
        let settled = partners.settle(found, nil)
        summary.findings.count(settled)
        return settled
    }
}
