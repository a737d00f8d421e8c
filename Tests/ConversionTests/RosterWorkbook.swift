import Archives
import Testing

@testable import TableSyntax

/// Workbooks of rosters by their parts, so that any of them can be damaged.
enum RosterWorkbook {
    /// A row of the XML of a sheet; a row without a number has none.
    static func row(_ cells: [String], number: Int? = nil) -> String {
        let place = number.map { " r=\"\($0)\"" } ?? ""
        let content = cells.map {
            $0.isEmpty ? "<c/>" : "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>"
        }
        return "<row\(place)>\(content.joined())</row>"
    }

    /// A row whose texts are shared strings, by their index.
    static func sharedRow(_ indices: Range<Int>) -> String {
        "<row>\(indices.map { "<c t=\"s\"><v>\($0)</v></c>" }.joined())</row>"
    }

    static func member(_ number: Int) -> [String] {
        TableText.cells([
            "Medicaid_ID": "1000000\(10_000 + number)", "Member_Name_Last": "Sample\(number)",
        ])
    }

    /// The header and members on one sheet.
    static func sheet(_ members: ClosedRange<Int>) -> String {
        row(TableText.header) + members.map { row(member($0)) }.joined()
    }

    /// The same with all texts shared.
    static var shared: BookBuilding {
        let texts = TableText.header + member(1)
        let count = TableText.header.count
        return BookBuilding(sharedRow(0..<count) + sharedRow(count..<texts.count)).with {
            $0.strings = texts.map { "<t>\($0)</t>" }
            $0.method = .stored
        }
    }

    /// The workbook with parts that are changed, or left out where nothing is made of them.
    static func bytes(
        _ building: BookBuilding, _ change: (String, String) -> String? = { $1 }
    ) throws -> [UInt8] {
        var archive = try ZipWriter(BookMemory(), method: building.method)
        for (name, text) in building.parts {
            guard let text = change(name, text) else { continue }
            try archive.begin(name)
            try Array(text.utf8).withUnsafeBytes { try archive.write($0) }
            try archive.end()
        }
        return try archive.finish().bytes
    }

    /// The workbook with another byte where this text ends first, so that a checksum is wrong.
    static func damaged(_ building: BookBuilding, at text: String) throws -> [UInt8] {
        var bytes = try building.bytes
        let sought = Array(text.utf8)
        let found = bytes.indices.first { bytes[$0...].starts(with: sought) }
        let index = try #require(found) + sought.count - 1
        bytes[index] ^= 1
        return bytes
    }
}
