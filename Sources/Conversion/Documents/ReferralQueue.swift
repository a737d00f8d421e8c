import CareModel
import Diagnostics
import Output
import Referrals

/// Referrals as values, of bytes that are brought as they are asked for.
struct ReferralQueue: ~Copyable {
    private var reading: DocumentReading
    private let file: String
    private var isAtEnd = false
    private var isClosed = false
    private var failure: ConversionFailure?
    private let partners: Partners
    private var rules = ReferralFileRules()
    /// What these have found.
    private var compared = FileSummary.Findings()

    /// The first findings so far that are no referral's.
    private(set) var findings: [Finding] = []
    /// The first ranges so far that no referral and nothing around one holds.
    private(set) var unreadable: [ByteRange] = []

    /// As many findings and ranges of an input are kept, so that memory does not grow with it.
    private static let limit = 1000

    init(file: String, rules: RuleSettings) {
        self.file = file
        partners = Partners(.none, rules)
        reading = DocumentReading(file: file, partners: partners)
    }

    /// Whether more bytes, or their end, would bring more.
    var needsBytes: Bool { !isAtEnd && !reading.isOver }

    mutating func append(_ bytes: UnsafeRawBufferPointer) { reading.feed(bytes) }

    /// Ends the input.
    ///
    /// - Parameter failure: why it ended before its end, if it did.
    mutating func end(_ failure: ConversionFailure? = nil) {
        isAtEnd = true
        self.failure = failure
        reading.finish()
    }

    /// The next referral; `nil` where more bytes are needed, or none follow.
    mutating func next() -> ReferralRecord? {
        while let step = reading.next() {
            if let record = record(of: step) { return record }
        }
        keep(reading.takeFindings())
        if !needsBytes, !isClosed { close() }
        return nil
    }

    private mutating func record(of step: DocumentReading.Step) -> ReferralRecord? {
        guard case .referral = step.unit.kind else {
            keep(step.findings)
            if unreadable.count < ReferralQueue.limit { unreadable.append(step.unit.range) }
            return nil
        }
        let found = partners.settle(rules.add(reading.reader.facts).map { [$0] } ?? [], nil)
        compared.count(found)
        return ReferralRecord(
            referral: Referral(reading.reader.record, other: reading.reader.other),
            source: ReferralSource(
                file: file, document: step.unit.document, place: step.unit.place,
                bytes: step.unit.range),
            findings: step.findings + found)
    }

    private mutating func close() {
        isClosed = true
        reading.close()
        keep(reading.takeFindings())
        guard let refusal = reading.refusal else { return }
        failure = failure ?? refusal
        guard reading.summary.isHeld else { return }
        findings = []
        unreadable = []
    }

    private mutating func keep(_ found: [Finding]) {
        findings += found.prefix(ReferralQueue.limit - findings.count)
    }

    /// What has become of the input so far.
    var report: FileReport {
        var summary = reading.summary
        summary.findings.add(compared)
        if reading.refusal != nil, summary.isHeld { summary = FileSummary(file: file) }
        if let failure { summary.failure = failure.message }
        var report = FileReport(summary)
        report.isComplete = isAtEnd && isClosed && failure == nil
        report.failure = failure
        return report
    }
}
