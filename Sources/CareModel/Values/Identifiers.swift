/// What a member is called across formats: text as sent, trimmed, never a number.
///
/// Source: 834 REF*0F, 837 NM1*IL-09, roster `Medicaid_ID`. That MassHealth's have 12 digits is a
/// rule of its profile, not of this type.
public struct MemberID: Sendable, Hashable {
    public let text: Text

    public init(_ text: Text) { self.text = text }

    /// `nil` for blank text.
    public init?(_ string: String) {
        guard let text = Text(string) else { return nil }
        self.init(text)
    }
}

/// A MassHealth provider id and service location: nine digits and a letter, `110999999B`.
public struct PIDSL: Sendable, Hashable {
    public let text: Text

    /// `nil` for anything but nine digits and a letter.
    public init?(_ text: Text) {
        guard text.withUTF8(PIDSL.isValid) else { return nil }
        self.text = text
    }

    package static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.count == 10 && bytes[..<9].allSatisfy { 0x30...0x39 ~= $0 }
            && (0x41...0x5A ~= bytes[9] || 0x61...0x7A ~= bytes[9])
    }
}

/// A National Provider Identifier: ten digits whose last is the Luhn check digit of `80840` + nine.
public struct NPI: Sendable, Hashable {
    public let text: Text

    /// `nil` for anything but ten digits with the right check digit.
    public init?(_ text: Text) {
        guard text.withUTF8(NPI.isValid) else { return nil }
        self.text = text
    }

    package static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count == 10 else { return false }
        var sum = 24  // what the prefix 80840 adds
        for (offset, byte) in bytes.enumerated() {
            guard 0x30...0x39 ~= byte else { return false }
            let digit = Int(byte) - 0x30
            let doubled = offset % 2 == 0 ? digit * 2 : digit
            sum += doubled > 9 ? doubled - 9 : doubled
        }
        return sum % 10 == 0
    }
}
