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
    private(set) var start: ReferralSeam?
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
    private var mark: DocumentMark?
    private var isMarkedAtStart = false
    /// The tag by which a referral ends, where there may be any number.
    private var referralEnd: DocumentMark?
    /// What it opens with, up to the end of its first tag: others may open so too.
    private var head: [UInt8] = []

    private static let declaration = Array("<?xml ".utf8)

    /// How many of the bytes can be read by themselves; `nil` where that is not known.
    mutating func cut(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var first = 0
        if !isOpen { first = look(bytes) }
        guard let mark else { return nil }
        let documents = mark.places(in: bytes, from: isMarkedAtStart ? first : 0)
        if let last = documents.last {
            let end = isMarkedAtStart ? last : last + mark.bytes.count
            documentCount += documents.count - (isOpen ? 1 : 0)
            advance(over: bytes, to: end)
            isOpen = false
            start = at(opening: [], ordinal: 0)
            return end
        }
        guard let referralEnd, !opening.isEmpty else { return nil }
        let referrals = referralEnd.places(in: bytes)
        guard let last = referrals.last else { return nil }
        if !isOpen {
            documentCount += 1
            ordinal = 0
        }
        ordinal += referrals.count
        advance(over: bytes, to: last + referralEnd.bytes.count)
        isOpen = true
        start = at(opening: opening, ordinal: ordinal)
        return last + referralEnd.bytes.count
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

    private func at(opening: [UInt8], ordinal: Int) -> ReferralSeam {
        let spot = XMLSeam(
            offset: offset, line: line, lineStart: lineStart, documentCount: documentCount,
            isInside: !opening.isEmpty)
        return ReferralSeam(spot, opening: opening, ordinal: ordinal)
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
        let sample = UnsafeBufferPointer(rebasing: bytes.prefix(4 * longest))
        // Other encodings have other tags.
        let isPlain = sample.baseAddress.map { memchr($0, 0, sample.count) == nil } ?? true
        if isPlain, !head.isEmpty, sample.starts(with: head) { return head.count }
        mark = nil
        referralEnd = nil
        head = []
        guard isPlain else { return 0 }
        var xml = XMLReader()
        xml.feed(UnsafeRawBufferPointer(sample))
        while let event = xml.next() {
            guard event.kind == .start else { continue }
            head = Array(sample.prefix(event.range.end))
            let tag = head.dropFirst(event.range.start)
            let name = tag.dropFirst().prefix { $0 > 0x20 && $0 != 0x2F && $0 != 0x3E }
            note(name, xml.name(event.name), sample)
            return head.count
        }
        return 0
    }

    private mutating func note(
        _ name: ArraySlice<UInt8>, _ text: XMLNameText, _ sample: UnsafeBufferPointer<UInt8>
    ) {
        let declaration = DocumentMark(Self.declaration, among: sample)
        isMarkedAtStart = head.withUnsafeBufferPointer { declaration.places(in: $0).count > 0 }
        mark =
            isMarkedAtStart
            ? declaration : DocumentMark([0x3C, 0x2F] + name + [0x3E], among: sample)
        let isWrapper =
            ReferralReader.isWrapper(text) && head.count <= ReferralReader.longestOpening
        // White space before a document is no part of it.
        opening =
            isWrapper
            ? Array(head.drop { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }) : []
        guard isWrapper else { return }
        let prefix = name.firstIndex(of: 0x3A).map { name[...$0] } ?? name.prefix(0)
        referralEnd = DocumentMark(
            [0x3C, 0x2F] + prefix + Array("referral>".utf8), among: sample)
    }

    /// How many line breaks there are, and where the last is.
    private static func lineBreaks(
        _ bytes: UnsafeBufferPointer<UInt8>
    ) -> (count: Int, last: Int?) {
        (bytes.lineBreakCount, bytes.lastIndex(of: 0x0A))
    }
}
