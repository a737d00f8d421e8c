/// Why a member's enrollment starts or stops: the first two letters of what MassHealth sends.
///
/// Source: 2000/REF*ZZ. No public list says what the codes mean.
public struct MassHealthReason: Sendable, Hashable {
    public let code: Text

    /// `nil` where the text does not begin with two letters.
    public init?(_ text: Text) {
        let code = text.withUTF8 { bytes in
            bytes.count >= 2 && MassHealthReason.isLetter(bytes[0])
                && MassHealthReason.isLetter(bytes[1])
                ? Text(UnsafeBufferPointer(rebasing: bytes[..<2])) : nil
        }
        guard let code else { return nil }
        self.code = code
    }

    private static func isLetter(_ byte: UInt8) -> Bool { 0x41...0x5A ~= byte & 0xDF }
}

/// A county of Massachusetts by its place in the alphabet: 1 Barnstable to 14 Worcester.
///
/// Source: N406 with N405 `CY`.
public struct MassHealthCounty: Sendable, Hashable {
    /// 1 to 14.
    public let number: Int

    /// From one or two digits; `nil` for anything else.
    public init?(_ text: Text) {
        let number = text.withUTF8 { bytes in
            bytes.count <= 2 && bytes.allSatisfy { 0x30...0x39 ~= $0 }
                ? bytes.reduce(0) { $0 * 10 + Int($1) - 0x30 } : 0
        }
        guard 1...14 ~= number else { return nil }
        self.number = number
    }
}
