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
        ])
    func columnsAreCharacters(_ encoding: Encoding, _ name: String) throws {
        let header =
            "Medicaid_ID,Member_Name_Last,Member_Name_First,Member_Date_of_Birth,Member_Sex"
        let line = "100000000999,\(name),Jos\u{E9},19800102,Q"
        let rows = "\(header)\n100000000998,Plain,Ann,19800102,F\n\(line)\n"
        let outcome = try TableTrial(layout: "cp-assignment")(Self.bytes(rows, encoding))
        let last = line.split(separator: "\n").last ?? ""
        let place = ":\(name.contains("\n") ? 4 : 3):\(last.count): "
        let told = outcome.report.split(separator: "\n").filter { $0.contains("code.unknown") }
        #expect(told.count == 1)
        #expect(told.allSatisfy { $0.contains(place) }, "\(place) in \(told)")
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
