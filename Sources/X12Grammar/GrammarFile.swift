/// One `.grammar` file: its path, for messages, and its text.
///
/// The text is embedded in the program, or bytes that someone else read from disk: this module
/// opens no files.
public struct GrammarFile: Sendable {
    /// As it is to appear in messages: `grammars/guides/005010X220A1.grammar`.
    public let path: String
    private let storage: Storage

    private enum Storage: Sendable {
        case embedded(StaticString)
        case bytes([UInt8])
    }

    public init(path: String, text: StaticString) {
        self.path = path
        storage = text.hasPointerRepresentation ? .embedded(text) : .bytes(Array("\(text)".utf8))
    }

    public init(path: String, text: String) {
        self.path = path
        storage = .bytes(Array(text.utf8))
    }

    public init(path: String, bytes: [UInt8]) {
        self.path = path
        storage = .bytes(bytes)
    }

    /// The text; what is no UTF-8 in it is replaced, and the checker tells of it.
    public var content: String {
        withBytes { String(decoding: $0, as: UTF8.self) }
    }

    /// The bytes in place, without a copy.
    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        switch storage {
        case .embedded(let text): text.withUTF8Buffer(body)
        case .bytes(let bytes): bytes.withUnsafeBufferPointer(body)
        }
    }

    /// The whole text, to be read.
    var text: GrammarText {
        switch storage {
        case .embedded(let text): GrammarText(path: path, bytes: text.withUTF8Buffer { Array($0) })
        case .bytes(let bytes): GrammarText(path: path, bytes: bytes)
        }
    }
}
