/// A JSON document as it is written: keys in the order of the calls, no spaces.
struct JSONText {
    private(set) var bytes: [UInt8] = []
    private var needsComma = false

    mutating func object(_ key: String? = nil, _ members: (inout JSONText) -> Void) {
        nest(key, UInt8(ascii: "{"), UInt8(ascii: "}"), members)
    }

    mutating func array<Items: Sequence>(
        _ key: String, _ items: Items, _ write: (inout JSONText, Items.Element) -> Void
    ) {
        nest(key, UInt8(ascii: "["), UInt8(ascii: "]")) { text in
            for item in items { write(&text, item) }
        }
    }

    mutating func strings(_ key: String, _ items: [String]) {
        array(key, items) { $0.string(nil, $1) }
    }

    mutating func string(_ key: String?, _ value: String) {
        begin(key)
        quote(value)
    }

    /// `nil` is `null`.
    mutating func number(_ key: String, _ value: Int?) {
        begin(key)
        bytes += (value.map(String.init) ?? "null").utf8
    }

    mutating func bool(_ key: String, _ value: Bool) {
        begin(key)
        bytes += (value ? "true" : "false").utf8
    }

    private mutating func nest(
        _ key: String?, _ opening: UInt8, _ closing: UInt8, _ content: (inout JSONText) -> Void
    ) {
        begin(key)
        bytes.append(opening)
        needsComma = false
        content(&self)
        bytes.append(closing)
        needsComma = true
    }

    private mutating func begin(_ key: String?) {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
        guard let key else { return }
        quote(key)
        bytes.append(UInt8(ascii: ":"))
    }

    private mutating func quote(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes += [UInt8(ascii: "\\"), byte]
            case ..<0x20:
                bytes += (byte < 0x10 ? "\\u000" : "\\u00").utf8
                bytes += String(byte, radix: 16).utf8
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
