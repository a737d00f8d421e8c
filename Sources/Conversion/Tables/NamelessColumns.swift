import Diagnostics
import Rosters
import TableSyntax

/// Columns of a table that its header has no name for: a table that begins in column B has one, as
/// have those whose header is wider than they are. They matter where a record has a value in one.
struct NamelessColumns {
    /// A column of a table of the file.
    struct Column: Hashable {
        let table: Int
        let index: Int
    }

    /// What is to be told of columns, from headers since it was cleared.
    private(set) var findings: [Column: Finding] = [:]
    /// Those with values, since it was cleared, in the order of the rows.
    private(set) var filled: [Column] = []
    private var table = 0
    private var all: [Int] = []
    /// Those of the table that had no value so far.
    private var watched: [Int] = []

    /// Whether there is something to look for.
    var isWatching: Bool { !watched.isEmpty }

    /// Begins a table, or goes on with it.
    mutating func begin(_ match: TableMatch, _ table: Int) {
        self.table = table
        all = match.nameless
        watched = all
    }

    mutating func clear() {
        if !findings.isEmpty { findings = [:] }
        if !filled.isEmpty { filled = [] }
        watched = all
    }

    /// Keeps what is to be told of a column of the table.
    mutating func name(_ index: Int, _ finding: Finding) {
        findings[Column(table: table, index: index)] = finding
    }

    /// Looks for values in a record.
    mutating func look(at row: TableRow) {
        watched.removeAll { index in
            guard index < row.cells.count,
                !row.text(row.cells[index]).trimmed.isEmpty
            else { return false }
            filled.append(Column(table: table, index: index))
            return true
        }
    }
}
