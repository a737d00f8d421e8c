/// The code of a Swift file without its comments and the text of its literals.
struct SwiftText {
    /// Comments and literals are left out; lines stay where they are.
    private var code: [UInt8] = []
    private let text: [UInt8]
    private var index = 0

    init(_ text: String) {
        self.text = Array(text.utf8)
        while index < self.text.count { readNext() }
    }

    /// Every identifier with the line it stands in.
    var identifiers: [(name: String, line: Int)] {
        var found: [(name: String, line: Int)] = []
        var start: Int?
        var line = 1
        for (index, byte) in (code + [0x0A]).enumerated() {
            if byte.isLetter || (byte.isDigit && start != nil) {
                start = start ?? index
                continue
            }
            if let start {
                found.append((String(decoding: code[start..<index], as: UTF8.self), line))
            }
            start = nil
            if byte == 0x0A { line += 1 }
        }
        return found
    }

    /// The modules that are imported.
    var imports: Set<String> {
        let lines = String(decoding: code, as: UTF8.self).split(separator: "\n")
        let modules = lines.compactMap { line -> Substring? in
            let words = line.split(separator: " ")
            guard let index = words.firstIndex(of: "import"), index < 2 else { return nil }
            return words.dropFirst(index + 1).first?.prefix { $0 != "." }
        }
        return Set(modules.map(String.init))
    }

    private func sees(_ word: StaticString) -> Bool {
        guard index + word.utf8CodeUnitCount <= text.count else { return false }
        return (0..<word.utf8CodeUnitCount).allSatisfy { text[index + $0] == word.utf8Start[$0] }
    }

    private mutating func readNext() {
        if sees("//") {
            while index < text.count, text[index] != 0x0A { index += 1 }
        } else if sees("/*") {
            skip(to: "*/")
        } else if sees("\"") || sees("#") {
            readLiteral()
        } else {
            code.append(text[index])
            index += 1
        }
    }

    /// Passes over what ends with this, and keeps line ends.
    private mutating func skip(to end: StaticString) {
        while index < text.count, !sees(end) { pass() }
        index += end.utf8CodeUnitCount
        code.append(0x20)
    }

    private mutating func pass() {
        if index < text.count, text[index] == 0x0A { code.append(0x0A) }
        index += 1
    }

    /// A string literal, raw or not; what it interpolates is taken for text.
    private mutating func readLiteral() {
        let hashes = text[index...].prefix { $0 == 0x23 }.count
        index += hashes
        guard sees("\"") else { return }
        let quote: StaticString = sees("\"\"\"") ? "\"\"\"" : "\""
        index += quote.utf8CodeUnitCount
        while index < text.count {
            if sees("\\"), hashes == 0 {
                index += 1
            } else if sees(quote), hashesFollow(quote.utf8CodeUnitCount, hashes) {
                break
            }
            pass()
        }
        code.append(0x20)
        index += quote.utf8CodeUnitCount + hashes
    }

    private func hashesFollow(_ distance: Int, _ count: Int) -> Bool {
        text[min(index + distance, text.count)...].prefix(count).elementsEqual(
            repeatElement(0x23, count: count))
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { self >= 0x30 && self <= 0x39 }

    /// Letters, the underscore, and whatever is not ASCII.
    fileprivate var isLetter: Bool {
        self | 0x20 >= 0x61 && self | 0x20 <= 0x7A || self == 0x5F || self >= 0x80
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
