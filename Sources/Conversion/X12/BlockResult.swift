import Claims
import Diagnostics
import Enrollments
import Output

/// What the mapping of one block brings: what was made of its records, books to add, findings to
/// tell.
struct BlockResult<Product: RecordProduct & ~Copyable>: ~Copyable {
    var product: Product
    /// Of the file, and of records where the product does not keep them; in the order of the input.
    var findings: [Finding] = []
    /// Of those that were not kept one of each kind, and how many there are.
    var unlisted: [(finding: Finding, count: Int)] = []
    var facts: [EnrollmentFacts] = []
    var spans: [EnrollmentFacts.Span] = []
    var claimFacts: [ClaimFacts] = []
    var activities: [ActivityFacts] = []
    var books = FileSummary.Part()
    /// Where in the input an error ended the run.
    var stop: Int?

    init(_ product: consuming Product) { self.product = product }

    mutating func clear() {
        product.clear()
        findings.removeAll(keepingCapacity: true)
        unlisted.removeAll()
        facts.removeAll(keepingCapacity: true)
        spans.removeAll(keepingCapacity: true)
        claimFacts.removeAll(keepingCapacity: true)
        activities.removeAll(keepingCapacity: true)
        books = FileSummary.Part()
        stop = nil
    }

    /// Counts of a block that is not read to its end only what was: the rest of it is no trivia.
    mutating func closeBooks(from start: Int, to end: Int) {
        let bytes = books.bytes
        books.bytes.trivia = end - start - bytes.envelope - bytes.accepted - bytes.setAside
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
        let hasError =
            books.records.setAside > 0 || findings.contains { $0.severity == .error }
            || unlisted.contains { $0.finding.severity == .error }
        guard stop == nil, hasError else { return stop != nil }
        stop = offset
        return true
    }
}

extension BlockResult where Product == RecordLines {
    /// Bytes that it holds, as far as they grow with what was found.
    var weight: Int {
        product.accepted.count + product.rejected.count
            + findings.count * MemoryLayout<Finding>.size
            + facts.count * MemoryLayout<EnrollmentFacts>.size
            + spans.count * MemoryLayout<EnrollmentFacts.Span>.size
            + claimFacts.count * MemoryLayout<ClaimFacts>.size
            + activities.count * MemoryLayout<ActivityFacts>.size
    }
}
