import Diagnostics

extension SpineWalk {
    /// Looks for the next interchange; `false` when the block has no more to give.
    mutating func readOutside() -> Bool {
        guard skipTrivia(), position < count else { return false }
        if spine.isOutsideReported { return skipOutside(searchingFrom: position) }
        switch reading(at: position) {
        case .header(let header) where !showsGroup(header, at: position):
            return false
        case .header(let header):
            enter(header, at: position)
            return true
        case .incomplete:
            return false
        case .somethingElse:
            return skipOutside(searchingFrom: position + 1)
        }
    }

    /// Passes white space, byte order marks, and blank segments after an interchange; `false` when
    /// the block ends inside a mark.
    private mutating func skipTrivia() -> Bool {
        let known = spine.context.interchange.delimiters
        while position < count {
            let byte = bytes[position]
            if byte.isWhiteSpace {
                if byte == known.terminator || byte == known.element { isAligned = false }
                content.triviaCount += 1
                position += 1
            } else if byte == 0xEF, !spine.isOutsideReported {
                if count - position < 3, !isLast { return false }
                guard headers.matches("\u{FEFF}", at: position) else { return true }
                skipMark()
            } else if byte == known.terminator, spine.isAfterInterchange {
                reportBlank(position, after: position)
                isAligned = false
                content.triviaCount += 1
                position += 1
            } else {
                return true
            }
        }
        return true
    }

    /// The UTF-8 byte order mark, at the beginning of a file or of one that was joined to another.
    private mutating func skipMark() {
        report(.bytesMark, at: position..<position + 3)
        content.triviaCount += 3
        position += 3
        isAligned = false
    }

    /// An ISA, or a GS or ST where no ISA has to come first.
    private func reading(at start: Int) -> HeaderReading {
        let interchange =
            spine.hasBegun ? headers.laterInterchange(at: start) : headers.interchange(at: start)
        if case .somethingElse = interchange { return headers.fragment(at: start) }
        return interchange
    }

    /// Whether the block holds as much as is needed to see how the GS behind an ISA ends.
    private func showsGroup(_ header: InterchangeHeader, at start: Int) -> Bool {
        guard !isLast, !header.isFragment else { return true }
        let known = count - start - InterchangeHeader.standardLength
        return known >= InterchangeHeader.evidenceLength
            || known >= InterchangeHeader.groupLength
                && headers.groupTerminator(after: header.delimiters, at: start) == nil
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
        spine.isAfterInterchange = false
        spine.hasBegun = true
        foundInterchange = start
        if header.isFragment {
            report(.interchangeMissing, at: start..<start, expected: "ISA")
        } else if !header.hasStandardWidths {
            reportWidths(of: header, at: start)
        } else if let terminator = headers.foreignTerminator(header.delimiters, at: start) {
            let end = start + InterchangeHeader.standardLength
            report(.interchangeTerminator, at: end - 1..<end, place: Place(segment: "ISA"))
            // ISA ends as it declares, everything after it as GS does.
            content.index.resume(at: start, keepingEnds: takenEnds, keepingMarks: nextMark)
            _ = content.index.extend(bytes, limit: end, delimiters: header.delimiters)
            spine.context.interchange.delimiters.terminator = terminator
        }
        let isRegular = header.hasStandardWidths && !header.isFragment
        if isRegular { checkSeparators(at: start) }
        spine.header = offset + start..<offset + start + (isRegular ? header.length : 0)
        spine.knownTerminator = spine.context.interchange.delimiters.terminator
    }

    /// Tells of an ISA without the widths of the standard, or why it lacks them.
    private mutating func reportWidths(of header: InterchangeHeader, at start: Int) {
        let isBreak = header.delimiters.terminator == 0x0A || header.delimiters.terminator == 0x0D
        let width = isBreak ? nil : headers.wrapWidth(at: start)
        report(
            width == nil ? .interchangeWidth : .interchangeWrapped,
            at: start..<min(start + 3, count), place: Place(segment: "ISA"),
            expected: width.map { "no line break after each \($0) bytes" })
    }

    /// Tells where an ISA of regular widths has one character for two purposes.
    private mutating func checkSeparators(at start: Int) {
        let (element, repetition) = (bytes[start + 3], bytes[start + 82])
        let component = bytes[start + 104]
        let terminator = spine.context.interchange.delimiters.terminator
        if component == element || component == terminator {
            report(
                .interchangeSeparators, at: start + 104..<start + 105,
                place: Place(segment: "ISA", element: 16))
        }
        if repetition == element || repetition == component || repetition == terminator {
            report(
                .interchangeSeparators, at: start + 82..<start + 83,
                place: Place(segment: "ISA", element: 11))
        }
    }

    /// Goes back outside; the index stays good when the next interchange follows at once.
    mutating func leaveInterchange(at start: Int) {
        if start < position {
            giveBack(from: start)
            spine.isUnterminated = false
        }
        spine.isAfterInterchange = true
        spine.phase = .outside
        spine.open = nil
        spine.plan = nil
    }

    // MARK: Bytes that belong to no interchange

    /// Sets aside bytes up to the next interchange.
    @discardableResult
    mutating func skipOutside(searchingFrom first: Int) -> Bool {
        let next = nextInterchange(from: first)
        setAside(upTo: next.offset, goesOn: next.header == nil && !isLast)
        guard let header = next.header else { return false }
        enter(header, at: next.offset)
        return true
    }

    /// - Parameter goesOn: whether the same stretch of bytes goes on in the next block.
    private mutating func setAside(upTo next: Int, goesOn: Bool) {
        let start = position
        var end = next
        while end > start, bytes[end - 1].isWhiteSpace { end -= 1 }
        guard end > start else { return }
        addOutside(start..<end, goesOn: goesOn)
        content.triviaCount += next - end
        position = next
        isAligned = false
    }

    /// Adds a unit of bytes that belong to no interchange; the first of a stretch is reported.
    mutating func addOutside(_ range: Range<Int>, goesOn: Bool = false) {
        var unit = Unit(
            kind: .outside, firstSegment: 0, segmentCount: 0,
            range: ByteRange(offset + range.lowerBound, offset + range.upperBound),
            byteCount: range.count, context: currentContext(), ordinal: 0, segmentNumber: 0)
        unit.isContinued = spine.isOutsideReported
        unit.continues = goesOn
        if !spine.isOutsideReported { report(.bytesOutside, at: range, expected: "ISA") }
        content.units.append(unit)
        spine.isOutsideReported = true
        spine.isAfterInterchange = false
        spine.hasBegun = true
    }

    /// Where the next interchange begins, or where the search must go on in the next block.
    private func nextInterchange(from first: Int) -> (offset: Int, header: InterchangeHeader?) {
        var candidate = first
        while candidate < count {
            switch interchange(inTextAt: candidate) {
            case .header(let header) where showsGroup(header, at: candidate):
                return (candidate, header)
            case .header, .incomplete: return (candidate, nil)
            case .somethingElse: candidate += 1
            }
        }
        return (count, nil)
    }

    /// A regular ISA wherever it stands, any other at the start of a line, a GS after white space.
    @inline(__always)
    private func interchange(inTextAt start: Int) -> HeaderReading {
        let byte = bytes[start]
        guard byte == 0x49 || byte == 0x47 else { return .somethingElse }
        let previous = (start > 0 ? bytes[start - 1] : spine.lastOutside) ?? 0
        if byte == 0x47 {
            return previous.isWhiteSpace ? headers.fragment(at: start) : .somethingElse
        }
        return previous == 0x0A || previous == 0x0D
            ? headers.laterInterchange(at: start) : headers.regularInterchange(at: start)
    }

    // MARK: Whether an interchange begins

    /// Whether an ISA begins here, perhaps with other delimiters.
    @inline(never)
    func startsInterchange(at start: Int) -> Bool {
        if case .header = headers.laterInterchange(at: start) { true } else { false }
    }

    func startsInterchange(_ entry: SegmentEntry) -> Bool {
        startsInterchange(at: Int(entry.start))
    }

    /// Whether only the next block can tell if an ISA begins here.
    func awaitsMore(_ entry: SegmentEntry) -> Bool {
        guard !isLast, entry.id == .isa || entry.id == .none,
            Int(entry.start) != foundInterchange
        else { return false }
        if case .incomplete = headers.laterInterchange(at: Int(entry.start)) { return true }
        return false
    }

    var headers: HeaderReader {
        HeaderReader(
            bytes: UnsafeBufferPointer(start: bytes, count: count), isLast: isLast,
            knownTerminator: spine.knownTerminator)
    }

    /// Whether a segment lies between the ends of a regular ISA.
    func isInsideHeader(_ entry: SegmentEntry) -> Bool {
        let start = offset + Int(entry.start)
        return start > spine.header.lowerBound && start < spine.header.upperBound
    }
}
