import Foundation
import Testing

@testable import Conversion

/// A roster beside others: the last one, its summary, a list of providers.
struct RosterComparisonTests {
    /// Files in a folder of their own.
    private final class Folder {
        let url = FileManager.default.temporaryDirectory.appending(path: "rosters-\(UUID())")

        init(_ files: [String: String]) throws {
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
            for (name, text) in files {
                try Data(text.utf8).write(to: url.appending(path: name))
            }
        }

        deinit { try? FileManager.default.removeItem(at: url) }

        func path(_ name: String) -> String { url.appending(path: name).path }

        /// Rule, place and row of what is found in files of it.
        func found(_ names: [String], _ options: ConversionOptions = .init()) throws -> [String] {
            var options = options
            options.writesRecords = false
            var destinations = Converter.Destinations()
            destinations.findings = path("findings")
            destinations.report = .text(path("report"))
            _ = Converter(options: options, destinations: destinations).run(names.map(path))
            let lines = try String(contentsOf: URL(filePath: path("findings")), encoding: .utf8)
            return try lines.split(separator: "\n").map { line in
                let found = try JSONDecoder().decode(Found.self, from: Data(line.utf8))
                return "\(found.rule) \(found.place) \(found.row ?? 0)"
            }
        }

        private struct Found: Decodable {
            let rule: String
            let place: String
            let row: Int?
        }
    }

    private static let columns = [
        "Medicaid_ID", "Member_Name_Last", "Member_Name_First", "Member_Middle_Initial",
        "Member_Suffix", "Member_Date_of_Birth", "Member_Sex", "ACO_MCO_Name", "ACO_MCO_PID",
        "ACO_MCO_SL", "Member_CP_Assignment_Plan", "CP_Name_Official", "CP_PID", "CP_SL",
        "Enrollment_Start_Date", "Start_Reason_Desc", "Disenrollment_Date", "Stop_Reason_Desc",
        "Record_Status", "Record_Update_Date", "Export_Date",
    ]

    /// A refresh of these members.
    private static func roster(_ members: Range<Int>, name: String = "Lebb") -> String {
        let rows = members.map { member in
            "\(100_000_000_000 + member),\(name)\(member),Ariea,,,19791006,F,HILL ACO,110999998,"
                + "110999998A,BHCP,RIVER CARE,110999999,110999999B,20190701,MH-Identified,,,"
                + "A,20190615,20190620"
        }
        return ([columns.joined(separator: ",")] + rows).joined(separator: "\n") + "\n"
    }

    private static let summary = """
        Sender,Sent_Row_Num,Sent_Column_Num,Sent_Export_Time_Stamp,Receiver,Received_Row_Num,\
        Received_Column_Num,Received_Export_Time_Stamp
        HILL,12,19,20190620,RIVER,,,

        """

    @Test(arguments: [
        (0..<40, 0..<40, []), (0..<40, 0..<50, []), (0..<40, 0..<51, ["roster.change.large  0"]),
        (0..<40, 11..<40, ["roster.change.large  0"]),
    ])
    func lastRoster(_ before: Range<Int>, _ now: Range<Int>, _ found: [String]) throws {
        let folder = try Folder([
            "last.csv": Self.roster(before), "NOW_REFRESHREFERRAL_FULL.csv": Self.roster(now),
        ])
        var options = ConversionOptions()
        options.previous = try PreviousFile(folder.path("last.csv"))
        #expect(try folder.found(["NOW_REFRESHREFERRAL_FULL.csv"], options) == found)
        #expect(try folder.found(["NOW_REFRESHREFERRAL_FULL.csv"]) == [])
    }

    @Test func changedNamesAreNoted() throws {
        let folder = try Folder([
            "last.csv": Self.roster(0..<3),
            "NOW_REFRESHREFERRAL_FULL.csv": Self.roster(0..<3, name: "Webb"),
        ])
        var options = ConversionOptions()
        options.previous = try PreviousFile(folder.path("last.csv"))
        let expected = (2...4).map { "roster.change.locked Member_Name_Last \($0)" }
        #expect(try folder.found(["NOW_REFRESHREFERRAL_FULL.csv"], options) == expected)
    }

    /// A file of another layout is compared with nothing.
    @Test func otherLayoutsAreNotCompared() throws {
        let folder = try Folder([
            "last.csv": Self.roster(0..<99), "A_SUMMARY_FULL.csv": Self.summary,
        ])
        var options = ConversionOptions()
        options.previous = try PreviousFile(folder.path("last.csv"))
        #expect(try folder.found(["A_SUMMARY_FULL.csv"], options) == [])
    }

    /// Members of another layout are not compared, which is said.
    @Test func otherLayoutsAreTold() throws {
        let folder = try Folder([
            "last.csv": Self.roster(0..<99),
            "NOW_ASSIGNMENT_FULL.csv": TableText.headerLine + TableText.row(),
        ])
        var options = ConversionOptions()
        options.previous = try PreviousFile(folder.path("last.csv"))
        #expect(
            try folder.found(["NOW_ASSIGNMENT_FULL.csv"], options) == ["roster.change.layout  0"])
    }

    /// What is found when rows are compared stands at the cell of the column that it names.
    @Test func findingsAcrossRowsStandAtTheirCells() throws {
        let folder = try Folder(["last.csv": Self.roster(0..<2, name: "Webb")])
        let previous = try PreviousFile(folder.path("last.csv"))
        let text = Self.roster(0..<2)
        let lines = text.split(separator: "\n")
        let again = lines[1].replacing("20190701", with: "20190801")
            .replacing("BHCP", with: "LTSS").replacing("Ariea", with: "\"Ari\nea\"")
        let outcome = try TableTrial { $0.previous = previous }(
            text + again + "\n", name: "A_REFRESHREFERRAL_FULL.csv")
        let told = outcome.report.split(separator: "\n")
        let locked = told.filter { $0.contains("roster.change.locked") }
        #expect(locked.count == 2, "\(outcome.report)")
        #expect(locked.allSatisfy { $0.contains(":14: ") }, "\(outcome.report)")
        let spans = told.filter { $0.contains("roster.span.overlap") }
        let start =
            again.split(separator: "\n")[1].utf8.count
            - "20190801,MH-Identified,,,"
            .utf8.count - "A,20190615,20190620".utf8.count + 1
        #expect(spans.count == 1, "\(outcome.report)")
        #expect(spans.allSatisfy { $0.contains(":5:\(start): ") }, "\(start) \(spans)")
        let line = try #require(
            outcome.text.split(separator: "\n").first {
                $0.contains("roster.change.locked") && $0.contains("bytes")
            })
        let begin = lines[0].utf8.count + 14
        #expect(line.contains("\"bytes\":[\(begin),\(begin + 5)]"), "\(line)")
    }

    /// Errors in the rows of the previous file are counted: one that was cut, or whose quotation mark
    /// is not closed.
    @Test(arguments: [
        ("", nil), ("100000000100", 1), ("\"100000000100,Webb\n", 3), ("1000,Webb", 2),
    ])
    func errorsOfThePreviousFileAreTold(_ last: String, _ count: Int?) throws {
        let folder = try Folder(["last.csv": Self.roster(0..<9) + last])
        let previous = try PreviousFile(folder.path("last.csv"))
        let outcome = try TableTrial { $0.previous = previous }(
            Self.roster(0..<9), name: "A_REFRESHREFERRAL_FULL.csv")
        #expect(outcome.rules == (count == nil ? [] : ["roster.change.damaged"]))
        let told = count.map { "no error in the rows of the previous file, not \($0)" }
        #expect(told.map { outcome.report.contains($0) } ?? true, "\(outcome.report)")
    }

    /// The summary counts who came, who is gone and who was changed.
    @Test func membersAreCounted() throws {
        let folder = try Folder(["last.csv": Self.roster(0..<9)])
        var options = ConversionOptions()
        options.previous = try PreviousFile(folder.path("last.csv"))
        let trial = try TableTrial { $0.previous = options.previous }
        let outcome = try trial(
            Self.roster(2..<10, name: "Webb"), name: "A_REFRESHREFERRAL_FULL.csv")
        let expected = ["previous": 9, "added": 1, "gone": 2, "changed": 7]
        #expect(outcome.file["members"] as? [String: Int] == expected)
        #expect(
            outcome.report.contains(
                "members: 9 in the previous file; 1 came, 2 are gone, 7 changed\n"))
        #expect(try TableTrial()(Self.roster(0..<1)).file["members"] == nil)
    }

    @Test(arguments: [("none.csv", Int32(66)), ("a.834", 65), ("text.csv", 65)])
    func whatIsNoRosterIsRefused(_ name: String, _ status: Int32) throws {
        let folder = try Folder(["a.834": MassHealthText().text, "text.csv": "a,b\n1,2\n"])
        let failure = #expect(throws: ConversionFailure.self) {
            _ = try PreviousFile(folder.path(name))
        }
        #expect(failure?.exitStatus == status)
        #expect(name != "a.834" || failure?.message == "this is no roster")
    }

    /// What is no roster has no members to compare.
    @Test(arguments: [true, false]) func aPreviousFileWithoutARosterIsTold(_ isRoster: Bool) throws
    {
        let folder = try Folder(["last.csv": Self.roster(0..<1)])
        let previous = try PreviousFile(folder.path("last.csv"))
        let trial = try TableTrial { $0.previous = previous }
        let outcome = try trial(isRoster ? Self.roster(0..<1) : MassHealthText().text)
        #expect(outcome.report.contains("--previous: no input is a roster") != isRoster)
    }

    /// In any order, and in the summary's own row.
    @Test func summaryIsCompared() throws {
        let folder = try Folder([
            "A_REFRESHREFERRAL_FULL_20190620.csv": Self.roster(0..<13),
            "B_REFRESHREFERRAL_FULL_20190620.csv": Self.roster(0..<12),
            "A_SUMMARY_FULL_20190620.csv": Self.summary,
        ])
        let rows = "roster.counts.differ Sent_Row_Num"
        let columns = "roster.counts.differ Sent_Column_Num"
        let (a, b) = ("A_REFRESHREFERRAL_FULL_20190620.csv", "B_REFRESHREFERRAL_FULL_20190620.csv")
        let summary = "A_SUMMARY_FULL_20190620.csv"
        #expect(try folder.found([a, summary]) == ["\(rows) 2", "\(columns) 2"])
        #expect(try folder.found([summary, a]) == ["\(rows) 2", "\(columns) 2"])
        #expect(try folder.found([summary, b]) == [])
    }

    /// However a number is written, a receipt reads it the same.
    @Test(arguments: [
        ("12", []), ("12.0", []), ("\"1,001\"", ["not 1001"]), ("\"0,012\"", []),
        ("-12", ["not -12"]), ("ten", []), ("13", ["not 13"]),
    ])
    func aSummarysNumberIsCompared(_ number: String, _ told: [String]) throws {
        let folder = try Folder([
            "A_REFRESHREFERRAL_FULL_20190620.csv": Self.roster(0..<12),
            "A_SUMMARY_FULL_20190620.csv": Self.summary.replacing(
                "12,19,", with: "\(number),21,"),
        ])
        let found = try folder.found([
            "A_REFRESHREFERRAL_FULL_20190620.csv", "A_SUMMARY_FULL_20190620.csv",
        ])
        let isOdd = number.contains(where: { ",tn".contains($0) })
        let report = try String(
            contentsOf: URL(filePath: folder.path("report")), encoding: .utf8)
        #expect(found.contains("roster.number.form Sent_Row_Num 2") == isOdd)
        #expect(found.contains("roster.counts.differ Sent_Row_Num 2") == !told.isEmpty)
        for word in told { #expect(report.contains("counted in the roster, \(word)")) }
    }

    @Test func providersAreLookedUp() throws {
        let folder = try Folder([
            "pidsl.txt": "\u{FEFF}110999998A Hill ACO\n110999999B Lake Care\n",
            "NOW_REFRESHREFERRAL_FULL.csv": Self.roster(0..<1),
        ])
        var options = ConversionOptions()
        options.codes = try CodeLists(folder: folder.url.path)
        #expect(
            try folder.found(["NOW_REFRESHREFERRAL_FULL.csv"], options) == [
                "roster.provider.name CP_Name_Official 2"
            ])
    }

    @Test func listOfProvidersHasLocationsAndNames() throws {
        let folder = try Folder(["pidsl.txt": "110999998A Hill ACO\n110999999 Lake Care\n"])
        let failure = #expect(throws: ConversionFailure.self) {
            _ = try CodeLists(folder: folder.url.path)
        }
        #expect(failure?.exitStatus == 64)
        #expect(failure?.message.contains("pidsl.txt:2: ") == true)
        #expect(failure?.message.contains("Lake") == false)
    }
}
