import Diagnostics
import TableSyntax

/// A row of a table in memory, as those that read files give them out.
final class SampleRow {
    let texts: [String]
    let row: TableRow
    private let memory: UnsafeMutablePointer<UInt8>
    private let cells: UnsafeMutableBufferPointer<TableCell>

    /// Texts with a comma between them; `kind` is that of all cells that have text.
    init(_ texts: [String], kind: TableCell.Kind = .text, number: Int = 2, sheet: Int = 0) {
        self.texts = texts
        let bytes = Array(texts.joined(separator: ",").utf8) + [0x0A]
        memory = .allocate(capacity: bytes.count + 64)
        memory.initialize(repeating: 0, count: bytes.count + 64)
        for (index, byte) in bytes.enumerated() { memory[index] = byte }
        cells = .allocate(capacity: texts.count)
        var start: UInt32 = 0
        for (index, text) in texts.enumerated() {
            let count = UInt32(text.utf8.count)
            let isPlain = text.utf8.allSatisfy {
                (0x20..<0x7F).contains($0) && $0 != 0x22 && $0 != 0x5C
            }
            cells.initializeElement(
                at: index,
                to: TableCell(
                    start: start, count: count, inputStart: start, inputCount: count,
                    kind: text.isEmpty ? .empty : kind, isPlain: isPlain))
            start += count + 1
        }
        row = TableRow(
            sheet: sheet, number: number, line: sheet > 0 ? 0 : number,
            range: sheet > 0 ? ByteRange(0, 0) : ByteRange(0, bytes.count),
            cells: UnsafeBufferPointer(cells), bytes: UnsafePointer(memory))
    }

    deinit {
        memory.deallocate()
        cells.deallocate()
    }
}
