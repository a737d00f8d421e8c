import Diagnostics
import Output
import Referrals

/// Converts one input of XML documents: referrals are read, checked and written one by one.
struct DocumentConversion: ~Copyable {
    private var source: InputSource
    private let reader: DocumentReader
    private let stock: DocumentStock
    private let partners: Partners
    private var writing: DocumentWriting
    private let file: String
    private let options: ConversionOptions
    /// Why the input is no referral at all, where it is none.
    private(set) var refusal: ConversionFailure?

    init(
        file: String, source: consuming InputSource, options: ConversionOptions,
        stock: DocumentStock
    ) {
        self.source = source
        self.file = file
        self.options = options
        self.stock = stock
        partners = Partners(options)
        reader = stock.reader(
            file: file, partners: partners, errorHandling: options.errorHandling)
        writing = DocumentWriting(file: file, options: options)
    }

    deinit { stock.leave(reader) }

    /// As much is read at once.
    private static let pieceSize = 1 << 16

    /// Reads to the end; what was found is in the summary, what was made in the outputs.
    mutating func run(into outputs: inout Outputs) throws(ConversionFailure) -> FileSummary {
        var lines = DocumentLines(
            DocumentLines.Form(
                file: file, options, hasRejects: outputs.rejects != nil,
                namesSenders: outputs.report != nil))
        let piece = UnsafeMutableRawBufferPointer.allocate(
            byteCount: DocumentConversion.pieceSize, alignment: 16)
        defer { piece.deallocate() }
        var isAtEnd = false
        while !isAtEnd, !reader.reading.isOver {
            let count = source.read(into: piece)
            isAtEnd = count == 0
            if isAtEnd {
                reader.reading.finish()
            } else {
                reader.feed(UnsafeRawBufferPointer(rebasing: piece[..<count]))
            }
            while lines.take(from: &reader.reading, upTo: DocumentLines.greatestWeight) {
                try flush(&lines, &outputs)
            }
            if isAtEnd || reader.reading.isOver { reader.reading.close() }
            lines.takeAll(from: &reader.reading)
            try flush(&lines, &outputs)
        }
        var summary = reader.reading.summary
        refusal = try writing.finish(
            &summary, words: reader.reading.otherwise, at: source.end, partners, to: &outputs)
        return summary
    }

    /// Writes what a piece of the input brought.
    private mutating func flush(
        _ lines: inout DocumentLines, _ outputs: inout Outputs
    ) throws(ConversionFailure) {
        try writing.write(
            lines, of: reader.reading.reader.window, books: reader.reading.summary, to: &outputs)
        lines.clear()
    }
}
