import CareModel
import Rosters
import SystemPackage
import TableSyntax

/// The return receipt of a roster exchange: the summary that came with a roster, with the rows and
/// columns that were received filled in.
public struct Receipt: Sendable {
    /// Of one row of the summary: what its sender counted, and what came.
    public struct Line: Sendable, Hashable {
        /// `nil` where the summary gives no number.
        public let sentRows: Int?
        /// `nil` where the summary gives no number.
        public let sentColumns: Int?
        /// Rows that are records: without the header, blank rows and sums.
        public let receivedRows: Int
        /// Columns that the header names.
        public let receivedColumns: Int
        /// Whether the summary has something else than a number for one of the two.
        public let isUnread: Bool

        /// Whether the sender counted otherwise, or it cannot be told what.
        public var differs: Bool {
            isUnread || sentRows.map { $0 != receivedRows } ?? false
                || sentColumns.map { $0 != receivedColumns } ?? false
        }
    }

    /// Where the receipt was written.
    public let path: String
    /// A line for each row of the summary that was filled in.
    public let lines: [Line]
    /// Rows of the summary that count something else, and stay as they are.
    public let otherRows: Int

    /// Counts a roster and writes the receipt.
    ///
    /// - Parameters:
    ///   - summary: the summary that came with it, a workbook or text.
    ///   - roster: a workbook or text.
    ///   - day: the day of the receipt, `YYYYMMDD`.
    ///   - output: where the receipt goes; beside the summary under its name with `R` for `nil`.
    /// - Throws: why one of them is no such table, or cannot be read, or the receipt not be written;
    ///   what is no workbook by its name is not written.
    public static func write(
        summary: String, roster: String, day: String, to output: String? = nil
    ) throws(ConversionFailure) -> Receipt {
        guard isDay(day) else {
            throw .wrongUsage("the day of a receipt is one of the calendar, such as 2025-07-01")
        }
        let path = output ?? name(beside: summary)
        var destinations = Converter.Destinations()
        destinations.records = path
        try DestinationCheck(destinations, writesRecords: true)
            .check(inputs: [InputPlace(argument: summary), InputPlace(argument: roster)])
        try check(path, InputPlace(argument: summary), InputPlace(argument: roster))
        var sheets = try explained(summary) { () throws(ConversionFailure) in
            try SummarySheets(summary)
        }
        let counts = try explained(roster) { () throws(ConversionFailure) in
            try TableCounts.count(roster)
        }
        let filled = try explained(summary) { () throws(ConversionFailure) in
            try sheets.fill(counts, day: day)
        }
        var file = try WorkbookFile(path: path, sheets: sheets.sheets.map(\.name))
        for sheet in sheets.sheets { try file.add(sheet) }
        try file.finish()
        return Receipt(path: path, lines: filled.lines, otherRows: filled.otherRows)
    }

    /// Refuses a summary that is its own roster, and a name that says that the receipt is no workbook.
    private static func check(
        _ path: String, _ summary: InputPlace, _ roster: InputPlace
    ) throws(ConversionFailure) {
        if let first = summary.path.flatMap({ FileIdentity(path: $0) }),
            let second = roster.path.flatMap({ FileIdentity(path: $0) }), first == second
        {
            throw .wrongUsage("the summary and the roster are the same file")
        }
        let ending = FilePath(path).extension?.lowercased() ?? "xlsx"
        guard ending == "xlsx" else {
            throw .wrongUsage("a receipt is a workbook; give --output a name that ends in .xlsx")
        }
    }

    private static func isDay(_ day: String) -> Bool {
        Array(day.utf8).withUnsafeBufferPointer { CalendarDate($0) != nil }
    }

    /// `CP_X_SUMMARY_FULL_20250701.xlsx` becomes `CP_X_SUMMARY_FULL_20250701R.xlsx`.
    static func name(beside summary: String) -> String {
        let path = FilePath(summary)
        guard let stem = path.stem, summary != "-" else { return "receiptR.xlsx" }
        let ending = path.extension?.lowercased() == "xlsx" ? path.extension ?? "xlsx" : "xlsx"
        return path.removingLastComponent().appending("\(stem)R.\(ending)").string
    }

    /// Names the file in what is said of it.
    private static func explained<Value>(
        _ input: String, _ body: () throws(ConversionFailure) -> Value
    ) throws(ConversionFailure) -> Value {
        do throws(ConversionFailure) {
            return try body()
        } catch {
            throw error.ofWhole.named(input)
        }
    }
}

extension WorkbookFile {
    /// Writes one sheet of a summary.
    mutating func add(_ sheet: SummarySheets.Sheet) throws(ConversionFailure) {
        try beginSheet()
        for (index, row) in sheet.rows.enumerated() {
            if index == sheet.header {
                try add(header: row)
            } else {
                try add(row)
            }
        }
    }
}
