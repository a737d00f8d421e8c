import Diagnostics
import Output
import X12Syntax

/// Writes what blocks brought, in the order of the input, and keeps the books.
struct X12Reduce: ~Copyable {
    private let file: String
    private let options: ConversionOptions
    private var books: FileBooks
    private var list: FindingList
    private var hasRecords = false
    private var text = ByteBuffer(capacity: 1 << 16)

    init(file: String, options: ConversionOptions) {
        self.file = file
        self.options = options
        books = FileBooks(file: file, partners: Partners(options), codes: options.codes)
        list = FindingList(isWhole: options.listsAllFindings)
    }

    var summary: FileSummary { books.summary }

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
        _ result: borrowing BlockResult<RecordLines>, of block: Block,
        _ headers: [TransactionHeader?], to outputs: inout Outputs
    ) throws(ConversionFailure) {
        let found = books.add(result, of: block, headers)
        try writeRecords(result.product.accepted.bytes, to: &outputs)
        try outputs.rejects?.write(result.product.rejected.bytes)
        try tell(result.findings, block, &outputs)
        try tell(found, block, &outputs)
        for (finding, count) in result.unlisted {
            list.leave(finding.rule, count: count)
            outputs.report?.count(finding, times: count, in: block)
        }
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
    /// - Parameters:
    ///   - last: the block that was read last.
    ///   - isStopped: whether an error ended the reading before the end.
    mutating func finish(
        _ outputs: inout Outputs, after last: Block, isStopped: Bool
    ) throws(ConversionFailure) {
        try tell(books.finish(isStopped: isStopped), last, &outputs)
        try tell(list.unlisted, &outputs)
        guard options.format == .json, options.writesRecords else { return }
        try outputs.records?.write("\n]}\n")
    }

    // MARK: Findings

    private mutating func tell(
        _ findings: [Finding], _ block: Block, _ outputs: inout Outputs
    ) throws(ConversionFailure) {
        guard !findings.isEmpty else { return }
        let listed = list.listed(of: findings)
        let file = file
        try outputs.writeFindings(listed, &text) { finding, text in
            FindingJSON.writeObject(finding, file: file, to: &text)
        }
        try outputs.report?.add(findings, listed: listed, in: block)
        guard outputs.console != nil else { return }
        text.clear()
        let renderer = FindingText(isColoured: options.isColoured)
        for finding in listed {
            renderer.writeLine(finding, file: file, to: &text)
            if options.showsValues { show(finding, block, renderer) }
        }
        try outputs.console?.write(text.bytes)
    }

    /// Says how many findings were not listed.
    private mutating func tell(
        _ unlisted: [UnlistedFinding], _ outputs: inout Outputs
    ) throws(ConversionFailure) {
        let file = file
        try outputs.writeFindings(unlisted, &text) { $0.writeObject(file: file, to: &$1) }
        outputs.report?.leave(unlisted)
        text.clear()
        for rest in unlisted { rest.writeLine(file: file, to: &text) }
        try outputs.console?.write(text.bytes)
    }

    /// The segment that a finding speaks of, read back from the block.
    private mutating func show(_ finding: Finding, _ block: Block, _ renderer: FindingText) {
        block.withExcerpt(of: finding) { excerpt in
            if let excerpt { renderer.write(excerpt, to: &text) }
        }
    }
}
