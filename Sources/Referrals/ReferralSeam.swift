import CareModel
import Diagnostics
import XMLSyntax

/// A spot of an input at which one reader of referrals can end and another begin: between
/// documents, or between the referrals of one.
package struct ReferralSeam: Hashable, Sendable {
    package var xml: XMLSeam
    /// The document that is open, up to the end of the root's first tag; empty between documents.
    package var opening: [UInt8]
    /// Referrals of that document so far.
    package var ordinal: Int

    package init(_ xml: XMLSeam, opening: [UInt8], ordinal: Int) {
        self.xml = xml
        self.opening = opening
        self.ordinal = ordinal
    }
}

extension ReferralReader {
    /// The first tag of a document may be as long, with what comes before it, for others to go on
    /// behind it.
    package static var longestOpening: Int { 4096 }

    /// Whether the element of this name holds any number of referrals.
    package static func isWrapper(_ name: XMLNameText) -> Bool {
        name == XMLNameText("referrals", in: ReferralNames.turnpike)
    }

    /// Forgets the input that was read, to read another: its memory serves that too.
    package mutating func restart() {
        xml.restart()
        window.begin(at: 0, lineStart: 0)
        collector = ReferralFindings(window)
        place = .outside
        forgetFindings()
        unlistedOutside = []
        start = 0
        unitDepth = 0
        document = 0
        ordinal = 0
        documentStart = 0
        opening = []
        formats = []
        hasElement = false
        isFinished = false
        isFHIR = false
        isDelivering = false
        isBroken = false
        lost = LostBytes()
        wrapper = ReferralWrapper()
    }

    /// Goes on where another reader has ended; comes before anything is fed.
    ///
    /// - Returns: whether the opening of the seam is one.
    package mutating func resume(at seam: ReferralSeam) -> Bool {
        xml.resume(at: seam.xml, opening: seam.opening)
        while let event = xml.next() { _ = read(event) }
        _ = xml.takeFindings()
        forgetFindings()
        window.begin(at: seam.xml.offset, lineStart: seam.xml.lineStart)
        document = seam.xml.documentCount
        start = seam.xml.offset
        ordinal = seam.ordinal
        opening = seam.opening
        if case .wrapper = place { return seam.xml.isInside }
        return !seam.xml.isInside
    }

    /// Where another reader could go on, when all units have been taken; `nil` where this one alone
    /// can.
    package var seam: ReferralSeam? {
        guard pending.isEmpty, !isDelivering, let spot = xml.seam else { return nil }
        switch place {
        case .outside where !spot.isInside: return ReferralSeam(spot, opening: [], ordinal: 0)
        case .wrapper where spot.isInside && !opening.isEmpty && start == spot.offset:
            return ReferralSeam(spot, opening: opening, ordinal: ordinal)
        default: return nil
        }
    }

    /// Whether what this one read would have been read so by another that goes on here, for what
    /// counts from the beginning of an input: different names, and inclusions, which are told once.
    package func isAsRead(after other: borrowing ReferralReader) -> Bool {
        let names = xml.foreignNames
        return other.xml.hasRoom(forNames: names.count)
            && !(names.contains { $0.local == "include" })
    }

    /// Takes over what counts from the beginning of an input.
    package mutating func takeCounts(of other: borrowing ReferralReader) {
        xml.take(other.xml.foreignNames)
    }

    /// Keeps the opening of a document that holds any number of referrals.
    mutating func keepOpening(from start: Int, to end: Int) {
        opening = []
        guard end - start <= Self.longestOpening, start >= window.base else { return }
        opening = window.withBytes(ByteRange(start, end)) { Array($0) }
        if opening.count != end - start { opening = [] }
    }
}
