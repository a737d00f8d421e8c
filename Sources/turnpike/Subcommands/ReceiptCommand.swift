import ArgumentParser
import Conversion

struct ReceiptCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "receipt",
        abstract: "Write the return receipt of a roster exchange.",
        discussion: """
            Counts the rows and columns of a roster and fills them into the summary that came with \
            it, under the summary's name with R at its end:

              turnpike receipt CP_X_SUMMARY_FULL_20250701.xlsx CP_X_FULL_20250701.xlsx

            Rows are counted without the header, blank ones and sums. Exit status 1 says that the \
            sender counted otherwise; the receipt is written all the same.
            """)

    @Argument(help: "The summary that came with the roster.")
    var summary: String

    @Argument(help: "The roster: a workbook, or text.")
    var roster: String

    @Option(help: "The day of the receipt, YYYY-MM-DD. (default: today)")
    var date: String?

    @Option(help: "Where the receipt goes, instead of beside the summary.")
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
        try Console.write(receipt.path + "\n")
        try Console.exit(receipt.lines.contains(where: \.differs) ? 1 : 0)
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

    private static func text(_ line: Receipt.Line) -> String {
        let came = "received: \(line.receivedRows) rows, \(line.receivedColumns) columns"
        guard line.differs else { return came }
        let rows = line.sentRows.map { "\($0)" } ?? "no number of"
        let columns = line.sentColumns.map { "\($0)" } ?? "no number of"
        return "\(came); warning: the sender counted \(rows) rows, \(columns) columns"
    }
}
