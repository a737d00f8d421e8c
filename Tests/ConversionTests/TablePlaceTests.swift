import Foundation
import Testing

/// Where findings of text stand, as a person counts lines and characters, whatever the encoding.
struct TablePlaceTests {
    enum Encoding: CaseIterable { case utf8, utf16, windows }

    private static func bytes(_ text: String, _ encoding: Encoding) -> [UInt8] {
        switch encoding {
        case .utf8: Array(text.utf8)
        case .utf16:
            [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        case .windows: text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        }
    }

    /// The sex is wrong; letters of two bytes, quotation marks and line ends stand before it.
    @Test(
        arguments: Encoding.allCases,
        [
            "Sample", "N\u{FA}\u{F1}ez", "\"N\u{FA}\u{F1}ez, y\"", "\"N\u{FA}\n\u{F1}ez\"",
            "\"N\n\u{FA} \"\"\u{F1}\"\" z\"", "\"N\n\u{F1}\"  ", " \"N\n\n\u{F1}\"", "\"N\tz\"",
            "\"\n\"", "N\"\u{FA}",
        ])
    func columnsAreCharacters(_ encoding: Encoding, _ name: String) throws {
        let header =
            "Medicaid_ID,Member_Name_Last,Member_Name_First,Member_Date_of_Birth,Member_Sex"
        let line = "100000000999,\(name),Jos\u{E9},19800102,Q"
        let rows = "\(header)\n100000000998,Plain,Ann,19800102,F\n\(line)\n"
        let outcome = try TableTrial(layout: "cp-assignment")(Self.bytes(rows, encoding))
        let last = line.split(separator: "\n").last ?? ""
        let place = ":\(3 + name.count { $0 == "\n" }):\(last.count): "
        let told = outcome.report.split(separator: "\n").filter { $0.contains("code.unknown") }
        #expect(told.count == 1)
        #expect(told.allSatisfy { $0.contains(place) }, "\(place) in \(told)")
    }

    /// What a row lacks is told at its end, whatever line that is on.
    @Test(arguments: Encoding.allCases, ["Sample", "\"N\u{FA}\n\u{F1}\"", "\"N\n\n\" "])
    func whatIsMissingIsToldAtTheEnd(_ encoding: Encoding, _ name: String) throws {
        let text = "\(TableText.headerLine)\(TableText.member(1))100000000999,\(name)\n"
        let outcome = try TableTrial()(Self.bytes(text, encoding))
        let line = 3 + name.count { $0 == "\n" }
        let last = "100000000999,\(name)".split(separator: "\n").last ?? ""
        let told = outcome.report.split(separator: "\n").filter { $0.contains("value.missing") }
        #expect(!told.isEmpty && told.allSatisfy { $0.contains(":\(line):\(last.count + 1): ") })
    }

    /// Lines end where the rows do, and a cell may be in another encoding than the file. `#` stands for
    /// a byte of Windows-1252.
    @Test(arguments: [
        ("\r", "Plain", "Sample", 3), ("\r", "Plain", "\"N\r\u{F1}\"", 4),
        ("\r", "Plain", "a\nb", 3), ("\r\n", "Plain", "\"N\r\n\u{F1}\"", 4),
        ("\n", "Jos\u{E9}", "\"N#z\"", 3), ("\n", "Jos\u{E9}", "N#n", 3),
        ("\n", "Jos\u{E9}", "\"a\n#\"", 4),
    ])
    func linesAndLettersOfOthers(
        _ end: String, _ before: String, _ name: String, _ line: Int
    ) throws {
        let header =
            "Medicaid_ID,Member_Name_Last,Member_Name_First,Member_Date_of_Birth,Member_Sex"
        let row = "100000000999,\(name),Ann,19800102,Q"
        let text = "\u{FEFF}\(header)\(end)100000000998,\(before),Ann,19800102,F\(end)\(row)\(end)"
        let bytes = text.utf8.map { $0 == UInt8(ascii: "#") ? 0xFA : $0 }
        let outcome = try TableTrial(layout: "cp-assignment")(bytes)
        let last = row.split { $0 == Character(end) }.last ?? ""
        let told = outcome.report.split(separator: "\n").filter { $0.contains("code.unknown") }
        #expect(told.count == 1)
        #expect(told.allSatisfy { $0.contains(":\(line):\(last.count): ") }, "\(told)")
    }

    /// 0x81 is no letter of Windows-1252.
    @Test(arguments: [(UInt8(0x81), true), (0x9D, true), (0x80, false), (0xF1, false)])
    func bytesWithoutALetterAreFound(_ byte: UInt8, _ isFound: Bool) throws {
        let row = TableText.row(["Member_Name_Last": "P#X"]).utf8
        let bytes = row.map { $0 == UInt8(ascii: "#") ? byte : $0 }
        let outcome = try TableTrial()(Array(TableText.headerLine.utf8) + bytes)
        #expect(outcome.rules.contains("table.text.encoding"))
        #expect(outcome.rules.contains("table.text.invalid") == isFound)
    }
}
