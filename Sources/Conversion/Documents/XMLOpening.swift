/// Whether an input opens as XML: in ASCII or what holds it, in UTF-16 or in UTF-32.
enum XMLOpening {
    static func isXML(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let marks: [[UInt8]] = [
            [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF], [0, 0, 0xFE, 0xFF],
        ]
        let mark = marks.first { bytes.starts(with: $0) }
        // Of UTF-16 every other byte of an opening is 0, of UTF-32 three of four.
        let opening = bytes.dropFirst(mark?.count ?? 0).prefix(1024).filter { $0 != 0 }
        let text = opening.drop { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
        guard text.first == 0x3C, text.count > 1 else { return false }
        let lower = text.prefix(16).map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
        let isPage = ["<!doctype html", "<html"].contains { lower.starts(with: $0.utf8) }
        let second = lower[1]
        return !isPage
            && (0x61...0x7A ~= second || [0x3F, 0x21, 0x5F].contains(second)
                || second >= 0x80)
    }
}
