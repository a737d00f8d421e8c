import Diagnostics

/// One run of the spine over the bytes of one block.
struct SpineWalk {
    var spine: Spine
    let bytes: UnsafePointer<UInt8>
    let count: Int
    /// Of the first byte, in the input.
    let offset: Int
    let isLast: Bool
    /// Segments up to this offset in the block were handled in the one before.
    var handledEnd: Int
    var content: BlockContent
    var lineCounter: LineCounter
    /// Bytes before it are accounted for, or belong to the open unit.
    var position = 0
    /// Index in `content.index.marks` of the next segment's last end.
    var nextMark = 0
    /// Ends that belong to segments already taken.
    var takenEnds = 0
    /// Offset in the block where the present interchange was found.
    var foundInterchange = -1
    /// Whether the next mark ends the segment that begins at `position`.
    var isAligned = true
    /// Set when the walk is over: the number of bytes that are done with.
    var consumed = 0
    /// Whether the block may not grow.
    var isFull = false
    private var contextIndex: Int?

    init(
        spine: Spine, bytes: UnsafePointer<UInt8>, count: Int, offset: Int, lines: LineStart,
        isLast: Bool, content: BlockContent
    ) {
        self.spine = spine
        self.bytes = bytes
        self.count = count
        self.offset = offset
        self.isLast = isLast
        handledEnd = spine.handledEnd - offset
        self.content = content
        lineCounter = LineCounter(bytes, base: offset, first: lines)
    }

    /// Reads all it can; the number of bytes that are done with.
    mutating func run() -> Int {
        if spine.isInsideEndless, !passEndless() { return isLast ? finish() : count }
        while true {
            if spine.phase == .outside {
                guard readOutside() else { break }
            } else {
                if spine.phase == .transaction, position >= handledEnd { takeRun() }
                guard var entry = nextSegment() else {
                    guard let hidden = hiddenInterchange else { break }
                    leaveCut(for: hidden)
                    continue
                }
                let joined = joinedSegment(in: entry)
                if let joined { entry = part(entry, before: joined) }
                if position <= handledEnd {
                    append(entry)
                } else {
                    let inner = innerInterchange(of: entry)
                    if awaitsMore(entry) || inner == .incomplete {
                        giveBack(from: Int(entry.start))
                        break
                    }
                    if case .found(let hidden) = inner {
                        leaveCut(for: hidden)
                    } else {
                        if let joined { report(joined, in: entry) }
                        take(entry)
                    }
                }
            }
        }
        if isLast { return finish() }
        return suspend()
    }

    /// Ends the block: what may be cut is cut, what may not is left for the next block.
    private mutating func suspend() -> Int {
        if spine.phase == .outside, position > 0 { spine.lastOutside = bytes[position - 1] }
        guard let open = spine.open else {
            return isFull && position == 0 ? takeEndless() : position
        }
        if isFull, open.unit.range.start == offset { abandon() }
        if spine.open?.isDivisible == true {
            keepClosing()
            divide()
            return isFull && position == 0 ? takeEndless() : position
        }
        spine.carry(handledEnd: offset + position)
        return open.unit.range.start - offset
    }

    // MARK: Segments

    /// The next segment that is not blank; `nil` when the block holds no more whole ones.
    @inline(__always)
    private mutating func nextSegment() -> SegmentEntry? {
        while true {
            guard nextMark < content.index.markCount else {
                let more = content.index.extend(
                    bytes, limit: count, delimiters: spine.context.interchange.delimiters)
                if more { continue }
                guard isLast, hiddenInterchange == nil, closeLast() else { return nil }
                continue
            }
            let ends = Int(content.index.mark(nextMark))
            nextMark &+= 1
            let terminator = Int(content.index.end(ends &- 1))
            var start = position
            let element = spine.context.interchange.delimiters.element
            while start < terminator, bytes[start].isWhiteSpace, bytes[start] != element {
                start &+= 1
            }
            let isHandled = terminator < handledEnd
            let previousEnd = position
            // What stands before a segment that is read again was counted with it the first time.
            if !isHandled { content.triviaCount &+= start &- min(start, max(position, handledEnd)) }
            position = min(terminator &+ 1, count)
            guard start < terminator else {
                takenEnds = ends
                if !isHandled { skipBlank(terminator, after: previousEnd) }
                continue
            }
            let entry = SegmentEntry(
                start: UInt32(truncatingIfNeeded: start),
                firstEnd: UInt32(truncatingIfNeeded: takenEnds),
                endCount: UInt32(truncatingIfNeeded: ends &- takenEnds),
                id: segmentID(at: start, end: Int(content.index.end(takenEnds))))
            takenEnds = ends
            return entry
        }
    }

    /// The id as a number; none for other than two or three characters.
    @inline(__always)
    func segmentID(at start: Int, end: Int) -> SegmentID {
        let word = UnsafeRawPointer(bytes).loadUnaligned(fromByteOffset: start, as: UInt32.self)
        switch end &- start {
        case 3: return SegmentID(rawValue: word & 0xFF_FFFF)
        case 2: return SegmentID(rawValue: word & 0xFFFF)
        default: return .none
        }
    }

    private mutating func skipBlank(_ terminator: Int, after previous: Int) {
        guard terminator < count else { return }
        content.triviaCount += 1
        if !bytes[terminator].isWhiteSpace { reportBlank(terminator, after: previous) }
    }

    /// Reports a blank segment, unless the one before it ended at `previous`.
    mutating func reportBlank(_ terminator: Int, after previous: Int) {
        if offset + previous != spine.blankEnd {
            report(.segmentBlank, at: terminator..<terminator + 1)
        }
        spine.blankEnd = offset + terminator + 1
    }

    /// Goes back to the start of the segment that was taken last.
    mutating func giveBack(from start: Int) {
        nextMark -= 1
        takenEnds = nextMark > 0 ? Int(content.index.mark(nextMark - 1)) : 0
        position = start
    }

    /// At the end of the input, ends a last segment that has no terminator.
    private mutating func closeLast() -> Bool {
        var rest = position
        while rest < count, bytes[rest].isWhiteSpace { rest += 1 }
        guard rest < count else { return false }
        spine.isUnterminated = true
        var end = count
        let element = spine.context.interchange.delimiters.element
        while end > rest, bytes[end - 1].isWhiteSpace, bytes[end - 1] != element { end -= 1 }
        content.index.close(at: end)
        return true
    }

    /// Offset after the segment, its terminator included; no letter or digit is one, but the segment
    /// that comes next, where the terminator was lost.
    func endOffset(_ entry: SegmentEntry) -> Int {
        let end = Int(content.index.end(Int(entry.firstEnd + entry.endCount) - 1))
        return min(bytes[end].isAlphanumeric ? end : end + 1, count)
    }

    // MARK: Units

    /// Adds a segment to the open unit.
    @inline(__always)
    mutating func append(_ entry: SegmentEntry) {
        if spine.open?.unit.firstSegment == -1 {
            let context = currentContext()
            let level = spine.open?.unit.isOrphan == true ? -1 : currentLevel()
            spine.open?.unit.firstSegment = content.segments.count
            spine.open?.unit.context = context
            spine.open?.unit.level = level
        }
        content.segments.append(entry)
    }

    /// Adds a segment to the open unit and counts it.
    @inline(__always)
    mutating func extend(_ entry: SegmentEntry) {
        append(entry)
        spine.open?.unit.segmentCount &+= 1
        spine.open?.unit.byteCount &+= position &- Int(entry.start)
        if spine.open?.unit.kind == .record, spine.levelSegments.contains(entry.id) {
            let wasKnown = !spine.hierarchy.isLost
            spine.hierarchy.lose()
            if wasKnown, findLevel(before: position) { spine.hierarchy.findAgain() }
            return
        }
        if entry.id == spine.headerSegment, spine.open?.unit.kind.isBehindHeader == true {
            spine.hierarchy.addStrayHeader()
        }
    }

    /// Begins a unit with this segment.
    mutating func begin(_ kind: Unit.Kind, _ entry: SegmentEntry, isDivisible: Bool = false) {
        close()
        spine.open = Spine.OpenUnit(
            unit: Unit(
                kind: kind, firstSegment: content.segments.count, segmentCount: 0,
                range: ByteRange(offset + Int(entry.start), 0), byteCount: 0,
                context: currentContext(), ordinal: 0,
                segmentNumber: spine.counts.segments), isDivisible: isDivisible)
        extend(entry)
    }

    /// Ends the open unit, if there is one.
    mutating func close() {
        guard var unit = spine.open?.unit else { return }
        spine.open = nil
        guard unit.segmentCount > 0 else { return }
        unit.range = ByteRange(unit.range.start, lastEnd)
        content.segmentTotal += unit.segmentCount
        content.units.append(unit)
        if unit.kind == .level { spine.hierarchy.end(unit, bytes + (unit.range.start - offset)) }
    }

    /// Offset in the input after the last segment of the table.
    private var lastEnd: Int {
        content.segments.last.map { offset + endOffset($0) } ?? offset
    }

    /// Cuts the open unit at the end of the block.
    mutating func divide() {
        guard var piece = spine.open?.unit else { return }
        guard piece.segmentCount > 0 else {
            // No more than white space before its next segment came, which is trivia.
            spine.open?.unit.range = ByteRange(offset + position, 0)
            return
        }
        var rest = piece
        piece.range = ByteRange(piece.range.start, lastEnd)
        piece.continues = true
        content.segmentTotal += piece.segmentCount
        content.units.append(piece)
        rest.firstSegment = -1
        rest.segmentNumber += piece.segmentCount
        rest.segmentCount = 0
        rest.byteCount = 0
        rest.isContinued = true
        rest.range = ByteRange(offset + position, 0)
        spine.open?.unit = rest
    }

    /// Index of the present context in the block's table.
    mutating func currentContext() -> Int {
        if let contextIndex { return contextIndex }
        content.contexts.append(spine.context)
        contextIndex = content.contexts.count - 1
        return content.contexts.count - 1
    }

    /// Index of the present level in the block's table; -1 for none.
    mutating func currentLevel() -> Int32 {
        guard let level = spine.hierarchy.current else { return -1 }
        return content.index(of: level)
    }

    /// To be called whenever `spine.context` changes.
    mutating func contextChanged() { contextIndex = nil }

    // MARK: Findings

    mutating func report(
        _ rule: Rule, at range: Range<Int>, place: Place = Place(), expected: String? = nil
    ) {
        let byteRange = ByteRange(offset + range.lowerBound, offset + range.upperBound)
        guard content.findings.count < BlockContent.findingLimit else {
            return content.unlisted.add(rule, place) { Finding(rule, at: byteRange, place: place) }
        }
        let (line, column) = lineCounter.locate(offset + range.lowerBound)
        content.findings.append(
            Finding(
                rule, at: byteRange, place: place, expected: expected, line: line, column: column))
    }
}
