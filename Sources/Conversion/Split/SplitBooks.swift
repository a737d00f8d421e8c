import Diagnostics
import Output

/// Where the bytes of an input went that was split: each into a part once, or into the rest.
struct SplitBooks: Sendable {
    var total = 0
    /// Bytes of the input that a part holds.
    var placed = 0
    /// Bytes of the input that no part holds.
    var rest = 0
    /// Those of them that are no white space between segments.
    var unreadable = 0
    /// Bytes in parts that the input has fewer times: repeated headers, trailers.
    var added = 0
    var parts = 0
    var records = 0
    var sets = 0
    var findings = FileSummary.Findings()

    var isBalanced: Bool { total == placed + rest }

    /// Whether something needs attention.
    var hasErrors: Bool { findings.error > 0 || unreadable > 0 || !isBalanced }

    mutating func count(_ finding: Finding) {
        switch finding.severity {
        case .error: findings.error += 1
        case .warning: findings.warning += 1
        case .note: findings.note += 1
        }
    }

    /// A few lines for people.
    func write(file: String, rest path: String?, to buffer: inout ByteBuffer) {
        buffer.append(string: file)
        buffer.append(": ")
        let counts = [(parts, "part"), (sets, "transaction set"), (records, "record")]
        buffer.append(string: counts.map(SplitBooks.counted).joined(separator: ", "))
        buffer.append("; ")
        let found = [
            (findings.error, "error"), (findings.warning, "warning"), (findings.note, "note"),
        ]
        buffer.append(string: found.map(SplitBooks.counted).joined(separator: ", "))
        let numbers = [total, placed, rest, added].map(SummaryText.grouped)
        buffer.append(
            string: "\n  bytes: \(numbers[0]) = in parts \(numbers[1]) + in none \(numbers[2])")
        buffer.append(isBalanced ? "" : " (the books do not balance)")
        buffer.append(string: "; \(numbers[3]) repeated or written anew\n")
        if let path { buffer.append(string: "  what no part holds is in \(path)\n") }
    }

    private static func counted(_ count: Int, _ noun: String) -> String {
        "\(SummaryText.grouped(count)) \(noun)\(count == 1 ? "" : "s")"
    }
}
