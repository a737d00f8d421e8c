import Foundation
import Testing

/// `turnpike receipt` counts a roster and fills the counts into its summary.
@Suite struct ReceiptTests {
    private let folder: Folder

    init() throws {
        folder = try Folder()
    }

    private static let header =
        "Sender,Sent_Row_Num,Sent_Column_Num,Sent_Export_Time_Stamp,Receiver,Received_Row_Num,"
        + "Received_Column_Num,Received_Export_Time_Stamp\n"

    private func roster(_ rows: Int, _ name: String, layout: String = "cp-enrollment") throws {
        let made = try Command.run(
            ["generate", "roster", "--layout", layout, "--records", "\(rows)", "--output", name],
            in: folder)
        #expect(made.status == 0)
    }

    private func summary(_ rows: String, _ name: String = "s.csv") throws {
        try Data((Self.header + rows).utf8).write(to: folder[name])
    }

    /// The receipt's rows as a conversion shows them.
    private func lines(_ name: String) throws -> [String] {
        let run = try Command.run(["convert", name], in: folder)
        return String(decoding: run.output, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    @Test func aReceiptHasWhatWasReceived() throws {
        try roster(7, "r.csv")
        try summary("CBBH,7,21,20250701,HLHP,,,\n")
        let run = try Command.run(
            ["receipt", "s.csv", "r.csv", "--date", "2025-07-02"], in: folder)
        #expect(run.status == 0)
        #expect(String(decoding: run.output, as: UTF8.self) == "sR.xlsx\n")
        let line = try #require(try lines("sR.xlsx").first)
        #expect(line.contains("\"receivedRows\":7"))
        #expect(line.contains("\"receivedColumns\":21"))
        #expect(line.contains("20250702"))
    }

    @Test func aSenderWhoCountedOtherwiseIsTold() throws {
        try roster(7, "r.csv")
        try summary("CBBH,8,19,20250701,HLHP,,,\n")
        let run = try Command.run(
            ["receipt", "s.csv", "r.csv", "--date", "2025-07-02"], in: folder)
        #expect(run.status == 1)
        let told = run.errors
        #expect(
            told.contains(
                "received: 7 rows, 21 columns; warning: the sender counted 8 rows, 19 columns"))
        #expect(FileManager.default.fileExists(atPath: folder["sR.xlsx"].path))
    }

    @Test(arguments: [
        ("8", Int32(1), "counted 8 rows"), ("07", 0, "7 rows"), (" 7", 0, "7 rows"),
        ("\u{A0}8 ", 1, "counted 8 rows"), ("8.0", 1, "counted 8 rows"), ("7.0", 0, "7 rows"),
        ("\"1,007\"", 1, "counted 1007 rows"), ("7.5", 1, "counts are not whole numbers"),
        ("seven", 1, "counts are not whole numbers"), ("\"1,07\"", 1, "not whole numbers"),
        ("", 0, "7 rows"),
    ])
    func countsAreReadAsTheyAreWritten(_ sent: String, _ status: Int32, _ said: String) throws {
        try roster(7, "r.csv")
        try summary("CBBH,\(sent),21,20250701,HLHP,,,\n")
        let run = try Command.run(["receipt", "s.csv", "r.csv"], in: folder)
        #expect(run.status == status)
        #expect(run.errors.contains(said), "\(run.errors)")
    }

    @Test func sheetsAreCountedTogetherUnlessTheSummaryPartsThem() throws {
        try roster(9, "r.xlsx")
        try summary("CBBH,9,21,20250701,HLHP,,,\n")
        #expect(try Command.run(["receipt", "s.csv", "r.xlsx"], in: folder).status == 0)
        try summary("CBBH,5,21,20250701,HLHP,,,\nCBBH,4,21,20250701,HLHP,,,\n", "two.csv")
        #expect(try Command.run(["receipt", "two.csv", "r.xlsx"], in: folder).status == 0)
        let rows = try lines("twoR.xlsx")
        #expect(rows.count == 2)
        #expect(rows.first?.contains("\"receivedRows\":5") == true)
        #expect(rows.last?.contains("\"receivedRows\":4") == true)
    }

    /// Of several rows those are filled in that count the roster; the others are of other rosters.
    @Test(arguments: [
        (["7,21", "7,21"], [true, true], Int32(0), "received: 7 rows"),
        (["7,21", "99,21"], [true, false], 0, "1 row of the summary counts something else"),
        (["5,21", "7,21", "9,49"], [false, true, false], 0, "2 rows of the summary count some"),
        (["7,49", "7,21"], [false, true], 0, "received: 7 rows"),
        (["7,19", "8,21"], [true, false], 1, "the sender counted 7 rows, 19 columns"),
        (["5,21", "9,21"], [false, false], 1, "no row of the summary counts this roster"),
        ([",21", "9,21"], [true, false], 0, "received: 7 rows"),
        (["seven,21", "9,21"], [false, false], 1, "no row of the summary counts this roster"),
    ])
    func rowsThatCountTheRosterAreFilledIn(
        _ sent: [String], _ filled: [Bool], _ status: Int32, _ said: String
    ) throws {
        try roster(7, "r.csv")
        try summary(sent.map { "CBBH,\($0),20250701,HLHP,,,\n" }.joined())
        let run = try Command.run(["receipt", "s.csv", "r.csv"], in: folder)
        #expect(run.status == status)
        #expect(run.errors.contains(said), "\(run.errors)")
        let rows = try lines("sR.xlsx")
        #expect(rows.map { $0.contains("\"receivedRows\":7") } == filled)
        #expect(rows.map { $0.contains("receivedTime") } == filled)
    }

    @Test func aSummaryThatIsAWorkbookKeepsItsName() throws {
        try roster(3, "CP_SUMMARY_FULL_20250701.xlsx", layout: "summary")
        try roster(4, "r.csv")
        let run = try Command.run(
            ["receipt", "CP_SUMMARY_FULL_20250701.xlsx", "r.csv"], in: folder)
        #expect(String(decoding: run.output, as: UTF8.self) == "CP_SUMMARY_FULL_20250701R.xlsx\n")
    }

    @Test func theSameInputsGiveTheSameBytes() throws {
        try roster(7, "r.csv")
        try summary("CBBH,7,21,20250701,HLHP,,,\n")
        for name in ["a.xlsx", "b.xlsx"] {
            let options = ["--date", "2025-07-02", "--output", name]
            #expect(
                try Command.run(["receipt", "s.csv", "r.csv"] + options, in: folder).status == 0)
        }
        #expect(try Data(contentsOf: folder["a.xlsx"]) == Data(contentsOf: folder["b.xlsx"]))
    }

    @Test(arguments: [
        (["r.csv", "s.csv"], Int32(65), "r.csv: this is no summary of a roster"),
        (["none.csv", "r.csv"], 66, "none.csv: cannot be opened"),
        (["s.csv", "none.csv"], 66, "none.csv: cannot be opened"),
        (["s.csv", "r.csv", "--output", "s.csv"], 64, "--output would overwrite the input s.csv"),
        (["s.csv", "r.csv", "--output", "x.csv"], 64, "--output a name that ends in .xlsx"),
        (["s.csv", "r.csv", "--output", "x.XLS"], 64, "--output a name that ends in .xlsx"),
        (["s.csv", "s.csv"], 64, "the summary and the roster are the same file"),
        (["s.csv", "./s.csv"], 64, "the summary and the roster are the same file"),
        (["s.csv", "t.csv"], 65, "t.csv: this is a summary, and no roster"),
        (["s.csv", "r.csv", "--date", "July"], 64, "--date is a day, such as 2025-07-01"),
        (["x.834", "r.csv"], 65, "x.834: this is an X12 file"),
        (["s.csv", "cut.gz"], 65, "is cut short\n"), (["cut.gz", "r.csv"], 65, "is cut short\n"),
    ])
    func whatIsWrongIsSaid(_ arguments: [String], _ status: Int32, _ said: String) throws {
        try roster(2, "r.csv")
        try summary("CBBH,2,21,20250701,HLHP,,,\n")
        try summary("CBBH,2,21,20250701,HLHP,,,\n", "t.csv")
        _ = try Command.run(["generate", "834", "--records", "1", "--output", "x.834"], in: folder)
        let packed = ArchiveBuilding.gzip(Array(try Data(contentsOf: folder["r.csv"])))
        try Data(packed.prefix(packed.count / 2)).write(to: folder["cut.gz"])
        let run = try Command.run(["receipt"] + arguments, in: folder)
        #expect(run.status == status)
        #expect(run.errors.contains(said))
    }
}
