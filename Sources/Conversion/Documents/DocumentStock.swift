/// What readings of documents have left, for those that come next: memory that was just used is in
/// the processor's own, and names that came before are known.
final class DocumentStock: @unchecked Sendable {
    private let monitor = Monitor()
    // Those that were left last are taken first.
    private var readers: [DocumentReader] = []
    private var lines: [PartLines] = []
    private var parts: [PartBytes] = []

    /// A reader at the beginning of an input.
    func reader(
        file: String, partners: Partners, errorHandling: ConversionOptions.ErrorHandling
    ) -> DocumentReader {
        guard let reader = monitor.locked({ readers.popLast() }) else {
            return DocumentReader(
                DocumentReading(file: file, partners: partners, errorHandling: errorHandling))
        }
        reader.restart(file: file, partners: partners, errorHandling: errorHandling)
        return reader
    }

    /// Takes a reader back; one that has read much goes, as what it holds may be as much.
    func leave(_ reader: DocumentReader) {
        guard reader.readCount <= Self.greatestSize else { return }
        monitor.locked { readers.append(reader) }
    }

    /// Lines of an input, none so far.
    ///
    /// - Parameter size: of the part that is read first: its lines take about as much.
    func lines(_ form: DocumentLines.Form, size: Int) -> PartLines {
        guard let known = monitor.locked({ lines.popLast() }) else {
            return PartLines(DocumentLines(form, expected: size + size / 4))
        }
        known.lines.begin(form)
        return known
    }

    func leave(_ left: PartLines) {
        guard left.greatestWeight <= Self.greatestSize else { return }
        monitor.locked { lines.append(left) }
    }

    /// Memory of a part with nothing in it.
    func part() -> PartBytes {
        guard let known = monitor.locked({ parts.popLast() }) else { return PartBytes() }
        known.clear()
        return known
    }

    func leave(_ part: PartBytes) {
        guard part.capacity <= Self.greatestSize else { return }
        monitor.locked { parts.append(part) }
    }

    /// Whatever is larger than most inputs is given back to the system.
    private static let greatestSize = 1 << 20
}

/// Owns a reading, which one input after another is read by.
final class DocumentReader {
    var reading: DocumentReading
    /// Bytes of this input that it has read.
    private(set) var readCount = 0

    init(_ reading: consuming DocumentReading) { self.reading = reading }

    func feed(_ bytes: UnsafeRawBufferPointer) {
        readCount += bytes.count
        reading.feed(bytes)
    }

    fileprivate func restart(
        file: String, partners: Partners, errorHandling: ConversionOptions.ErrorHandling
    ) {
        readCount = 0
        reading.restart(file: file, partners: partners, errorHandling: errorHandling)
    }
}

/// Owns the lines of a part.
final class PartLines {
    var lines: DocumentLines
    /// Bytes that they had at most.
    private(set) var greatestWeight = 0

    func noteWeight() { greatestWeight = max(greatestWeight, lines.weight) }

    init(_ lines: consuming DocumentLines) { self.lines = lines }
}
