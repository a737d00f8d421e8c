import Foundation
import Testing

/// Whatever the number of jobs is, the same bytes come of a table.
struct TableParallelTests {
    /// So many rows, each of its own member, a share of them with something wrong.
    static func rows(_ numbers: ClosedRange<Int>) -> String {
        numbers.map { number in
            switch number % 50 {
            case 7: TableText.row(["Medicaid_ID": "12\(number)"])
            case 11: TableText.row(["Member_Name_Last": "\"Sam\nple \(number)\""])
            case 13: TableText.member(number / 2)
            case 17: TableText.member(number).replacing("19800102", with: "1/2/1980")
            case 19: "\n"
            case 23: "Total,\(number)\n"
            default: TableText.member(number)
            }
        }
        .joined()
    }

    static let text = TableText.headerLine + rows(1...3000)

    @Test func textHasSeveralBlocks() { #expect(Self.text.utf8.count > 2 << 18) }

    @Test func manyDefects() throws {
        let trial = try JobsTrial([Data(Self.text.utf8)])
        #expect(try trial.differences() == [])
        #expect(try trial.differences(.keep, .json) == [])
        let outputs = try trial.convert(jobs: 3)
        let summary = String(decoding: outputs["summary"] ?? Data(), as: UTF8.self)
        #expect(summary.contains("\"balanced\":true"), "\(summary)")
    }

    /// The header of another table changes how all blocks behind it are read.
    @Test(arguments: [900, 1800]) func aSecondTable(_ row: Int) throws {
        let visits = """
            Medicaid ID,Last Name,First Name,Gender,DOB,Admit Date,Discharge Date,\
            Discharge Disposition,Encounter Major Class

            """
        let visit = "100000000998,Other,Bo,Male,1/2/1980,1/3/2019 10:00,,,Emergency\n"
        let text =
            TableText.headerLine + Self.rows(1...row) + visits
            + String(repeating: visit, count: 5000)
            + TableText.headerLine + Self.rows(1...900)
        #expect(try JobsTrial([Data(text.utf8)]).differences() == [])
    }

    /// The first error stands in a block that others are mapped before and after.
    @Test(arguments: [1, 1500, 2999]) func aStopInTheMiddle(_ row: Int) throws {
        let text =
            TableText.headerLine + (0..<row).map(TableText.member).joined()
            + TableText.row(["Medicaid_ID": ""]) + (row..<3000).map(TableText.member).joined()
        #expect(try JobsTrial([Data(text.utf8)]).differences(.stop) == [])
    }

    @Test func otherForms() throws {
        let wide = "\u{FEFF}" + Self.text
        var utf16 = Data()
        for unit in wide.utf16 { withUnsafeBytes(of: unit.littleEndian) { utf16 += $0 } }
        let unclosed = Self.text.replacing("Sample1500", with: "\"Sample1500")
        let headerAlone = TableText.headerLine
        let inputs = [utf16, Data(unclosed.utf8), Data(headerAlone.utf8), Data(Self.text.utf8)]
        #expect(try JobsTrial(inputs).differences() == [])
    }
}
