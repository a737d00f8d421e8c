/// A word or words of a layout file, with their place.
struct Word: Sendable {
    let text: String
    let line: Int
    /// From 1, in characters.
    let column: Int
}

/// A line as its keyword and its columns, which two or more blanks part.
struct LayoutLine: Sendable {
    let keyword: Word
    private(set) var columns: ArraySlice<Word>
    private let end: Word
    private let path: String

    /// The lines of a file that say something; comments and blank lines are passed over.
    ///
    /// - Throws: where it is not text, the first place that is none.
    static func lines(of file: LayoutFile) throws(LayoutProblem) -> [LayoutLine] {
        try file.bytes.withUnsafeBufferPointer { bytes throws(LayoutProblem) in
            var parts = LineParts(byteCount: bytes.count)
            var ends: [(words: Range<Int>, end: Word)] = []
            var start = 0
            while start <= bytes.count {
                let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
                let first = parts.words.count
                let column = try parts.part(
                    UnsafeBufferPointer(rebasing: bytes[start..<end]), path: file.path)
                if parts.words.count > first {
                    let end = Word(text: "", line: parts.number, column: column + 1)
                    ends.append((first..<parts.words.count, end))
                }
                start = end + 1
            }
            return ends.map { LayoutLine(parts.words[$0.words], end: $0.end, path: file.path) }
        }
    }

    /// - Parameter words: at least one.
    private init(_ words: ArraySlice<Word>, end: Word, path: String) {
        keyword = words[words.startIndex]
        columns = words.dropFirst()
        self.end = end
        self.path = path
    }

    var peek: Word? { columns.first }

    /// The next column.
    mutating func next(_ name: String) throws(LayoutProblem) -> Word {
        guard let word = columns.popFirst() else {
            throw problem(.missingWord, at: end, name)
        }
        return word
    }

    /// Takes the last column if it is one of these.
    mutating func takeLast(_ wanted: (String) -> Bool) -> Word? {
        guard let last = columns.last, wanted(last.text) else { return nil }
        return columns.popLast()
    }

    /// All columns that are left, at least one.
    mutating func rest(_ name: String) throws(LayoutProblem) -> [Word] {
        var words = [try next(name)]
        while let word = columns.popFirst() { words.append(word) }
        return words
    }

    func finish() throws(LayoutProblem) {
        if let word = peek { throw problem(.surplus, at: word) }
    }

    /// A problem at a word, which is quoted, or at a place with what is missing there.
    func problem(_ rule: LayoutRule, at word: Word, _ detail: String? = nil) -> LayoutProblem {
        LayoutProblem(rule, at: word, path, detail)
    }
}

extension LayoutProblem {
    init(_ rule: LayoutRule, at word: Word, _ path: String, _ detail: String? = nil) {
        let what = detail ?? (word.text.isEmpty ? nil : "\"\(word.text)\"")
        self.init(
            path: path, line: word.line, column: word.column, rule: rule.id,
            message: what.map { "\(rule.summary): \($0)" } ?? rule.summary)
    }
}

/// Parts lines into their words.
private struct LineParts {
    /// Those of all lines, so that they are in one piece of memory.
    private(set) var words: [Word] = []
    /// Of the last line, from 1.
    private(set) var number = 0

    init(byteCount: Int) {
        words.reserveCapacity(byteCount / 8)
    }

    /// Takes the words of the next line.
    ///
    /// - Returns: how many characters were looked at.
    /// - Throws: where it is not text, the place in it.
    mutating func part(
        _ line: UnsafeBufferPointer<UInt8>, path: String
    ) throws(LayoutProblem) -> Int {
        number += 1
        var count = line.count
        // Editors of Windows end lines with both.
        while count > 0, line[count - 1] == 0x0D { count -= 1 }
        let bytes = UnsafeBufferPointer(rebasing: line[..<count])
        var odd = 0
        for byte in bytes { odd += byte &- 0x20 < 0x60 ? 0 : 1 }
        if odd == 0 {
            return part(bytes) {
                String(decoding: UnsafeBufferPointer(rebasing: bytes[$0]), as: UTF8.self)
            }
        }
        let characters = try characters(of: bytes, path)
        // One byte for each, whichever it is.
        let marks = characters.map { $0.utf8.count == 1 ? $0.utf8.first ?? 0 : 0 }
        return marks.withUnsafeBufferPointer { part($0) { String(characters[$0]) } }
    }

    /// The characters of a line that are not all ASCII, without those that end lines on old computers
    /// of Apple.
    private func characters(
        of line: UnsafeBufferPointer<UInt8>, _ path: String
    ) throws(LayoutProblem) -> [Character] {
        if let index = line.firstIndex(where: { $0 < 0x20 && $0 != 0x0D }) {
            let before = String(decoding: line[..<index], as: UTF8.self)
            let place = Word(text: "", line: number, column: before.count + 1)
            throw LayoutProblem(.fileText, at: place, path)
        }
        guard let text = String(validating: line, as: UTF8.self) else {
            throw LayoutProblem(.fileText, at: Word(text: "", line: number, column: 1), path)
        }
        return text.filter { $0 != "\r" }
    }

    /// One blank ends the keyword, and two any other word; a comment ends the line.
    ///
    /// - Parameters:
    ///   - marks: one for each character.
    ///   - text: that of some characters.
    @inline(__always)
    private mutating func part(
        _ marks: UnsafeBufferPointer<UInt8>, text: (Range<Int>) -> String
    ) -> Int {
        var isKeyword = true
        var index = 0
        while true {
            let gap = index
            while index < marks.count, marks[index] == 0x20 { index += 1 }
            if index == marks.count { return index }
            if marks[index] == UInt8(ascii: "#"), isKeyword || index > gap + 1 { return index + 1 }
            let start = index
            while index < marks.count {
                if marks[index] == 0x20 {
                    let next = index + 1 < marks.count ? marks[index + 1] : 0x20
                    if isKeyword || next == 0x20 { break }
                }
                index += 1
            }
            words.append(Word(text: text(start..<index), line: number, column: start + 1))
            isKeyword = false
        }
    }
}
