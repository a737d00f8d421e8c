import Diagnostics
import Output
import Referrals

/// Reads a part of an input of documents, and those that go on with it, and makes lines of them.
///
/// A class, as whoever writes the lines keeps the one that read last.
final class PartReading {
    private var reading: DocumentReading
    private(set) var lines: DocumentLines

    /// At the beginning of an input.
    init(_ input: DocumentInput) {
        reading = DocumentReading(
            file: input.file, partners: input.partners, errorHandling: input.errorHandling)
        lines = DocumentLines(input.form)
    }

    /// In the middle of an input; `nil` where that is not what it seems.
    init?(_ input: DocumentInput, from start: DocumentStart) {
        guard
            let reading = DocumentReading(
                file: input.file, partners: input.partners,
                errorHandling: input.errorHandling, start: start)
        else { return nil }
        self.reading = reading
        lines = DocumentLines(input.form)
    }

    /// Pieces of this size stay in the processor's memory while they are read.
    private static let pieceSize = 64 << 10

    /// Reads a part; what the one before brought is gone.
    func read(_ part: DocumentParts.Part) {
        lines.clear()
        part.bytes.withUnsafeBytes { bytes in
            var rest = bytes
            while !rest.isEmpty, !reading.isOver {
                let count = min(rest.count, PartReading.pieceSize)
                reading.feed(UnsafeRawBufferPointer(rebasing: rest[..<count]))
                lines.take(from: &reading)
                rest = UnsafeRawBufferPointer(rebasing: rest[count...])
            }
        }
        guard part.isEnd, !reading.isOver else { return }
        reading.finish()
        lines.take(from: &reading)
        reading.close()
        lines.take(from: &reading)
    }

    /// Why the input is no referral at all, where it is none.
    var refusal: ConversionFailure? { reading.refusal }

    /// The books so far.
    var summary: FileSummary { reading.summary }

    /// Bytes of the input up to where it has read.
    var byteCount: Int { reading.reader.byteCount }

    /// Whether another that began at a spot goes on where this one has ended, and has read what this
    /// one would have.
    func isFollowed(by next: PartReading, from start: DocumentStart) -> Bool {
        reading.reader.seam == start.seam && next.reading.reader.isAsRead(after: reading.reader)
    }

    /// Leaves the rest of the input to another; what was found between them is in the lines.
    func handOver(to next: PartReading) {
        lines.clear()
        reading.handOver()
        lines.take(from: &reading)
        next.reading.takeCounts(of: reading)
    }

    /// Writes what was read last.
    func write(
        _ writing: inout FileWriting, to outputs: inout Outputs
    ) throws(ConversionFailure) {
        try writing.writeRecords(lines.accepted.bytes, to: &outputs)
        try outputs.rejects?.write(lines.rejected.bytes)
        try writing.tell(lines.findings, of: reading.reader.window, to: &outputs)
    }
}
