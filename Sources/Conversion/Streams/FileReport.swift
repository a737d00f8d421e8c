import Output

/// What became of a file: what it is, and where each of its bytes ended.
public struct FileReport: Sendable {
    var summary: FileSummary
    /// Whether the file was read to its end.
    public internal(set) var isComplete = false
    /// Why it was not read, or not to its end; `nil` too while reading goes on, and where an error
    /// was to stop it.
    public internal(set) var failure: ConversionFailure?

    init(_ summary: FileSummary) { self.summary = summary }

    /// As records and findings name it.
    public var file: String { summary.file }
    /// The transaction set, `834`, or `roster`; `nil` where there is none.
    public var kind: String? { FileReport.present(summary.kind) }
    /// The guide that its first transaction set was read by, `005010X220A1`; of a roster its
    /// layout, `cp-assignment`.
    public var guide: String? { FileReport.present(summary.guide) }
    /// The profile of its partner, `masshealth`.
    public var profile: String? { FileReport.present(summary.profile) }

    /// Bytes of the file, by where they ended.
    public struct Bytes: Sendable, Hashable {
        /// All that were read.
        public let total: Int
        /// Of envelopes and headers, which records share.
        public let envelope: Int
        /// Of records without errors.
        public let accepted: Int
        /// Of records with errors, and of what could not be read.
        public let setAside: Int
        /// White space between segments.
        public let trivia: Int
    }

    /// Rows of a table, by where they ended.
    public struct Rows: Sendable, Hashable {
        /// All that were read.
        public let total: Int
        /// Headers, and what stands before them.
        public let envelope: Int
        /// Without errors.
        public let accepted: Int
        /// With errors, or no records.
        public let setAside: Int
        /// Blank ones.
        public let trivia: Int
    }

    /// Records of the file, by what became of them.
    public struct Records: Sendable, Hashable {
        /// Without errors.
        public let accepted: Int
        /// With errors, or unreadable.
        public let setAside: Int
    }

    /// Findings of the file and its records, by severity.
    public struct Findings: Sendable, Hashable {
        /// What sets a record aside, or spoils the file.
        public let errors: Int
        /// What may be wrong.
        public let warnings: Int
        /// What is worth knowing.
        public let notes: Int
    }

    /// Bytes so far, by where they ended.
    public var bytes: Bytes {
        Bytes(
            total: summary.bytes.total, envelope: summary.bytes.envelope,
            accepted: summary.bytes.accepted, setAside: summary.bytes.setAside,
            trivia: summary.bytes.trivia)
    }

    /// Of a table, its rows so far, by where they ended; `nil` of what is no table.
    public var rows: Rows? {
        summary.rows.map { rows in
            Rows(
                total: rows.total, envelope: rows.envelope, accepted: rows.accepted,
                setAside: rows.setAside, trivia: rows.trivia)
        }
    }

    /// Records so far, by what became of them.
    public var records: Records {
        Records(accepted: summary.records.accepted, setAside: summary.records.setAside)
    }

    /// How many findings there are so far, by severity.
    public var findings: Findings {
        Findings(
            errors: summary.findings.error, warnings: summary.findings.warning,
            notes: summary.findings.note)
    }

    /// Whether every byte has ended in exactly one place.
    public var isBalanced: Bool { summary.isBalanced }

    /// Whether it was read to its end without an error, and nothing was set aside.
    public var isClean: Bool { isComplete && !summary.hasErrors }

    /// One JSON document with a line feed, as `turnpike convert --summary` writes it.
    public var json: [UInt8] {
        var run = RunSummary()
        run.files = [summary]
        run.isStopped = summary.isStopped
        var text = ByteBuffer()
        SummaryJSON.write(run, to: &text)
        return text.array()
    }

    private static func present(_ text: String) -> String? { text.isEmpty ? nil : text }
}
