import CZlib
import Foundation
import Testing

/// Rosters in workbooks become records, whatever holds the workbook.
struct WorkbookFileTests {
    static let rows = [TableText.header, TableText.cells()]

    static func book() throws -> [UInt8] { try TableText.workbook(("Sheet1", rows)) }

    @Test func aRowIsARecord() throws {
        let outcome = try TableTrial()(Self.book(), name: "ASSIGNMENT_FULL.xlsx")
        #expect(outcome.status == 0, "\(outcome.report)")
        let record = try #require(outcome.records.first)
        #expect(record["memberId"] as? String == "100000000999")
        let source = try #require(record["source"] as? [String: Any])
        #expect(source["sheet"] as? Int == 1)
        #expect(source["row"] as? Int == 2)
        #expect(source["bytes"] == nil)
        #expect(outcome.books("rows") == [2, 1, 1, 0, 0])
        #expect(outcome.isBalanced)
    }

    @Test func bothFormsSayTheSame() throws {
        let text = try TableTrial()(TableText.headerLine + TableText.row())
        let book = try TableTrial()(Self.book(), name: "input.xlsx")
        #expect(text.records.map(Self.withoutSource) == book.records.map(Self.withoutSource))
    }

    /// Programs in Java write numbers from ten million on with an exponent, and zeros at their end not.
    @Test func numbersWithAnExponentAreWhatTheyAre() throws {
        let numbers = TableText.cells([
            "Medicaid_ID": "#1.00000000999E11", "Member_Date_of_Birth": "#1.9800102E7",
            "ACO_MCO_PID": "#1.10999999E8", "CP_PID": "#1.10999998E8",
            "Phone_Number_Day": "#6.1755501E9", "ED_Visits": "#3.0E0",
        ])
        let read = try [TableText.cells(), numbers].map { cells in
            let book = try TableText.workbook(("Sheet1", [TableText.header, cells]))
            let outcome = try TableTrial()(book, name: "input.xlsx")
            #expect(outcome.records.count == 1, "\(outcome.report)")
            return (outcome.records.map(Self.withoutSource), outcome.found)
        }
        #expect(read[0] == read[1])
    }

    private static func withoutSource(_ record: [String: Any]) -> NSDictionary {
        NSDictionary(dictionary: record.filter { $0.key != "source" })
    }

    @Test func aWorkbookInAnArchiveIsRead() throws {
        let book = try Self.book()
        let zip = ZipBuilding([.init("in/roster.xlsx", book)]).bytes
        for (bytes, name) in [
            (zip, "a.zip"), (ArchiveBuilding.gzip(book), "a.xlsx.gz"), (book, "a.csv"),
        ] {
            let outcome = try TableTrial()(bytes, name: name)
            #expect(outcome.memberIDs == ["100000000999"], "\(name): \(outcome.report)")
            #expect(outcome.isBalanced, "\(name)")
        }
    }

    @Test func aFileCalledWrongIsReadAsWhatItIs() throws {
        let text = try TableTrial()(TableText.headerLine + TableText.row(), name: "a.xlsx")
        #expect(text.rules.contains("roster.file.kind"))
        #expect(text.records.count == 1)
        let book = try TableTrial()(Self.book(), name: "a.csv")
        #expect(book.rules.contains("roster.file.kind"))
        #expect(book.records.count == 1)
    }

    @Test func sheetsAreReadByTheirOwnColumns() throws {
        let names = [
            "Medicaid ID", "Last Name", "First Name", "Gender", "DOB", "Admit Date",
            "Discharge Date", "Discharge Disposition", "Encounter Major Class",
        ]
        let visit = [
            "100000000998", "Other", "Bo", "Male", "1/2/1980", "1/3/2019 10:00", "", "",
            "Emergency",
        ]
        let book = try TableText.workbook(
            ("List", Self.rows), ("Visits", [["Visits of 2019"], [], names, visit]),
            ("Notes", [["Ask CANARY"], ["a", "b"]]), ("Empty", []))
        let outcome = try TableTrial()(book, name: "input.xlsx")
        #expect(
            outcome.records.map { $0["layout"] as? String } == ["cp-assignment", "ed-ip-visits"])
        #expect(outcome.rules.contains("roster.sheet.unknown"), "\(outcome.report)")
        #expect(outcome.found.contains("roster.header.late 3"))
        #expect(outcome.rejects.map { $0["raw"] as? String } == ["Ask CANARY", "a\tb"])
        #expect(!outcome.report.contains("CANARY"))
        #expect(outcome.isBalanced)
    }

    @Test func blankRowsTotalsAndErrorsAreFound() throws {
        let book = try TableText.workbook(
            (
                "List",
                Self.rows + [
                    ["", " "], TableText.cells(["Medicaid_ID": "#1.00001E+11"]),
                    ["Total", "#2"],
                ]
            ))
        let outcome = try TableTrial()(book, name: "input.xlsx")
        #expect(outcome.books("rows") == [5, 1, 1, 2, 1], "\(outcome.report)")
        #expect(outcome.found.contains("roster.row.total 5"))
        #expect(outcome.found.contains("roster.sheet.scientific 4"), "\(outcome.found)")
        #expect(outcome.isBalanced)
    }

    /// What cannot be read is refused in one clear line.
    @Test(
        arguments: [
            ("old format", old("Workbook"), "old format .xls"),
            ("a password", old("EncryptedPackage"), "password"),
            ("an old letter", old("WordDocument"), "no workbook"),
            (
                "an archive", ZipBuilding([.init("[Content_Types].xml", "<Types/>")]).bytes,
                "Office document"
            ),
            (
                "no table", (try? TableText.workbook(("A", [["x", "y"]]))) ?? [],
                "columns no layout has"
            ),
        ] as [(String, [UInt8], String)])
    func refused(_ name: String, _ bytes: [UInt8], _ word: String) throws {
        let outcome = try TableTrial()(bytes, name: "input.xlsx")
        #expect(outcome.status == 65, "\(name)")
        #expect(outcome.failure.contains(word), "\(name): \(outcome.failure)")
    }

    /// A container of Office before 2007 with one stream.
    private static func old(_ stream: String) -> [UInt8] {
        var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        bytes += [UInt8](repeating: 0, count: 1024 - bytes.count)
        bytes[30] = 9
        for (index, unit) in stream.utf16.enumerated() { bytes[512 + 2 * index] = UInt8(unit) }
        return bytes
    }

    @Test func aCutWorkbookKeepsWhatCameBefore() throws {
        let many = (1...2000).map {
            TableText.cells(["Medicaid_ID": "1000000\(10_000 + $0)"])
        }
        let book = try TableText.workbook(("List", [TableText.header] + many))
        var damaged = book
        damaged[book.count / 2] ^= 0x55
        let outcome = try TableTrial()(damaged, name: "input.xlsx")
        #expect([1, 65].contains(outcome.status))
        #expect(outcome.isBalanced)
    }
}
