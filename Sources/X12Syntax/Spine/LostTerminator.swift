import Diagnostics

/// A segment inside another of which the spine has to know, as the terminator between the two was
/// lost.
struct JoinedSegment: Equatable {
    /// The element of the segment around it at whose end its id stands.
    let element: Int
    /// Offset in the block where the value before it ends.
    let valueEnd: Int
    /// Offset of its first byte.
    let start: Int
    let id: SegmentID
}

// Of a segment that opens or closes an envelope it is known where it ends, and what may follow. The
// segments that begin a level or close a set, wherever they stand, are looked for where something
// tells that one is missing, so that it costs nothing where none is. What the two hold is known
// then, and they are read as if the terminator were there.
extension SpineWalk {
    // MARK: Behind an envelope segment

    /// What stands inside an envelope segment behind its last element.
    @inline(__always)
    func joinedSegment(in entry: SegmentEntry) -> JoinedSegment? {
        switch entry.id {
        case .se, .ge, .iea, .st, .gs, .ta1, .isa: joinedEnvelope(in: entry)
        default: nil
        }
    }

    @inline(never)
    private func joinedEnvelope(in entry: SegmentEntry) -> JoinedSegment? {
        switch entry.id {
        case .isa where entry.elementCount > 16 && Int(entry.start) == foundInterchange:
            first(of: [.gs], in: entry, after: 16)
        case .gs where entry.elementCount > 8: first(of: [.st, .ge], in: entry, after: 8)
        case .se where entry.elementCount > 2: first(of: [.ge, .st], in: entry, after: 2)
        case .ge where entry.elementCount > 2: first(of: [.iea, .gs], in: entry, after: 2)
        case .iea where entry.elementCount > 2: joinedInterchange(in: entry)
        case .ta1 where entry.elementCount > 5 && spine.phase == .interchange:
            first(of: [.gs, .iea], in: entry, after: 5)
        case .st where entry.elementCount > 2: joinedBeginning(in: entry)
        default: nil
        }
    }

    private func first(
        of ids: [SegmentID], in entry: SegmentEntry, after element: Int
    ) -> JoinedSegment? {
        for id in ids {
            if let joined = joined(id, in: entry, atEndOf: element),
                isEnvelope(id, entry, after: element)
            {
                return joined
            }
        }
        return nil
    }

    /// Whether the elements behind one are those of an envelope segment.
    private func isEnvelope(_ id: SegmentID, _ entry: SegmentEntry, after element: Int) -> Bool {
        let next = range(entry, element + 1)
        let count = entry.elementCount - element
        switch id {
        case .st:
            return count >= 2 && next.count == 3 && next.allSatisfy { bytes[$0].isAlphanumeric }
        case .gs:
            return count >= 6 && next.count == 2 && next.allSatisfy { bytes[$0].isAlphanumeric }
        default: return count >= 2 && Int(text(entry, element + 1)) != nil
        }
    }

    /// The first segment of the set that ST opens, where it is the one of the guide that ST names.
    private func joinedBeginning(in entry: SegmentEntry) -> JoinedSegment? {
        for element in [3, 2] where entry.elementCount > element {
            for length in [3, 2] {
                let end = range(entry, element).upperBound
                guard end - length >= range(entry, element).lowerBound,
                    let joined = joined(
                        segmentID(at: end - length, end: end), in: entry, atEndOf: element)
                else { continue }
                let version =
                    element == 3 ? text(range(entry, 3).lowerBound..<joined.valueEnd) : ""
                let group = spine.context.group
                let plan = spine.catalog(
                    TransactionIdentity(
                        group: group?.identifier ?? "", groupVersion: group?.version ?? "",
                        transaction: text(entry, 1), version: version))
                if plan?.firstSegment == joined.id { return joined }
            }
        }
        return nil
    }

    /// ISA behind an IEA that closes what is open.
    private func joinedInterchange(in entry: SegmentEntry) -> JoinedSegment? {
        guard let joined = joined(.isa, in: entry, atEndOf: 2),
            case .header = headers.regularInterchange(at: joined.start),
            Int(text(entry, 1)) == spine.counts.groups,
            text(range(entry, 2).lowerBound..<joined.valueEnd)
                == spine.context.interchange.controlNumber
        else { return nil }
        return joined
    }

    /// The segment of this id whose id ends an element, behind a value.
    private func joined(
        _ id: SegmentID, in entry: SegmentEntry, atEndOf element: Int
    ) -> JoinedSegment? {
        guard element > 0, element < entry.elementCount, id != .none else { return nil }
        let range = range(entry, element)
        let start = range.upperBound - (id.rawValue > 0xFFFF ? 3 : 2)
        guard start > range.lowerBound, segmentID(at: start, end: range.upperBound) == id else {
            return nil
        }
        var valueEnd = start
        while valueEnd > range.lowerBound, bytes[valueEnd - 1].isWhiteSpace { valueEnd -= 1 }
        guard valueEnd > range.lowerBound else { return nil }
        return JoinedSegment(element: element, valueEnd: valueEnd, start: start, id: id)
    }

    // MARK: Where one is missing

    /// Goes back to a level that begins inside the open unit; `false` where there is none.
    ///
    /// - Parameter next: where what comes next begins, which is not part of the unit.
    @inline(never)
    mutating func findLevel(before next: Int) -> Bool {
        guard let unit = spine.open?.unit, unit.kind == .header || unit.kind.isBehindHeader,
            spine.plan?.levels.isEmpty == false, unit.firstSegment >= 0
        else { return false }
        for index in unit.firstSegment..<content.segments.count {
            let entry = content.segments[index]
            // It has four elements; the last may be missing.
            for element in [entry.elementCount - 4, entry.elementCount - 3] {
                guard let joined = joined(.hl, in: entry, atEndOf: element),
                    spine.hierarchy.mayContinue(
                        with: LevelValues(bytes) { range(entry, element + $0) })
                else { continue }
                return goBack(to: index, joined, next)
            }
        }
        return false
    }

    /// The same where a record begins in a level that ought to have one inside.
    @inline(__always)
    mutating func findLevel(beforeRecord entry: SegmentEntry) -> Bool {
        guard spine.open?.unit.kind == .level, spine.hierarchy.lacksChild else { return false }
        return findLevel(before: Int(entry.start))
    }

    /// Goes back to the SE inside the last segment of the open unit; `false` where there is none.
    @inline(never)
    mutating func findClosing(before next: Int) -> Bool {
        guard let joined = joinedClosing() else { return false }
        return goBack(to: content.segments.count - 1, joined, next)
    }

    /// Leaves a last segment in which SE may stand to the next block: it tells what follows.
    mutating func keepClosing() {
        guard joinedClosing() != nil, let entry = content.segments.last else { return }
        let end = endOffset(entry)
        guard isWhite(end..<position) else { return }
        content.triviaCount -= position - end
        content.segments.cut(to: content.segments.count - 1)
        spine.counts.segments -= 1
        spine.open?.unit.segmentCount -= 1
        spine.open?.unit.byteCount -= end - Int(entry.start)
        position = Int(entry.start)
    }

    /// The SE inside the last segment of the open unit, where its count and control number are right.
    private func joinedClosing() -> JoinedSegment? {
        guard spine.phase == .transaction, let unit = spine.open?.unit, unit.segmentCount > 0,
            unit.kind == .header || unit.kind == .unknownTransaction || unit.kind.isBehindHeader,
            unit.firstSegment >= 0, let entry = content.segments.last,
            let control = spine.context.transaction?.controlNumber, !control.isEmpty
        else { return nil }
        for element in 1..<max(1, entry.elementCount - 1) {
            // GE may stand behind it as well.
            guard let joined = joined(.se, in: entry, atEndOf: element),
                Int(text(entry, element + 1)) == spine.counts.segments + 1,
                text(entry, element + 2).hasPrefix(control)
            else { continue }
            return joined
        }
        return nil
    }

    /// Takes segments back from one of the open unit on, which another stands in; `false` where blank
    /// segments among them were reported.
    private mutating func goBack(to index: Int, _ joined: JoinedSegment, _ next: Int) -> Bool {
        let outer = content.segments[index]
        var between = 0
        var length = endOffset(outer) - Int(outer.start)
        var end = endOffset(outer)
        for entry in content.segments[(index + 1)...] {
            guard isWhite(end..<Int(entry.start)) else { return false }
            between += Int(entry.start) - end
            end = endOffset(entry)
            length += end - Int(entry.start)
        }
        guard isWhite(end..<next) else { return false }
        let count = content.segments.count - index - 1
        let cut = part(outer, before: joined)
        report(joined, in: cut)
        content.segments.cut(to: index)
        content.segments.append(cut)
        content.triviaCount -= between + next - end
        spine.counts.segments -= count
        spine.open?.unit.segmentCount -= count
        spine.open?.unit.byteCount -= length - (position - Int(cut.start))
        handledEnd = min(handledEnd, position)
        return true
    }

    private func isWhite(_ range: Range<Int>) -> Bool {
        range.allSatisfy { bytes[$0].isWhiteSpace }
    }

    // MARK: What is done with it

    /// Ends a segment where the value before a joined one ends; that comes next.
    mutating func part(_ entry: SegmentEntry, before joined: JoinedSegment) -> SegmentEntry {
        let lastEnd = entry.firstEnd + entry.endCount
        var mark = nextMark - 1
        while mark > 0, content.index.mark(mark) > lastEnd { mark -= 1 }
        let firstEnd = Int(entry.firstEnd)
        content.index.resume(
            at: joined.start, keepingEnds: firstEnd + joined.element, keepingMarks: mark)
        content.index.close(at: joined.valueEnd)
        nextMark = mark + 1
        takenEnds = firstEnd + joined.element + 1
        spine.isUnterminated = false
        let cut = SegmentEntry(
            start: entry.start, firstEnd: entry.firstEnd,
            endCount: UInt32(truncatingIfNeeded: joined.element + 1), id: entry.id)
        position = endOffset(cut)
        return cut
    }

    mutating func report(_ joined: JoinedSegment, in entry: SegmentEntry) {
        let end = joined.start + (joined.id.rawValue > 0xFFFF ? 3 : 2)
        report(
            .segmentTerminator, at: joined.start..<end,
            place: Place(segment: text(entry, 0), element: joined.element),
            expected: "a terminator before \(text(joined.start..<end))")
    }
}
