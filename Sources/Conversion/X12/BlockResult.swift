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
}
