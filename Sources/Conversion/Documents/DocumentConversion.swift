import Diagnostics
import Output
import Referrals

/// Converts one input of XML documents: referrals are read, checked and written one by one.
struct DocumentConversion: ~Copyable {
    private var source: InputSource
    private let reader: DocumentReader
    private let stock: DocumentStock
    private let partners: Partners
    private var writing: FileWriting
    private let file: String
    private let options: ConversionOptions
    private var hasBegun = false

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
        writing = FileWriting(file: file, options: options)
    }

    deinit { stock.leave(reader) }

    /// As much is read at once.
    private static let pieceSize = 1 << 16

    /// Why the input is no referral at all, where it is none.
    var refusal: ConversionFailure? { reader.reading.refusal }

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
            lines.take(from: &reader.reading)
            if isAtEnd || reader.reading.isOver { reader.reading.close() }
            if reader.reading.refusal != nil { break }
            lines.take(from: &reader.reading)
            try flush(&lines, &outputs)
        }
        guard reader.reading.refusal == nil else { return FileSummary(file: file) }
        try begin(&outputs)
        var summary = reader.reading.summary
        try writing.tell(source.end, &summary, partners, to: &outputs)
        try writing.finish(&outputs)
        return summary
    }

    private mutating func begin(_ outputs: inout Outputs) throws(ConversionFailure) {
        guard !hasBegun else { return }
        hasBegun = true
        try writing.begin(&outputs)
    }

    /// Writes what a piece of the input brought.
    private mutating func flush(
        _ lines: inout DocumentLines, _ outputs: inout Outputs
    ) throws(ConversionFailure) {
        if lines.weight > 0 { try begin(&outputs) }
        try writing.writeRecords(lines.accepted.bytes, to: &outputs)
        try outputs.rejects?.write(lines.rejected.bytes)
        try lines.tell(of: reader.reading.reader.window, by: &writing, to: &outputs)
        lines.clear()
    }
}
