/// JSON whose numbers and strings stay as they were written.
indirect enum JSONText {
    case object([String: JSONText])
    case array([JSONText])
    case scalar(String)

    /// `nil` where the text is no JSON, or something follows it.
    init?(_ text: String) {
        var rest = Substring(text)
        guard let value = JSONText(&rest), rest.isEmpty else { return nil }
        self = value
    }

    private init?(_ rest: inout Substring) {
        switch rest.first {
        case "{": self.init(objectIn: &rest)
        case "[": self.init(arrayIn: &rest)
        case "\"":
            guard let string = JSONText.string(&rest) else { return nil }
            self = .scalar("\"\(string)\"")
        default:
            let word = rest.prefix { !",]}".contains($0) }
            guard !word.isEmpty else { return nil }
            rest = rest.dropFirst(word.count)
            self = .scalar(String(word))
        }
    }

    private init?(objectIn rest: inout Substring) {
        var members: [String: JSONText] = [:]
        repeat {
            rest = rest.dropFirst()
            if rest.first == "}", members.isEmpty { break }
            guard let name = JSONText.string(&rest), rest.first == ":" else { return nil }
            rest = rest.dropFirst()
            guard let value = JSONText(&rest), members[name] == nil else { return nil }
            members[name] = value
        } while rest.first == ","
        guard rest.first == "}" else { return nil }
        rest = rest.dropFirst()
        self = .object(members)
    }

    private init?(arrayIn rest: inout Substring) {
        var items: [JSONText] = []
        repeat {
            rest = rest.dropFirst()
            if rest.first == "]", items.isEmpty { break }
            guard let value = JSONText(&rest) else { return nil }
            items.append(value)
        } while rest.first == ","
        guard rest.first == "]" else { return nil }
        rest = rest.dropFirst()
        self = .array(items)
    }

    /// What stands between quotation marks, with its escapes.
    private static func string(_ rest: inout Substring) -> String? {
        guard rest.first == "\"" else { return nil }
        rest = rest.dropFirst()
        var string = ""
        while let next = rest.popFirst(), next != "\"" {
            string.append(next)
            if next == "\\", let escaped = rest.popFirst() { string.append(escaped) }
        }
        return string
    }

    /// A value by its path, `serviceLines/0/charge`.
    subscript(_ path: String) -> JSONText? {
        var value: JSONText? = self
        for step in path.split(separator: "/") {
            switch value {
            case .object(let members): value = members[String(step)]
            case .array(let items):
                value = Int(step).flatMap { items.indices.contains($0) ? items[$0] : nil }
            default: return nil
            }
        }
        return value
    }

    /// As text, the members of objects by their names.
    var text: String {
        switch self {
        case .object(let members):
            "{"
                + members.sorted { $0.key < $1.key }
                .map { "\"\($0.key)\":\($0.value.text)" }.joined(separator: ",") + "}"
        case .array(let items): "[" + items.map(\.text).joined(separator: ",") + "]"
        case .scalar(let text): text
        }
    }
}
