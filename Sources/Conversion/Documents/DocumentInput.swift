import Output

/// An input whose parts are read beside each other, and beside those of other inputs: writes what
/// they brought in the order of the input, and keeps its books.
final class DocumentInput: @unchecked Sendable {
    let file: String
    let form: DocumentLines.Form
    let partners: Partners
    let errorHandling: ConversionOptions.ErrorHandling
    let stock: DocumentStock
    // Of the one who reads and writes alone.
    private let end: InputEnd
    private var writing: DocumentWriting
    private var summary: FileSummary
    /// What read the part before.
    private var last: PartReading?
    /// What the input is, if no referral is in it.
    private var otherwise: String?

    init(
        file: String, end: InputEnd, partners: Partners, options: ConversionOptions,
        hasRejects: Bool, namesSenders: Bool, stock: DocumentStock
    ) {
        self.stock = stock
        self.file = file
        self.end = end
        self.partners = partners
        errorHandling = options.errorHandling
        form = DocumentLines.Form(
            file: file, options, hasRejects: hasRejects, namesSenders: namesSenders)
        writing = DocumentWriting(file: file, options: options)
        summary = FileSummary(file: file)
    }

    /// What has become of an input that has been read.
    struct Outcome {
        let summary: FileSummary
        let failure: ConversionFailure?
    }

    /// Writes what a part brought, when all before it are written; the outcome with the last one.
    ///
    /// A part that does not go on where the one before has ended is read again, by what read that.
    func add(
        _ job: DocumentJob, to outputs: inout Outputs
    ) throws(ConversionFailure) -> Outcome? {
        if let last, let next = job.reading, case .start(let start) = job.part.position,
            last.isFollowed(by: next, from: start)
        {
            last.handOver(to: next)
            try write(last, to: &outputs)
            summary.add(last.summary)
            otherwise = otherwise ?? last.otherwise
            self.last = next
        } else if let last {
            try last.read(job.part, upTo: DocumentLines.greatestWeight) {
                (part) throws(ConversionFailure) in
                try write(part, to: &outputs)
            }
        } else {
            last = job.reading
        }
        guard let last else { return nil }
        try write(last, to: &outputs)
        guard job.part.isEnd else { return nil }
        summary.add(last.summary)
        summary.bytes.total = last.byteCount
        let refusal = try writing.finish(
            &summary, words: otherwise ?? last.otherwise, at: end, partners, to: &outputs)
        if refusal == nil { summary.failure = end.failure?.message }
        return Outcome(summary: summary, failure: refusal ?? end.failure)
    }

    /// Writes what a part brought.
    private func write(
        _ part: PartReading, to outputs: inout Outputs
    ) throws(ConversionFailure) {
        var books = summary
        books.add(part.summary)
        try part.write(&writing, books: books, to: &outputs)
    }
}

extension FileSummary {
    /// Adds the books of another part of the same input.
    fileprivate mutating func add(_ other: FileSummary) {
        for format in other.formats { note(format) }
        bytes.envelope += other.bytes.envelope
        bytes.accepted += other.bytes.accepted
        bytes.setAside += other.bytes.setAside
        bytes.trivia += other.bytes.trivia
        records.accepted += other.records.accepted
        records.setAside += other.records.setAside
        findings.add(other.findings)
        otherValues += other.otherValues
    }
}

extension FileSummary.Findings {
    mutating func add(_ other: FileSummary.Findings) {
        error += other.error
        warning += other.warning
        note += other.note
    }
}
