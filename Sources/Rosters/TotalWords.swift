/// Words with which the first cell of a row says that it adds up others: `Total`, `Grand Total:`,
/// `Total Members: 2`, `Row count = 2`, `Number of records 2`.
enum TotalWords {
    /// One of these must be there.
    private static let sums: Set<String> = [
        "total", "totals", "grandtotal", "subtotal", "sum", "count", "recordcount", "rowcount",
        "number", "no",
    ]
    /// These may be there as well.
    private static let others: Set<String> = [
        "grand", "sub", "of", "the", "all", "in", "file", "sheet", "report", "row", "rows",
        "record",
        "records", "member", "members", "line", "lines", "entry", "entries", "enrollee",
        "enrollees", "patient", "patients", "amount", "paid", "sent",
    ]
    /// What is counted, where `number` says so and nothing else does.
    private static let counted: Set<String> = [
        "row", "rows", "record", "records", "member", "members", "line", "lines", "entry",
        "entries", "enrollees", "patients",
    ]
    private static let longest = 60

    /// Whether a text is made of such words, and of numbers.
    static func areAll(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.count <= longest else { return false }
        let words = text.split { !isLetter($0) && !isDigit($0) }.map { word in
            String(decoding: word.lazy.map { isLetter($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
        }
        // Any other sign than these is that of another text.
        let isPlain = text.allSatisfy { byte in
            isLetter(byte) || isDigit(byte) || byte <= 0x20 || ":=_-#.,()".utf8.contains(byte)
        }
        guard isPlain, let first = words.first, sums.contains(first) || others.contains(first)
        else { return false }
        var isSum = false
        for word in words where !word.utf8.allSatisfy(isDigit) {
            guard sums.contains(word) || others.contains(word) else { return false }
            let isWeak = word == "number" || word == "no"
            isSum =
                isSum || sums.contains(word) && !isWeak
                || isWeak && words.contains(where: counted.contains)
        }
        return isSum
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        byte & 0xDF >= 0x41 && byte & 0xDF <= 0x5A
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
