import Diagnostics
import Output
import Referrals

/// Writes what an input of documents brought, as soon as a referral was in it.
///
/// An input without one is refused, and brings nothing: so what it brings is held until then. Where
/// that gets long it is written all the same, and the input is refused with its books.
struct DocumentWriting: ~Copyable {
    private let file: String
    private var writing: FileWriting
    private let showsValues: Bool
    private var hasBegun = false
    private let partners: Partners
    private var rules = ReferralFileRules()
    /// What these have found.
    private var compared = FileSummary.Findings()

    // What is held.
    private var rejected = ByteBuffer(capacity: 0)
    private var findings: [Finding] = []
    private var excerpts = HeldExcerpts()

    init(file: String, options: ConversionOptions) {
        self.file = file
        showsValues = options.showsValues
        partners = Partners(options)
        writing = FileWriting(file: file, options: options)
    }

    /// Writes lines, or holds them.
    ///
    /// - Parameter books: of the input, these lines among them.
    mutating func write(
        _ lines: borrowing DocumentLines, of ground: some FindingGround, books: FileSummary,
        to outputs: inout Outputs
    ) throws(ConversionFailure) {
        guard lines.weight > 0 else { return }
        if !hasBegun, books.isHeld { return hold(lines, ground) }
        try begin(&outputs)
        try writing.writeRecords(lines.accepted.bytes, to: &outputs)
        try outputs.rejects?.write(lines.rejected.bytes)
        try lines.tell(compare(lines), of: ground, by: &writing, to: &outputs)
    }

    /// Compares referrals with those before them.
    private mutating func compare(
        _ lines: borrowing DocumentLines
    ) -> [(finding: Finding, place: Int)] {
        var found: [(finding: Finding, place: Int)] = []
        for (facts, place) in lines.facts {
            guard let finding = rules.add(facts) else { continue }
            found += partners.settle([finding], nil).map { ($0, place) }
        }
        compared.count(found.map(\.finding))
        return found
    }

    /// Writes what comes last.
    ///
    /// - Parameters:
    ///   - books: of all the input.
    ///   - words: what it is, if no referral was in it.
    ///   - end: what was noticed at its end.
    /// - Returns: why it is refused, if it is.
    mutating func finish(
        _ books: inout FileSummary, words: String?, at end: InputEnd, _ partners: Partners,
        to outputs: inout Outputs
    ) throws(ConversionFailure) -> ConversionFailure? {
        let refusal = books.refusal(words)
        if !hasBegun, books.isHeld {
            books = FileSummary(file: file)
        } else {
            books.findings.add(compared)
            try begin(&outputs)
            try writing.tell(end, &books, partners, to: &outputs)
            try writing.finish(&outputs)
        }
        books.failure = refusal?.message
        return refusal
    }

    private mutating func begin(_ outputs: inout Outputs) throws(ConversionFailure) {
        guard !hasBegun else { return }
        hasBegun = true
        try writing.begin(&outputs)
        try outputs.rejects?.write(rejected.bytes)
        // Only referrals say who sent them.
        let sender = InputSenders(FindingSender(unknownOf: file))
        try writing.tell(findings, of: SentGround(excerpts, sender), to: &outputs)
        rejected = ByteBuffer(capacity: 0)
        findings = []
        excerpts = HeldExcerpts()
    }

    private mutating func hold(
        _ lines: borrowing DocumentLines, _ ground: some FindingGround
    ) {
        rejected.append(lines.rejected.bytes)
        findings += lines.findings
        guard showsValues else { return }
        for finding in lines.findings { excerpts.add(finding, of: ground) }
    }
}

extension FileSummary {
    /// Bytes of what is no referral up to which an input without one is refused as if it had not
    /// been looked at.
    private static let greatestHold = 4 << 20
    /// What a line takes beside the bytes of the input, about.
    private static let lineWeight = 512

    /// Whether no referral was in the input so far, and what it brought is little.
    var isHeld: Bool {
        let lines = records.setAside + findings.error + findings.warning + findings.note
        return kind.isEmpty
            && bytes.setAside + lines * FileSummary.lineWeight <= FileSummary.greatestHold
    }

    /// Why the input is refused: no referral was in it.
    ///
    /// - Parameter words: what it is.
    func refusal(_ words: String?) -> ConversionFailure? {
        kind.isEmpty ? .unknownKind(words ?? "this XML holds no referral") : nil
    }
}

/// The lines that findings speak of, kept when what was read is gone.
private struct HeldExcerpts: FindingGround {
    /// By the offset at which a finding begins: the bytes, and where in them it does.
    private var lines: [Int: (bytes: [UInt8], marked: Range<Int>)] = [:]

    mutating func add(_ finding: Finding, of ground: some FindingGround) {
        let start = finding.range.start
        guard lines[start] == nil else { return }
        lines[start] = ground.withExcerpt(of: finding) { excerpt in
            excerpt.map { (Array($0.bytes), $0.marked) }
        }
    }

    func withExcerpt<Result>(of finding: Finding, _ body: (Excerpt?) -> Result) -> Result {
        guard let line = lines[finding.range.start] else { return body(nil) }
        return line.bytes.withUnsafeBufferPointer { body(Excerpt($0, marked: line.marked)) }
    }
}
