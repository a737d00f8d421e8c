@testable import Diagnostics

@testable import TableSyntax

/// A row as it was read, to keep and compare.
struct ReadRow: Equatable, Sendable {
    struct Cell: Equatable, Sendable {
        let text: [UInt8]
        let kind: TableCell.Kind
        let isPlain: Bool
        let range: ByteRange
    }

    let number: Int
    let line: Int
    let range: ByteRange
    let cells: [Cell]
    let isPiece: Bool
    let findings: [Finding]

    /// The texts with bars between them.
    var text: String {
        cells.map { String(decoding: $0.text, as: UTF8.self) }.joined(separator: "|")
    }
}

/// A whole text as it was read.
struct ReadTable: Equatable, Sendable {
    var dialect: TableDialect
    var rows: [ReadRow] = []
    var fileFindings: [Finding]

    /// Reads bytes that come in pieces, in blocks of a size.
    init(
        _ bytes: [UInt8], pieces: Int = Int.max, block: Int = TableBlock.ordinarySize,
        widths: [Int]? = nil, limits: TableLimits = TableLimits()
    ) {
        Seeds.keep(bytes, for: .tables)
        var reader = TableReader(
            MemorySource(bytes, pieceSize: pieces), widths: widths, limits: limits,
            blockSize: block)
        dialect = reader.dialect
        fileFindings = reader.fileFindings
        while let row = reader.next() {
            rows.append(
                ReadRow(
                    number: row.number, line: row.line, range: row.range,
                    cells: row.cells.map { cell in
                        ReadRow.Cell(
                            text: Array(row.text(cell)), kind: cell.kind, isPlain: cell.isPlain,
                            range: row.range(of: cell))
                    }, isPiece: row.isPiece, findings: reader.findings))
        }
    }

    init(_ text: String, pieces: Int = Int.max, widths: [Int]? = nil) {
        self.init(Array(text.utf8), pieces: pieces, widths: widths)
    }

    var texts: [String] { rows.map(\.text) }

    var rules: [String] { rows.flatMap(\.findings).map(\.rule.description) }
}

/// A small generator with a seed, so that a failure can be repeated.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
