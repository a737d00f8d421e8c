@testable import Synthesis

/// A synthetic 837 taken apart by splitting alone, without any code of the writer.
struct WrittenClaims {
    let bytes: [UInt8]
    let summary: ClaimSynthesis.Summary
    let segments: [[String]]
    /// The levels of the file in their order, each with the claims that lie right beneath it.
    let levels: [Level]

    struct Level {
        /// From HL on, up to the first claim or the next level.
        var segments: [[String]]
        var claims: [[[String]]] = []
        /// Which transaction it belongs to.
        var transaction: Int

        var kind: String { segments[0][3] }
    }

    init(
        _ kind: ClaimKind, _ records: Int, seed: UInt64 = 1,
        _ change: (inout ClaimSynthesis.Options) -> Void = { _ in }
    ) {
        var options = ClaimSynthesis.Options(kind, records: records, seed: seed)
        change(&options)
        var bytes: [UInt8] = []
        summary = ClaimSynthesis(options).write { bytes += $0 }
        self.bytes = bytes
        let delimiters = options.delimiters
        segments = bytes.split(separator: delimiters.segment)
            .map { $0.filter { $0 != 0x0A && $0 != 0x0D } }
            .filter { !$0.isEmpty }
            .map { segment in
                segment.split(separator: delimiters.element, omittingEmptySubsequences: false)
                    .map { String(decoding: $0, as: UTF8.self) }
            }
        levels = Self.levels(of: segments)
    }

    private static func levels(of segments: [[String]]) -> [Level] {
        var levels: [Level] = []
        var transaction = 0
        for segment in segments {
            switch segment[0] {
            case "ISA", "GS", "BHT", "GE", "IEA": continue
            case "ST": transaction += 1
            case "SE": transaction += 0
            case "HL": levels.append(Level(segments: [segment], transaction: transaction))
            default:
                guard let last = levels.indices.last else { continue }
                if segment[0] == "CLM" {
                    levels[last].claims.append([segment])
                } else if let claim = levels[last].claims.indices.last {
                    levels[last].claims[claim].append(segment)
                } else {
                    levels[last].segments.append(segment)
                }
            }
        }
        return levels
    }

    var claims: [[[String]]] { levels.flatMap(\.claims) }

    /// The segments with this identifier and, when given, this first element.
    func all(_ identifier: String, _ qualifier: String? = nil) -> [[String]] {
        segments.filter { $0[0] == identifier && (qualifier == nil || $0[1] == qualifier) }
    }
}

extension [[String]] {
    /// The segments with one of these identifiers.
    func all(_ identifiers: String...) -> [[String]] {
        filter { identifiers.contains($0[0]) }
    }

    /// The composites of all HI segments.
    var codes: [[String]] { all("HI").flatMap { $0.dropFirst().map(\.components) } }

    /// Charges of the lines in cents.
    var lineCharges: [Int] {
        all("SV1", "SV2", "SV3").map { ($0[0] == "SV2" ? $0[3] : $0[2]).cents }
    }

    /// The days of service or the statement period.
    var days: [String] {
        filter { $0[0] == "DTP" && ["472", "434"].contains($0[1]) }
            .flatMap { $0[3].split(separator: "-").map(String.init) }
    }
}

extension String {
    var components: [String] {
        split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    }

    /// An amount in cents; a text that is none gives a number that no sum will match.
    var cents: Int {
        let parts = split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let dollars = Int(parts[0]) else { return -1 }
        guard parts.count == 2 else { return dollars * 100 }
        guard parts[1].count == 2, let cents = Int(parts[1]) else { return -1 }
        return dollars * 100 + cents
    }

    /// Whether it is a provider number of ten digits with a right check digit.
    var isProviderNumber: Bool {
        guard utf8.count == 10, utf8.allSatisfy({ (48...57).contains($0) }) else { return false }
        let digits = ("80840" + self).utf8.map { Int($0) - 48 }
        let sum = digits.reversed().enumerated().reduce(0) { sum, digit in
            let weighted = digit.offset % 2 == 1 ? digit.element * 2 : digit.element
            return sum + weighted / 10 + weighted % 10
        }
        return sum % 10 == 0
    }
}
