import Diagnostics
import Referrals
import XMLSyntax

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Guesses, without reading them, where documents and the referrals of one end.
///
/// It looks for the tags by which they end, and counts them; whoever reads the bytes before a cut
/// knows whether they were what they seemed (`ReferralSeam`).
struct DocumentCutter {
    /// Where the bytes begin that come next; `nil` for the first, and inside what did not end.
    private(set) var start: DocumentStart?
    /// Whether the bytes that come next begin inside a document.
    private var isOpen = false
    private var offset = 0
    private var line = 1
    private var lineStart = 0
    private var documentCount = 0
    private var ordinal = 0

    // Of the document that is open, or that was last.
    private var opening: [UInt8] = []
    /// A declaration, by which the next document begins, or the tag by which this one ends.
    private var mark: [UInt8] = []
    private var isMarkedAtStart = false
    /// The tag by which a referral ends, where there may be any number.
    private var referralEnd: [UInt8] = []
    // By which of their bytes each is looked for.
    private var rareOfMark = 0
    private var rareOfReferralEnd = 0

    private static let declaration = Array("<?xml ".utf8)

    /// How many of the bytes can be read by themselves; `nil` where that is not known.
    mutating func cut(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var first = 0
        if !isOpen { first = look(bytes) }
        guard !mark.isEmpty else { return nil }
        let documents = Self.marks(
            mark, by: rareOfMark, in: bytes, from: isMarkedAtStart ? first : 0)
        if let last = documents.last {
            let end = isMarkedAtStart ? last : last + mark.count
            documentCount += documents.count - (isOpen ? 1 : 0)
            advance(over: bytes, to: end)
            isOpen = false
            start = at(opening: [], ordinal: 0)
            return end
        }
        guard !referralEnd.isEmpty, !opening.isEmpty else { return nil }
        let referrals = Self.marks(
            referralEnd, by: rareOfReferralEnd, in: bytes, from: 0)
        guard let last = referrals.last else { return nil }
        if !isOpen {
            documentCount += 1
            ordinal = 0
        }
        ordinal += referrals.count
        advance(over: bytes, to: last + referralEnd.count)
        isOpen = true
        start = at(opening: opening, ordinal: ordinal)
        return last + referralEnd.count
    }

    /// Goes on behind bytes that end nowhere.
    mutating func pass(_ bytes: UnsafeBufferPointer<UInt8>) {
        if !isOpen {
            documentCount += 1
            ordinal = 0
        }
        advance(over: bytes, to: bytes.count)
        isOpen = true
        start = nil
    }

    private func at(opening: [UInt8], ordinal: Int) -> DocumentStart {
        let spot = XMLSeam(
            offset: offset, line: line, documentCount: documentCount, isInside: !opening.isEmpty)
        return DocumentStart(
            seam: ReferralSeam(spot, opening: opening, ordinal: ordinal), lineStart: lineStart)
    }

    private mutating func advance(over bytes: UnsafeBufferPointer<UInt8>, to end: Int) {
        let breaks = Self.lineBreaks(UnsafeBufferPointer(rebasing: bytes[..<end]))
        line += breaks.count
        if let last = breaks.last { lineStart = offset + last + 1 }
        offset += end
    }

    // MARK: Looking

    /// What the document is that begins here; the end of its first tag.
    private mutating func look(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let longest = ReferralReader.longestOpening
        let head = UnsafeBufferPointer(rebasing: bytes.prefix(4 * longest))
        mark = []
        referralEnd = []
        // Other encodings have other tags.
        guard !head.contains(0) else { return 0 }
        var xml = XMLReader()
        xml.feed(UnsafeRawBufferPointer(head))
        while let event = xml.next() {
            guard event.kind == .start else { continue }
            let tag = head[event.range.start..<min(event.range.end, head.count)]
            let name = tag.dropFirst().prefix { $0 > 0x20 && $0 != 0x2F && $0 != 0x3E }
            note(name, xml.name(event.name), until: event.range.end, head)
            rareOfMark = Self.rarest(mark, in: head)
            rareOfReferralEnd = Self.rarest(referralEnd, in: head)
            return event.range.end
        }
        return 0
    }

    private mutating func note(
        _ name: Slice<UnsafeBufferPointer<UInt8>>, _ text: XMLNameText, until end: Int,
        _ head: UnsafeBufferPointer<UInt8>
    ) {
        isMarkedAtStart = !Self.marks(
            Self.declaration, in: UnsafeBufferPointer(rebasing: head[..<end]), from: 0
        ).isEmpty
        mark = isMarkedAtStart ? Self.declaration : [0x3C, 0x2F] + name + [0x3E]
        let isWrapper = ReferralReader.isWrapper(text) && end <= ReferralReader.longestOpening
        opening = isWrapper ? Array(head[..<end]) : []
        let prefix = name.firstIndex(of: 0x3A).map { name[...$0] } ?? name.prefix(0)
        referralEnd = isWrapper ? [0x3C, 0x2F] + prefix + Array("referral>".utf8) : []
        // White space before a document is no part of it.
        opening = Array(opening.drop { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 })
    }

    /// How often a mark comes, and where last.
    ///
    /// - Parameter place: of its bytes the one that is looked for, as few others are like it.
    private static func marks(
        _ mark: [UInt8], by rare: Int = 0, in bytes: UnsafeBufferPointer<UInt8>, from first: Int
    ) -> (count: Int, last: Int?, isEmpty: Bool) {
        var count = 0
        var last: Int?
        guard let base = bytes.baseAddress, mark.indices.contains(rare) else {
            return (0, nil, true)
        }
        let byte = Int32(mark[rare])
        var place = min(first, bytes.count)
        while place + mark.count <= bytes.count,
            let found = memchr(base + place + rare, byte, bytes.count - place - mark.count + 1)
        {
            place = UnsafeRawPointer(found) - UnsafeRawPointer(base) - rare
            if memcmp(base + place, mark, mark.count) == 0 {
                count += 1
                last = place
            }
            place += 1
        }
        return (count, last, count == 0)
    }

    /// Index of the byte of a mark that comes least among the first of some bytes.
    private static func rarest(
        _ mark: [UInt8], in bytes: UnsafeBufferPointer<UInt8>
    ) -> Int {
        var counts = [Int](repeating: 0, count: 256)
        for byte in bytes.prefix(2048) { counts[Int(byte)] += 1 }
        return mark.indices.min { counts[Int(mark[$0])] < counts[Int(mark[$1])] } ?? 0
    }

    /// How many line breaks there are, and where the last is.
    private static func lineBreaks(
        _ bytes: UnsafeBufferPointer<UInt8>
    ) -> (count: Int, last: Int?) {
        (bytes.lineBreakCount, bytes.lastIndex(of: 0x0A))
    }
}
