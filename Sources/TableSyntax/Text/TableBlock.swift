/// A stretch of a text that ends where a row ends; its memory is used again.
///
/// Rows in it are whole, so that it is read without its neighbours. One thread uses it at a time.
package final class TableBlock: @unchecked Sendable {
    /// The first `byteCount` are text: UTF-8 or Windows-1252; 64 more are readable.
    package private(set) var bytes: UnsafeMutablePointer<UInt8>
    package private(set) var capacity: Int
    package internal(set) var byteCount = 0
    /// How many of the bytes are this block's; the rest is carried over.
    package internal(set) var consumed = 0
    /// Offset in the input of the first byte, and of the byte after the last that is consumed.
    package internal(set) var offset = 0
    package internal(set) var endOffset = 0
    /// Number of the first row, from 1, and how many there are.
    package internal(set) var firstRow = 1
    package internal(set) var rowCount = 0
    /// Line of the first byte, from 1.
    package internal(set) var firstLine = 1
    /// Offsets of quotation marks that open a cell and are never closed.
    var unclosed: [Int] = []
    /// Whether it is a piece of one row that is too long to be held, and whether the first.
    var isPiece = false
    var isFirstPiece = false

    static let padding = 64
    /// A block with less room than this is full.
    static let slack = 64
    /// Bytes of an ordinary block.
    package static let ordinarySize = 256 * 1024
    /// Rows of such a block, of which no roster's are so short that it has more.
    package static let mostRows = 2048

    package init(capacity: Int = TableBlock.ordinarySize) {
        self.capacity = capacity
        bytes = .allocate(capacity: capacity + Self.padding)
        bytes.initialize(repeating: 0, count: capacity + Self.padding)
    }

    deinit { bytes.deallocate() }

    /// Makes room for so many bytes; those that are there stay.
    func grow(to capacity: Int) {
        guard capacity > self.capacity else { return }
        let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + Self.padding)
        grown.update(from: bytes, count: byteCount)
        (grown + byteCount).initialize(repeating: 0, count: capacity + Self.padding - byteCount)
        bytes.deallocate()
        bytes = grown
        self.capacity = capacity
    }

    /// The bytes after those that count are NUL, whatever stood there before.
    func clearPadding() {
        (bytes + byteCount).update(repeating: 0, count: Self.padding)
    }
}
