import Diagnostics

/// One segment of a block: where it stands and which of the block's ends are its own.
@frozen
public struct SegmentEntry: Sendable {
    /// Offset in the block of the first byte.
    public let start: UInt32
    /// Index in `BlockContent.ends` of the end of the segment id.
    public let firstEnd: UInt32
    /// Number of ends: elements and one for the id; the last is the terminator.
    public let endCount: UInt32
    public let id: SegmentID

    /// Stands for no segment until one is written over it.
    static let none = SegmentEntry(start: 0, firstEnd: 0, endCount: 0, id: SegmentID.none)

    /// Number of elements after the segment id.
    @inlinable public var elementCount: Int { Int(endCount) - 1 }
}

/// A run of segments, or of bytes, with one role.
@frozen @usableFromInline
package struct Unit: Sendable {
    @usableFromInline
    package enum Kind: Sendable {
        /// One segment of the envelope: ISA, TA1, GS, SE, GE, IEA.
        case envelope
        /// From ST to the segment before the first record.
        case header
        /// One record: from its opening segment to the segment before the next.
        case record
        /// A hierarchical level: from HL to the segment before the next level or record.
        case level
        /// Segments where none belongs.
        case stray
        /// Segments of a group without a guide, from GS to GE.
        case unknownGroup
        /// Segments of a transaction set without a guide, from ST to SE.
        case unknownTransaction
        /// Bytes outside all interchanges.
        case outside

        /// Whether it stands behind the header of a transaction set.
        @inline(__always) var isBehindHeader: Bool { self == .record || self == .level }
    }

    @usableFromInline package var kind: Kind
    /// Index of the first in `BlockContent.segments`, and how many; none for `outside`.
    @usableFromInline package var firstSegment: Int
    @usableFromInline package var segmentCount: Int
    /// In the input, from the first byte to the byte after the last terminator.
    @usableFromInline package var range: ByteRange
    /// Bytes of its segments with their terminators, without white space between them.
    @usableFromInline package var byteCount: Int
    /// Index in `BlockContent.contexts`.
    @usableFromInline package var context: Int
    /// Ordinal of a record in its transaction set, from 1.
    @usableFromInline package var ordinal: Int
    /// Number of the first segment in its transaction set; ST is 1.
    @usableFromInline package var segmentNumber: Int
    /// Index in `BlockContent.levels` of the level that it is, or stands beneath; -1 for none.
    @usableFromInline package var level: Int32 = -1
    /// Of a record: whether the HL of its level was lost, so that it stands beneath none that is known.
    @usableFromInline package var isOrphan = false
    /// Whether the input ends inside it.
    @usableFromInline package var isCut = false
    /// Whether it goes on from the block before, or into the next.
    @usableFromInline package var isContinued = false
    @usableFromInline package var continues = false
}

/// What the spine found in one block.
package struct BlockContent: Sendable {
    package var segments = SegmentTable()
    package var units: [Unit] = []
    package var contexts: [EnvelopeContext] = []
    /// Levels of its units, those from earlier blocks as well.
    package var levels: [HierarchicalLevel] = []
    /// Of the file, not of a record.
    package var findings: [Finding] = []
    /// More of these than a block of files that are read ever has.
    package var unlisted = UnlistedFindings()
    static let findingLimit = 1 << 15
    /// Bytes of white space between segments, blank segments and a byte order mark.
    package var triviaCount = 0
    /// How many segments belong to finished units.
    package var segmentTotal = 0
    var index = DelimiterIndex()

    package init() {}

    /// Offsets in the block of element separators and terminators.
    package var ends: [UInt32] { index.ends }

    /// Elements of all segments in the block, those that are carried over included.
    package var elementTotal: Int { index.endCount - index.markCount }

    /// Offset in the block of the terminator of a segment.
    package func end(of entry: SegmentEntry) -> Int {
        Int(index.end(Int(entry.firstEnd + entry.endCount) - 1))
    }

    /// Findings and trivia are kept when the same bytes are read again, which reports nothing twice.
    mutating func clear(keepingFindings: Bool = false) {
        segments.removeAll()
        units.removeAll(keepingCapacity: true)
        contexts.removeAll(keepingCapacity: true)
        if !levels.isEmpty { levels.removeAll(keepingCapacity: true) }
        if !keepingFindings {
            findings.removeAll(keepingCapacity: true)
            unlisted = UnlistedFindings()
            triviaCount = 0
        }
        segmentTotal = 0
        index.restart(at: 0)
    }
}

/// A stretch of an input that ends where a record ends, with everything the spine found in it.
package struct Block: Sendable {
    /// The first `byteCount` are the input's; 64 more are readable.
    package var bytes: [UInt8]
    package var byteCount = 0
    /// No more bytes than these are put into it; never more than it has room for.
    package private(set) var limit = 0
    /// How many of the bytes the block's units and trivia account for; the rest is carried over.
    package var consumed = 0
    /// Offset in the input of the first byte.
    package var offset = 0
    package var lines = LineStart()
    package var content = BlockContent()

    static let padding = 64
    /// Bytes of an ordinary block.
    package static let ordinarySize = 96 * 1024
    /// No unit may be longer, so that memory does not grow with a file of one segment.
    package static let greatestSize = 64 * 1024 * 1024

    package init(capacity: Int = Block.ordinarySize) {
        bytes = [UInt8](repeating: 0, count: capacity + Block.padding)
    }

    package var capacity: Int { bytes.count - Block.padding }

    /// Lets the block be filled up to a limit, whatever its memory could hold.
    mutating func makeRoom(for limit: Int) {
        if capacity < limit { grow(to: limit) }
        self.limit = limit
    }

    mutating func grow(to capacity: Int) {
        bytes.append(contentsOf: repeatElement(0, count: capacity - self.capacity))
    }
}
