import Diagnostics
import Output
import Referrals
import ShippedGrammars
import XMLSyntax

/// Reads one input of XML documents referral by referral, and keeps its books.
///
/// Whoever drives it brings the bytes: a source that is read, or chunks as they arrive.
struct DocumentReading: ~Copyable {
    /// What became of one unit of the input.
    struct Step {
        let unit: ReferralUnit
        /// Of the unit, with the severity that they have in the end.
        let findings: [Finding]
        let isSetAside: Bool
    }

    private(set) var reader = ReferralReader(schema: DocumentReading.schema)
    private(set) var summary: FileSummary
    /// What the input is, in our words, if no referral is in it: what came first.
    private(set) var otherwise: String?
    /// Whether an error ended the reading.
    private(set) var isStopped = false
    /// What was found outside of all units since it was last asked for.
    private var found: [Finding] = []
    private var settle: Partners
    private var errorHandling: ConversionOptions.ErrorHandling
    /// Bytes whose end is known.
    private var accountedCount = 0
    /// Bytes of units that are not accounted for yet: entries of a Bundle come in any order.
    private var claimed: [ByteRange] = []
    private var isFinished = false

    /// The schema of Turnpike referrals, which was checked when the program was built.
    static let schema: XMLSchema? = {
        let file = ShippedGrammars.schemas.first {
            $0.path.hasSuffix("turnpike-referral.xsd")
        }
        return file.map {
            XMLSchema(checked: $0.text.description, target: ReferralReader.namespace)
        }
    }()

    init(
        file: String, partners: Partners,
        errorHandling: ConversionOptions.ErrorHandling = .setAside
    ) {
        summary = FileSummary(file: file)
        settle = partners
        self.errorHandling = errorHandling
    }

    /// Begins another input; what was read before is forgotten.
    mutating func restart(
        file: String, partners: Partners, errorHandling: ConversionOptions.ErrorHandling
    ) {
        reader.restart()
        summary = FileSummary(file: file)
        otherwise = nil
        isStopped = false
        found = []
        settle = partners
        self.errorHandling = errorHandling
        accountedCount = 0
        claimed.removeAll(keepingCapacity: true)
        isFinished = false
    }

    /// Begins in the middle of an input instead; whether referrals follow what the seam opens.
    mutating func resume(at seam: ReferralSeam) -> Bool {
        accountedCount = seam.xml.offset
        return reader.resume(at: seam)
    }

    /// Takes over what counts from the beginning of an input.
    mutating func takeCounts(of other: borrowing DocumentReading) {
        reader.takeCounts(of: other.reader)
    }

    /// Closes the books at a seam, behind which another reading goes on.
    mutating func handOver() {
        let outside = reader.takeFindings()
        keep(outside)
        account(to: reader.byteCount)
        noteFormat()
    }

    mutating func feed(_ bytes: UnsafeRawBufferPointer) { reader.feed(bytes) }

    mutating func finish() { reader.finish() }

    /// Whether nothing that follows is read.
    var isOver: Bool { isStopped }

    /// Why an input that was read to its end is refused: no referral was in it.
    var refusal: ConversionFailure? { isFinished ? summary.refusal(otherwise) : nil }

    /// What comes next; `nil` where more bytes are needed, or none follow.
    mutating func next() -> Step? {
        guard !isOver else { return nil }
        guard let unit = reader.next() else {
            account(to: reader.settledOffset)
            return nil
        }
        note(unit)
        let outside = reader.takeFindings()
        keep(outside)
        claimed.append(unit.range)
        claimed += unit.others
        account(to: reader.settledOffset)
        var findings = unit.findings
        if case .foreign = unit.kind {
            findings.append(
                Finding(
                    .referralDocument, at: ByteRange(unit.range.start, unit.range.start),
                    line: unit.line, column: reader.window.column(of: unit.range.start)))
        }
        findings = settle.settle(findings, nil)
        summary.findings.count(findings)
        count(unlisted: unit.unlisted)
        return step(unit, findings)
    }

    private mutating func step(_ unit: ReferralUnit, _ findings: [Finding]) -> Step {
        let count = unit.others.reduce(unit.range.count) { $0 + $1.count }
        guard case .referral = unit.kind else {
            summary.bytes.setAside += count
            // What is handed out in parts is one, and counts with the last of them.
            if unit.part != .more || errorHandling == .stop { summary.records.setAside += 1 }
            if errorHandling == .stop { stop(at: unit.range.end) }
            return Step(unit: unit, findings: findings, isSetAside: true)
        }
        let hasError = findings.contains { $0.severity == .error }
        let isSetAside = hasError && errorHandling != .keep
        if isSetAside {
            summary.bytes.setAside += count
            summary.records.setAside += 1
        } else {
            summary.bytes.accepted += count
            summary.records.accepted += 1
        }
        summary.otherValues += reader.other.count
        if hasError, errorHandling == .stop { stop(at: unit.range.end) }
        return Step(unit: unit, findings: findings, isSetAside: isSetAside)
    }

    private mutating func stop(at end: Int) {
        let end = claimed.reduce(end) { max($0, $1.end) }
        account(to: end)
        isStopped = true
        summary.isStopped = true
        summary.bytes.total = end
    }

    /// Notes what the input is, by a unit of it.
    private mutating func note(_ unit: ReferralUnit) {
        noteFormat()
        guard otherwise == nil, summary.kind.isEmpty else { return }
        switch unit.kind {
        case .referral: break
        case .foreign(let words): otherwise = words
        case .unreadable: otherwise = Self.words(unreadableFrom: unit.findings)
        }
    }

    private static func words(unreadableFrom findings: [Finding]) -> String {
        let rule = findings.first.map { " (\($0.rule))" } ?? ""
        return "this XML cannot be read to its first element\(rule)"
    }

    private mutating func noteFormat() {
        let known = summary.formats.count
        guard known < reader.formats.count else { return }
        for format in reader.formats[known...] {
            summary.note(FileSummary.Format(kind: "referral", guide: format.name))
        }
    }

    /// Closes the books when all has been read.
    mutating func close() {
        guard !isFinished else { return }
        isFinished = true
        let outside = reader.takeFindings()
        keep(outside)
        if otherwise == nil { otherwise = Self.words(unreadableFrom: found) }
        guard !isStopped else { return }
        account(to: reader.byteCount)
        summary.bytes.total = reader.byteCount
        noteFormat()
    }

    /// What was found outside of all units, which is forgotten here.
    mutating func takeFindings() -> [Finding] {
        defer { found = [] }
        return found
    }

    /// What is not listed is counted all the same.
    private mutating func count(unlisted: [(first: Finding, count: Int)]) {
        for (first, count) in unlisted {
            for finding in settle.settle([first], nil) {
                summary.findings.count(finding, times: count)
            }
        }
    }

    private mutating func keep(_ findings: [Finding]) {
        count(unlisted: reader.takeUnlisted())
        guard !findings.isEmpty else { return }
        let settled = settle.settle(findings, nil)
        summary.findings.count(settled)
        found += settled
    }

    /// Bytes around units: white space is trivia, all else is what surrounds referrals.
    private mutating func account(to end: Int) {
        guard end > accountedCount else { return }
        var start = accountedCount
        if claimed.count > 1 { claimed.sort { $0.start < $1.start } }
        for range in claimed where range.start < end {
            addGap(ByteRange(start, range.start))
            start = max(start, range.end)
        }
        addGap(ByteRange(start, end))
        if claimed.allSatisfy({ $0.end <= end }) {
            claimed.removeAll(keepingCapacity: true)
        } else {
            claimed.removeAll { $0.end <= end }
        }
        accountedCount = end
    }

    private mutating func addGap(_ range: ByteRange) {
        guard range.count > 0 else { return }
        let blank = reader.window.withBytes(range) { $0.blankCount }
        summary.bytes.trivia += blank
        summary.bytes.envelope += range.count - blank
    }
}
