import Diagnostics
import Output
import Referrals

/// Reads a part of an input of documents, and those that go on with it, and makes lines of them.
///
/// A class, as whoever writes the lines keeps the one that read last.
final class PartReading {
    /// What reads; `nil` when an input was read and nothing goes on.
    private var reader: Reader?
    private(set) var lines: DocumentLines
    /// The books so far.
    private(set) var summary: FileSummary
    /// Why the input is no referral at all, where it is none.
    private(set) var refusal: ConversionFailure?
    /// Bytes of the input up to where it has read.
    private(set) var byteCount = 0
    private let window: InputWindow

    /// Owns a reading, so that it can be let go.
    private final class Reader {
        var reading: DocumentReading

        init(_ reading: consuming DocumentReading) { self.reading = reading }
    }

    /// At the beginning of an input.
    ///
    /// - Parameter size: of the part that is read first: its lines take about as much.
    convenience init(_ input: DocumentInput, size: Int) {
        self.init(
            DocumentReading(
                file: input.file, partners: input.partners, errorHandling: input.errorHandling),
            input.form, size)
    }

    /// In the middle of an input; `nil` where that is not what it seems.
    convenience init?(_ input: DocumentInput, from start: DocumentStart, size: Int) {
        guard
            let reading = DocumentReading(
                file: input.file, partners: input.partners,
                errorHandling: input.errorHandling, start: start)
        else { return nil }
        self.init(reading, input.form, size)
    }

    private init(_ reading: consuming DocumentReading, _ form: DocumentLines.Form, _ size: Int) {
        summary = reading.summary
        window = reading.reader.window
        reader = Reader(reading)
        lines = DocumentLines(form, expected: size)
    }

    /// Pieces of this size stay in the processor's memory while they are read, with all that comes of
    /// them.
    static let pieceSize = 16 << 10

    /// Reads a part; what the one before brought is gone.
    func read(_ part: DocumentParts.Part) {
        lines.clear()
        guard let reader else { return }
        part.bytes.withUnsafeBytes { bytes in
            var rest = bytes
            while !rest.isEmpty, !reader.reading.isOver {
                let count = min(rest.count, PartReading.pieceSize)
                reader.reading.feed(UnsafeRawBufferPointer(rebasing: rest[..<count]))
                lines.take(from: &reader.reading)
                rest = UnsafeRawBufferPointer(rebasing: rest[count...])
            }
        }
        if part.isEnd, !reader.reading.isOver {
            reader.reading.finish()
            lines.take(from: &reader.reading)
            reader.reading.close()
            lines.take(from: &reader.reading)
        }
        note(reader)
    }

    private func note(_ reader: Reader) {
        summary = reader.reading.summary
        refusal = reader.reading.refusal
        byteCount = reader.reading.reader.byteCount
    }

    /// Gives back what reading took, where an input was read as a whole: what it brought is kept.
    func letGo() { reader = nil }

    /// Whether another that began at a spot goes on where this one has ended, and has read what this
    /// one would have.
    func isFollowed(by next: PartReading, from start: DocumentStart) -> Bool {
        guard let reader, let follower = next.reader else { return false }
        return reader.reading.reader.seam == start.seam
            && follower.reading.reader.isAsRead(after: reader.reading.reader)
    }

    /// Leaves the rest of the input to another; what was found between them is in the lines.
    func handOver(to next: PartReading) {
        lines.clear()
        guard let reader, let follower = next.reader else { return }
        reader.reading.handOver()
        lines.take(from: &reader.reading)
        follower.reading.takeCounts(of: reader.reading)
        note(reader)
        next.note(follower)
    }

    /// Writes what was read last.
    func write(
        _ writing: inout FileWriting, to outputs: inout Outputs
    ) throws(ConversionFailure) {
        try writing.writeRecords(lines.accepted.bytes, to: &outputs)
        try outputs.rejects?.write(lines.rejected.bytes)
        try writing.tell(lines.findings, of: window, to: &outputs)
    }
}
