import CareModel

/// Service locations, whose letter may be small or a capital: both are the same place.
enum ServiceLocation {
    /// Digits and a letter.
    static let count = 10

    /// The same text with a capital, as far as it is looked at by its first and last bytes; as it is
    /// where it is no service location.
    static func capital(_ text: CellText) -> CellText {
        guard isSmall(UnsafeBufferPointer(start: text.base, count: text.count)) else { return text }
        return CellText(text, tail: text.tail & ~(0x20 &<< 56))
    }

    /// Whether its letter is small.
    static func isSmall(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        text.count == count && PIDSL.isValid(text) && text[count - 1] > 0x5A
    }
}
