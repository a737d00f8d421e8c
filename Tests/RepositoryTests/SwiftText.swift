/// The code of a Swift file without its comments and the text of its literals.
struct SwiftText {
    /// Comments and literals are blanks; lines stay where they are.
    private(set) var code: [Character] = []
    private let text: [Character]
    private var index = 0

    init(_ text: String) {
        self.text = Array(text)
        while index < self.text.count { readNext() }
    }

    /// Every identifier with the line it stands in.
    var identifiers: [(name: String, line: Int)] {
        var found: [(name: String, line: Int)] = []
        var name = ""
        var line = 1
        for character in code + [" "] {
            if character.isLetter || character == "_" || (character.isNumber && !name.isEmpty) {
                name.append(character)
                continue
            }
            if !name.isEmpty { found.append((name, line)) }
            name = ""
            if character == "\n" { line += 1 }
        }
        return found
    }

    /// The modules that are imported.
    var imports: Set<String> {
        let lines = String(code).split(separator: "\n").map { $0.split(separator: " ") }
        let modules = lines.compactMap { words in
            words.firstIndex(of: "import").flatMap { $0 < 2 ? words[$0...].dropFirst().first : nil }
        }
        return Set(modules.map { String($0.prefix { $0 != "." }) })
    }

    private func sees(_ word: String) -> Bool {
        text[index...].starts(with: word)
    }

    private mutating func readNext() {
        if sees("//") {
            skip { $0.text[$0.index] == "\n" }
        } else if sees("/*") {
            skip { $0.sees("*/") }
            index += 2
        } else if sees("\"") || sees("#") {
            readLiteral()
        } else {
            code.append(text[index])
            index += 1
        }
    }

    /// Blanks everything up to where `isEnd` holds.
    private mutating func skip(until isEnd: (SwiftText) -> Bool) {
        while index < text.count, !isEnd(self) {
            code.append(text[index] == "\n" ? "\n" : " ")
            index += 1
        }
    }

    /// A string literal, raw or not; what it interpolates is taken for text.
    private mutating func readLiteral() {
        let hashes = text[index...].prefix { $0 == "#" }.count
        guard text[(index + hashes)...].first == "\"" else {
            code.append(contentsOf: text[index..<index + hashes])
            index += hashes
            return
        }
        let pounds = String(repeating: "#", count: hashes)
        index += hashes
        let quote = sees("\"\"\"") ? "\"\"\"" : "\""
        index += quote.count
        let escape = "\\" + pounds
        while index < text.count, !sees(quote + pounds) {
            if sees(escape) { index += escape.count }
            if index < text.count, text[index] == "\n" { code.append("\n") }
            index += 1
        }
        code.append(" ")
        index += quote.count + hashes
    }
}

/// The words of a name: `maximumBlockSize` → maximum, block, size.
func words(of name: String) -> [String] {
    var words: [String] = []
    var wasLower = false
    for character in name {
        if character == "_" {
            wasLower = false
            words.append("")
        } else {
            if words.isEmpty || (wasLower && character.isUppercase) { words.append("") }
            words[words.count - 1] += character.lowercased()
            wasLower = character.isLowercase || character.isNumber
        }
    }
    return words.filter { !$0.isEmpty }
}
