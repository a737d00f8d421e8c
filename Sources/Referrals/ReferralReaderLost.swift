import Diagnostics

/// What is known of bytes that cannot be read as a referral, and are handed out one after the other.
struct LostBytes {
    /// Where they end, if there are more of them than are handed out at once.
    var end: Int?
    /// Whether a part of them was handed out.
    var hasPart = false
    /// What they are in our words, where they are a document of another kind, and its line.
    var foreign: (words: String, line: Int)?
}

extension ReferralReader {
    /// Bytes that are handed out at once: parts begin and end at the same places, in whatever pieces
    /// the input comes.
    private static var partSize: Int { 1 << 20 }

    /// What cannot be read up to an offset; where that is long its next part, and the rest is next.
    mutating func unreadable(until end: Int) -> ReferralUnit {
        foundOutside += placedOutside(take(before: start))
        let isLast = end - start <= Self.partSize
        lost.end = isLast ? nil : end
        return lostUnit(until: isLast ? end : start + Self.partSize, isLast: isLast)
    }

    private mutating func lostUnit(until end: Int, isLast: Bool) -> ReferralUnit {
        let foreign = lost.foreign
        let part: ReferralUnit.Part = isLast ? lost.hasPart ? .last : .whole : .more
        defer {
            start = end
            lost.foreign = nil
            lost.hasPart = !isLast
        }
        return ReferralUnit(
            kind: foreign.map { .foreign($0.words) } ?? .unreadable, range: ByteRange(start, end),
            part: part, line: foreign?.line ?? 1, document: document, place: "",
            findings: take(before: isLast ? max(end, start + 1) : end))
    }

    /// What of a gap between documents, or behind one that broke off, cannot be read.
    mutating func unread(before end: Int) -> ReferralUnit? {
        loseWhatFollows(before: end)
        guard case .lost = place else { return nil }
        place = .outside
        return start < end ? unreadable(until: end) : nil
    }

    /// What follows a document and is none is lost from where that was found.
    private mutating func loseWhatFollows(before end: Int) {
        guard case .outside = place,
            let first = pending.first(where: { $0.range.start >= start && $0.range.start < end })
        else { return }
        start = first.range.start
        place = .lost
    }

    /// A part of what is lost, where it gets long; at least a byte of it is left for the last one.
    mutating func lostPart() -> ReferralUnit? {
        let end = xml.settledOffset
        guard end - start > Self.partSize else { return nil }
        loseWhatFollows(before: end)
        switch place {
        case .lost, .foreign, .stray: break
        default: return nil
        }
        guard end - start > Self.partSize else { return nil }
        return lostUnit(until: start + Self.partSize, isLast: false)
    }

    /// Findings before an offset, which are forgotten here.
    mutating func take(before end: Int) -> [Finding] {
        guard !pending.isEmpty else { return [] }
        let taken = pending.filter { $0.range.start < end }
        if !taken.isEmpty { pending.removeAll { $0.range.start < end } }
        return taken
    }
}
