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
            bytes: bytes, offset: offset, element: spine.context.interchange.delimiters.element,
            opener: spine.recordOpener.rawValue, level: spine.levelOpener.rawValue)
        let first = content.segments.count
        let index = content.index
        content.reserve(index.markCount - nextMark)
        content.segments.withUnsafeMutableBufferPointer { segments in
            guard let entries = segments.baseAddress else { return }
            index.withPointers { ends, marks, markCount in
                run.take(source, entries, from: first, ends, marks, markCount)
            }
        }
        content.segments.removeLast(content.segments.count - first - run.taken)
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

    struct Source {
        let bytes: UnsafePointer<UInt8>
        let offset: Int
        let element: UInt8
        let opener: UInt32
        /// The same as `opener` where there are no levels.
        let level: UInt32
    }

    mutating func take(
        _ source: Source, _ entries: UnsafeMutablePointer<SegmentEntry>, from first: Int,
        _ endTable: UnsafePointer<UInt32>, _ marks: UnsafePointer<UInt32>, _ markCount: Int
    ) {
        let bytes = source.bytes
        // Locals, and few of them, so that they stay in registers.
        var position = position
        var next = marks + mark
        let last = marks + markCount
        var firstEnd = ends
        let start = entries + (first &+ taken)
        var entry = start
        // Bytes of segments: of the unit, and of the units that ended here.
        var byteCount = 0
        var endedCount = 0
        var unitStart = entry
        while next != last {
            let nextEnds = Int(next.pointee)
            let terminator = Int(endTable[nextEnds &- 1])
            var from = position
            if bytes[from] <= 0x20 {
                from = SpineRun.skip(bytes, from, terminator, source.element)
            }
            let length = Int(endTable[firstEnd]) &- from
            let word = UnsafeRawPointer(bytes + from).loadUnaligned(as: UInt32.self)
            let id = length == 3 ? word & 0xFF_FFFF : word & 0xFFFF
            guard UInt(bitPattern: length &- 2) <= 1 else { break }
            if SpineRun.mayBeEnvelope(id), SpineRun.isEnvelope(id) { break }
            if id == source.opener || id == source.level {
                end(source, byteCount, entry - unitStart, at: source.offset &+ position)
                let number = number &+ (entry - start) &+ 1
                if id == source.opener {
                    begin(at: source.offset &+ from, entry - entries, number)
                } else {
                    let ends = endTable + firstEnd
                    beginLevel(
                        source, from, ends, nextEnds &- firstEnd, entry - entries, number)
                }
                unitStart = entry
                endedCount &+= byteCount
                byteCount = 0
            }
            position = terminator &+ 1
            byteCount &+= position &- from
            entry.pointee = SegmentEntry(
                start: UInt32(truncatingIfNeeded: from),
                firstEnd: UInt32(truncatingIfNeeded: firstEnd),
                endCount: UInt32(truncatingIfNeeded: nextEnds &- firstEnd),
                id: SegmentID(rawValue: id))
            entry += 1
            firstEnd = nextEnds
            next += 1
        }
        unit.byteCount &+= byteCount
        unit.segmentCount &+= entry - unitStart
        taken &+= entry - start
        number &+= entry - start
        // What lies between segments is white space.
        trivia &+= position &- self.position &- byteCount &- endedCount
        self.position = position
        mark = next - marks
        ends = firstEnd
    }

    /// Passes over the white space before a segment; most often one line feed.
    @inline(__always)
    private static func skip(
        _ bytes: UnsafePointer<UInt8>, _ start: Int, _ terminator: Int, _ element: UInt8
    ) -> Int {
        var from = start
        while from < terminator, bytes[from].isWhiteSpace, bytes[from] != element { from &+= 1 }
        return from
    }

    /// Ends the unit, of which so many bytes and segments were taken last.
    @inline(never)
    private mutating func end(
        _ source: Source, _ byteCount: Int, _ segmentCount: Int, at lastEnd: Int
    ) {
        unit.byteCount &+= byteCount
        unit.segmentCount &+= segmentCount
        // What came before this run ended where it ended; white space is not part of the unit.
        unit.range = ByteRange(unit.range.start, segmentCount > 0 ? lastEnd : self.lastEnd)
        segmentTotal &+= unit.segmentCount
        units.append(unit)
        if unit.kind == .level {
            hierarchy.end(unit, source.bytes + (unit.range.start &- source.offset))
        }
    }

    /// Begins a record.
    @inline(never)
    private mutating func begin(at offset: Int, _ segment: Int, _ number: Int) {
        records &+= 1
        unit = Unit(
            kind: .record, firstSegment: segment, segmentCount: 0, range: ByteRange(offset, 0),
            byteCount: 0, context: unit.context, ordinal: records, segmentNumber: number,
            level: unit.level)
    }

    /// Begins a level.
    @inline(never)
    private mutating func beginLevel(
        _ source: Source, _ from: Int, _ ends: UnsafePointer<UInt32>, _ endCount: Int,
        _ segment: Int, _ number: Int
    ) {
        let values = LevelValues(source.bytes) { element in
            guard element < endCount else { return 0..<0 }
            return Int(ends[element &- 1]) &+ 1..<Int(ends[element])
        }
        let level = hierarchy.begin(values)
        levels.append(level)
        unit = Unit(
            kind: .level, firstSegment: segment, segmentCount: 0,
            range: ByteRange(source.offset &+ from, 0), byteCount: 0, context: unit.context,
            ordinal: 0, segmentNumber: number, level: Int32(truncatingIfNeeded: levels.count - 1))
    }

    /// Whether an id begins with G, I or S, as those of the envelope do.
    @inline(__always)
    private static func mayBeEnvelope(_ id: UInt32) -> Bool {
        let letter = id & 0xFF
        return letter == 0x53 || letter == 0x47 || letter == 0x49
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
