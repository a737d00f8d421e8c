/// Why a member's enrollment starts or stops: the first two letters of what MassHealth sends.
///
/// Source: 2000/REF*ZZ. No public list says what the codes mean.
public struct MassHealthReason: Sendable, Hashable {
    public let code: Text

    /// `nil` where the text does not begin with two letters.
    public init?(_ text: Text) {
        let code = text.withUTF8 { bytes in
            MassHealthReason.isSent(bytes) ? Text(UnsafeBufferPointer(rebasing: bytes[..<2])) : nil
        }
        guard let code else { return nil }
        self.code = code
    }

    /// Whether bytes begin with a code.
    package static func isSent(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.count > 1 && isLetter(bytes[0]) && isLetter(bytes[1])
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
        guard let county = text.withUTF8({ MassHealthCounty($0) }) else { return nil }
        self = county
    }

    package init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard bytes.count <= 2, bytes.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
        let number = bytes.reduce(0) { $0 * 10 + Int($1) - 0x30 }
        guard 1...14 ~= number else { return nil }
        self.number = number
    }
}
