import CareModel
import Diagnostics

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

    mutating func member(_ key: StaticString, _ text: Text?) {
        guard let text else { return }
        append(key)
        value(text)
    }

    mutating func member(_ key: StaticString, _ flag: Bool) {
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

    mutating func value(_ text: Text) {
        append(UInt8(ascii: "\""))
        text.withUTF8 { append(escaping: $0) }
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

    mutating func append(hex digit: UInt8) {
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

    /// The input's digits; a leading point gets its zero, and zeros in front are left out.
    mutating func value(_ money: Money, _ sent: UnsafeBufferPointer<UInt8>) {
        guard money.scale > 0 else { return value(Int(money.units)) }
        let startsWell = sent[0] == 0x30 ? sent[1] == 0x2E : sent[0] > 0x30
        if startsWell { append(sent) } else { append(string: money.description) }
        append(UInt8(ascii: ","))
    }

    /// A code and our label for it.
    mutating func member(_ key: StaticString, _ code: Code?) {
        guard let code else { return }
        append(key)
        append("{\"code\":")
        value(code.value)
        if let label = code.label {
            append("\"label\":\"")
            append(label)
            append("\",")
        }
        closeObject()
    }

    /// Values that no field holds, each with its place.
    mutating func other(_ other: [OtherValue]) {
        array("\"other\":", other) { $0.value($1) }
    }

    mutating func value(_ other: OtherValue) {
        openObject()
        member("\"place\":", string: other.place)
        member("\"value\":", other.value)
        append("\"bytes\":")
        value(ByteRange(other.bytes.lowerBound, other.bytes.upperBound))
        closeObject()
    }

    /// Start and end as an array.
    mutating func value(_ range: ByteRange) {
        openArray()
        value(range.start)
        value(range.end)
        closeArray()
    }

    /// An array, unless it is empty.
    mutating func array<Element>(
        _ key: StaticString, _ elements: [Element],
        _ write: (inout ByteBuffer, Element) -> Void
    ) {
        guard !elements.isEmpty else { return }
        append(key)
        openArray()
        for element in elements { write(&self, element) }
        closeArray()
    }
}
