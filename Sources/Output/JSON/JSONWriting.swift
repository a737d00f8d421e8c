import CareModel

/// JSON, written as it goes: each value is followed by a comma, and what closes an object or array
/// replaces the last one. Keys are literals that hold their quotation marks and colon: `"\"a\":"`.
extension ByteBuffer {
    @inline(__always)
    mutating func openObject() { append(UInt8(ascii: "{")) }

    @inline(__always)
    mutating func closeObject() {
        replaceLast(UInt8(ascii: ","), with: UInt8(ascii: "}"))
        append(UInt8(ascii: ","))
    }

    @inline(__always)
    mutating func openArray() { append(UInt8(ascii: "[")) }

    @inline(__always)
    mutating func closeArray() {
        replaceLast(UInt8(ascii: ","), with: UInt8(ascii: "]"))
        append(UInt8(ascii: ","))
    }

    /// Ends a line of NDJSON: the last comma becomes a line feed.
    package mutating func endLine() {
        replaceLast(UInt8(ascii: ","), with: UInt8(ascii: "\n"))
    }

    /// Removes the comma after the last value.
    package mutating func dropComma() {
        if count > 0, bytes[count - 1] == UInt8(ascii: ",") { truncate(to: count - 1) }
    }

    // MARK: Members of an object

    @inline(__always)
    mutating func member(_ key: StaticString, _ text: Text?) {
        guard let text else { return }
        append(key)
        value(text)
    }

    mutating func member(_ key: StaticString, _ flag: Bool?) {
        guard let flag else { return }
        append(key)
        append(flag ? "true," : "false,")
    }

    mutating func member(_ key: StaticString, _ number: Int) {
        append(key)
        value(number)
    }

    mutating func member(_ key: StaticString, string: String) {
        append(key)
        value(string)
    }

    // MARK: Values

    @inline(__always)
    mutating func value(_ text: Text) {
        append(UInt8(ascii: "\""))
        if !text.isPlain {
            append(unusual: text)
        } else if let bytes = text.longBytes {
            append(bytes)
        } else {
            append(plain: text)
        }
        append("\",")
    }

    mutating func value(_ string: String) {
        var string = string
        append(UInt8(ascii: "\""))
        string.withUTF8 { append(escaping: $0) }
        append("\",")
    }

    mutating func value(_ string: StaticString) {
        append(UInt8(ascii: "\""))
        append(string)
        append("\",")
    }

    mutating func value(_ number: Int) {
        append(decimal: number)
        append(UInt8(ascii: ","))
    }

    @inline(never)
    private mutating func append(unusual text: Text) {
        text.withUTF8 { append(escaping: $0) }
    }

    package mutating func append(escaping string: String) {
        var string = string
        string.withUTF8 { append(escaping: $0) }
    }

    /// UTF-8 with quotation marks, backslashes and control characters escaped.
    package mutating func append(escaping bytes: UnsafeBufferPointer<UInt8>) {
        reserve(bytes.count + 8)
        for byte in bytes {
            switch byte {
            case 0x22: append("\\\"")
            case 0x5C: append("\\\\")
            case 0x0A: append("\\n")
            case 0x0D: append("\\r")
            case 0x09: append("\\t")
            case 0..<0x20, 0x7F:
                append("\\u00")
                append(hex: byte >> 4)
                append(hex: byte & 15)
            default: append(byte)
            }
        }
    }

    private mutating func append(hex digit: UInt8) {
        append(digit < 10 ? 0x30 + digit : 0x57 + digit)
    }

    /// Bytes of any kind as JSON text: UTF-8 as it is, else each byte as the character of its number.
    package mutating func append(escapingAny bytes: UnsafeBufferPointer<UInt8>) {
        if bytes.allSatisfy({ $0 < 0x80 }) || Text.isUTF8(bytes) { return append(escaping: bytes) }
        for byte in bytes {
            if byte < 0x80 {
                withUnsafePointer(to: byte) {
                    append(escaping: UnsafeBufferPointer(start: $0, count: 1))
                }
            } else {
                append(0xC0 | byte >> 6)
                append(0x80 | byte & 0x3F)
            }
        }
    }

    // MARK: Values of the model

    mutating func value(_ date: CalendarDate) {
        reserve(16)
        append(UInt8(ascii: "\""))
        let number = Int(date.number)
        appendTwo(number / 1_000_000)
        appendTwo(number / 10_000 % 100)
        append(UInt8(ascii: "-"))
        appendTwo(number / 100 % 100)
        append(UInt8(ascii: "-"))
        appendTwo(number % 100)
        append("\",")
    }

    /// The input's digits; a leading point gets its zero.
    mutating func value(_ money: Money) {
        guard money.scale > 0 else { return value(Int(money.units)) }
        append(string: money.description)
        append(UInt8(ascii: ","))
    }

    /// A code and our label for it.
    @inline(__always)
    mutating func member(_ key: StaticString, _ code: Code?) {
        guard let code else { return }
        append(key)
        openObject()
        members(code)
        closeObject()
    }

    @inline(__always)
    mutating func members(_ code: Code) {
        append("\"code\":")
        value(code.value)
        guard let label = code.label else { return }
        append("\"label\":\"")
        append(label)
        append("\",")
    }

    /// A date, or under the second key the text that is none.
    mutating func member(
        _ key: StaticString, sent: StaticString, _ date: Sent<CalendarDate>?
    ) {
        switch date {
        case .valid(let date):
            append(key)
            value(date)
        case .raw(let text): member(sent, text)
        case nil: break
        }
    }

    /// Begin and end; an open end is null, with what was sent beside it.
    mutating func members(_ period: Period) {
        member("\"begin\":", sent: "\"beginSent\":", period.begin)
        if let end = period.end?.value, end.isOpenEnd(after: yearAhead) {
            append("\"end\":null,\"endSent\":\"")
            append(decimal: Int(end.number))
            append("\",")
        } else {
            member("\"end\":", sent: "\"endSent\":", period.end)
        }
    }

    mutating func member(_ key: StaticString, sent: StaticString, _ money: Sent<Money>?) {
        switch money {
        case .valid(let money):
            append(key)
            value(money)
        case .raw(let text): member(sent, text)
        case nil: break
        }
    }

    /// An array, unless it is empty.
    @inline(__always)
    mutating func array<Element>(
        _ key: StaticString, _ elements: [Element],
        _ write: (inout ByteBuffer, Element) -> Void
    ) {
        guard !elements.isEmpty else { return }
        append(key)
        openArray()
        for index in elements.indices { write(&self, elements[index]) }
        closeArray()
    }
}
