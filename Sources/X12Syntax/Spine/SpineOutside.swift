import Diagnostics

extension SpineWalk {
    /// Looks for the next interchange; `false` when the block has no more to give.
    mutating func readOutside() -> Bool {
        skipMark()
        skipWhiteSpace()
        guard position < count else { return false }
        if spine.isOutsideReported { return skipOutside(searchingFrom: position) }
        switch reading(at: position) {
        case .header(let header):
            enter(header, at: position)
            return true
        case .incomplete:
            return false
        case .somethingElse:
            return skipOutside(searchingFrom: position + 1)
        }
    }

    private mutating func skipWhiteSpace() {
        let known = spine.context.interchange.delimiters
        while position < count, bytes[position].isWhiteSpace {
            let byte = bytes[position]
            if byte == known.terminator || byte == known.element { isAligned = false }
            content.triviaCount += 1
            position += 1
        }
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
    private mutating func skipOutside(searchingFrom first: Int) -> Bool {
        let next = nextInterchange(from: first)
        setAside(upTo: next.offset)
        guard let header = next.header else { return false }
        enter(header, at: next.offset)
        return true
    }

    private mutating func setAside(upTo next: Int) {
        let start = position
        var end = next
        while end > start, bytes[end - 1].isWhiteSpace { end -= 1 }
        guard end > start else { return }
        if !spine.isOutsideReported {
            report(.bytesOutside, at: start..<end, expected: "ISA")
            spine.isOutsideReported = true
        }
        content.units.append(
            Unit(
                kind: .outside, firstSegment: 0, segmentCount: 0,
                range: ByteRange(offset + start, offset + end), byteCount: end - start,
                context: currentContext(), ordinal: 0, segmentNumber: 0))
        content.triviaCount += next - end
        position = next
        isAligned = false
    }

    /// Where the next interchange begins, or where the search must go on in the next block.
    private func nextInterchange(from first: Int) -> (offset: Int, header: InterchangeHeader?) {
        var candidate = first
        while candidate < count {
            switch interchange(inTextAt: candidate) {
            case .header(let header): return (candidate, header)
            case .incomplete: return (candidate, nil)
            case .somethingElse: candidate += 1
            }
        }
        return (count, nil)
    }

    /// An ISA that is no part of a word, or a GS after white space.
    @inline(__always)
    private func interchange(inTextAt start: Int) -> HeaderReading {
        let byte = bytes[start]
        guard byte == 0x49 || byte == 0x47 else { return .somethingElse }
        guard let previous = start > 0 ? bytes[start - 1] : spine.lastOutside else {
            return .somethingElse
        }
        if byte == 0x47 {
            return previous.isWhiteSpace ? headers.fragment(at: start) : .somethingElse
        }
        guard !previous.isAlphanumeric else { return .somethingElse }
        let reading = headers.interchange(at: start)
        if case .header(let header) = reading, !isPlausible(header, after: previous) {
            return .somethingElse
        }
        return reading
    }

    /// In the midst of other text only a regular ISA, or one at the start of a line, counts.
    private func isPlausible(_ header: InterchangeHeader, after previous: UInt8) -> Bool {
        header.hasStandardWidths || previous == 0x0A || previous == 0x0D
    }
}
