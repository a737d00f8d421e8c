/// Markup of a report: whatever comes from outside is escaped for the place where it stands.
extension ByteBuffer {
    /// Text of an element or attribute; control characters are shown as U+FFFD.
    mutating func append(html text: String) {
        var text = text
        text.withUTF8 { bytes in
            for byte in bytes {
                switch byte {
                case UInt8(ascii: "&"): append("&amp;")
                case UInt8(ascii: "<"): append("&lt;")
                case UInt8(ascii: ">"): append("&gt;")
                case UInt8(ascii: "\""): append("&quot;")
                case UInt8(ascii: "'"): append("&#39;")
                case 0..<0x20, 0x7F: append("\u{FFFD}")
                default: append(byte)
                }
            }
        }
    }

    /// A value in the fragment of an address, where only letters, digits and a few marks stand for
    /// themselves.
    mutating func append(fragment text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "/"), UInt8(ascii: "_"):
                append(byte)
            default:
                append("%")
                append(hex: byte >> 4)
                append(hex: byte & 15)
            }
        }
    }

    mutating func append(html text: StaticString) { append(html: text.description) }

    /// 1,234,567.
    mutating func append(grouped value: Int) { append(string: SummaryText.grouped(value)) }

    /// `1 error`, `1,204 errors`.
    mutating func append(_ count: Int, _ noun: StaticString) {
        append(grouped: count)
        append(" ")
        append(noun)
        if count != 1 { append("s") }
    }

    // MARK: Data in a script element

    /// A JSON string and a comma.
    mutating func scriptValue(_ text: String) {
        var text = text
        append("\"")
        text.withUTF8 { append(escapingForScript: $0) }
        append("\",")
    }

    /// Content of a JSON string that can neither end a script element nor open a comment in it.
    ///
    /// Bytes that are no UTF-8 are the characters of their numbers.
    mutating func append(escapingForScript bytes: UnsafeBufferPointer<UInt8>) {
        var rest = bytes[...]
        while let index = rest.firstIndex(where: { ByteBuffer.isMarkup($0) }) {
            append(escapingAny: UnsafeBufferPointer(rebasing: rest[..<index]))
            switch bytes[index] {
            case UInt8(ascii: "<"): append("\\u003c")
            case UInt8(ascii: ">"): append("\\u003e")
            default: append("\\u0026")
            }
            rest = rest[(index + 1)...]
        }
        append(escapingAny: UnsafeBufferPointer(rebasing: rest))
    }

    private static func isMarkup(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "&")
    }

    // MARK: Bars

    /// A bar of one part after another, as wide as their share of the whole; it repeats what stands
    /// beside it in numbers.
    mutating func bar(_ parts: [(kind: StaticString, count: Int)], of whole: Int) {
        append("<svg class=\"bar\" aria-hidden=\"true\" focusable=\"false\">")
        var left = 0
        for (kind, count) in parts where count > 0 {
            // What is there is seen, however little it is.
            let share = max(ByteBuffer.permille(count, of: whole), 5)
            append("<rect class=\"")
            append(kind)
            append("\" height=\"100%\" x=\"")
            append(percent: left)
            append("\" width=\"")
            append(percent: share)
            append("\"/>")
            left += share
        }
        append("</svg>")
    }

    private static func permille(_ count: Int, of whole: Int) -> Int {
        guard whole > 0 else { return 0 }
        let (product, isTooGreat) = count.multipliedReportingOverflow(by: 1000)
        return isTooGreat ? count / max(whole / 1000, 1) : product / whole
    }

    private mutating func append(percent permille: Int) {
        append(decimal: permille / 10)
        append(".")
        append(decimal: permille % 10)
        append("%")
    }
}
