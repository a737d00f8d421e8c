import Rosters

/// What the rows before say of those that come.
struct RowStand: Sendable {
    let match: TableMatch
    /// Counts the tables, the first is 1.
    let tableNumber: Int
    let headerRow: Int
    let hasTitle: Bool
    let isBelowHeader: Bool
    let hasStrayRow: Bool
    /// Number of the row whose piece came last.
    let lastPiece: Int

    /// Whether rows are mapped the same from here.
    func isLike(_ other: RowStand) -> Bool {
        tableNumber == other.tableNumber && headerRow == other.headerRow
            && hasTitle == other.hasTitle && lastPiece == other.lastPiece
            && isBelowHeader == other.isBelowHeader && hasStrayRow == other.hasStrayRow
    }
}
