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
    /// The summary as JSON.
    var summary: OutputFile?

    /// Who is told before a standard stream is written to.
    mutating func tell(_ observer: (any ProgressObserver)?) {
        records?.observer = observer
        rejects?.observer = observer
        findings?.observer = observer
        console?.observer = observer
        summary?.observer = observer
    }

    /// Gives all files their names.
    mutating func finish() throws(ConversionFailure) {
        try console?.finish()
        try records?.finish()
        try rejects?.finish()
        try findings?.finish()
        try summary?.finish()
    }
}
