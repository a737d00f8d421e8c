/// Texts as numbers that are the same where people would say the same: of letters and digits alone,
/// whatever their case and the marks on them.
enum FoldedText {
    /// 0 is never a text's.
    static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        hash(text, word) ?? letterHash(text)
    }

    /// The same of text of a row, of which 8 bytes beyond the first are readable.
    @inline(__always)
    static func hash(inRow text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        hash(text) { text, index in
            UInt64(
                littleEndian: UnsafeRawPointer(text.baseAddress.unsafelyUnwrapped).loadUnaligned(
                    fromByteOffset: index, as: UInt64.self))
        } ?? letterHash(text)
    }

    fileprivate static let highest: UInt64 = 0x8080_8080_8080_8080
    /// What makes small letters of capitals.
    private static let blanks: UInt64 = 0x2020_2020_2020_2020

    /// The hash of text of ASCII, eight bytes at a time; nothing where others are in it.
    ///
    /// - Parameter word: the eight bytes from an index on, the first lowest, whatever lies beyond the text.
    @inline(__always)
    private static func hash(
        _ text: UnsafeBufferPointer<UInt8>, _ word: (UnsafeBufferPointer<UInt8>, Int) -> UInt64
    ) -> UInt64? {
        var letters = FoldedLetterHash()
        var index = 0
        while index < text.count {
            let word = word(text, index)
            let within = within(text, index)
            guard word & highest & within == 0 else { return nil }
            letters.add(
                (word | blanks) & within, dropped: ~counts(word) & within & highest,
                count: Swift.min(text.count &- index, 8))
            index &+= 8
        }
        return letters.value
    }

    /// All bits of those of eight bytes that are the text's.
    @inline(__always)
    private static func within(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt64 {
        // Shifts of 64 and more give 0.
        ~(UInt64.max << UInt64(truncatingIfNeeded: 8 &* (text.count &- index)))
    }

    /// Eight bytes of text behind which nothing is readable.
    private static func word(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt64 {
        var word: UInt64 = 0
        for place in (index..<min(index + 8, text.count)).reversed() {
            word = word << 8 | UInt64(text[place])
        }
        return word
    }

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

    /// The hash of text with letters beyond ASCII: of what is left of them.
    @inline(never)
    private static func letterHash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var folded: [UInt8] = []
        FoldedLetters.fold(text) { folded.append($0) }
        return folded.withUnsafeBufferPointer { folded in
            var letters = FoldedLetterHash()
            for index in stride(from: 0, to: folded.count, by: 8) {
                letters.add(
                    word(folded, index), dropped: 0, count: Swift.min(folded.count - index, 8))
            }
            return letters.value
        }
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
    private var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    /// Those that do not make a word yet, the first lowest.
    private var held: UInt64 = 0
    private var heldCount = 0
    private var length = 0

    /// Adds those of a word.
    ///
    /// - Parameters:
    ///   - dropped: the highest bit of each byte that does not count.
    ///   - count: how many bytes are the text's; the others are zeros in `word`.
    @inline(__always)
    mutating func add(_ word: UInt64, dropped: UInt64, count: Int) {
        var (word, dropped, count) = (word, dropped, count)
        // The last first, so that the places of the others stay.
        while dropped != 0 {
            let place = UInt64(truncatingIfNeeded: 56 &- dropped.leadingZeroBitCount)
            let before = (1 as UInt64) &<< place &- 1
            word = word & before | (word &>> 8) & ~before
            dropped &= before
            count &-= 1
        }
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
