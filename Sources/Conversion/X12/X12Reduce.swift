import Diagnostics
import Enrollments
import Output
import X12Syntax

/// Writes what blocks brought, in the order of the input, and keeps the books.
struct X12Reduce: ~Copyable {
    private let file: String
    private let options: ConversionOptions
    private let partners: Partners
    private var rules = EnrollmentFileRules()
    /// Where the file's name says what its records are to be.
    private var kind: NameKind?
    /// Whose profile the first transaction set with one has.
    private var partner: Partner?
    private var books = FileSummary(file: "")
    private var hasRecords = false
    private var text = ByteBuffer(capacity: 1 << 16)

    init(file: String, options: ConversionOptions) {
        self.file = file
        self.options = options
        partners = Partners(options)
    }

    /// Notes by whose profile transaction sets are read; the first is the file's.
    mutating func note(_ headers: [TransactionHeader?]) {
        guard partner == nil else { return }
        partner = headers.lazy.compactMap { $0?.partner }.first
        kind = partner?.rules.kindOfName(of: file)
    }

    /// Opens the document of an input.
    mutating func begin(_ outputs: inout Outputs) throws(ConversionFailure) {
        guard options.format == .json, options.writesRecords else { return }
        text.clear()
        text.append("{\"file\":\"")
        text.append(escaping: file)
        text.append("\",\"records\":[\n")
        try outputs.records?.write(text.bytes)
    }

    mutating func add(
        _ result: borrowing BlockResult, of block: Block, to outputs: inout Outputs
    ) throws(ConversionFailure) {
        books.add(result)
        try writeRecords(result.accepted.bytes, to: &outputs)
        try outputs.rejects?.write(result.rejected.bytes)
        try tell(result.findings, block, &outputs)
        var found: [Finding] = []
        rules.prepare(result.spans)
        for facts in result.facts {
            rules.add(facts, spans: result.spans, locate: { block.locate($0) }, &found)
            kind?.add(facts, locate: { block.locate($0) })
        }
        if !found.isEmpty { try tell(partners.settle(found, of: block), block, &outputs) }
    }

    /// Lines, or in a document the elements of an array, each but the last followed by a comma.
    private mutating func writeRecords(
        _ bytes: UnsafeBufferPointer<UInt8>, to outputs: inout Outputs
    ) throws(ConversionFailure) {
        guard !bytes.isEmpty else { return }
        guard options.format == .json else {
            try outputs.records?.write(bytes)
            return
        }
        if hasRecords { try outputs.records?.write(",\n") }
        hasRecords = true
        try outputs.records?.write(UnsafeBufferPointer(rebasing: bytes.dropLast(2)))
    }

    /// Closes the document of an input.
    ///
    /// - Parameter last: the block that was read last.
    mutating func finish(
        _ outputs: inout Outputs, after last: Block
    ) throws(ConversionFailure) {
        if let finding = kind?.finding {
            try tell(partners.settle([finding], partner), last, &outputs)
        }
        guard options.format == .json, options.writesRecords else { return }
        try outputs.records?.write("\n]}\n")
    }

    func addBooks(to summary: inout FileSummary) {
        let total = summary.bytes.total
        summary.bytes = books.bytes
        summary.bytes.total = total
        summary.records = books.records
        summary.findings = books.findings
        summary.otherValues = books.otherValues
        summary.profile = partner?.profile.name ?? ""
    }

    // MARK: Findings

    private mutating func tell(
        _ findings: [Finding], _ block: Block, _ outputs: inout Outputs
    ) throws(ConversionFailure) {
        guard !findings.isEmpty else { return }
        books.count(findings)
        if outputs.findings != nil {
            text.clear()
            for finding in findings {
                if outputs.listsFindings, outputs.hasFindings { text.append(",\n") }
                outputs.hasFindings = true
                FindingJSON.writeObject(finding, file: file, to: &text)
                if outputs.listsFindings { text.dropComma() } else { text.endLine() }
            }
            try outputs.findings?.write(text.bytes)
        }
        if outputs.console != nil {
            text.clear()
            let renderer = FindingText(isColoured: options.isColoured)
            for finding in findings {
                renderer.writeLine(finding, file: file, to: &text)
                if options.showsValues { show(finding, block, renderer) }
            }
            try outputs.console?.write(text.bytes)
        }
    }

    /// The segment that a finding speaks of, read back from the block.
    private mutating func show(_ finding: Finding, _ block: Block, _ renderer: FindingText) {
        let start = finding.range.start - block.offset
        let end = finding.range.end - block.offset
        guard start >= 0, end <= block.byteCount, start <= end else { return }
        let around = block.content.segments.last { Int($0.start) <= start }
        let first = around.map { Int($0.start) } ?? start
        let last = around.map { block.content.end(of: $0) } ?? end
        let shown = first..<min(max(last, first), first + 160, block.byteCount)
        block.bytes.withUnsafeBufferPointer { bytes in
            renderer.writeExcerpt(
                UnsafeBufferPointer(rebasing: bytes[shown]),
                marked: min(start, shown.upperBound) - first..<min(
                    max(start, end), shown.upperBound + max(0, start - shown.upperBound)) - first,
                to: &text)
        }
    }
}

extension FileSummary {
    mutating func add(_ result: borrowing BlockResult) {
        bytes.envelope += result.bytes.envelope
        bytes.accepted += result.bytes.accepted
        bytes.setAside += result.bytes.setAside
        bytes.trivia += result.bytes.trivia
        records.accepted += result.records.accepted
        records.setAside += result.records.setAside
        otherValues += result.otherValues
    }

    mutating func count(_ found: [Finding]) {
        for finding in found where !finding.isInherited {
            switch finding.severity {
            case .error: findings.error += 1
            case .warning: findings.warning += 1
            case .note: findings.note += 1
            }
        }
    }
}
