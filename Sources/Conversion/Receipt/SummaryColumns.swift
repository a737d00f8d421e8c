import TableSyntax

/// Where the columns of a sheet of a summary stand.
struct SummaryColumns {
    enum Column: String {
        case sentRows = "receipt.sentRows"
        case sentColumns = "receipt.sentColumns"
        case receivedRows = "receipt.receivedRows"
        case receivedColumns = "receipt.receivedColumns"
        case receivedTime = "receipt.receivedTime"
    }

    private let opening: TableOpening

    init(_ opening: TableOpening) { self.opening = opening }

    private func index(_ column: Column) -> Int? {
        let match = opening.match
        guard let place = match.table.columns.firstIndex(where: { $0.field == column.rawValue }),
            match.cells[place] >= 0
        else { return nil }
        return match.cells[place]
    }

    /// What its sender counted; `nil` where there is nothing, or no number.
    func number(_ column: Column, _ cells: [WorkbookCell]) -> Int? {
        SummaryColumns.count(text(column, cells))
    }

    /// Whether something stands there that is no number.
    func isUnread(_ column: Column, _ cells: [WorkbookCell]) -> Bool {
        let text = text(column, cells)
        return !text.isEmpty && SummaryColumns.count(text) == nil
    }

    /// Without blanks around it, those of mails included.
    private func text(_ column: Column, _ cells: [WorkbookCell]) -> Substring.UnicodeScalarView {
        guard let index = index(column), index < cells.count else { return "".unicodeScalars[...] }
        switch cells[index] {
        case .number(let digits), .text(let digits):
            let scalars = digits.unicodeScalars
            guard let first = scalars.firstIndex(where: { !$0.isBlank }),
                let last = scalars.lastIndex(where: { !$0.isBlank })
            else { return "".unicodeScalars[...] }
            return scalars[first...last]
        case .empty, .date: return "".unicodeScalars[...]
        }
    }

    /// Counts have fewer digits; what has more may be anything.
    private static let longest = 7

    /// `1005`, `1,005`, and `1005.0` as programs write numbers of a column with gaps.
    static func count(_ text: Substring.UnicodeScalarView) -> Int? {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        if parts.count > 1, !parts[1].allSatisfy({ $0 == "0" }) { return nil }
        guard let whole = parts.first else { return nil }
        let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
        let areParted = groups.count == 1 || groups.dropFirst().allSatisfy { $0.count == 3 }
        let digits = groups.joined()
        guard areParted, groups.first?.isEmpty == false, digits.count <= longest,
            digits.allSatisfy({ ("0"..."9").contains($0) })
        else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1.value & 15) }
    }

    func set(
        _ column: Column, _ cell: WorkbookCell, _ cells: inout [WorkbookCell]
    ) throws(ConversionFailure) {
        guard let index = index(column) else {
            throw .otherKind("this summary has no columns for what is received")
        }
        while cells.count <= index { cells.append(.empty) }
        cells[index] = cell
    }
}
