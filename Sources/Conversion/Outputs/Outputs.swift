import Diagnostics
import Output

/// Where a run's records, rejects and findings go; shared by all its inputs.
struct Outputs: ~Copyable {
    var records: OutputFile?
    var rejects: OutputFile?
    var findings: OutputFile?
    /// Whether the findings are the elements of one array rather than lines.
    var listsFindings = false
    /// Whether one has been written.
    var hasFindings = false
    /// Findings for people.
    var console: OutputFile?
    /// A validation as a page.
    var report: ReportFile?
    /// The summary as JSON.
    var summary: OutputFile?
    /// What findings speak of that are told of summaries of rosters when all inputs came, by file.
    var summaryGrounds: [String: any FindingGround] = [:]

    /// Who is told before a standard stream is written to.
    mutating func tell(_ observer: (any ProgressObserver)?) {
        records?.observer = observer
        rejects?.observer = observer
        findings?.observer = observer
        console?.observer = observer
        summary?.observer = observer
        report?.file.observer = observer
    }

    /// Writes findings as lines, or as elements of one array.
    mutating func writeFindings<Element>(
        _ elements: [Element], _ text: inout ByteBuffer,
        _ writeObject: (Element, inout ByteBuffer) -> Void
    ) throws(ConversionFailure) {
        guard findings != nil, !elements.isEmpty else { return }
        text.clear()
        for element in elements {
            if listsFindings, hasFindings { text.append(",\n") }
            hasFindings = true
            writeObject(element, &text)
            if listsFindings { text.dropComma() } else { text.endLine() }
        }
        try findings?.write(text.bytes)
    }

    /// Lets what an earlier run wrote stay where it is: this one has nothing to put in its place.
    mutating func withholdRecords() {
        records = nil
        rejects = nil
    }

    /// Gives all files their names.
    mutating func finish() throws(ConversionFailure) {
        try console?.finish()
        try records?.finish()
        try rejects?.finish()
        try findings?.finish()
        try summary?.finish()
        try report?.file.finish()
    }
}
