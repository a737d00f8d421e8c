/// One `.layout` file: its path, for messages, and its text.
///
/// The text is embedded in the program, or bytes that someone else read from disk: this module
/// opens no files.
package struct LayoutFile: Sendable {
    /// As it is to appear in messages: `rosters/cp-assignment.layout`.
    package let path: String
    let bytes: [UInt8]

    /// A file whose mark of UTF-8 is no text, where it has one.
    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    }

    package init(path: String, text: StaticString) {
        self.init(path: path, bytes: text.withUTF8Buffer { Array($0) })
    }
}

/// Something wrong in a layout file, with its place.
package struct LayoutProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// Path of the file, as it was given.
    package let path: String
    /// From 1.
    package let line: Int
    /// From 1, in characters.
    package let column: Int
    /// Id of the rule that is broken: `layout.field.undefined`.
    package let rule: String
    /// The rule, and the word that breaks it.
    package let message: String

    package var description: String { "\(path):\(line):\(column): \(message) [\(rule)]" }
}

/// Why a layout cannot be made: the problems of its file.
package struct LayoutProblems: Error, Sendable, CustomStringConvertible {
    /// Never empty.
    package let problems: [LayoutProblem]

    /// One problem a line.
    package var description: String {
        problems.map(\.description).joined(separator: "\n")
    }
}
