/// What is written where a number is asked for and there is none.
package enum FillerNumber {
    /// In small letters, without blanks and signs.
    private static let words: Set<String> = [
        "na", "nan", "nil", "none", "nonumber", "notapplicable", "notavailable", "null", "pending",
        "tba", "tbd", "test", "unk", "unknown", "xxx",
    ]

    /// Digits in a row from 1, of which fillers are made.
    private static let row = Array("123456789012345".utf8)

    /// Whether a number is one sign again and again, digits in a row, or a word for "none": it may be
    /// anybody's.
    package static func isFiller(_ number: some Collection<UInt8>) -> Bool {
        guard number.count <= 64 else { return false }
        let told = number.filter {
            0x30...0x39 ~= $0 || 0x41...0x5A ~= $0 & 0xDF || $0 >= 0x80
        }
        guard let first = told.first else { return true }
        if told.count > 1, told.allSatisfy({ $0 == first }) { return true }
        if told.count >= 9, row.starts(with: told) { return true }
        guard told.count <= 16 else { return false }
        let small = told.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
        return words.contains(String(decoding: small, as: UTF8.self))
    }
}
