import Diagnostics

extension SpineWalk {
    /// Looks for the next interchange; `false` when the block has no more to give.
    mutating func readOutside() -> Bool {
        skipMark()
        let blank = skipWhiteSpace(from: position)
        content.triviaCount += blank - position
        position = blank
        guard position < count else { return false }
        switch reading(at: position) {
        case .header(let header):
            enter(header, at: position)
            return true
        case .incomplete:
            return false
        case .somethingElse:
            return skipOutside()
        }
    }

    private func skipWhiteSpace(from start: Int) -> Int {
        var next = start
        while next < count, bytes[next].isWhiteSpace { next += 1 }
        return next
    }

    /// The UTF-8 byte order mark at the very beginning.
    private mutating func skipMark() {
        guard offset + position == 0, headers.matches("\u{FEFF}", at: 0) else { return }
        report(.bytesMark, at: 0..<3)
        content.triviaCount += 3
        position = 3
        isAligned = false
    }

    /// An ISA, or a GS or ST where no ISA has to come first.
    private func reading(at start: Int) -> HeaderReading {
        let interchange = headers.interchange(at: start)
        if case .somethingElse = interchange { return headers.fragment(at: start) }
        return interchange
    }

    private mutating func enter(_ header: InterchangeHeader, at start: Int) {
        let known = spine.context.interchange.delimiters
        spine.context = EnvelopeContext()
        spine.context.interchange.delimiters = header.delimiters
        spine.context.interchange.isImplied = header.isFragment
        spine.context.interchange.hasStandardWidths = header.hasStandardWidths
        contextChanged()
        let isSame =
            known.element == header.delimiters.element
            && known.terminator == header.delimiters.terminator
        if !isSame || !isAligned {
            content.index.resume(at: start, keepingEnds: takenEnds, keepingMarks: nextMark)
            isAligned = true
        }
        spine.phase = .interchange
        spine.counts.groups = 0
        spine.counts.sets = 0
        spine.controls.groups.removeAll()
        spine.controls.sets.removeAll()
        spine.isOutsideReported = false
        foundInterchange = start
        if header.isFragment {
            report(.interchangeMissing, at: start..<start, expected: "ISA")
        } else if !header.hasStandardWidths {
            report(.interchangeWidth, at: start..<min(start + 3, count), place: Place(segment: "ISA"))
        }
    }

    /// Goes back outside; the index stays good when the next interchange follows at once.
    mutating func leaveInterchange(at start: Int) {
        if start < position {  // the segment is read again, as the start of an interchange
            nextMark -= 1
            takenEnds = nextMark > 0 ? Int(content.index.mark(nextMark - 1)) : 0
            position = start
        }
        spine.phase = .outside
        spine.open = nil
        spine.plan = nil
    }

    // MARK: Bytes that belong to no interchange

    /// Sets aside bytes up to the next interchange.
    private mutating func skipOutside() -> Bool {
        let start = position
        let next = nextInterchange(after: start)
        var end = next.offset
        while end > start, bytes[end - 1].isWhiteSpace { end -= 1 }
        guard end > start else { return false }
        if !spine.isOutsideReported {
            report(.bytesOutside, at: start..<end, expected: "ISA")
            spine.isOutsideReported = true
        }
        content.units.append(
            Unit(
                kind: .outside, firstSegment: 0, segmentCount: 0,
                range: ByteRange(offset + start, offset + end), byteCount: end - start,
                context: currentContext(), ordinal: 0, segmentNumber: 0))
        content.triviaCount += next.offset - end
        position = next.offset
        isAligned = false
        return next.isFound
    }

    /// Where the next interchange begins, or where the search must go on in the next block.
    private func nextInterchange(after start: Int) -> (offset: Int, isFound: Bool) {
        var candidate = start + 1
        while candidate < count {
            if bytes[candidate] == 0x49, !bytes[candidate - 1].isAlphanumeric {
                switch headers.interchange(at: candidate) {
                case .header(let header) where isPlausible(header, at: candidate):
                    return (candidate, true)
                case .incomplete: return (candidate, false)
                default: break
                }
            } else if bytes[candidate - 1].isWhiteSpace, bytes[candidate] == 0x47 {
                if case .header = headers.fragment(at: candidate) { return (candidate, true) }
            }
            candidate += 1
        }
        return (count, false)
    }

    /// In the midst of other text only a regular ISA, or one at the start of a line, counts.
    private func isPlausible(_ header: InterchangeHeader, at start: Int) -> Bool {
        header.hasStandardWidths || bytes[start - 1] == 0x0A || bytes[start - 1] == 0x0D
    }
}
