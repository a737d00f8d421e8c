import Diagnostics
import Enrollments
import Output

/// What the mapping of one block brings: bytes to write, books to add, findings to tell.
struct BlockResult: ~Copyable {
    var accepted = ByteBuffer(capacity: 1 << 18)
    var rejected = ByteBuffer(capacity: 4096)
    /// Of the file and of records, in the order of the input.
    var findings: [Finding] = []
    var facts: [EnrollmentFacts] = []
    var spans: [EnrollmentFacts.Span] = []
    var bytes = FileSummary.Bytes()
    var records = FileSummary.Records()
    var otherValues = 0
    /// Where in the input an error ended the run.
    var stop: Int?

    mutating func clear() {
        accepted.clear()
        rejected.clear()
        findings.removeAll(keepingCapacity: true)
        facts.removeAll(keepingCapacity: true)
        spans.removeAll(keepingCapacity: true)
        bytes = FileSummary.Bytes()
        records = FileSummary.Records()
        otherValues = 0
        stop = nil
    }

    /// Counts of a block that is not read to its end only what was: the rest of it is no trivia.
    mutating func closeBooks(from start: Int, to end: Int) {
        bytes.trivia = end - start - bytes.envelope - bytes.accepted - bytes.setAside
    }

    // MARK: Findings

    /// Adds the spine's findings up to an offset of the input.
    @inline(__always)
    mutating func add(_ pending: inout ArraySlice<Finding>, before offset: Int) {
        while let finding = pending.first, finding.range.start < offset {
            findings.append(finding)
            pending.removeFirst()
        }
    }

    /// Puts the spine's findings among those of a unit, in the order of the input.
    @inline(__always)
    mutating func merge(_ pending: inout ArraySlice<Finding>, before end: Int, from first: Int) {
        let own = findings.count
        add(&pending, before: end)
        guard findings.count > max(first + 1, own) || own > first + 1 else { return }
        let places = findings[first...].enumerated().sorted {
            ($0.element.range.start, $0.offset) < ($1.element.range.start, $1.offset)
        }
        findings.replaceSubrange(first..., with: places.map(\.element))
    }

    /// Whether an error before this offset ends the run there.
    mutating func isStopped(at offset: Int) -> Bool {
        let hasError = records.setAside > 0 || findings.contains { $0.severity == .error }
        guard stop == nil, hasError else { return stop != nil }
        stop = offset
        return true
    }
}
