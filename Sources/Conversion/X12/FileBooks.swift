import Claims
import Diagnostics
import Enrollments
import Output
import X12Syntax

/// The books of a file, kept as its blocks come in the order of the input: the ledger, what the
/// file is, and the rules that look across records.
struct FileBooks {
    private(set) var summary: FileSummary
    private let partners: Partners
    private var rules = EnrollmentFileRules()
    private var claimRules = ClaimFileRules()
    /// Where the file's name says what its records are to be.
    private var kind: NameKind?
    /// Whose profile the first transaction set of enrollments with one has.
    private var partner: Partner?
    /// That of the transaction set that came last.
    private var lastPlan: Int?
    private let codes: CodeLists
    /// Header of the transaction set that came last; its control totals wait for its members.
    private var lastHeader: TransactionHeader?

    init(file: String, partners: Partners, codes: CodeLists = CodeLists()) {
        summary = FileSummary(file: file)
        self.partners = partners
        self.codes = codes
    }

    /// Adds what a block brought.
    ///
    /// - Returns: what was found when its records were compared with those before.
    mutating func add<Product: RecordProduct & ~Copyable>(
        _ result: borrowing BlockResult<Product>, of block: Block, _ headers: [TransactionHeader?]
    ) -> [Finding] {
        note(block)
        note(headers)
        summary.add(result.books)
        summary.bytes.total += result.stop.map { $0 - block.offset } ?? block.consumed
        summary.findings.count(result.findings)
        for (finding, count) in result.unlisted { summary.findings.count(finding, times: count) }
        var found: [Finding] = []
        let ofTotals = compare(result, block, headers, &found)
        claimRules.prepare(result.claimFacts)
        for facts in result.claimFacts {
            claimRules.add(facts, locate: { block.locate($0) }, &found)
        }
        for facts in result.activities {
            claimRules.add(facts, locate: { block.locate($0) }, &found)
        }
        guard !found.isEmpty || !ofTotals.isEmpty else { return [] }
        let settled = ofTotals + partners.settle(found, of: block)
        summary.findings.count(settled)
        return settled
    }

    /// Compares the members of a block with those before, and those of sets that end in it with
    /// their control totals.
    ///
    /// - Returns: what was found of totals, settled: they may stand in an earlier block.
    private mutating func compare<Product: RecordProduct & ~Copyable>(
        _ result: borrowing BlockResult<Product>, _ block: Block, _ headers: [TransactionHeader?],
        _ found: inout [Finding]
    ) -> [Finding] {
        rules.prepare(result.spans)
        var ofTotals: [Finding] = []
        var next = 0
        // Of a run that stops nobody has read the sets behind.
        let stop = result.stop ?? Int.max
        for case let header? in headers
        where header.serial > lastHeader?.serial ?? 0 && header.range.start < stop {
            while next < result.facts.count, result.facts[next].transaction < header.serial {
                add(result.facts[next], result.spans, block, &found)
                next += 1
            }
            ofTotals += endSet()
            lastHeader = header
            if case .enrollments(let content) = header.content { rules.beginSet(content.totals) }
        }
        while next < result.facts.count {
            add(result.facts[next], result.spans, block, &found)
            next += 1
        }
        return ofTotals
    }

    @inline(__always)
    private mutating func add(
        _ facts: EnrollmentFacts, _ spans: [EnrollmentFacts.Span], _ block: Block,
        _ found: inout [Finding]
    ) {
        rules.add(
            facts, spans: spans, locate: { block.locate($0) },
            segment: { block.segment(around: $0) }, &found)
        kind?.add(facts, locate: { block.locate($0) })
    }

    private mutating func endSet() -> [Finding] {
        var found: [Finding] = []
        rules.endSet(&found)
        return partners.settle(found, lastHeader?.partner)
    }

    /// Closes the books.
    ///
    /// - Parameters:
    ///   - isStopped: whether an error ended the reading before the end.
    ///   - findings: of the input as a whole.
    /// - Returns: what there is to say when all has been read.
    mutating func finish(isStopped: Bool, _ findings: [Finding] = []) -> [Finding] {
        summary.isStopped = isStopped
        let found = (kind?.finding.map { [$0] } ?? []) + findings
        let ofTotals = isStopped ? [] : endSet()
        let settled = ofTotals + partners.settle(found, partner)
        summary.findings.count(settled)
        return settled
    }

    /// Says what kept the input from being read to its end.
    mutating func fail(_ message: String) { summary.failure = message }

    /// Notes by whose profile transaction sets are read; the first is the file's.
    private mutating func note(_ headers: [TransactionHeader?]) {
        for case let header? in headers {
            if summary.profile.isEmpty { summary.profile = header.partner?.name ?? "" }
            if case .claims = header.content, summary.codeLists == nil {
                let use = codes.use
                summary.codeLists = FileSummary.CodeLists(
                    given: use.given.map(\.name), missing: use.missing.map(\.name))
            }
            if partner == nil, let enrollments = header.partner?.enrollments {
                partner = header.partner
                kind = enrollments.kindOfName(of: summary.file)
            }
        }
    }

    /// Remembers the guides that transaction sets are read by.
    private mutating func note(_ block: Block) {
        for index in block.content.contexts.indices {
            guard let plan = block.content.contexts[index].transaction?.plan else {
                noteUnread(block.content.contexts[index].transaction)
                continue
            }
            if plan == lastPlan { continue }
            lastPlan = plan
            guard let transaction = block.content.contexts[index].transaction else { continue }
            summary.note(
                FileSummary.Format(
                    kind: transaction.identifier, guide: GuideCatalog.guides[plan]))
        }
    }

    /// Remembers what the input is where none of its transaction sets has a guide.
    private mutating func noteUnread(_ transaction: TransactionSet?) {
        // An identifier is three digits; anything else could be a value that strayed there.
        guard summary.kind.isEmpty, let identifier = transaction?.identifier,
            identifier.utf8.count == 3, identifier.utf8.allSatisfy({ 0x30...0x39 ~= $0 })
        else { return }
        summary.kind = identifier
    }
}

extension FileSummary {
    /// What the mapping of one block adds.
    struct Part {
        var bytes = FileSummary.Bytes()
        var records = FileSummary.Records()
        /// Of records, where they are not told among those of the file.
        var findings = FileSummary.Findings()
        var otherValues = 0
    }

    fileprivate mutating func add(_ part: Part) {
        bytes.envelope += part.bytes.envelope
        bytes.accepted += part.bytes.accepted
        bytes.setAside += part.bytes.setAside
        bytes.trivia += part.bytes.trivia
        records.accepted += part.records.accepted
        records.setAside += part.records.setAside
        findings.error += part.findings.error
        findings.warning += part.findings.warning
        findings.note += part.findings.note
        otherValues += part.otherValues
    }
}

extension FileSummary.Findings {
    mutating func count(_ found: [Finding]) {
        for finding in found { count(finding) }
    }

    mutating func count(_ finding: Finding, times count: Int = 1) {
        guard !finding.isInherited else { return }
        switch finding.severity {
        case .error: error += count
        case .warning: warning += count
        case .note: note += count
        }
    }
}
