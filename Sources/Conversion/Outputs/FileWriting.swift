import Diagnostics
import Output

/// What findings speak of: reads it back, and knows who sent it.
protocol FindingGround {
    /// Hands over the part of the input that a finding speaks of, `nil` where it is gone.
    func withExcerpt<Result>(of finding: Finding, _ body: (Excerpt?) -> Result) -> Result

    /// Who sent what a finding speaks of; `nil` where the input does not say.
    func sender(of finding: Finding) -> FindingSender?

    /// The name of the sheet that a finding speaks of, as a layout writes it; `nil` where none has
    /// it: a sheet may be called after a member.
    func sheetName(of finding: Finding) -> String?

    /// What is left of it when the input was read.
    var late: any FindingGround { get }
}

extension FindingGround {
    var late: any FindingGround { WholeInput() }

    func sender(of finding: Finding) -> FindingSender? { nil }

    func sheetName(of finding: Finding) -> String? { nil }

    /// The same, when it is known who sent it.
    func sent(by senders: InputSenders) -> any FindingGround { SentGround(self, senders) }
}

/// Writes what one input brought: records, and what was found in them.
struct FileWriting: ~Copyable {
    private let file: String
    private let options: ConversionOptions
    private var list: FindingList
    private var hasRecords = false
    private var text = ByteBuffer(capacity: 1 << 16)

    init(file: String, options: ConversionOptions) {
        self.file = file
        self.options = options
        list = FindingList(isWhole: options.listsAllFindings)
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

    /// Lines, or in a document the elements of an array, each but the last followed by a comma.
    mutating func writeRecords(
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

    /// Closes the document of an input, and says how many findings were not listed.
    mutating func finish(_ outputs: inout Outputs) throws(ConversionFailure) {
        try tell(list.unlisted, &outputs)
        guard options.format == .json, options.writesRecords else { return }
        try outputs.records?.write("\n]}\n")
    }

    // MARK: Findings

    /// Lists findings that come when the document of the input was closed.
    mutating func tellLate(
        _ findings: [Finding], of ground: some FindingGround, to outputs: inout Outputs
    ) throws(ConversionFailure) {
        try tell(findings, of: ground, to: &outputs)
        try tell(list.unlisted, &outputs)
    }

    /// Lists findings wherever they are asked for.
    mutating func tell(
        _ findings: [Finding], of ground: some FindingGround, to outputs: inout Outputs
    ) throws(ConversionFailure) {
        guard !findings.isEmpty else { return }
        let listed = list.listed(of: findings)
        let file = file
        try outputs.writeFindings(listed, &text) { finding, text in
            FindingJSON.writeObject(
                finding, file: file, sheetName: ground.sheetName(of: finding), to: &text)
        }
        try outputs.report?.add(findings, listed: listed, of: ground)
        guard outputs.console != nil else { return }
        text.clear()
        let renderer = FindingText(isColoured: options.isColoured)
        for finding in listed {
            renderer.writeLine(
                finding, file: file, sheetName: ground.sheetName(of: finding), to: &text)
            if options.showsValues { show(finding, ground, renderer) }
        }
        try outputs.console?.write(text.bytes)
    }

    /// Lists and counts what was noticed at the end of an input.
    mutating func tell(
        _ end: InputEnd, _ summary: inout FileSummary, _ partners: Partners,
        to outputs: inout Outputs
    ) throws(ConversionFailure) {
        let found = partners.settle(end.findings(at: summary.bytes.total), nil)
        summary.findings.count(found)
        try tell(found, of: WholeInput(), to: &outputs)
    }

    /// Counts findings that were not kept.
    mutating func leave(
        _ finding: Finding, count: Int, of ground: some FindingGround, _ outputs: inout Outputs
    ) {
        list.leave(finding.rule, count: count)
        outputs.report?.count(finding, times: count, of: ground)
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

    /// What a finding speaks of, read back.
    private mutating func show(
        _ finding: Finding, _ ground: some FindingGround, _ renderer: FindingText
    ) {
        ground.withExcerpt(of: finding) { excerpt in
            if let excerpt { renderer.write(excerpt, to: &text) }
        }
    }
}

/// What findings of an input as a whole speak of: no place in it.
struct WholeInput: FindingGround {
    func withExcerpt<Result>(of finding: Finding, _ body: (Excerpt?) -> Result) -> Result {
        body(nil)
    }
}
