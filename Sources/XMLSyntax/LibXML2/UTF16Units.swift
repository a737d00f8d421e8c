/// Looks for units of UTF-16 that are no characters: halves of a pair without the other.
struct UTF16Units {
    private let isBigEndian: Bool
    /// Bytes that were looked at.
    private var count = 0
    /// The first byte of a unit of which the second has not come.
    private var first: UInt8?
    /// Where the first half of a pair stands of which the second has not come.
    private var half: Int?

    init(isBigEndian: Bool) { self.isBigEndian = isBigEndian }

    /// Where the first unit stands that is no character, counted from the first byte ever looked at;
    /// `nil` where there is none, or it is not known yet.
    mutating func flaw(in bytes: UnsafeRawBufferPointer) -> Int? {
        for byte in bytes {
            count += 1
            guard let first else {
                first = byte
                continue
            }
            self.first = nil
            let high = isBigEndian ? first : byte
            let isSecondHalf = high & 0xFC == 0xDC
            if isSecondHalf != (half != nil) { return half ?? count - 2 }
            half = high & 0xFC == 0xD8 ? count - 2 : nil
        }
        return nil
    }
}
