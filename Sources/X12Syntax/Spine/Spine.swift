import Diagnostics

/// Walks an input from block to block: delimiters, envelopes, and where records begin and end.
///
/// It looks at each segment's id and no further, so that it can run ahead of the mapping of
/// records; everything it learns is in the block's content, in the order of the input.
package struct Spine: Sendable {
    enum Phase { case outside, interchange, group, transaction }

    /// A unit that has begun and not ended.
    struct OpenUnit {
        var unit: Unit
        /// Whether it may be cut into pieces at the end of a block.
        var isDivisible: Bool
    }

    let catalog: TransactionCatalog
    var phase = Phase.outside
    var context = EnvelopeContext()
    var plan: TransactionPlan? {
        didSet {
            recordOpener = plan?.recordOpener ?? .none
            levelSegments = plan?.levelSegments ?? []
            headerSegment = plan?.headerSegment ?? .none
            levelOpener = plan?.levels.isEmpty == false ? SegmentID("HL") : recordOpener
        }
    }
    /// Of the plan; none where there are no records.
    private(set) var recordOpener = SegmentID.none
    /// The segment that begins a level; the one that begins a record where there are no levels.
    private(set) var levelOpener = SegmentID.none
    /// Segments that stand in levels and in no record.
    private(set) var levelSegments: [SegmentID] = []
    /// The segment that stands in the header alone; none where there are no levels.
    private(set) var headerSegment = SegmentID.none
    var hierarchy = Hierarchy()
    var open: OpenUnit?
    /// Up to this offset of the input everything was handled; the open unit's bytes come again.
    private(set) var handledEnd = 0
    /// The last byte of the block before, where it belongs to no interchange.
    var lastOutside: UInt8?
    /// Whether the last block was too small, and comes again with more bytes.
    private var isAgain = false
    var counts = EnvelopeCounts()
    var controls = ControlNumbers()
    /// Whether the bytes before the next interchange have been reported.
    var isOutsideReported = false
    var isInsideGroupStart = false
    /// Whether an interchange has ended and nothing but trivia followed.
    var isAfterInterchange = false
    /// Whether anything but trivia has come.
    var hasBegun = false
    /// Offset after the last blank segment, of which a run is reported once.
    var blankEnd = -1
    /// Whether the block begins inside a segment that was longer than a block may be.
    var isInsideEndless = false
    /// Whether the last segment lacks its terminator.
    var isUnterminated = false
    /// Where the ISA of the present interchange stands in the input; empty where its elements do not
    /// have the widths of the standard, as then nothing but its terminator tells where it ends.
    var header = 0..<0
    /// What ends the segments of the last interchange; `nil` where none has come.
    var knownTerminator: UInt8?

    package init(catalog: @escaping TransactionCatalog) {
        self.catalog = catalog
    }

    /// Finds the units of a block; what its last unit leaves open is not consumed.
    ///
    /// `block.consumed` is 0 when the block is too small for one unit. With `isLast` all is consumed.
    /// A block that `isFull` may not grow: a unit that does not fit is cut and set aside.
    package mutating func read(_ block: inout Block, isLast: Bool, isFull: Bool = false) {
        block.content.clear(keepingFindings: isAgain)
        // Both are moved into the walk and back: a copy would copy their tables.
        var content = BlockContent()
        var spine = Spine(catalog: catalog)
        swap(&content, &block.content)
        swap(&spine, &self)
        let state = (count: block.byteCount, offset: block.offset, lines: block.lines)
        spine.hierarchy.startBlock(at: state.offset, state.lines)
        let result = block.bytes.withUnsafeBufferPointer { buffer -> SpineWalk? in
            guard let base = buffer.baseAddress else { return nil }
            var walk = SpineWalk(
                spine: spine, bytes: base, count: state.count, offset: state.offset,
                lines: state.lines, isLast: isLast, content: content)
            walk.isFull = isFull
            spine = Spine(catalog: catalog)
            content = BlockContent()
            walk.consumed = walk.run()
            return walk
        }
        guard var result else { return }
        block.consumed = result.consumed
        swap(&block.content, &result.content)
        swap(&self, &result.spine)
        isAgain = block.consumed == 0 && !isLast
    }

    /// Remembers that the open unit's segments come again with the next block.
    mutating func carry(handledEnd: Int) {
        self.handledEnd = handledEnd
        open?.unit.firstSegment = -1
    }
}

/// How many segments, sets and groups the open envelopes hold so far.
struct EnvelopeCounts: Sendable {
    var segments = 0
    var sets = 0
    var groups = 0
    var records = 0
    var serial = 0
}
