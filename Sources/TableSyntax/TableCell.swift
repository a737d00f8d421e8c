import Diagnostics

/// One cell of a row: where its text lies among the row's bytes, and what the input says it is.
@frozen
package struct TableCell: Sendable {
    /// What a cell holds, as far as the format says; text formats know text alone.
    package enum Kind: UInt8, Sendable {
        case text
        /// Nothing, or a pair of quotes with nothing in it.
        case empty
        case number, date, boolean
        /// An error that a spreadsheet shows: `#N/A`.
        case error
        /// A formula whose value was not kept.
        case formula
    }

    /// Offset of the text from `TableRow.bytes`.
    package var start: UInt32
    /// Number of bytes of the text.
    package var count: UInt32
    /// Where the cell stands in the input, quotes included: offset from the row's first byte, and
    /// number of bytes; both 0 where bytes mean nothing.
    package var inputStart: UInt32
    package var inputCount: UInt32
    package var kind: Kind
    /// Whether the text is known to be printable ASCII without `"` and `\`.
    package var isPlain: Bool

    @inlinable @inline(__always)
    package init(
        start: UInt32, count: UInt32, inputStart: UInt32 = 0, inputCount: UInt32 = 0, kind: Kind,
        isPlain: Bool
    ) {
        self.start = start
        self.count = count
        self.inputStart = inputStart
        self.inputCount = inputCount
        self.kind = kind
        self.isPlain = isPlain
    }
}
