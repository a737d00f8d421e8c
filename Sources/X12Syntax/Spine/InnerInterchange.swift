/// Looks for an interchange inside a segment: what was cut within a segment and joined to the next
/// file has no end, and would take the other's openings for its own elements.
///
/// One is known there by a regular ISA and the GS or TA1 behind it, wherever in the segment it
/// stands: no element holds that by chance. Nothing less will do, since names may hold the letters.
enum InnerInterchange {
    /// From the start of a segment to its end lie more bytes than these where an ISA is inside.
    static let leastRoom = InterchangeHeader.standardLength - 1

    /// Whether a regular ISA begins behind `start`, and ends no later than at `end`.
    @inline(never)
    static func standsBetween(_ start: Int, _ end: Int, _ bytes: UnsafePointer<UInt8>) -> Bool {
        next(from: start + 1, before: end, bytes) != nil
    }

    /// Where the next ISA begins whose separators stand where they belong, terminator at `end` at
    /// the latest.
    static func next(from start: Int, before end: Int, _ bytes: UnsafePointer<UInt8>) -> Int? {
        let last = end - (InterchangeHeader.standardLength - 1)
        var offset = start
        while offset <= last {
            // The last letter tells how far there is none.
            switch bytes[offset + 2] {
            case 0x41 where isHeader(bytes + offset): return offset
            case 0x49: offset += 2
            case 0x53: offset += 1
            default: offset += 3
            }
        }
        return nil
    }

    /// Whether ISA and its sixteen separators stand here.
    private static func isHeader(_ bytes: UnsafePointer<UInt8>) -> Bool {
        guard bytes[0] == 0x49, bytes[1] == 0x53 else { return false }
        return InterchangeHeader.separatorOffsets.allSatisfy { bytes[$0] == bytes[3] }
    }
}

extension SpineWalk {
    /// Where an interchange begins that comes after one that was cut.
    struct HiddenInterchange: Equatable {
        let start: Int
        /// Where the segment begins that it cuts; the same where it cuts none.
        let segment: Int
        /// Of that segment.
        let id: SegmentID
    }

    enum InnerSearch: Equatable {
        case none, incomplete
        case found(HiddenInterchange)
    }

    /// An interchange where no segment ends in this block: its terminator may be another.
    ///
    /// Without this, what comes next would grow to hold all the rest.
    var hiddenInterchange: HiddenInterchange? {
        var start = position
        let element = spine.context.interchange.delimiters.element
        while start < count, bytes[start].isWhiteSpace, bytes[start] != element { start += 1 }
        switch headers.laterInterchange(at: start) {
        case .header: return HiddenInterchange(start: start, segment: start, id: .none)
        case .incomplete: return nil
        case .somethingElse: break
        }
        guard case .found(let hidden) = inner(from: start, before: count) else { return nil }
        return hidden
    }

    /// An interchange inside a segment; none in what begins one itself, whose segments are others.
    @inline(__always)
    func innerInterchange(of entry: SegmentEntry) -> InnerSearch {
        let (start, end) = (Int(entry.start), endOffset(entry) - 1)
        guard end - start > InnerInterchange.leastRoom, start == foundInterchange || !begins(entry)
        else { return .none }
        return inner(from: start, before: end)
    }

    /// Whether another interchange begins with this segment.
    private func begins(_ entry: SegmentEntry) -> Bool {
        (entry.id == .isa || entry.id == .none) && startsInterchange(at: Int(entry.start))
    }

    @inline(never)
    private func inner(from start: Int, before end: Int) -> InnerSearch {
        var from = start + 1
        while let found = InnerInterchange.next(from: from, before: end, bytes) {
            if !isLast,
                count - found < InterchangeHeader.searchLimit + InterchangeHeader.groupLength
            {
                return .incomplete
            }
            if isFollowed(found) {
                let separator = spine.context.interchange.delimiters.element
                let idEnd = (start..<found).first { bytes[$0] == separator } ?? found
                return .found(
                    HiddenInterchange(
                        start: found, segment: start, id: segmentID(at: start, end: idEnd)))
            }
            from = found + 1
        }
        return .none
    }

    /// Whether GS or TA1 follows the ISA here.
    private func isFollowed(_ start: Int) -> Bool {
        guard case .header(let header) = headers.regularInterchange(at: start) else { return false }
        var next = start + header.length
        let limit = min(count, next + InterchangeHeader.groupLength)
        while next < limit, bytes[next].isWhiteSpace { next += 1 }
        return (["GS", "TA1"] as [StaticString]).contains {
            let end = next + $0.utf8CodeUnitCount
            return headers.matches($0, at: next) && end < count
                && bytes[end] == header.delimiters.element
        }
    }

    /// Ends the interchange that another one cuts, and sets the beginning of a segment aside that
    /// stands before it.
    mutating func leaveCut(for hidden: HiddenInterchange) {
        if hidden.segment > position {
            content.triviaCount += hidden.segment - position
            position = hidden.segment
        }
        if beginsNext(hidden.id) { close() }
        let isCut = hidden.start > hidden.segment
        closeEnvelopes(at: hidden.segment, through: .interchange, isCut: isCut)
        leaveInterchange(at: hidden.segment)
        if isCut { skipOutside(searchingFrom: hidden.start) }
    }

    /// Whether a segment of this id says that what came before it is whole.
    private func beginsNext(_ id: SegmentID) -> Bool {
        guard id != .none else { return false }
        return id == spine.recordOpener || id == spine.levelOpener || id == .se || id == .ge
            || id == .iea
    }

    /// Marks what may have lost its end: nothing tells whether more of it was to come.
    mutating func cutOpenUnit() {
        switch spine.open?.unit.kind {
        case .record, .level, .header: spine.open?.unit.isCut = true
        default: return
        }
    }
}
