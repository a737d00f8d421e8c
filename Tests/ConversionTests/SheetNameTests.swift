import Foundation
import ShippedGrammars
import TableGrammar
import Testing

@testable import Conversion

/// The name of a sheet is a part of what its rows say.
struct SheetNameTests {
    private static let columns =
        LayoutLibrary.shipped.layout(named: "cp-enrollment")?.tables[0].columns.map(\.name) ?? []

    /// A row without an error; the last columns are empty.
    private static func row(_ changes: [String: String] = [:]) -> [String] {
        let values = [
            "Medicaid_ID": "100000000999", "Member_Name_Last": "Sample",
            "Member_Name_First": "Ann", "Member_Date_of_Birth": "19800102", "Member_Sex": "F",
            "Member_CP_Assignment_Plan": "BHCP", "Enrollment_Start_Date": "20180701",
            "Record_Status": "A", "Record_Update_Date": "20180615", "Export_Date": "20180616",
        ]
        return columns.map { changes[$0] ?? values[$0] ?? "" }
    }

    private func outcome(
        _ names: [String], _ changes: [String: String] = [:]
    ) throws -> TableOutcome {
        let rows = [Self.columns, Self.row(changes)]
        let book = try TableText.workbook((names[0], rows), (names[1], rows))
        return try TableTrial()(book, name: "A_ENROLLDISENROLL_CHG_20250701.xlsx")
    }

    private func names(_ records: [[String: Any]]) -> [String?] {
        records.map { ($0["source"] as? [String: Any])?["sheetName"] as? String }
    }

    @Test func recordsNameTheirSheet() throws {
        let outcome = try outcome(["ENROLLMENT", "Ann\"s"])
        #expect(names(outcome.records + outcome.rejects) == ["ENROLLMENT", "Ann\"s"])
    }

    @Test func rejectsNameTheirSheet() throws {
        let outcome = try outcome(["ENROLLMENT", "DISENROLLMENT"], ["Medicaid_ID": "1E+11"])
        #expect(outcome.records.isEmpty)
        #expect(names(outcome.rejects) == ["ENROLLMENT", "DISENROLLMENT"])
    }

    /// What is of no layout says so, and where it stood.
    @Test func unknownSheetsAreNamed() throws {
        let book = try TableText.workbook(
            ("ENROLLMENT", [Self.columns, Self.row()]), ("Notes", [["Ask somebody"]]))
        let outcome = try TableTrial()(book, name: "A_ENROLLDISENROLL_CHG_20250701.xlsx")
        #expect(names(outcome.rejects) == ["Notes"])
        #expect(outcome.rejects.first?["layout"] == nil)
    }

    /// In findings a name is the layout's own: others may be a member's.
    @Test func findingsNameSheetsOfTheLayout() throws {
        let outcome = try outcome(["enrollment", "CANARY"], ["Member_Sex": "Q"])
        #expect(outcome.report.contains(": sheet 1 (ENROLLMENT) row 2: warning: "))
        #expect(outcome.report.contains(": sheet 2 row 2: warning: "))
        #expect(!outcome.report.contains("CANARY"))
        #expect(!outcome.summary.description.contains("CANARY"))
    }

    /// A sheet of which the layout says that it has no rows may have members all the same.
    @Test(arguments: [
        ([["Code", "Meaning"], ["1", "Yes"]], 0), ([["Medicaid_ID", "Reason"]], 0), ([], 0),
        ([["Medicaid_ID", "Reason"], ["100000000999", "Moved"], [], ["", "Declined"]], 2),
    ])
    func membersOnASheetAsideAreSetAside(_ rows: [[String]], _ count: Int) throws {
        let layout = try #require(LayoutLibrary.shipped.layout(named: "flexible-services"))
        let columns = layout.tables[0].columns
        let member = columns.map { $0.field == "member.id" ? "100000000998" : "" }
        let book = try TableText.workbook(
            ("NUTRITION", [columns.map(\.name), member]), ("COMPARISON_GROUP", rows))
        let outcome = try TableTrial()(book, name: "A_ML_R3_QE20250630.xlsm")
        let aside = outcome.rejects.filter { $0["recordType"] as? String == "unreadable" }
        #expect(aside.count == count, "\(outcome.report)")
        #expect(names(aside).allSatisfy { $0 == "COMPARISON_GROUP" })
        #expect(outcome.found.contains("roster.sheet.aside 2") == (count > 0))
        #expect(outcome.isBalanced)
    }

    /// Of several sheets one may have no rows.
    @Test func aSheetOfSeveralMayBeEmpty() throws {
        for (name, severity) in [("DISENROLLMENT", "note"), ("List", "warning")] {
            let book = try TableText.workbook(
                ("ENROLLMENT", [Self.columns, Self.row()]), (name, [Self.columns]))
            let outcome = try TableTrial()(book, name: "A_ENROLLDISENROLL_CHG_20250701.xlsx")
            #expect(outcome.report.contains(": \(severity): A table has rows"), "\(name)")
        }
    }

    /// But not all of them: rows of each sheet, and what is said of those that have none.
    @Test(
        arguments: [
            ([0], "warning"), ([0, 0], "warning warning"), ([0, 1], "note"), ([1, 0], "note"),
            ([1, 1], ""),
        ])
    func aWorkbookHasRows(_ rows: [Int], _ severities: String) throws {
        let book = try TableText.workbook(
            of: zip(["ENROLLMENT", "DISENROLLMENT"], rows).map { name, count in
                (name, [Self.columns] + Array(repeating: Self.row(), count: count))
            })
        let outcome = try TableTrial()(book, name: "A_ENROLLDISENROLL_CHG_20250701.xlsx")
        let told = outcome.report.split(separator: "\n").filter { $0.contains("A table has rows") }
        let found = ["warning", "note"].flatMap { word in
            told.filter { $0.contains(": \(word): ") }.map { _ in word }
        }
        #expect(found.joined(separator: " ") == severities)
    }

    @Test func inspectionNamesSheetsOfTheLayout() throws {
        let rows = [Self.columns, Self.row()]
        let book = try TableText.workbook(
            ("Enrollment", rows), ("CANARY", rows), ("CANARY 2", [["x"]]))
        let folder = try TableFolder()
        let seen = folder.inspections(folder.path("a.xlsx", book)).map(\.text).joined()
        #expect(seen.contains("  sheet 1 ENROLLMENT: layout cp-enrollment"), "\(seen)")
        #expect(seen.contains("  sheet 2: layout cp-enrollment"), "\(seen)")
        #expect(!seen.contains("CANARY"), "\(seen)")
    }

    @Test func recordsOfTheLibraryNameTheirSheet() throws {
        let book = try TableText.workbook(("ENROLLMENT", [Self.columns, Self.row()]))
        let records = Array(RosterEntries(book, name: "a.xlsx"))
        #expect(records.map(\.source.sheetName) == ["ENROLLMENT"])
    }

    /// A list in parts, or a hidden old copy of it.
    @Test func rowsOfOtherSheetsAreTheSameRows() throws {
        let twice = try outcome(["List", "List (2)"])
        #expect(twice.found.contains("roster.row.repeated 2"))
        #expect(twice.report.contains(", see sheet 1 row 2 "))
        for copy in ["ENROLLMENT (2)", "enrollment(13)", "Enrollment "] {
            let copied = try outcome(["ENROLLMENT", copy])
            #expect(copied.found.contains("roster.row.repeated 2"), "\(copy)")
        }
        for other in ["DISENROLLMENT (2)", "ENROLLMENT ()", "ENROLLMENT (x)"] {
            let parted = try outcome(["ENROLLMENT", other])
            #expect(!parted.rules.contains("roster.row.repeated"), "\(other)")
        }
        #expect(
            !(try outcome(["ENROLLMENT", "DISENROLLMENT"])).rules.contains("roster.row.repeated"))
    }
}
