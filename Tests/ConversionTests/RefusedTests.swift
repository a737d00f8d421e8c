import Foundation
import Testing

/// Inputs that are no X12 at all: status 65, one line that says what they look like.
struct RefusedTests {
    @Test(
        arguments: [
            ("", "empty file"), (" \r\n", "nothing but white space"),
            ("\u{FEFF}", "nothing but white space"), ("Dear all,", "text without an ISA segment"),
            ("ISAAC NEWTON", "text without an ISA segment"), ("ISA", "text without an ISA segment"),
            ("ISA*", "cut short"), (String(EnrollmentText.plain.prefix(50)), "cut short"),
            (String(EnrollmentText.plain.prefix(104)), "cut short"),
            (String(EnrollmentText.plain.prefix(105)), "cut short"),
            ("%PDF-1.4\n", "PDF"), ("GIF89a", "GIF"), ("PK\u{03}\u{04}", "zip"),
            ("{\"a\":1}", "JSON"), ("{\\rtf1\\ansi}", "an RTF document"),
            ("<table><tr><td>Medicaid_ID</td></tr></table>", "looks like HTML"),
            ("\n<TR class=\"x\"><td>1</td></TR>", "looks like HTML"),
            (
                "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook"
                    + " xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"></Workbook>",
                "Excel 2003; save it as .xlsx or CSV"
            ),
            ("UNB+UNOA", "EDIFACT"),
            ("MSH|^~\\&|", "HL7"), ("Name,Member ID\nA,1\n", "text without an ISA segment"),
            ("SE*1*0001~", "text without an ISA segment"),
            (String(repeating: "\0", count: 500), "binary"),
        ])
    func refused(_ text: String, _ looks: String) throws {
        try check(Data(text.utf8), looks)
    }

    /// A roster with four bytes to a letter, with a mark or without one, is no UTF-16.
    @Test(arguments: [false, true], [false, true])
    func refusedWideText(_ hasMark: Bool, _ isBigEndian: Bool) throws {
        let text = (hasMark ? "\u{FEFF}" : "") + "Medicaid_ID,Member_Name_Last\n100000000999,Lebb\n"
        let bytes = text.unicodeScalars.flatMap { scalar -> [UInt8] in
            let low = [0, 8].map { UInt8(truncatingIfNeeded: scalar.value >> $0) } + [0, 0]
            return isBigEndian ? low.reversed() : low
        }
        try check(Data(bytes), "UTF-32 text")
    }

    @Test(
        arguments: [
            ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "PNG"),
            ([0xFF, 0xD8, 0xFF, 0xE0], "JPEG"), ([0x1F, 0x8B, 0x08, 0x00], "gzip"),
            ([0xFF, 0xFE, 0x49, 0x00, 0x53, 0x00], "UTF-16"),
        ] as [([UInt8], String)])
    func refusedBytes(_ bytes: [UInt8], _ looks: String) throws {
        try check(Data(bytes), looks)
    }

    private func check(_ bytes: Data, _ looks: String) throws {
        let outcome = try Trial()(bytes)
        #expect(outcome.status == 65)
        #expect(outcome.records.isEmpty)
        #expect(outcome.rejects.isEmpty)
        #expect(outcome.findings.isEmpty)
        #expect(outcome.file.failure?.contains(looks) == true)
        #expect(outcome.file.bytes.total == 0 && outcome.file.balanced)
        #expect(outcome.report.split(separator: "\n").count == 1)
    }
}
