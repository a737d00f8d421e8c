import Foundation
import Testing

@testable import TableSyntax

/// What the fuzzer starts from.
struct SeedsTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "seeds-\(UUID())")

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    /// What lies in the folder: `tables:content`.
    private func kept(_ inputs: [[UInt8]], _ kind: Seeds.Kind?) throws -> [String] {
        defer { try? FileManager.default.removeItem(at: folder) }
        let seeds = Seeds(folder: folder.path)
        for input in inputs { seeds.keep(input, for: kind) }
        let names = try #require(FileManager.default.subpaths(atPath: folder.path))
        return try names.filter { $0.contains("/") }.map { name in
            let content = try Data(contentsOf: folder.appending(path: name))
            let shown = String(decoding: content.prefix(9), as: UTF8.self)
            return "\(name.prefix { $0 != "/" }):\(shown)"
        }.sorted()
    }

    /// Inputs of a kind, and what is kept of them.
    @Test(arguments: [
        (Seeds.Kind.tables, ["a,b", "a,b", "c"], ["tables:\0a,b", "tables:\0c"]),
        (.x12, ["ISA*", "PK"], ["x12:ISA*", "x12:PK"]),
        (.referrals, ["PK", ""], ["referrals:PK"]),
        (.workbooks, ["<a/>"], ["workbooks:\0<a/>"]),
        (nil, ["PK*", "<a/>"], ["referrals:<a/>", "workbooks:\0PK*"]),
        (nil, ["\u{FEFF}<a/>"], ["referrals:\u{FEFF}<a/>"]),
        (nil, ["ISA*", "a,<", ""], ["tables:\0a,<", "x12:ISA*"]),
    ])
    func eachInputIsKeptOnce(_ kind: Seeds.Kind?, _ inputs: [String], _ found: [String]) throws {
        #expect(try kept(inputs.map { Array($0.utf8) }, kind) == found)
    }

    @Test(arguments: [
        (Seeds.Kind.tables, 32 << 10), (.x12, 32 << 10), (.referrals, 32 << 10),
        (.workbooks, 64 << 10), (.parts, 64 << 10),
    ])
    func longInputsAreNotKept(_ kind: Seeds.Kind, _ size: Int) throws {
        let inputs = [size, size + 1].map { [UInt8](repeating: 0x61, count: $0) }
        #expect(try kept(inputs, kind).count == 1)
    }

    /// The target tells parts by the rest of their first byte by 4, and adds no header from 252 on.
    @Test func partsAreToldFromArchives() throws {
        let found = try kept([Array("a".utf8)], .parts)
        #expect(found == ["workbooks:" + String(decoding: [253, 0x61], as: UTF8.self)])
    }

    /// A workbook of the parts that were kept reads as the one they are of.
    @Test func partsMakeTheirWorkbookAgain() throws {
        let row = "<row r=\"1\"><c t=\"s\"><v>1</v></c><c s=\"1\"><v>1</v></c></row>"
        let book = BookBuilding(row).with {
            $0.strings = ["<t>a</t>", "<t>b</t>"]
            $0.formats = ["yyyy-mm-dd"]
            $0.workbookProperties = "date1904=\"1\""
            $0.tail = "</sheetData><!-- -->"
        }
        let again = BookBuilding(fuzzed: book.fuzzed)
        #expect(try BookReading(again.bytes) == BookReading(book.bytes))
        #expect(try BookReading(again.bytes).rows == ["1: b|1904-01-02@"])
        #expect(again.tail == book.tail)
        let header = BookBuilding(fuzzed: book.fuzzed, header: "<row r=\"1\"/>")
        #expect(header.sheets == ["<row r=\"1\"/>" + row])
    }
}
