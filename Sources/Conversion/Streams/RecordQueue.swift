import Diagnostics

/// The records of the block read last, on their way to whoever asks for them, and what the file
/// says beside them.
struct RecordQueue<Record: StreamedRecord>: ~Copyable {
    var file: FileReading<RecordValues>
    private(set) var findings: [Finding] = []
    private(set) var unreadable: [ByteRange] = []
    private var records: [Record] = []
    private var position = 0

    /// As many findings and ranges of a file are kept, so that memory does not grow with it.
    private static var limit: Int { 1000 }

    init(
        file: String, profile: ProfileChoice, rules: RuleSettings, isRecognised: Bool = false
    ) {
        self.file = FileReading(
            RecordValues(), file: file, partners: Partners(profile, rules),
            isRecognised: isRecognised)
    }

    /// The next record of the block; `nil` when there is none.
    mutating func next() -> Record? {
        guard position < records.count else { return nil }
        position += 1
        return records[position - 1]
    }

    /// Takes what a block brought.
    mutating func take() {
        position = 0
        records = file.withProduct { Record.take(from: &$0) }
        findings += file.result.findings.prefix(RecordQueue.limit - findings.count)
        let ranges = file.withProduct { $0.unreadable }
        unreadable += ranges.prefix(RecordQueue.limit - unreadable.count)
    }
}

/// A record that is handed out as a value.
protocol StreamedRecord: Sendable {
    /// Those of its kind that a block brought.
    static func take(from values: inout RecordValues) -> [Self]
}

extension EnrollmentRecord: StreamedRecord {
    static func take(from values: inout RecordValues) -> [EnrollmentRecord] {
        values.takeEnrollments()
    }
}

extension ClaimRecord: StreamedRecord {
    static func take(from values: inout RecordValues) -> [ClaimRecord] { values.takeClaims() }
}
