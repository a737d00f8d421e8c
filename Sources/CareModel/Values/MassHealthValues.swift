/// Why a member's enrollment starts or stops: the first two letters of what MassHealth sends.
///
/// Source: 2000/REF*ZZ. No public list says what the codes mean.
public struct MassHealthReason: Sendable, Hashable {
    public let code: Text

    /// `nil` where the text does not begin with two letters.
    public init?(_ text: Text) {
        let first = text.longBytes.map { $0.count > 1 ? UInt64($0[0]) | UInt64($0[1]) << 8 : 0 }
        let head = (first ?? text.words.0) & 0xFFFF
        guard MassHealthReason.isLetter(UInt8(truncatingIfNeeded: head)),
            MassHealthReason.isLetter(UInt8(truncatingIfNeeded: head >> 8))
        else { return nil }
        code = Text(head: head, tail: 2 << 56 | Text.plainFlag, long: nil)
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
