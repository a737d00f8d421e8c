/// Texts as numbers that are the same where people would say the same: of letters and digits alone,
/// whatever their case and the marks on them.
enum FoldedText {
    /// Of each byte of ASCII what counts: small letters and digits; 0 for the rest.
    nonisolated(unsafe) private static let folds: UnsafePointer<UInt8> = {
        let table = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
        for byte in UInt8.min...UInt8.max {
            let folded: UInt8
            switch byte {
            case 0x30...0x39, 0x61...0x7A: folded = byte
            case 0x41...0x5A: folded = byte | 0x20
            default: folded = 0
            }
            (table + Int(byte)).initialize(to: folded)
        }
        return UnsafePointer(table)
    }()

    /// So many bytes are folded at a time.
    private static let pieceLength = 64

    /// 0 is never a text's.
    @inline(__always)
    static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        withUnsafeTemporaryAllocation(byteCount: 80, alignment: 8) {
            hash(text, isFolded: false, by: $0)
        }
    }

    /// The same of text of a row, of which 8 bytes beyond the first are readable: mostly of ASCII, which is
    /// folded eight bytes at a time.
    @inline(__always)
    static func hash(inRow text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        guard let base = text.baseAddress else { return hash(text) }
        let raw = UnsafeRawPointer(base)
        var letters = FoldedLetterHash(seed)
        var index = 0
        while index < text.count {
            let word = UInt64(
                littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            // What lies beyond the text does not count; shifts of 64 give 0.
            let beyond = UInt64.max << UInt64(truncatingIfNeeded: 8 &* (text.count &- index))
            guard word & highest & ~beyond == 0 else { return Self.hash(text) }
            letters.add((word | blanks) & ~beyond, counts(word) & ~beyond, beyond: beyond)
            index &+= 8
        }
        return letters.value
    }

    fileprivate static let seed: UInt64 = 0x9E37_79B9_7F4A_7C15
    fileprivate static let highest: UInt64 = 0x8080_8080_8080_8080
    /// What makes small letters of capitals.
    private static let blanks: UInt64 = 0x2020_2020_2020_2020

    /// The highest bit of each byte that is a letter or digit of ASCII.
    @inline(__always)
    private static func counts(_ word: UInt64) -> UInt64 {
        let bytes = word & ~highest
        let small = bytes | blanks
        // From a on and not beyond z; from 0 on and not beyond 9.
        let letters = (small &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(small &+ 0x0505_0505_0505_0505)
        let digits = (bytes &+ 0x5050_5050_5050_5050) & ~(bytes &+ 0x4646_4646_4646_4646)
        return (letters | digits) & ~word & highest
    }

    /// - Parameters:
    ///   - isFolded: whether all of it counts as it is.
    ///   - memory: has room for a piece, and for two words more.
    @inline(__always)
    private static func hash(
        _ text: UnsafeBufferPointer<UInt8>, isFolded: Bool,
        by memory: UnsafeMutableRawBufferPointer
    ) -> UInt64 {
        guard let out = memory.baseAddress else { return 1 }
        let folds = folds
        var hash = seed
        var (index, kept, length) = (0, 0, 0)
        var all: UInt8 = 0
        while index < text.count {
            let end = min(index &+ pieceLength, text.count)
            while index < end {
                // What does not count is written over by the next.
                let byte = text[index]
                all |= byte
                let folded = isFolded ? byte : folds[Int(byte)]
                out.storeBytes(of: folded, toByteOffset: kept, as: UInt8.self)
                kept &+= folded == 0 ? 0 : 1
                index &+= 1
            }
            var used = 0
            while kept &- used >= 8 {
                hash = join(hash, out.load(fromByteOffset: used, as: UInt64.self).littleEndian)
                used &+= 8
            }
            if used > 0 {
                out.storeBytes(
                    of: out.load(fromByteOffset: used, as: UInt64.self), as: UInt64.self)
            }
            kept &-= used
            length &+= used
        }
        if all >= 0x80, !isFolded { return letterHash(text, by: memory) }
        length &+= kept
        // Shifts of 64 and more give 0.
        let last = kept == 0 ? 0 : out.load(as: UInt64.self).littleEndian << (64 - 8 * kept)
        hash = join(hash, last ^ UInt64(truncatingIfNeeded: length))
        return hash == 0 ? 1 : hash
    }

    /// The same of text with letters beyond ASCII: by what is left of them.
    @inline(never)
    private static func letterHash(
        _ text: UnsafeBufferPointer<UInt8>, by memory: UnsafeMutableRawBufferPointer
    ) -> UInt64 {
        var folded: [UInt8] = []
        FoldedLetters.fold(text) { folded.append($0 & 0x7F == 0 ? 1 : $0) }
        return folded.withUnsafeBufferPointer { hash($0, isFolded: true, by: memory) }
    }

    /// Two numbers as one, in which their order counts.
    @inline(__always)
    static func join(_ first: UInt64, _ second: UInt64) -> UInt64 {
        let (high, low) = (first ^ 0x2545_F491_4F6C_DD1D)
            .multipliedFullWidth(by: second ^ 0xD6E8_FEB8_6659_FD93)
        return (high ^ low) &+ first
    }
}

/// A hash of letters and digits that come in words with others between them.
private struct FoldedLetterHash {
    private var hash: UInt64
    /// Those that do not make a word yet, the first lowest.
    private var held: UInt64 = 0
    private var heldCount = 0
    private var length = 0

    init(_ seed: UInt64) { hash = seed }

    /// Adds those of a word.
    ///
    /// - Parameters:
    ///   - kept: the highest bit of each byte that counts.
    ///   - beyond: all bits of the bytes that are none of the text's, which are zeros in `word`.
    @inline(__always)
    mutating func add(_ word: UInt64, _ kept: UInt64, beyond: UInt64) {
        var word = word
        var dropped = ~(kept | beyond) & FoldedText.highest
        // The last first, so that the places of the others stay.
        while dropped != 0 {
            let place = UInt64(truncatingIfNeeded: 56 &- dropped.leadingZeroBitCount)
            let before = (1 as UInt64) &<< place &- 1
            word = word & before | (word &>> 8) & ~before
            dropped &= before
        }
        let count = kept.nonzeroBitCount
        length &+= count
        held |= word &<< UInt64(truncatingIfNeeded: 8 &* heldCount)
        let all = heldCount &+ count
        if all >= 8 {
            hash = FoldedText.join(hash, held)
            held = word >> UInt64(truncatingIfNeeded: 64 &- 8 &* heldCount)
        }
        heldCount = all & 7
    }

    /// 0 is never a text's.
    @inline(__always)
    var value: UInt64 {
        let last = held << UInt64(truncatingIfNeeded: 64 &- 8 &* heldCount)
        let value = FoldedText.join(hash, last ^ UInt64(truncatingIfNeeded: length))
        return value == 0 ? 1 : value
    }
}
