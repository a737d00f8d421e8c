import Conversion

struct ReceiptCommand: Subcommand {
    static let help = CommandHelp(
        name: "receipt",
        abstract: "Write the return receipt of a roster exchange.",
        discussion: """
            Counts the rows and columns of a roster and fills them into the summary that came with \
            it, under the summary's name with R at its end:

              turnpike receipt CP_X_SUMMARY_FULL_20250701.xlsx CP_X_FULL_20250701.xlsx

            Rows are counted without the header, blank ones and sums. Of a summary with several rows \
            those are filled in that count this roster; the others stay as they are. Exit status 1 \
            says that the sender counted otherwise, or that no row counts it; the receipt is written \
            all the same.
            """)

    static var parameters: [Parameter<ReceiptCommand>] {
        [
            .operand("summary", "The summary that came with the roster.") { $0.summary = $1 },
            .operand("roster", "The roster: a workbook, or text.") { $0.roster = $1 },
            .option("date", "The day of the receipt, YYYY-MM-DD or YYYYMMDD. (default: today)") {
                $0.date = $1
            },
            .option(
                "output",
                "Where the receipt goes, a workbook (.xlsx), instead of beside the summary."
            ) {
                $0.output = $1
            },
        ]
    }

    var summary = ""
    var roster = ""
    var date: String?
    var output: String?

    func run() throws {
        let receipt: Receipt
        do throws(ConversionFailure) {
            receipt = try Receipt.write(
                summary: summary, roster: roster, day: try day(), to: output)
        } catch {
            throw Console.exit(error)
        }
        for line in receipt.lines { Console.complain(ReceiptCommand.text(line)) }
        if receipt.otherRows > 0 { Console.complain(ReceiptCommand.others(receipt)) }
        try Console.write(receipt.path + "\n")
        let isRight = !receipt.lines.isEmpty && !receipt.lines.contains(where: \.differs)
        try Console.exit(isRight ? 0 : 1)
    }

    /// As the exchange writes it: YYYYMMDD.
    private func day() throws(ConversionFailure) -> String {
        guard let date else { return Console.today }
        let digits = date.filter { $0 != "-" }
        let lengths = date.utf8.split(
            separator: UInt8(ascii: "-"), omittingEmptySubsequences: false
        ).map(\.count)
        let isDay =
            digits.utf8.allSatisfy { 0x30...0x39 ~= $0 }
            && (lengths == [8] || lengths == [4, 2, 2])
        guard isDay else { throw .wrongUsage("--date is a day, such as 2025-07-01") }
        return digits
    }

    private static func others(_ receipt: Receipt) -> String {
        let count = receipt.otherRows
        if receipt.lines.isEmpty {
            return
                "warning: no row of the summary counts this roster; all \(count) stay as they are"
        }
        let rows = count == 1 ? "1 row of the summary counts" : "\(count) rows of the summary count"
        return "\(rows) something else and stay\(count == 1 ? "s" : "") as sent"
    }

    private static func text(_ line: Receipt.Line) -> String {
        let came = "received: \(line.receivedRows) rows, \(line.receivedColumns) columns"
        guard line.differs else { return came }
        if line.isUnread {
            return came + "; warning: the sender's counts are not whole numbers"
        }
        let rows = line.sentRows.map { "\($0)" } ?? "no number of"
        let columns = line.sentColumns.map { "\($0)" } ?? "no number of"
        return "\(came); warning: the sender counted \(rows) rows, \(columns) columns"
    }
}
