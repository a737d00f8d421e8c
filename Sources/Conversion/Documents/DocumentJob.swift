/// A part of an input that is read by whoever is free.
///
/// Belongs to the one who made it, then to the one who reads it, then to the one who writes what it
/// brought.
final class DocumentJob: @unchecked Sendable {
    let input: DocumentInput
    let part: DocumentParts.Part
    /// `nil` where the part goes on with what the one before did not end, or seems to.
    private(set) var reading: PartReading?
    /// Whether it has been read, if it can be by itself, and what it weighs; the queue's to know.
    var isDone = false
    var weight: Int

    init(_ part: DocumentParts.Part, of input: DocumentInput) {
        self.part = part
        self.input = input
        weight = part.bytes.count + part.readerWeight
    }

    deinit { input.stock.leave(part.bytes) }

    /// Reads the part, if it can be read by itself.
    func run() {
        switch part.position {
        case .beginning: reading = PartReading(input, size: part.bytes.count)
        case .start(let start):
            reading = PartReading(input, from: start, size: part.bytes.count)
        case .inside: return
        }
        reading?.read(part)
        if part.isWhole { reading?.letGo() }
    }

    /// What it weighs when it has been read.
    var knownWeight: Int {
        part.bytes.count + part.readerWeight + (reading?.lineWeight ?? 0)
    }
}

extension DocumentParts.Part {
    /// Whether it is all of an input.
    fileprivate var isWhole: Bool {
        if case .beginning = position { isEnd } else { false }
    }

    /// What a reading holds beside the input, more or less; that of a whole one is let go.
    fileprivate var readerWeight: Int { isWhole ? 0 : 256 << 10 }
}
