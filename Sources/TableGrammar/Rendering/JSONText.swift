/// A JSON document as it is written: keys in the order of the calls, no spaces.
struct JSONText {
    private(set) var text = ""
    private var needsComma = false

    mutating func object(_ key: String? = nil, _ content: (inout JSONText) -> Void) {
        nest(key, "{", "}", content)
    }

    mutating func array<Item>(
        _ key: String, _ items: [Item], _ write: (inout JSONText, Item) -> Void
    ) {
        nest(key, "[", "]") { text in
            for item in items { write(&text, item) }
        }
    }

    /// Left out where there are none.
    mutating func strings(_ key: String, _ items: [String]) {
        if !items.isEmpty { array(key, items) { $0.string(nil, $1) } }
    }

    mutating func string(_ key: String?, _ value: String) {
        begin(key)
        quote(value)
    }

    /// `nil` is `null`.
    mutating func number(_ key: String, _ value: Int?) {
        begin(key)
        text += value.map(String.init) ?? "null"
    }

    mutating func bool(_ key: String, _ value: Bool) {
        begin(key)
        text += value ? "true" : "false"
    }

    private mutating func nest(
        _ key: String?, _ opening: String, _ closing: String, _ content: (inout JSONText) -> Void
    ) {
        begin(key)
        text += opening
        needsComma = false
        content(&self)
        text += closing
        needsComma = true
    }

    private mutating func begin(_ key: String?) {
        if needsComma { text += "," }
        needsComma = true
        guard let key else { return }
        quote(key)
        text += ":"
    }

    private mutating func quote(_ value: String) {
        text += "\""
        for character in value.unicodeScalars {
            if character == "\"" || character == "\\" { text += "\\" }
            text.unicodeScalars.append(character)
        }
        text += "\""
    }
}
