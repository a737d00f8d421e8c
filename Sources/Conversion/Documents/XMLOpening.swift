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
        let isPage =
            lower.starts(with: "<!doctype html".utf8) || lower.starts(with: "<html".utf8)
            || isPart(ofPage: lower)
        let second = lower[1]
        return !isPage
            && (0x61...0x7A ~= second || [0x3F, 0x21, 0x5F].contains(second)
                || second >= 0x80)
    }

    /// Whether it opens as the tables of pages do that programs save for spreadsheets.
    private static func isPart(ofPage lower: [UInt8]) -> Bool {
        let name = lower.dropFirst().prefix { 0x61...0x7A ~= $0 }
        let end = lower.dropFirst(1 + name.count).first
        let names = ["table", "tr", "body", "head", "meta", "style", "div", "center", "font"]
        return names.contains { name.elementsEqual($0.utf8) }
            && (end == 0x3E || end.map { $0 <= 0x20 } ?? false)
    }

    /// Whether it is a workbook as Excel 2003 wrote those in XML.
    static func isWorkbook(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        // Of UTF-16 every other byte is 0.
        let opening = bytes.prefix(2048).filter { $0 != 0 }
        return opening.contains("Workbook")
            && opening.contains("urn:schemas-microsoft-com:office:spreadsheet")
    }
}

extension [UInt8] {
    fileprivate func contains(_ text: StaticString) -> Bool {
        let length = text.utf8CodeUnitCount
        return count >= length
            && (0...(count - length)).contains { start in
                (0..<length).allSatisfy { self[start + $0] == text.utf8Start[$0] }
            }
    }
}
