/// What the bytes at a supposed start of an interchange turn out to be.
enum HeaderReading {
    /// An ISA, or the GS or ST of a fragment without one.
    case header(InterchangeHeader)
    /// It may become one with more bytes.
    case incomplete
    case somethingElse
}

struct InterchangeHeader {
    let delimiters: Delimiters
    /// Whether the ISA's elements have the widths of the standard.
    let hasStandardWidths: Bool
    /// Whether it begins with GS or ST.
    let isFragment: Bool
    /// Bytes from its start to the byte after the terminator; of an ISA.
    var length = InterchangeHeader.standardLength

    /// Where the separators of a regular ISA stand.
    static let separatorOffsets = [
        3, 6, 17, 20, 31, 34, 50, 53, 69, 76, 81, 83, 89, 99, 101, 103,
    ]
    static let standardLength = 106
    /// White space behind ISA, and GS with all its elements, are no longer.
    static let groupLength = 120
    /// Where GS ends otherwise than ISA says, so many bytes behind ISA tell which of the two is right:
    /// of a short set SE and GE are among them.
    static let evidenceLength = 600
    /// An ISA with wrong widths is looked for no further than this.
    static let searchLimit = 600
}

/// Reads delimiters from the first bytes of an interchange.
struct HeaderReader {
    let bytes: UnsafeBufferPointer<UInt8>
    /// Whether no more bytes will come.
    let isLast: Bool
    /// What ended the segments of the interchange before; `nil` where there was none.
    var knownTerminator: UInt8?

    /// Whether the bytes at `start` are these.
    func matches(_ text: StaticString, at start: Int) -> Bool {
        let count = text.utf8CodeUnitCount
        guard start + count <= bytes.count else { return false }
        return (0..<count).allSatisfy { bytes[start + $0] == text.utf8Start[$0] }
    }

    /// Reads an ISA at `start`, the first of an input.
    ///
    /// - Parameter mayLackEnd: whether one counts to which the terminator is missing before GS.
    func interchange(at start: Int, mayLackEnd: Bool = true) -> HeaderReading {
        guard matches("ISA", at: start) else {
            let rest = bytes.count - start
            let isPrefix =
                rest < 3 && (0..<rest).allSatisfy { bytes[start + $0] == [0x49, 0x53][$0] }
            return isPrefix && !isLast ? .incomplete : .somethingElse
        }
        guard start + 3 < bytes.count else { return isLast ? .somethingElse : .incomplete }
        let element = bytes[start + 3]
        guard !element.isAlphanumeric, element != 0x20, element != 0x0A, element != 0x0D else {
            return .somethingElse
        }
        if let regular = standard(at: start, element: element) { return .header(regular) }
        if mayLackEnd, let unended = unended(at: start, element: element) {
            return .header(unended)
        }
        return irregular(at: start, element: element)
    }

    /// Reads an ISA in the midst of an input: one with wrong widths counts only where an envelope
    /// segment follows, since other text may hold the three letters, and where none of its elements
    /// holds what ended segments so far: of a segment with too few it would take those of the next.
    func laterInterchange(at start: Int) -> HeaderReading {
        let reading = interchange(at: start)
        guard case .header(let header) = reading, !header.hasStandardWidths else { return reading }
        var next = start + header.length
        if let knownTerminator, bytes[start..<next - 1].contains(knownTerminator) {
            return .somethingElse
        }
        while next < bytes.count, bytes[next].isWhiteSpace { next += 1 }
        if next + 3 >= bytes.count, !isLast { return .incomplete }
        let element = header.delimiters.element
        let isPlausible = (["GS", "ST", "TA1", "IEA"] as [StaticString]).contains {
            let end = next + $0.utf8CodeUnitCount
            return matches($0, at: next) && end < bytes.count && bytes[end] == element
        }
        return isPlausible ? reading : .somethingElse
    }

    /// Reads an ISA with the widths of the standard, which is one wherever it stands.
    func regularInterchange(at start: Int) -> HeaderReading {
        let reading = interchange(at: start, mayLackEnd: false)
        switch reading {
        case .header(let header): return header.hasStandardWidths ? reading : .somethingElse
        case .incomplete where start + InterchangeHeader.standardLength <= bytes.count:
            return .somethingElse
        default: return reading
        }
    }

    /// Whether all separators of an ISA stand where they belong, and the byte behind it is there.
    private func hasSeparators(at start: Int, element: UInt8) -> Bool {
        start + InterchangeHeader.standardLength <= bytes.count
            && InterchangeHeader.separatorOffsets.allSatisfy { bytes[start + $0] == element }
    }

    private func standard(at start: Int, element: UInt8) -> InterchangeHeader? {
        guard hasSeparators(at: start, element: element), let end = terminator(at: start + 105),
            bytes[end] != element
        else { return nil }
        return InterchangeHeader(
            delimiters: Delimiters(
                element: element, component: bytes[start + 104],
                repetition: repetition(bytes[start + 82]), terminator: bytes[end]),
            hasStandardWidths: true, isFragment: false, length: end + 1 - start)
    }

    /// An ISA directly before GS, which tells by what segments end.
    private func unended(at start: Int, element: UInt8) -> InterchangeHeader? {
        guard hasSeparators(at: start, element: element) else { return nil }
        let component = bytes[start + 104]
        let group = start + InterchangeHeader.standardLength - 1
        // Where GS ends with what stands before it, ISA16 is missing and that is the terminator.
        guard !component.isAlphanumeric, component != element,
            let terminator = terminator(ofGroupAt: group, element: element),
            terminator != component
        else { return nil }
        return InterchangeHeader(
            delimiters: Delimiters(
                element: element, component: component, repetition: repetition(bytes[start + 82]),
                terminator: terminator),
            hasStandardWidths: true, isFragment: false,
            length: InterchangeHeader.standardLength - 1)
    }

    /// Where the terminator stands: at `start`, or at the end of a line that is filled with blanks.
    private func terminator(at start: Int) -> Int? {
        let limit = min(bytes.count, start + InterchangeHeader.searchLimit)
        var end = start
        while end < limit, bytes[end] == 0x20 { end += 1 }
        guard end < limit, !bytes[end].isAlphanumeric else { return nil }
        return end == start || bytes[end] == 0x0A || bytes[end] == 0x0D ? end : nil
    }

    /// ISA11 is a repetition separator when it is not a letter or digit (before 00402 it was `U`).
    private func repetition(_ byte: UInt8) -> UInt8? {
        byte.isAlphanumeric || byte == 0x20 ? nil : byte
    }

    /// Wrong widths, as in hand-edited files: counts the sixteen separators instead.
    private func irregular(at start: Int, element: UInt8) -> HeaderReading {
        let limit = min(bytes.count, start + InterchangeHeader.searchLimit)
        var separators: [Int] = []
        var position = start + 3
        while position < limit, separators.count < 16 {
            if bytes[position] == element { separators.append(position) }
            position += 1
        }
        let sawAll = limit == start + InterchangeHeader.searchLimit || isLast
        guard separators.count == 16, let last = separators.last else {
            return sawAll ? .somethingElse : .incomplete
        }
        // Whether ISA16 is there shows in the GS that follows.
        guard start + 2 * InterchangeHeader.searchLimit <= bytes.count || isLast else {
            return .incomplete
        }
        let isa11 = separators[10] + 1
        let repeats = separators[11] - isa11 == 1 ? repetition(bytes[isa11]) : nil
        guard let (component, end) = ending(after: last, element: element) else {
            return sawAll ? .somethingElse : .incomplete
        }
        return .header(
            InterchangeHeader(
                delimiters: Delimiters(
                    element: element, component: component, repetition: repeats,
                    terminator: bytes[end]),
                hasStandardWidths: false, isFragment: false, length: end + 1 - start))
    }

    /// After how many bytes each line of a wrapped file breaks, where one begins with the ISA at `start`,
    /// which lacks the widths of the standard as it is wrapped too.
    ///
    /// Looks no further than what every block holds behind such an ISA.
    func wrapWidth(at start: Int) -> Int? {
        let limit = min(bytes.count, start + 2 * InterchangeHeader.searchLimit)
        var lineStart = start
        var width: Int?
        var lineCount = 0
        while let end = (lineStart..<limit).first(where: { bytes[$0] == 0x0A || bytes[$0] == 0x0D })
        {
            let length = end - lineStart
            guard length == width ?? length, length < InterchangeHeader.standardLength else {
                // The last line is shorter.
                return lineCount > 2 && end + 2 >= bytes.count && isLast ? width : nil
            }
            width = length
            lineCount += 1
            lineStart = end + 1
            if bytes[end] == 0x0D, lineStart < limit, bytes[lineStart] == 0x0A { lineStart += 1 }
        }
        return lineCount > 2 && limit - lineStart <= width ?? 0 ? width : nil
    }

    /// ISA16, which may be missing, and where the terminator stands, after the last separator.
    private func ending(after last: Int, element: UInt8) -> (component: UInt8?, end: Int)? {
        guard last + 2 < bytes.count else { return nil }
        let first = bytes[last + 1]
        guard !first.isAlphanumeric, first != element else { return nil }
        var next = last + 2
        while next < bytes.count, bytes[next].isWhiteSpace { next += 1 }
        if matches("GS", at: next), let end = groupTerminator(at: next), end == first {
            return (nil, last + 1)
        }
        if let end = terminator(at: last + 2), bytes[end] != element { return (first, end) }
        return first == 0x20 ? nil : (nil, last + 1)
    }

    /// The byte that ends the GS at `start`: the first after GS08's letters and digits.
    private func groupTerminator(at start: Int) -> UInt8? {
        guard start + 2 < bytes.count else { return nil }
        return byte(after: 8, element: bytes[start + 2], from: start)
    }

    /// What the GS after a regular ISA at `start` ends with, where that is not ISA's terminator and
    /// ends more segments behind GS than that does.
    func foreignTerminator(_ delimiters: Delimiters, at start: Int) -> UInt8? {
        guard let guess = groupTerminator(after: delimiters, at: start) else { return nil }
        let ends = segmentEnds(behindGroupAt: start, delimiters, or: guess)
        let declared = ends.count { $0 == delimiters.terminator }
        return declared > 0 && 2 * declared >= ends.count ? nil : guess
    }

    /// What ends the segments behind GS, of the terminator that ISA declares and another.
    private func segmentEnds(
        behindGroupAt start: Int, _ delimiters: Delimiters, or guess: UInt8
    ) -> [UInt8] {
        let first = start + InterchangeHeader.standardLength
        let limit = min(first + InterchangeHeader.evidenceLength, bytes.count)
        guard let group = (first..<limit).first(where: { bytes[$0] == delimiters.element }) else {
            return []
        }
        return (group + 1..<limit).compactMap { offset -> UInt8? in
            guard bytes[offset] == delimiters.element,
                let id = segmentID(endingAt: offset, after: group)
            else { return nil }
            var end = id - 1
            while end > group, bytes[end].isWhiteSpace, bytes[end] != delimiters.element {
                end -= 1
            }
            // White space may stand behind a terminator, or hold it.
            return bytes[end..<id].first { $0 == delimiters.terminator || $0 == guess }
        }
    }

    /// Where an id of two or three characters begins that ends here, behind what is no letter or digit.
    private func segmentID(endingAt end: Int, after first: Int) -> Int? {
        [end - 2, end - 3].first { start in
            start > first && !bytes[start - 1].isAlphanumeric
                && 0x41...0x5A ~= bytes[start]
                && bytes[start..<end].allSatisfy { 0x41...0x5A ~= $0 || 0x30...0x39 ~= $0 }
        }
    }

    /// What the GS after a regular ISA at `start` ends with, where that is not ISA's terminator.
    func groupTerminator(after delimiters: Delimiters, at start: Int) -> UInt8? {
        var group = start + InterchangeHeader.standardLength
        let limit = group + InterchangeHeader.groupLength
        while group < bytes.count, bytes[group].isWhiteSpace { group += 1 }
        guard let end = elementsEnd(ofGroupAt: group, element: delimiters.element) else {
            return nil
        }
        // A GS with too few elements ends where it ought to; the separators were the next one's.
        var known = end
        while known < bytes.count, bytes[known].isWhiteSpace { known += 1 }
        guard !bytes[group..<min(known + 1, bytes.count)].contains(delimiters.terminator) else {
            return nil
        }
        return terminator(behind: end, before: limit, delimiters.element)
    }

    /// What the GS ends with that stands here.
    private func terminator(ofGroupAt group: Int, element: UInt8) -> UInt8? {
        guard let end = elementsEnd(ofGroupAt: group, element: element) else { return nil }
        return terminator(
            behind: end, before: group + InterchangeHeader.groupLength, element)
    }

    /// Where the last element of a GS ends; `nil` where none stands there.
    private func elementsEnd(ofGroupAt group: Int, element: UInt8) -> Int? {
        guard matches("GS", at: group), group + 2 < bytes.count, bytes[group + 2] == element else {
            return nil
        }
        return offset(after: 8, element: element, from: group)
    }

    /// The terminator behind the elements of a GS, where ST or GE follows before `limit`.
    private func terminator(behind elements: Int, before limit: Int, _ element: UInt8) -> UInt8? {
        // Blanks may stand before the terminator, or a line break may be it.
        var end = elements
        var lineBreak: UInt8?
        while end < bytes.count, bytes[end].isWhiteSpace {
            if bytes[end] == 0x0A || bytes[end] == 0x0D { lineBreak = lineBreak ?? bytes[end] }
            end += 1
        }
        guard end < bytes.count else { return nil }
        let isBreak = bytes[end].isAlphanumeric || bytes[end] == element
        // Damage in GS08 is no terminator: what follows would be no segment.
        guard continuesGroup(at: isBreak ? end : end + 1, before: limit, element) else {
            return nil
        }
        return isBreak ? lineBreak : bytes[end]
    }

    /// Whether ST or GE follows, with nothing but white space before it.
    private func continuesGroup(at start: Int, before limit: Int, _ element: UInt8) -> Bool {
        let limit = min(limit, bytes.count)
        var next = start
        while next < limit, bytes[next].isWhiteSpace { next += 1 }
        return next + 2 < limit && bytes[next + 2] == element
            && (matches("ST", at: next) || matches("GE", at: next))
    }

    /// The first byte that is no letter or digit after so many separators.
    private func byte(after count: Int, element: UInt8, from start: Int) -> UInt8? {
        offset(after: count, element: element, from: start).map { bytes[$0] }
    }

    private func offset(after count: Int, element: UInt8, from start: Int) -> Int? {
        var seen = 0
        var position = start
        let limit = min(bytes.count, start + InterchangeHeader.searchLimit)
        while position < limit, seen < count {
            if bytes[position] == element { seen += 1 }
            position += 1
        }
        while position < limit, bytes[position].isAlphanumeric || bytes[position] == 0x2E {
            position += 1
        }
        return position < limit && seen == count ? position : nil
    }

    /// Reads the GS or ST that a fragment without an ISA begins with, and infers delimiters.
    func fragment(at start: Int) -> HeaderReading {
        let rest = bytes.count - start
        if rest < 3, !isLast, bytes[start] == 0x47 || bytes[start] == 0x53,
            rest < 2 || matches("GS", at: start) || matches("ST", at: start)
        {
            return .incomplete
        }
        let isGroup = matches("GS", at: start)
        guard isGroup || matches("ST", at: start), start + 2 < bytes.count else {
            return .somethingElse
        }
        let element = bytes[start + 2]
        guard !element.isAlphanumeric, !element.isWhiteSpace else { return .somethingElse }
        var terminator = byte(after: isGroup ? 8 : 2, element: element, from: start)
        if !isGroup, terminator == element {
            terminator = byte(after: 3, element: element, from: start)
        }
        guard let terminator, terminator != element else {
            return bytes.count - start < InterchangeHeader.searchLimit && !isLast
                ? .incomplete : .somethingElse
        }
        return .header(
            InterchangeHeader(
                delimiters: Delimiters(
                    element: element, component: Delimiters.usual.component,
                    repetition: Delimiters.usual.repetition, terminator: terminator),
                hasStandardWidths: true, isFragment: true))
    }
}
