import X12Syntax

/// How a test's segments are written down: delimiters, and what follows a terminator.
struct Dialect: Sendable, CustomStringConvertible {
    let description: String
    let delimiters: Delimiters
    let lineEnding: String

    init(_ description: String, _ characters: String, lineEnding: String = "") {
        let bytes = Array(characters.utf8)
        self.description = description
        delimiters = Delimiters(
            element: bytes[0], component: bytes[1], repetition: bytes[2], terminator: bytes[3])
        self.lineEnding = lineEnding
    }

    static let usual = Dialect("usual", "*:^~")
    static let all = [
        usual,
        Dialect("LF after the terminator", "*:^~", lineEnding: "\n"),
        Dialect("CRLF after the terminator", "*:^~", lineEnding: "\r\n"),
        Dialect("blanks after the terminator", "*:^~", lineEnding: "  "),
        Dialect("LF as the terminator", "*:^\n"),
        Dialect("CR as the terminator", "*:^\r"),
        Dialect("CR as the terminator, then LF", "*:^\r", lineEnding: "\n"),
        Dialect("bars", "|>!'"),
        Dialect("control characters", "\u{1D}\u{1F}\u{1E}\u{1C}"),
        Dialect("control characters and lines", "\u{1D}\u{1F}\u{1E}\u{1C}", lineEnding: "\n"),
        Dialect("tab as the separator", "\t:^~"),
    ]
}

/// Files in shorthand: `ISA~GS~ST~INS*Y~SE~GE~IEA~` has full envelopes with right counts.
///
/// `ISA*7` has the control number 7, `GS*7` and `ST*7` too, `ST*7*271` is a set of another kind;
/// `SE*9*7`, `GE*9*7` and `IEA*9*7` have that count and number. `=ISA…` stands for itself, and text
/// in parentheses for itself without a terminator.
struct Shorthand {
    private let dialect: Dialect
    private var bytes: [UInt8] = []
    private var interchange = 1
    private var group = 1
    private var set = 1
    private var counts = (groups: 0, sets: 0, segments: 0)

    static func bytes(_ text: String, in dialect: Dialect = .usual) -> [UInt8] {
        var shorthand = Shorthand(dialect: dialect)
        var rest = text[...]
        while let first = rest.first {
            if first == "(" {
                shorthand.bytes += Array(rest.dropFirst().prefix { $0 != ")" }.utf8)
                rest = rest.drop { $0 != ")" }.dropFirst()
                continue
            }
            let segment = rest.prefix { $0 != "~" && $0 != "(" }
            rest = rest[segment.endIndex...]
            shorthand.write(segment, isTerminated: rest.first == "~")
            if rest.first == "~" { rest = rest.dropFirst() }
        }
        return shorthand.bytes
    }

    private init(dialect: Dialect) { self.dialect = dialect }

    private mutating func write(_ segment: Substring, isTerminated: Bool) {
        let delimiters = dialect.delimiters
        for byte in expand(segment).utf8 {
            switch byte {
            case UInt8(ascii: "*"): bytes.append(delimiters.element)
            case UInt8(ascii: ":"): bytes.append(delimiters.component!)
            case UInt8(ascii: "^"): bytes.append(delimiters.repetition!)
            default: bytes.append(byte)
            }
        }
        guard isTerminated else { return }
        bytes.append(delimiters.terminator)
        bytes += Array(dialect.lineEnding.utf8)
    }

    private mutating func expand(_ segment: Substring) -> String {
        guard !segment.hasPrefix("=") else { return String(segment.dropFirst()) }
        let parts = segment.split(separator: "*", omittingEmptySubsequences: false)
        let first = parts.count > 1 ? String(parts[1]) : nil
        let second = parts.count > 2 ? String(parts[2]) : nil
        if !segment.isEmpty { counts.segments += 1 }
        switch parts.first {
        case "ISA":
            interchange = first.flatMap { Int($0) } ?? 1
            counts.groups = 0
            return "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       "
                + "*260105*0730*^*00501*\(padded(interchange, 9))*0*P*:"
        case "GS":
            group = first.flatMap { Int($0) } ?? 1
            counts.groups += 1
            counts.sets = 0
            return "GS*BE*SENDER*RECEIVER*20260105*0730*\(group)*X*005010X220A1"
        case "ST":
            set = first.flatMap { Int($0) } ?? 1
            counts.sets += 1
            counts.segments = 1
            return "ST*\(second ?? "834")*\(padded(set, 4))*005010X220A1"
        case "SE":
            return "SE*\(first ?? String(counts.segments))*\(second ?? padded(set, 4))"
        case "GE": return "GE*\(first ?? String(counts.sets))*\(second ?? String(group))"
        case "IEA":
            return "IEA*\(first ?? String(counts.groups))*\(second ?? padded(interchange, 9))"
        default: return String(segment)
        }
    }

    private func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
