import Diagnostics

/// The records that a table file brought last, on their way to whoever asks for them, and what the
/// file says beside them.
struct RosterQueue {
    let reading: TableReading
    private(set) var findings: [Finding] = []
    private var records: [RosterRecord] = []
    private var position = 0

    /// As many findings of a file are kept, so that memory does not grow with it.
    private static let limit = 1000

    init(_ reading: TableReading) { self.reading = reading }

    /// The next record that is there; `nil` when there is none.
    mutating func next() -> RosterRecord? {
        guard position < records.count else { return nil }
        position += 1
        return records[position - 1]
    }

    /// Reads on; `true` where bytes must be added, `nil` at the end.
    mutating func step() -> Bool? {
        switch reading.step() {
        case .needsBytes: return true
        case .over: return nil
        case .brought:
            position = 0
            records = reading.records
            findings += reading.findings.prefix(RosterQueue.limit - findings.count)
            return false
        }
    }
}
