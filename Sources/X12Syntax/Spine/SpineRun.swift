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
        let source = SpineRun.Source(
            bytes: bytes, offset: offset, element: spine.context.interchange.delimiters.element,
            opener: spine.recordOpener.rawValue)
        let first = content.segments.count
        content.segments.append(
            contentsOf: repeatElement(.none, count: content.index.markCount - nextMark))
        let index = content.index
        content.segments.withUnsafeMutableBufferPointer { segments in
            guard let entries = segments.baseAddress else { return }
            index.withPointers { ends, marks, markCount in
                run.take(source, entries, from: first, ends, marks, markCount)
            }
        }
        content.segments.removeLast(content.segments.count - first - run.taken)
        swap(&run.units, &content.units)
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

    struct Source {
        let bytes: UnsafePointer<UInt8>
        let offset: Int
        let element: UInt8
        let opener: UInt32
    }

    mutating func take(
        _ source: Source, _ entries: UnsafeMutablePointer<SegmentEntry>, from first: Int,
        _ ends: UnsafePointer<UInt32>, _ marks: UnsafePointer<UInt32>, _ markCount: Int
    ) {
        let bytes = source.bytes
        while mark < markCount {
            let nextEnds = Int(marks[mark])
            let terminator = Int(ends[nextEnds &- 1])
            var from = position
            while from < terminator, bytes[from] != source.element, bytes[from].isWhiteSpace {
                from &+= 1
            }
            let length = Int(ends[self.ends]) &- from
            let word = UnsafeRawPointer(bytes + from).loadUnaligned(as: UInt32.self)
            let id = length == 3 ? word & 0xFF_FFFF : word & 0xFFFF
            guard length == 3 || length == 2, !SpineRun.isEnvelope(id) else { return }
            number &+= 1
            if id == source.opener { begin(at: source.offset &+ from, first &+ taken) }
            trivia &+= from &- position
            position = terminator &+ 1
            unit.byteCount &+= position &- from
            unit.segmentCount &+= 1
            lastEnd = position &+ source.offset
            entries[first &+ taken] = SegmentEntry(
                start: UInt32(truncatingIfNeeded: from),
                firstEnd: UInt32(truncatingIfNeeded: self.ends),
                endCount: UInt32(truncatingIfNeeded: nextEnds &- self.ends),
                id: SegmentID(rawValue: id))
            taken &+= 1
            self.ends = nextEnds
            mark &+= 1
        }
    }

    /// Ends the unit and begins a record.
    private mutating func begin(at offset: Int, _ segment: Int) {
        var ended = unit
        ended.range = ByteRange(unit.range.start, lastEnd)
        segmentTotal &+= ended.segmentCount
        units.append(ended)
        records &+= 1
        unit = Unit(
            kind: .record, firstSegment: segment, segmentCount: 0, range: ByteRange(offset, 0),
            byteCount: 0, context: unit.context, ordinal: records, segmentNumber: number)
    }

    /// Whether a segment id of two or three characters belongs to the envelope.
    @inline(__always)
    private static func isEnvelope(_ id: UInt32) -> Bool {
        switch SegmentID(rawValue: id) {
        case .se, .st, .ge, .gs, .iea, .isa: true
        default: false
        }
    }
}
