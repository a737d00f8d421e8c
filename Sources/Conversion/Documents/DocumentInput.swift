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
    private var writing: FileWriting
    private var summary: FileSummary
    /// What read the part before.
    private var last: PartReading?
    private(set) var refusal: ConversionFailure?

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
        writing = FileWriting(file: file, options: options)
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
        guard refusal == nil else { return nil }
        if let last, let next = job.reading, case .start(let start) = job.part.position,
            last.isFollowed(by: next, from: start)
        {
            last.handOver(to: next)
            try last.write(&writing, to: &outputs)
            summary.add(last.summary)
            self.last = next
        } else if let last {
            last.read(job.part)
        } else {
            last = job.reading
        }
        guard let last else { return nil }
        refusal = last.refusal
        if let refusal {
            var refused = FileSummary(file: file)
            refused.failure = refusal.message
            return Outcome(summary: refused, failure: refusal)
        }
        if !hasBegun {
            hasBegun = true
            try writing.begin(&outputs)
        }
        try last.write(&writing, to: &outputs)
        guard job.part.isEnd else { return nil }
        summary.add(last.summary)
        summary.bytes.total = last.byteCount
        try writing.tell(end, &summary, partners, to: &outputs)
        try writing.finish(&outputs)
        summary.failure = end.failure?.message
        return Outcome(summary: summary, failure: end.failure)
    }

    private var hasBegun = false
}

extension FileSummary {
    /// Adds the books of another part of the same input.
    fileprivate mutating func add(_ other: FileSummary) {
        if kind.isEmpty {
            kind = other.kind
            guide = other.guide
        }
        bytes.envelope += other.bytes.envelope
        bytes.accepted += other.bytes.accepted
        bytes.setAside += other.bytes.setAside
        bytes.trivia += other.bytes.trivia
        records.accepted += other.records.accepted
        records.setAside += other.records.setAside
        findings.error += other.findings.error
        findings.warning += other.findings.warning
        findings.note += other.findings.note
        otherValues += other.otherValues
    }
}
