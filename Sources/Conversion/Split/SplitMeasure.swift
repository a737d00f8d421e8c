import X12Syntax

/// What decides where one part of a split ends and the next begins.
public enum SplitMeasure: Sendable, Hashable {
    /// Each transaction set is a part of its own.
    case transaction
    /// So many records in a part, and fewer in the last of an interchange.
    case records(Int)
    /// Parts of at most so many bytes.
    case size(Int)

    /// How many of these words name a measure: `transaction`, `member-count N`, `size BYTES`.
    public static func wordCount(of words: [String]) -> Int {
        words.first == "transaction" ? 1 : min(2, words.count)
    }

    /// Reads `transaction`, `member-count N` or `size BYTES`, such as `size 50MB`.
    ///
    /// - Throws: `wrongUsage`, with what is understood.
    public init(_ words: [String]) throws(ConversionFailure) {
        let number = words.count == 2 ? words[1] : ""
        switch words.first {
        case "transaction" where words.count == 1: self = .transaction
        case "member-count":
            guard let count = Int(number), count > 0 else {
                throw .wrongUsage("--by member-count takes a number of 1 or more")
            }
            self = .records(count)
        case "size":
            guard let size = SplitMeasure.bytes(number) else {
                throw .wrongUsage(
                    "--by size takes a number of bytes, such as 500000, 500KB, 50MB or 1GB")
            }
            self = .size(size)
        default:
            throw .wrongUsage("--by is transaction, member-count N or size BYTES")
        }
    }

    /// `50MB` is 50,000,000 and `50MiB` 52,428,800.
    private static func bytes(_ text: String) -> Int? {
        let digits = text.prefix { "0"..."9" ~= $0 }
        let units = [
            "": 1, "B": 1, "KB": 1_000, "MB": 1_000_000, "GB": 1_000_000_000, "KIB": 1 << 10,
            "MIB": 1 << 20, "GIB": 1 << 30,
        ]
        guard let number = Int(digits), number > 0,
            let unit = units[text.dropFirst(digits.count).uppercased()]
        else { return nil }
        let (size, isTooLarge) = number.multipliedReportingOverflow(by: unit)
        return isTooLarge ? nil : size
    }
}
