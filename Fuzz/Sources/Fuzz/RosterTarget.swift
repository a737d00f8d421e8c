import Conversion
@testable import ShippedGrammars
@testable import TableGrammar

/// Rosters, in text and in workbooks: what is made of any bytes balances, whatever pieces they come in.
enum RosterTarget {
    private static let tables = LayoutLibrary.shipped.layouts.flatMap(\.tables)
    private static let headers = tables.map { table in
        Array((table.columns.map(\.name).joined(separator: ",") + "\n").utf8)
    }
    private static let rows = tables.map { table in
        let cells = table.columns.map { "<c t=\"inlineStr\"><is><t>\($0.name)</t></is></c>" }
        return "<row r=\"1\">\(cells.joined())</row>"
    }

    /// The first byte says what the rest is: text, or parts of a workbook, behind the header of a layout
    /// or none.
    static func run(_ input: [UInt8]) {
        let choice = Int(input.first ?? 0)
        let index = choice / 2 % tables.count
        let hasHeader = choice > 0 && choice < 252
        if choice % 2 == 0 {
            checkEntries((hasHeader ? headers[index] : []) + input.dropFirst())
        } else if let book = WorkbookTarget.bytes(
            of: [1] + input.dropFirst(), header: hasHeader ? rows[index] : "")
        {
            checkEntries(book)
        }
    }

    /// The library's way, at once and in small pieces.
    private static func checkEntries(_ bytes: [UInt8]) {
        let file = RosterEntries(bytes, name: "a")
        let whole = Array(file)
        require(file.report.isBalanced, "the books balance: \(file.report.bytes)")
        let inPieces = Array(RosterEntries(chunks: Turn(bytes).chunks(of: bytes), name: "a"))
        require(inPieces.count == whole.count, "pieces make no difference")
        for (one, other) in zip(inPieces, whole) {
            require(one.entry == other.entry, "pieces make no difference")
            require(one.findings == other.findings, "pieces make no difference")
        }
    }
}
