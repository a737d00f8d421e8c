import Diagnostics
import Output
import Referrals

/// Converts one input of XML documents: referrals are read, checked and written one by one.
struct DocumentConversion: ~Copyable {
    private let file: String
    private let options: ConversionOptions
    private var source: InputSource
    private var reading: DocumentReading
    private var writing: FileWriting
    private var accepted = ByteBuffer(capacity: 1 << 18)
    private var rejected = ByteBuffer(capacity: 4096)
    private var findings: [Finding] = []
    private var hasBegun = false

    init(file: String, source: consuming InputSource, options: ConversionOptions) {
        self.file = file
        self.options = options
        self.source = source
        reading = DocumentReading(
            file: file, partners: Partners(options), errorHandling: options.errorHandling)
        writing = FileWriting(file: file, options: options)
    }

    /// As much is read at once.
    private static let pieceSize = 1 << 16

    /// Why the input is no referral at all, where it is none.
    var refusal: ConversionFailure? { reading.refusal }

    /// Reads to the end; what was found is in the summary, what was made in the outputs.
    mutating func run(into outputs: inout Outputs) throws(ConversionFailure) -> FileSummary {
        let piece = UnsafeMutableRawBufferPointer.allocate(
            byteCount: DocumentConversion.pieceSize, alignment: 16)
        defer { piece.deallocate() }
        var isAtEnd = false
        while !isAtEnd, !reading.isOver {
            let count = source.read(into: piece)
            isAtEnd = count == 0
            if isAtEnd {
                reading.finish()
            } else {
                reading.feed(UnsafeRawBufferPointer(rebasing: piece[..<count]))
            }
            while let step = reading.next() { add(step, outputs) }
            if isAtEnd || reading.isOver { reading.close() }
            try flush(&outputs)
        }
        guard reading.refusal == nil else { return FileSummary(file: file) }
        try begin(&outputs)
        try writing.finish(&outputs)
        return reading.summary
    }

    private mutating func add(_ step: DocumentReading.Step, _ outputs: borrowing Outputs) {
        findings += step.findings
        switch step.unit.kind {
        case .referral: addRecord(step, outputs)
        case .unreadable: addUnreadable(step, isPart: false, outputs)
        case .unreadablePart, .foreign: addUnreadable(step, isPart: true, outputs)
        }
    }

    private mutating func addRecord(_ step: DocumentReading.Step, _ outputs: borrowing Outputs) {
        let isWanted = step.isSetAside ? outputs.rejects != nil : options.writesRecords
        guard isWanted else { return }
        let place = DocumentPlace(
            file: file, document: step.unit.document, place: step.unit.place,
            range: step.unit.range, context: step.unit.others + step.unit.context)
        let record = reading.reader.record
        let other = reading.reader.other
        if step.isSetAside {
            ReferralJSON.write(
                record, other: other, source: place, findings: step.findings, to: &rejected)
            rejected.endLine()
        } else {
            ReferralJSON.write(
                record, other: other, source: place, findings: step.findings, to: &accepted)
            if options.format == .json { accepted.append("\n") } else { accepted.endLine() }
        }
    }

    private mutating func addUnreadable(
        _ step: DocumentReading.Step, isPart: Bool, _ outputs: borrowing Outputs
    ) {
        guard outputs.rejects != nil, step.unit.range.count > 0 else { return }
        let file = file
        reading.reader.window.withBytes(step.unit.range) { raw in
            RecordFrame.writeUnreadable(
                scope: "bytes", file: file, interchange: "", group: "", transaction: "",
                range: step.unit.range, isPart: isPart, raw: raw, findings: step.findings,
                to: &rejected)
        }
    }

    private mutating func begin(_ outputs: inout Outputs) throws(ConversionFailure) {
        guard !hasBegun else { return }
        hasBegun = true
        try writing.begin(&outputs)
    }

    /// Writes what a piece of the input brought.
    private mutating func flush(_ outputs: inout Outputs) throws(ConversionFailure) {
        let outside = reading.takeFindings()
        findings += outside
        if accepted.count + rejected.count + findings.count > 0 { try begin(&outputs) }
        try writing.writeRecords(accepted.bytes, to: &outputs)
        try outputs.rejects?.write(rejected.bytes)
        try writing.tell(findings, of: reading.reader.window, to: &outputs)
        accepted.clear()
        rejected.clear()
        findings.removeAll(keepingCapacity: true)
    }
}
