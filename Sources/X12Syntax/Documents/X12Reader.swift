import Diagnostics

/// Reads X12 as a sequence of items that together are every byte of the input.
///
/// ```swift
/// for case .segment(let segment) in X12Reader(bytes) where segment.id == SegmentID("INS") { … }
/// ```
///
/// An input that comes in pieces is given with `append` and ended with `finish`; between them `next`
/// is `nil` when it needs more. The same items come out however the input is cut. No input makes
/// it fail: what is wrong comes as findings, each before the item it speaks of.
public struct X12Reader: Sequence, IteratorProtocol, Sendable {
    public typealias Element = X12Item

    /// Given, and from `givenIndex` on not yet in the block.
    private var given: [UInt8]
    private var givenIndex = 0
    private var isFinished: Bool
    private var spine: Spine
    private var block = Block(capacity: 0)
    private let blockSize: Int
    /// Walks the block once it is read; `nil` while it is filled.
    private var cursor: BlockCursor?
    /// Whether nothing was put into the block yet but what the one before left.
    private var isNewBlock = true
    /// Whether the spine has seen the end of the input.
    private var isOver = false
    /// Made, and waiting behind its findings.
    private var held: X12Item?
    private var findings: ArraySlice<Finding> = []

    /// A reader of these bytes.
    public init(_ bytes: [UInt8]) {
        self.init(given: bytes, isFinished: true)
    }

    /// A reader of bytes that are given piece by piece.
    public init() {
        self.init(given: [], isFinished: false)
    }

    init(given: [UInt8], isFinished: Bool, blockSize: Int = Block.ordinarySize) {
        self.given = given
        self.isFinished = isFinished
        self.blockSize = blockSize
        spine = Spine { _ in TransactionPlan(number: 0, recordOpener: .none) }
    }

    /// Gives the next bytes of the input; has no effect after `finish`.
    public mutating func append(_ piece: some Sequence<UInt8>) {
        guard !isFinished else { return }
        if givenIndex == given.count {
            given.removeAll(keepingCapacity: true)
        } else if givenIndex > given.count / 2 {
            given.removeSubrange(..<givenIndex)
        } else {
            given.append(contentsOf: piece)
            return
        }
        givenIndex = 0
        given.append(contentsOf: piece)
    }

    /// Says that no more bytes will come.
    public mutating func finish() { isFinished = true }

    /// The next item; `nil` at the end, and when more bytes are needed.
    public mutating func next() -> X12Item? {
        while true {
            if held == nil { held = cursor?.next(in: block) }
            if let item = held {
                if let finding = findings.first, finding.range.start < item.range.end {
                    return .finding(findings.removeFirst())
                }
                held = nil
                return item
            }
            guard readBlock() else {
                return isOver ? findings.popFirst().map { .finding($0) } : nil
            }
        }
    }

    // MARK: Blocks

    /// Fills the next block and finds its units; `false` at the end, or without enough bytes.
    private mutating func readBlock() -> Bool {
        guard !isOver else { return false }
        if let cursor { advance(past: cursor) }
        while true {
            fill()
            let isLast = isFinished && givenIndex == given.count
            // A full block waits for one more byte, so that its end is known to be no end of input.
            guard isLast || givenIndex < given.count else { return false }
            spine.read(&block, isLast: isLast)
            if block.consumed > 0 || isLast {
                findings += block.content.findings
                isOver = isLast
                cursor = BlockCursor(lines: block.lines)
                return true
            }
            block.grow(to: block.capacity * 2)
        }
    }

    private mutating func fill() {
        // Only here, so that where blocks end does not depend on when bytes were given.
        if block.capacity == 0 {
            block = Block(capacity: isFinished ? Swift.min(blockSize, given.count + 1) : blockSize)
        } else if isNewBlock, block.capacity < block.byteCount + blockSize / 2 {
            block.grow(to: block.byteCount + blockSize / 2)
        }
        isNewBlock = false
        let count = Swift.min(block.capacity - block.byteCount, given.count - givenIndex)
        guard count > 0 else { return }
        let start = block.byteCount
        block.bytes.replaceSubrange(
            start..<start + count, with: given[givenIndex..<givenIndex + count])
        block.byteCount += count
        givenIndex += count
    }

    /// Moves what the block's units did not use to its start.
    private mutating func advance(past cursor: BlockCursor) {
        let used = block.consumed
        let rest = block.byteCount - used
        block.bytes.withUnsafeMutableBytes { raw in
            guard let base = raw.baseAddress else { return }
            base.copyMemory(from: base + used, byteCount: rest)
        }
        block.byteCount = rest
        block.offset += used
        block.lines = cursor.lines
        self.cursor = nil
        isNewBlock = true
    }
}
