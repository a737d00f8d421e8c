@testable import Diagnostics
@testable import Conversion
@testable import Output
@testable import X12Syntax

/// A conversion without files: the books, and what would be written.
struct MemoryConversion {
    private static let catalog = GuideCatalog()
    private static let options = ConversionOptions()

    /// JSON of each accepted record.
    var accepted: [String] = []
    /// JSON of each record that is set aside, but not of what cannot be read, which comes in pieces.
    var setAside: [String] = []
    /// Rule and first byte of each finding.
    var findings: [String] = []
    var bytes = (envelope: 0, accepted: 0, setAside: 0, trivia: 0)

    /// In pieces and blocks of these sizes.
    init(_ input: [UInt8], pieces: Int = Int.max, block size: Int = 1 << 14) {
        // What is read in pieces is read as a whole as well.
        if pieces == Int.max { Seeds.keep(input, for: .x12) }
        var block = Block(capacity: size)
        self.init(MemorySource(input, pieceSize: pieces), blockSize: size, in: &block)
    }

    /// Into a block that was used before; its memory serves again.
    init(_ input: [UInt8], in block: inout Block) {
        self.init(MemorySource(input), blockSize: block.capacity, in: &block)
    }

    private init(_ source: MemorySource, blockSize: Int, in block: inout Block) {
        let catalog = Self.catalog
        var headers = HeaderReading(
            file: "a", catalog: catalog, partners: Partners(Self.options))
        var mapper = BlockMapper(
            file: "a", errorHandling: .setAside, partners: Partners(Self.options), catalog: catalog)
        var reader = BlockReader(source, blockSize: blockSize) { catalog.plan($0) }
        var result = BlockResult(RecordLines(RecordLines.Form(file: "a")))
        while reader.next(&block) {
            mapper.map(block, headers: headers.headers(of: block), into: &result)
            add(result)
        }
    }

    private mutating func add(_ result: borrowing BlockResult<RecordLines>) {
        accepted += Self.lines(result.product.accepted.bytes)
        setAside += Self.lines(result.product.rejected.bytes).filter {
            !$0.hasPrefix("{\"recordType\":\"unreadable\"")
        }
        findings += result.findings.map { "\($0.rule) \($0.range.start)" }
        bytes.envelope += result.books.bytes.envelope
        bytes.accepted += result.books.bytes.accepted
        bytes.setAside += result.books.bytes.setAside
        bytes.trivia += result.books.bytes.trivia
    }

    private static func lines(_ bytes: some Collection<UInt8>) -> [String] {
        bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Whether every byte has ended in exactly one place.
    func isBalanced(for count: Int) -> Bool {
        bytes.envelope + bytes.accepted + bytes.setAside + bytes.trivia == count
    }

    /// Of each accepted record, the byte after its last terminator.
    var ends: [Int] {
        accepted.compactMap { text in
            guard let start = text.range(of: "\"bytes\":[", from: "\"source\":{") else {
                return nil
            }
            let numbers = text[start...].prefix { $0 != "]" }.split(separator: ",")
            return numbers.last.flatMap { Int($0) }
        }
    }
}

extension String {
    /// Where the text ends that follows another.
    fileprivate func range(of text: String, from other: String) -> Index? {
        guard let start = firstRange(of: other)?.upperBound else { return nil }
        return self[start...].firstRange(of: text)?.upperBound
    }
}
