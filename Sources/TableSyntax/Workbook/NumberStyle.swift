import Diagnostics

/// How a style shows numbers, as far as it changes what they are to a person.
enum NumberStyle: Equatable, Sendable {
    case plain
    /// As days since a day.
    case date
    /// As a time of the day alone.
    case time
    /// Digits at fixed places: `00000` of a ZIP code, `000-00-0000`.
    case mask([UInt8])

    /// Of a format's number in every workbook (ECMA-376 part 1, 18.8.30).
    init(builtIn id: Int) {
        switch id {
        case 14...17, 22, 27...31, 36, 50...54, 57, 58: self = .date
        case 18...21, 32...35, 45, 47, 55, 56: self = .time
        default: self = .plain
        }
    }

    /// Of a format that a workbook defines: `yyyy\-mm\-dd;@`.
    init(code: String) {
        let bytes = Self.withoutLiterals(code)
        let folded = bytes.map { $0 | 0x20 }
        let hasDay = folded.contains { $0 == UInt8(ascii: "d") || $0 == UInt8(ascii: "y") }
        let hasTime = folded.contains { $0 == UInt8(ascii: "h") || $0 == UInt8(ascii: "s") }
        if bytes.starts(with: Array("General".utf8)) {
            self = .plain
        } else if hasDay || (folded.contains(UInt8(ascii: "m")) && !hasTime) {
            self = .date
        } else if hasTime {
            // Of `[h]:mm` hours go on behind 24, and no day is meant.
            self = code.utf8.contains(UInt8(ascii: "[")) && Self.isElapsed(code) ? .plain : .time
        } else {
            self = Self.mask(code).map { .mask($0) } ?? .plain
        }
    }

    private static func isElapsed(_ code: String) -> Bool {
        ["[h", "[H", "[m", "[M", "[s", "[S"].contains { code.holds($0) }
    }

    /// The first section of a code, without what it shows as it stands and what is in brackets.
    private static func withoutLiterals(_ code: String) -> [UInt8] {
        var kept: [UInt8] = []
        var skipsNext = false
        var end: UInt8 = 0
        for byte in code.utf8 {
            if skipsNext {
                skipsNext = false
            } else if end != 0 {
                if byte == end { end = 0 }
            } else {
                switch byte {
                case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): skipsNext = true
                case UInt8(ascii: "\""): end = byte
                case UInt8(ascii: "["): end = UInt8(ascii: "]")
                case UInt8(ascii: ";"): return kept
                default: kept.append(byte)
                }
            }
        }
        return kept
    }

    /// The places of digits and what stands between them, where a code has nothing else.
    private static func mask(_ code: String) -> [UInt8]? {
        var mask: [UInt8] = []
        var isLiteral = false
        var isQuoted = false
        for byte in code.utf8 {
            if isLiteral || (isQuoted && byte != UInt8(ascii: "\"")) {
                // A digit that stands for itself would look like a place.
                guard byte != UInt8(ascii: "0"), byte < 0x80 else { return nil }
                mask.append(byte)
                isLiteral = false
            } else if byte == UInt8(ascii: "\\") {
                isLiteral = true
            } else if byte == UInt8(ascii: "\"") {
                isQuoted.toggle()
            } else if "0-() /".utf8.contains(byte) {
                mask.append(byte)
            } else {
                return nil
            }
        }
        let places = mask.count { $0 == UInt8(ascii: "0") }
        return places > 1 && mask.count < 64 && !isQuoted && !isLiteral ? mask : nil
    }
}
