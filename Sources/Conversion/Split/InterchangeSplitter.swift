import Diagnostics
import Output
import X12Syntax

/// Cuts an input into parts, each an interchange made of the input's own segments.
///
/// A part begins with the openings (ISA, GS, and ST to the segment before the first record) of what
/// stands in it, and ends with SE, GE and IEA, whose counts are its own. White space goes with the
/// segment before it. What cannot stand in an interchange goes to the rest, so that each byte of the
/// input is in a part or in the rest.
struct InterchangeSplitter<Store: PartStore & ~Copyable>: ~Copyable {
    /// Where white space goes.
    enum Follower { case interchange, group, set, held, part, rest }

    var store: Store
    let measure: SplitMeasure
    var books = SplitBooks()
    /// Of the splitting itself, not of the input's envelopes.
    var findings: [Finding] = []
    var interchange: SplitLevel?
    var group: SplitLevel?
    var set: SplitLevel?
    var part: SplitPart?
    var delimiters = Delimiters.usual
    /// The line break after ISA, which follows trailers that are written anew.
    var lineBreak: [UInt8] = []
    var follower = Follower.rest
    /// Of the interchange without ISA that is open.
    var implied: Interchange?
    /// Bytes that are held.
    var heldCount = 0
    /// Offsets in what is held of terminators that the input lost.
    var heldTerminators: [Int] = []
    /// What is to be changed in the parts when all are complete.
    var mends: [PartMend] = []

    init(store: consuming Store, measure: SplitMeasure) {
        self.store = store
        self.measure = measure
    }

    /// Adds what one block holds; blocks come in the order of the input.
    mutating func add(_ block: Block) throws(ConversionFailure) {
        let units = block.content.units
        var position = block.offset
        let end = block.offset + block.consumed
        for (index, unit) in units.enumerated() {
            try addGap(block.slice(position, unit.range.start))
            position = max(position, unit.range.end)
            let next = index + 1 < units.count ? units[index + 1].range.start : end
            try add(unit, block, followed: max(0, next - unit.range.end))
            noteSize(unit.range, block)
        }
        try addGap(block.slice(position, end))
        books.total += block.consumed
    }

    /// Ends everything that is open, as the input ends.
    mutating func finish() throws(ConversionFailure) {
        if set?.isHeld == true { try dropHeld() }
        try leaveInterchange()
        try endPart()
        try store.mend(mends)
    }

    /// What was found so far, which is forgotten here.
    mutating func takeFindings() -> [Finding] {
        defer { findings = [] }
        return findings
    }

    // MARK: Units

    private mutating func add(
        _ unit: Unit, _ block: Block, followed: Int
    ) throws(ConversionFailure) {
        if part?.isEnded == true { try endPart() }
        let bytes = block.slice(unit.range.start, unit.range.end)
        if unit.kind == .outside {
            // Nothing but a segment that another interchange cuts leaves a set without an end here.
            if set?.isHeld == true { try dropHeld() }
            try leaveInterchange()
            return try addRest(bytes)
        }
        try enterImplied(block.content.contexts[unit.context].interchange)
        switch unit.kind {
        case .envelope: try addEnvelope(unit, bytes, block, followed: followed)
        case .header: try addHeader(unit, bytes, block)
        case .record where !unit.isCut && set != nil:
            let lost = block.lostTerminators(in: unit, ofLast: 1)
            try makeRoom(
                segments: unit.segmentCount, bytes.count + lost.count + followed, isRecord: true)
            try openSet()
            try place(bytes, lacking: lost)
            part?.records += 1
            books.records += 1
            set?.count += unit.segmentCount
            if set?.totals != nil {
                set?.totals?.add(block.element(1, of: block.content.segments[unit.firstSegment]))
            }
        case .stray where follower == .interchange && interchange?.isBroken == true:
            // Without it nobody could read the delimiters.
            interchange?.opening += bytes
        default:
            // A set whose header is too long to be one ends the set before it all the same.
            if unit.kind == .stray, unit.segmentCount > 0,
                block.content.segments[unit.firstSegment].id == SegmentID("ST")
            {
                try leaveSet()
            }
            try addRest(bytes)
        }
    }

    /// A stretch of a file without ISA is an interchange without opening and closing.
    private mutating func enterImplied(_ context: Interchange) throws(ConversionFailure) {
        guard context.isImplied ? implied != context : implied != nil else { return }
        try leaveInterchange()
        if part?.isEnded == true { try endPart() }
        guard context.isImplied else { return }
        implied = context
        interchange = SplitLevel(isImplied: true)
        delimiters = context.delimiters
        lineBreak = []
    }

    private mutating func addEnvelope(
        _ unit: Unit, _ bytes: ArraySlice<UInt8>, _ block: Block, followed: Int
    ) throws(ConversionFailure) {
        guard unit.segmentCount == 1 else { return try addRest(bytes) }
        let entry = block.content.segments[unit.firstSegment]
        switch entry.id {
        case SegmentID("ISA"):
            try leaveInterchange()
            if part?.isEnded == true { try endPart() }
            interchange = SplitLevel(
                opening: Array(bytes), lostTerminators: block.lostTerminators(ofHeader: unit),
                control: block.element(13, of: entry), openingCount: 1,
                isBroken: entry.elementCount < 16)
            delimiters = block.content.contexts[unit.context].interchange.delimiters
            lineBreak = []
            follower = .interchange
        case SegmentID("GS") where interchange != nil:
            try leaveGroup()
            group = SplitLevel(
                opening: Array(bytes), lostTerminators: block.lostTerminators(in: unit),
                control: block.element(6, of: entry), openingCount: 1)
            follower = .group
        case SegmentID("TA1") where interchange?.isImplied == false:
            let lost = block.lostTerminators(in: unit)
            try makeRoom(segments: 0, bytes.count + lost.count + followed)
            try openInterchange()
            try place(bytes, lacking: lost)
        case SegmentID("SE") where set != nil:
            try closeSet(entry, bytes, block)
        case SegmentID("GE"):
            try closeGroup(entry, bytes, block)
        case SegmentID("IEA"):
            try closeInterchange(entry, bytes, block)
        default: try addRest(bytes)
        }
    }

    private mutating func addHeader(
        _ unit: Unit, _ bytes: ArraySlice<UInt8>, _ block: Block
    ) throws(ConversionFailure) {
        guard interchange != nil, unit.segmentCount > 0 else { return try addRest(bytes) }
        let entry = block.content.segments[unit.firstSegment]
        let plan = block.content.contexts[unit.context].transaction?.plan
        let isHeld = SplitCatalog.isWhole(plan)
        if !unit.isContinued {
            try leaveSet()
            if group == nil { group = SplitLevel(isImplied: true) }
            guard isHeld || !unit.isCut else { return try addRest(bytes) }
            set = SplitLevel(
                opening: isHeld ? [] : Array(bytes),
                lostTerminators: isHeld ? [] : block.lostTerminators(in: unit),
                control: block.element(2, of: entry), openingCount: unit.segmentCount,
                isHeld: isHeld)
            let totals = ControlTotals(unit, block)
            if !isHeld, !totals.totals.isEmpty { set?.totals = totals }
            follower = .set
        } else {
            guard set?.isHeld == true else { return try addRest(bytes) }
            set?.openingCount += unit.segmentCount
        }
        if plan == SplitCatalog.claims {
            set?.records += block.count(SegmentID("CLM"), in: unit)
        }
        if isHeld { try hold(bytes, lacking: block.lostTerminators(in: unit)) }
    }

    // MARK: Between units

    /// White space, blank segments and byte order marks; they go with the segment before them.
    private mutating func addGap(_ bytes: ArraySlice<UInt8>) throws(ConversionFailure) {
        guard !bytes.isEmpty else { return }
        switch follower {
        case .interchange:
            interchange?.opening += bytes
            noteLineBreak(bytes)
        case .group:
            group?.opening += bytes
            if interchange?.isImplied == true { noteLineBreak(bytes) }
        case .set: set?.opening += bytes
        case .held: try hold(bytes)
        case .rest: try addRest(bytes, isTrivia: true)
        case .part where part?.isEnded == true:
            let blank = bytes.prefix { $0.isWhiteSpace }
            try place(blank)
            if blank.count < bytes.count {
                try addRest(bytes[blank.endIndex...], isTrivia: true)
            }
        case .part: try place(bytes)
        }
    }

    private mutating func noteLineBreak(_ bytes: ArraySlice<UInt8>) {
        lineBreak += bytes.filter { $0 == 0x0A || $0 == 0x0D }.prefix(2 - lineBreak.count)
    }
}

extension Block {
    /// Bytes between two offsets of the input that lie in the block.
    fileprivate func slice(_ start: Int, _ end: Int) -> ArraySlice<UInt8> {
        let first = max(0, start - offset)
        return bytes[first..<max(first, end - offset)]
    }

    /// How many segments of a unit have this id.
    fileprivate func count(_ id: SegmentID, in unit: Unit) -> Int {
        (unit.firstSegment..<unit.firstSegment + unit.segmentCount).count {
            content.segments[$0].id == id
        }
    }

    /// Offsets in a unit where one of its last segments lacks the terminator.
    fileprivate func lostTerminators(in unit: Unit, ofLast count: Int = .max) -> [Int] {
        let terminator = content.contexts[unit.context].interchange.delimiters.terminator
        // One that the end of the input cuts lacks more than that.
        let length = unit.segmentCount - (unit.isCut ? 1 : 0)
        let segments = unit.firstSegment..<unit.firstSegment + max(0, length)
        return segments.suffix(count).compactMap { index in
            let end = content.end(of: content.segments[index])
            return bytes[end] == terminator ? nil : offset + end - unit.range.start
        }
    }

    /// The same of ISA, which may end with another terminator than those behind it.
    fileprivate func lostTerminators(ofHeader unit: Unit) -> [Int] {
        lostTerminators(in: unit).filter { lost in
            bytes[unit.range.start - offset + lost].isAlphanumeric
        }
    }

    /// An element of a segment, as it was sent.
    func element(_ element: Int, of entry: SegmentEntry) -> [UInt8] {
        withView { Array($0.view(entry).element(element)) } ?? []
    }
}
