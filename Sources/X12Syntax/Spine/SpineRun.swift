import CX12Scan
import Diagnostics

extension SpineWalk {
    /// Takes what is indexed of a transaction set's records: the bulk of every file.
    ///
    /// Stops before a segment that is part of an envelope, is blank, or has an id of an unusual
    /// length; those are for `take`.
    mutating func takeRun() {
        guard let open = spine.open?.unit, open.firstSegment >= 0, open.segmentCount > 0 else {
            return
        }
        var run = SpineRun(
            unit: open, units: [], position: position, mark: nextMark, ends: takenEnds,
            trivia: content.triviaCount, records: spine.counts.records,
            number: spine.counts.segments, segmentTotal: content.segmentTotal,
            lastEnd: content.segments.last.map { offset + endOffset($0) } ?? offset)
        swap(&run.units, &content.units)
        swap(&run.hierarchy, &spine.hierarchy)
        swap(&run.levels, &content.levels)
        let source = SpineRun.Source(
            bytes: bytes, offset: offset, delimiters: spine.context.interchange.delimiters,
            opener: spine.recordOpener, level: spine.levelOpener,
            levelSegments: spine.levelSegments, headerSegment: spine.headerSegment)
        let first = content.segments.count
        let index = content.index
        // Entries are written eight at a time.
        content.segments.append(atMost: index.markCount - nextMark + 8) { free in
            index.withPointers { ends, marks, markCount in
                run.take(source, free - first, from: first, ends, marks, markCount)
            }
            return run.taken
        }
        swap(&run.units, &content.units)
        swap(&run.hierarchy, &spine.hierarchy)
        swap(&run.levels, &content.levels)
        spine.open?.unit = run.unit
        if run.records != spine.counts.records { spine.open?.isDivisible = false }
        spine.counts.segments = run.number
        spine.counts.records = run.records
        position = min(run.position, count)
        nextMark = run.mark
        takenEnds = run.ends
        content.triviaCount = run.trivia
        content.segmentTotal = run.segmentTotal
        if run.isLevelLost, findLevel(before: position) { spine.hierarchy.findAgain() }
    }
}

/// The state of `takeRun`, apart from the walk so that it can stay in registers.
private struct SpineRun {
    var unit: Unit
    var units: [Unit]
    var position: Int
    var mark: Int
    var ends: Int
    var trivia: Int
    var records: Int
    var number: Int
    var segmentTotal: Int
    /// Offset in the input after the last segment that was taken.
    var lastEnd: Int
    var taken = 0
    var hierarchy = Hierarchy()
    var levels: [HierarchicalLevel] = []
    /// Whether a segment came that tells of a level whose HL was lost.
    var isLevelLost = false

    struct Source {
        let bytes: UnsafePointer<UInt8>
        let offset: Int
        let element: UInt8
        /// What no id is where nothing opens a record: two NUL make 0.
        let opener: UInt32
        /// The same as `opener` where there are no levels.
        let level: UInt32
        /// A line feed where it stands between segments; what is no byte where it has another meaning.
        let lineFeed: UInt64
        /// Segments that are not taken without a second look: openers, those of the envelope, and
        /// those of levels alone.
        let usual: x12_usual
        /// Segments of levels alone; seven at most, the rest is what no id is.
        let levelSegments: SIMD8<UInt32>
        let hasLevelSegments: Bool
        /// The segment of the header alone; what no id is where there is none.
        let header: UInt32

        init(
            bytes: UnsafePointer<UInt8>, offset: Int, delimiters: Delimiters, opener: SegmentID,
            level: SegmentID, levelSegments: [SegmentID], headerSegment: SegmentID
        ) {
            self.bytes = bytes
            self.offset = offset
            element = delimiters.element
            self.opener = opener == .none ? Self.noID : opener.rawValue
            self.level = level == .none ? Self.noID : level.rawValue
            lineFeed = element == 0x0A || delimiters.terminator == 0x0A ? 0x100 : 0x0A
            let envelope: [SegmentID] = [.isa, .iea, .gs, .ge, .st, .se]
            var known = SIMD8<UInt32>(repeating: Self.noID)
            for (index, id) in levelSegments.prefix(7).enumerated() { known[index] = id.rawValue }
            self.levelSegments = known
            header = headerSegment == .none ? Self.noID : headerSegment.rawValue
            let others = (envelope + levelSegments.prefix(7)).map(\.rawValue)
            usual = Self.usual([self.opener, self.level, header] + others, lineFeed)
            hasLevelSegments = !levelSegments.isEmpty
        }

        /// - Parameter ids: sixteen at most that are not usual.
        private static func usual(_ ids: [UInt32], _ lineFeed: UInt64) -> x12_usual {
            var usual = x12_usual()
            withUnsafeMutableBytes(of: &usual.ids) { raw in
                let places = raw.bindMemory(to: UInt32.self)
                for index in places.indices {
                    places[index] = index < ids.count ? ids[index] : noID
                }
            }
            usual.first_letters = ids.reduce(0) { $0 | 1 &<< ($1 & 31) }
            usual.second_letters = ids.reduce(0) { $0 | 1 &<< ($1 &>> 8 & 31) }
            usual.line_feed = UInt32(truncatingIfNeeded: lineFeed)
            usual.longest = UInt32(InnerInterchange.leastRoom)
            return usual
        }

        /// Ids have three bytes at most.
        static let noID = UInt32.max
    }

    mutating func take(
        _ source: Source, _ entries: UnsafeMutablePointer<SegmentEntry>, from first: Int,
        _ endTable: UnsafePointer<UInt32>, _ marks: UnsafePointer<UInt32>, _ markCount: Int
    ) {
        let start = entries + (first &+ taken)
        var stretch = Stretch(
            position: position, next: marks + mark, firstEnd: ends, entry: start, blankCount: 0,
            openerID: 0, hasLevelSegment: false, hasHeaderSegment: false)
        var opened: UnsafePointer<UInt32>?
        while true {
            let before = stretch
            let opener = stretch.pass(source, endTable, last: marks + markCount, opened: opened)
            let count = stretch.entry - before.entry
            unit.byteCount &+=
                stretch.position &- before.position &- stretch.blankCount &+ before.blankCount
            unit.segmentCount &+= count
            if stretch.hasLevelSegment {
                if unit.kind == .record {
                    isLevelLost = !hierarchy.isLost
                    hierarchy.lose()
                }
                stretch.hasLevelSegment = false
            }
            if stretch.hasHeaderSegment {
                if unit.kind.isBehindHeader { hierarchy.addStrayHeader() }
                stretch.hasHeaderSegment = false
            }
            guard opener >= 0, !isLevelLost, !stretch.isSwallowing(source, endTable) else { break }
            let lastEnd = count > 0 ? source.offset &+ stretch.position : lastEnd
            let number = number &+ (stretch.entry - start) &+ 1
            if stretch.openerID == source.opener {
                // A level that ought to have one inside may hide it.
                if unit.kind == .level, hierarchy.lacksChild { break }
                end(source, at: lastEnd)
                begin(at: source.offset &+ opener, stretch.entry - entries, number)
            } else {
                let endCount = Int(stretch.next.pointee) &- stretch.firstEnd
                let values = SpineRun.values(source, endTable + stretch.firstEnd, endCount)
                if !hierarchy.isNext(values) { break }
                end(source, at: lastEnd)
                beginLevel(source, opener, values, stretch.entry - entries, number)
            }
            opened = stretch.next
        }
        taken &+= stretch.entry - start
        number &+= stretch.entry - start
        // What lies between segments is white space.
        trivia &+= stretch.blankCount
        position = stretch.position
        mark = stretch.next - marks
        ends = stretch.firstEnd
    }

    /// Ends the unit.
    private mutating func end(_ source: Source, at lastEnd: Int) {
        // What came before this run ended where it ended; white space is not part of the unit.
        unit.range = ByteRange(unit.range.start, lastEnd)
        segmentTotal &+= unit.segmentCount
        units.append(unit)
        if unit.kind == .level {
            hierarchy.end(unit, source.bytes + (unit.range.start &- source.offset))
        }
    }

    /// Begins a record.
    private mutating func begin(at offset: Int, _ segment: Int, _ number: Int) {
        records &+= 1
        unit = Unit(
            kind: .record, firstSegment: segment, segmentCount: 0, range: ByteRange(offset, 0),
            byteCount: 0, context: unit.context, ordinal: records, segmentNumber: number,
            level: hierarchy.isLost ? -1 : unit.level)
        unit.isOrphan = hierarchy.isLost
    }

    /// What the HL says whose ends these are.
    @inline(never)
    private static func values(
        _ source: Source, _ ends: UnsafePointer<UInt32>, _ endCount: Int
    ) -> LevelValues {
        LevelValues(source.bytes) { element in
            guard element < endCount else { return 0..<0 }
            return Int(ends[element &- 1]) &+ 1..<Int(ends[element])
        }
    }

    /// Begins a level.
    @inline(never)
    private mutating func beginLevel(
        _ source: Source, _ from: Int, _ values: LevelValues, _ segment: Int, _ number: Int
    ) {
        let level = hierarchy.begin(values)
        levels.append(level)
        unit = Unit(
            kind: .level, firstSegment: segment, segmentCount: 0,
            range: ByteRange(source.offset &+ from, 0), byteCount: 0, context: unit.context,
            ordinal: 0, segmentNumber: number, level: Int32(truncatingIfNeeded: levels.count - 1))
    }
}

/// Segments of one unit that are taken one after the other; few numbers, which stay in registers.
private struct Stretch {
    /// Offset after the last terminator.
    var position: Int
    /// The mark that comes next.
    var next: UnsafePointer<UInt32>
    /// Index of the end that comes next.
    var firstEnd: Int
    /// Where the next segment is entered.
    var entry: UnsafeMutablePointer<SegmentEntry>
    /// Bytes of white space that were passed over.
    var blankCount: Int
    /// Id of the segment before which it ended, where that opens a record or level.
    var openerID: UInt32
    /// Whether one was taken that stands in levels alone.
    var hasLevelSegment: Bool
    /// Whether one was taken that stands in headers alone.
    var hasHeaderSegment: Bool

    /// Takes segments up to one that opens a record, or is not for this run.
    ///
    /// - Parameter opened: the mark of the segment that opens the unit at hand.
    /// - Returns: offset of the segment that opens a record, or -1.
    @inline(never)
    mutating func pass(
        _ source: SpineRun.Source, _ endTable: UnsafePointer<UInt32>,
        last: UnsafePointer<UInt32>, opened: UnsafePointer<UInt32>?
    ) -> Int {
        while next != last {
            let nextEnds = Int(next.pointee)
            let terminator = Int(endTable[nextEnds &- 1])
            let (from, word) = Stretch.begin(source, position, terminator)
            let length = Int(endTable[firstEnd]) &- from
            guard UInt(bitPattern: length &- 2) <= 1 else { break }
            let id = UInt32(truncatingIfNeeded: word) & (length == 3 ? 0xFF_FFFF : 0xFFFF)
            if id == source.opener || id == source.level, next != opened {
                openerID = id
                return Stretch.isEnvelope(id) ? -1 : from
            }
            if Stretch.isEnvelope(id) { break }
            if terminator &- from > InnerInterchange.leastRoom,
                InnerInterchange.standsBetween(from, terminator, source.bytes)
            {
                break
            }
            if source.hasLevelSegments, any(source.levelSegments .== id) {
                hasLevelSegment = true
            }
            if id == source.header { hasHeaderSegment = true }
            blankCount &+= from &- position
            position = terminator &+ 1
            entry.pointee = Stretch.entry(from, firstEnd, nextEnds, id)
            entry += 1
            firstEnd = nextEnds
            next += 1
            passUsual(source, endTable, last)
        }
        return -1
    }

    /// Takes segments as long as none needs a second look: nearly all.
    @inline(__always)
    private mutating func passUsual(
        _ source: SpineRun.Source, _ endTable: UnsafePointer<UInt32>,
        _ last: UnsafePointer<UInt32>
    ) {
        let numbers = UnsafeMutableRawPointer(entry).assumingMemoryBound(to: UInt32.self)
        var run = x12_run(
            next: next, entry: numbers, position: UInt32(truncatingIfNeeded: position),
            first_end: UInt32(truncatingIfNeeded: firstEnd), blanks: 0)
        withUnsafePointer(to: source.usual) { x12_take(source.bytes, endTable, last, $0, &run) }
        entry += (run.entry - numbers) &>> 2
        next = UnsafePointer(run.next)
        position = Int(run.position)
        firstEnd = Int(run.first_end)
        blankCount &+= Int(run.blanks)
    }

    @inline(__always)
    private static func entry(
        _ from: Int, _ firstEnd: Int, _ nextEnds: Int, _ id: UInt32
    ) -> SegmentEntry {
        SegmentEntry(
            start: UInt32(truncatingIfNeeded: from),
            firstEnd: UInt32(truncatingIfNeeded: firstEnd),
            endCount: UInt32(truncatingIfNeeded: nextEnds &- firstEnd),
            id: SegmentID(rawValue: id))
    }

    /// Whether the segment that comes next may hold the ISA of another interchange.
    @inline(__always)
    func isSwallowing(_ source: SpineRun.Source, _ endTable: UnsafePointer<UInt32>) -> Bool {
        let terminator = Int(endTable[Int(next.pointee) &- 1])
        return terminator &- position > InnerInterchange.leastRoom
            && InnerInterchange.standsBetween(position, terminator, source.bytes)
    }

    /// Where a segment begins, and its first bytes.
    @inline(__always)
    private static func begin(
        _ source: SpineRun.Source, _ position: Int, _ terminator: Int
    ) -> (offset: Int, word: UInt64) {
        var from = position
        var word = word(source.bytes, from)
        // Most often one line feed stands between segments.
        if word & 0xFF == source.lineFeed {
            from &+= 1
            word &>>= 8
        }
        if word & 0xFF <= 0x20 {
            from = skip(source.bytes, position, terminator, source.element)
            word = self.word(source.bytes, from)
        }
        return (from, word)
    }

    /// Eight bytes, the first in the lowest.
    @inline(__always)
    private static func word(_ bytes: UnsafePointer<UInt8>, _ offset: Int) -> UInt64 {
        UInt64(littleEndian: UnsafeRawPointer(bytes + offset).loadUnaligned(as: UInt64.self))
    }

    /// Passes over the white space before a segment.
    @inline(never)
    private static func skip(
        _ bytes: UnsafePointer<UInt8>, _ start: Int, _ terminator: Int, _ element: UInt8
    ) -> Int {
        var from = start
        while from < terminator, bytes[from].isWhiteSpace, bytes[from] != element { from &+= 1 }
        return from
    }

    /// Whether a segment id of two or three characters belongs to the envelope.
    @inline(never)
    private static func isEnvelope(_ id: UInt32) -> Bool {
        switch SegmentID(rawValue: id) {
        case .se, .st, .ge, .gs, .iea, .isa: return true
        default: return false
        }
    }
}
