import CareModel
import Diagnostics
import TableGrammar
import TableSyntax

/// A cell whose value is not right at first sight: its text without what is around it.
struct CellLook {
    let facts: ColumnFacts
    let cell: TableCell
    private var bytes: UnsafePointer<UInt8>
    private(set) var start: Int
    private(set) var count: Int

    init(_ facts: ColumnFacts, _ cell: TableCell, _ row: TableRow) {
        self.facts = facts
        self.cell = cell
        bytes = row.bytes
        start = Int(cell.start)
        count = Int(cell.count)
    }

    var base: UnsafePointer<UInt8> { bytes + start }

    var text: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: bytes + start, count: count) }

    /// Whether blanks or line ends were left out.
    private(set) var isTrimmed = false

    var slot: Slot {
        Slot(
            start: UInt32(truncatingIfNeeded: start),
            extent: UInt32(truncatingIfNeeded: count) | (cell.isPlain ? 0 : Slot.unusualFlag))
    }

    var severity: Severity { facts.layoutSeverity }

    /// Number of characters.
    var characters: Int {
        text.count { $0 & 0xC0 != 0x80 }
    }

    var isDigits: Bool {
        !text.isEmpty && text.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// Whether it is zeros, which stand for no number.
    var isZeros: Bool { !text.isEmpty && text.allSatisfy { $0 == 0x30 } }

    /// Of a number that is in another form: who writes zeros alone says that there is none.
    var formSeverity: Severity {
        let isNone = text.contains(0x30) && !text.contains { 0x31...0x39 ~= $0 }
        return isNone ? .warning : severity
    }

    /// Leaves blanks out at both ends, those of any width.
    mutating func trim() {
        let kept = text.trimmedRange
        isTrimmed = isTrimmed || kept.count < count
        start += kept.lowerBound
        count = kept.count
    }

    /// Leaves the first bytes out.
    mutating func drop(first dropped: Int) {
        start += min(dropped, count)
        count -= min(dropped, count)
    }

    /// Takes text that was written anew for the cell's, until more is written.
    ///
    /// - Parameters:
    ///   - slot: where it lies.
    ///   - base: of the bytes that slots are told from.
    mutating func move(to slot: Slot, _ base: UnsafePointer<UInt8>) {
        bytes = base
        start = Int(slot.start)
        count = slot.count
    }

    /// Leaves the last bytes out.
    mutating func drop(last dropped: Int) { count -= min(dropped, count) }

    /// Whether the text is this, but for the case of letters; `other` has small letters alone.
    func isText(_ other: StaticString) -> Bool {
        count == other.utf8CodeUnitCount
            && (0..<count).allSatisfy { index in
                let byte = text[index]
                let folded = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
                return folded == other.utf8Start[index]
            }
    }

    func begins(with other: StaticString) -> Bool {
        count >= other.utf8CodeUnitCount
            && (0..<other.utf8CodeUnitCount).allSatisfy { text[$0] == other.utf8Start[$0] }
    }
}
