import Diagnostics
import Output
import Referrals

/// Reads a part of an input of documents, and those that go on with it, and makes lines of them.
///
/// A class, as whoever writes the lines keeps the one that read last.
final class PartReading {
    /// What reads; `nil` when an input was read and nothing goes on.
    private var reader: DocumentReader?
    private let made: PartLines
    /// The books so far.
    private(set) var summary: FileSummary
    /// What the input is, if no referral is in it.
    private(set) var otherwise: String?
    /// Bytes of the input up to where it has read.
    private(set) var byteCount = 0
    private let stock: DocumentStock

    /// At the beginning of an input, or in the middle; `nil` where that is not what it seems.
    ///
    /// - Parameter size: of the part that is read first.
    init?(_ input: DocumentInput, from start: ReferralSeam? = nil, size: Int) {
        stock = input.stock
        let reader = stock.reader(
            file: input.file, partners: input.partners, errorHandling: input.errorHandling)
        if let start, !reader.reading.resume(at: start) { return nil }
        summary = reader.reading.summary
        self.reader = reader
        made = stock.lines(input.form, size: size)
    }

    deinit {
        letGo()
        stock.leave(made)
    }

    /// Pieces of this size stay in the processor's memory while they are read, with all that comes
    /// of them.
    static let pieceSize = 16 << 10

    /// Reads a part, and keeps all that it brings; what the one before brought is gone.
    func read(_ part: DocumentParts.Part) { read(part, upTo: Int.max) { _ in } }

    /// Reads a part, and writes now and then what it brought up to there.
    ///
    /// - Parameters:
    ///   - limit: bytes of lines that are kept.
    ///   - flush: writes them.
    func read<Failure>(
        _ part: DocumentParts.Part, upTo limit: Int,
        flush: (PartReading) throws(Failure) -> Void
    ) throws(Failure) {
        made.lines.clear()
        guard let reader else { return }
        var rest = part.bytes.bytes
        while !rest.isEmpty, !reader.reading.isOver {
            let count = min(rest.count, PartReading.pieceSize)
            reader.feed(UnsafeRawBufferPointer(rebasing: rest[..<count]))
            try take(from: reader, upTo: limit, flush)
            rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
        if part.isEnd, !reader.reading.isOver {
            reader.reading.finish()
            try take(from: reader, upTo: limit, flush)
            reader.reading.close()
            made.lines.takeAll(from: &reader.reading)
        }
        made.noteWeight()
        note(reader)
    }

    private func take<Failure>(
        from reader: DocumentReader, upTo limit: Int,
        _ flush: (PartReading) throws(Failure) -> Void
    ) throws(Failure) {
        while made.lines.take(from: &reader.reading, upTo: limit) {
            made.noteWeight()
            note(reader)
            try flush(self)
            made.lines.clear()
        }
    }

    private func note(_ reader: DocumentReader) {
        summary = reader.reading.summary
        otherwise = reader.reading.otherwise
        byteCount = reader.reading.reader.byteCount
    }

    /// Gives back what reads, where an input was read as a whole: what it brought is kept.
    func letGo() {
        if let reader { stock.leave(reader) }
        reader = nil
    }

    /// Whether another that began at a spot goes on where this one has ended, and has read what
    /// this one would have.
    func isFollowed(by next: PartReading, from start: ReferralSeam) -> Bool {
        guard let reader, let follower = next.reader else { return false }
        return reader.reading.reader.seam == start
            && follower.reading.reader.isAsRead(after: reader.reading.reader)
    }

    /// Leaves the rest of the input to another; what was found between them is in the lines.
    func handOver(to next: PartReading) {
        made.lines.clear()
        guard let reader, let follower = next.reader else { return }
        reader.reading.handOver()
        made.lines.takeAll(from: &reader.reading)
        follower.reading.takeCounts(of: reader.reading)
        note(reader)
        next.note(follower)
    }

    /// Bytes of the lines that were made last.
    var lineWeight: Int { made.lines.weight }

    /// Writes what was read last.
    ///
    /// - Parameter books: of the input up to here.
    func write(
        _ writing: inout DocumentWriting, books: FileSummary, to outputs: inout Outputs
    ) throws(ConversionFailure) {
        try writing.write(made.lines, of: LeftGround(), books: books, to: &outputs)
    }
}

/// What findings speak of, when what was read is gone.
private struct LeftGround: FindingGround {
    func withExcerpt<Result>(of finding: Finding, _ body: (Excerpt?) -> Result) -> Result {
        body(nil)
    }
}
