/// An envelope of the input while it is open: an interchange, a group or a transaction set.
struct SplitLevel {
    /// Its opening segments with the white space after them, which every part repeats.
    var opening: [UInt8] = []
    /// Offsets in it where a segment lost its terminator, which parts have again.
    var lostTerminators: [Int] = []
    /// As sent in the opening; a closing segment that is written anew repeats it.
    var control: [UInt8] = []
    /// Segments in `opening`.
    var openingCount = 0
    /// Whether the input has no opening for it.
    var isImplied = false
    /// Whether its ISA was broken by a terminator, so that its rest follows as a stray segment.
    var isBroken = false
    /// Whether it has no records and is held until its end, as only then its size is known.
    var isHeld = false
    /// Of a set that is held: how many records it has, where that is known.
    var records = 0
    /// Of a set that may be cut: what its header says of the number of its records.
    var totals: ControlTotals?
    /// Whether the part that is open has its opening.
    var isOpen = false
    /// Whether any part has its opening.
    var isPlaced = false
    /// Whether what no part holds has its opening.
    var isAside = false
    /// Bytes for no part that came behind its opening, before it was known where that goes.
    var rest: [UInt8] = []
    /// How many groups, sets or segments the open part has of it.
    var count = 0

    /// More bytes do not wait for an opening.
    static let restLimit = 1 << 20

    /// Whether the bytes of its opening have found their place.
    var isSettled: Bool { isPlaced || isAside }

    /// Notes that what no part holds has its opening, and what waited behind it.
    mutating func setAside() {
        isAside = true
        rest = []
    }
}

/// The part that is being written.
struct SplitPart {
    var byteCount = 0
    var records = 0
    var sets = 0
    /// Whether its interchange is closed: only white space can follow.
    var isEnded = false
    /// Whether it was said that it is too large.
    var isOversized = false
}
