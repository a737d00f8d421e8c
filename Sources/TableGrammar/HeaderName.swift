/// A column's name without what senders change: letter case, blanks, underscores, line ends, and what
/// is not seen.
package struct HeaderName: Hashable, Sendable {
    private let folded: [UInt8]

    package init(_ name: some Sequence<UInt8>) {
        folded =
            name.withContiguousStorageIfAvailable { Self.folded($0) }
            ?? Array(name).withUnsafeBufferPointer { Self.folded($0) }
    }

    package init(_ name: String) { self.init(name.utf8) }

    package func hash(into hasher: inout Hasher) {
        folded.withUnsafeBytes { hasher.combine(bytes: $0) }
    }

    /// Whether nothing is left of it.
    package var isEmpty: Bool { folded.isEmpty }

    private static func folded(_ name: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var hasOthers = false
        let folded = [UInt8](unsafeUninitializedCapacity: name.count) { bytes, count in
            for byte in name where byte > 0x20 && byte != UInt8(ascii: "_") {
                let isCapital = byte &- UInt8(ascii: "A") < 26
                bytes[count] = isCapital ? byte | 0x20 : byte
                count += 1
                hasOthers = hasOthers || byte >= 0x80
            }
        }
        return hasOthers ? visible(folded) : folded
    }

    /// UTF-8 without blanks of any width: U+00A0, U+2000 to U+200F, U+202F, U+2060, U+3000, U+FEFF,
    /// and without the hyphen that is not shown, U+00AD.
    private static func visible(_ bytes: [UInt8]) -> [UInt8] {
        var kept: [UInt8] = []
        var rest = bytes[...]
        while let first = rest.first {
            let count = unseen(rest)
            if count == 0 { kept.append(first) }
            rest = rest.dropFirst(max(count, 1))
        }
        return kept
    }

    /// How many bytes a character at the beginning has that is not seen; 0 where it is.
    private static func unseen(_ bytes: ArraySlice<UInt8>) -> Int {
        let start = Array(bytes.prefix(3))
        if start.count > 1, start[0] == 0xC2, start[1] == 0xA0 || start[1] == 0xAD { return 2 }
        guard start.count > 2 else { return 0 }
        return switch (start[0], start[1], start[2]) {
        case (0xE2, 0x80, 0x80...0x8F), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0xA0): 3
        case (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF): 3
        default: 0
        }
    }
}
