import CareModel
import Diagnostics
import Enrollments
import X12Syntax

/// The enrollments of an 834 file, read from bytes in memory or in pieces as they arrive.
///
/// Every record comes, in the order of the input, with what was found in it; `isAccepted` says
/// whether an error sets it aside. Memory is that of the longest record, and 32 to 64 bytes for each
/// coverage, which the rule that compares spans remembers.
public struct EnrollmentRecords<Pieces: Sequence> where Pieces.Element == [UInt8] {
    private let pieces: Pieces
    private let name: String
    private let partners: Partners

    /// - Parameters:
    ///   - pieces: the bytes of the file, cut anywhere.
    ///   - name: what records and findings call the file.
    ///   - profile: whose companion guide is applied beside the guide.
    ///   - rules: rules that are switched off or changed in severity.
    public init(
        _ pieces: Pieces, name: String, profile: ProfileChoice = .automatic,
        rules: RuleSettings = RuleSettings()
    ) {
        self.pieces = pieces
        self.name = name
        partners = Partners(profile, rules)
    }

    /// Calls `body` for each record, with what its transaction set's header says of all of them.
    ///
    /// - Returns: what was found outside records, and which bytes could not be read as records.
    /// - Throws: what `body` throws; reading itself never fails.
    @discardableResult
    public func forEach<Failure: Error>(
        _ body: (Located<Enrollment>, EnrollmentContext) throws(Failure) -> Void
    ) throws(Failure) -> FileFindings {
        let catalog = GuideCatalog()
        var reader = BlockReader(PieceSource(pieces.makeIterator())) { catalog.plan($0) }
        var mapping = RecordMapping(name: name, catalog: catalog, partners: partners)
        var block = Block()
        var outcome = FileFindings()
        while reader.next(&block) {
            for (record, context) in mapping.records(of: block, &outcome) {
                try body(record, context)
            }
        }
        mapping.finish(&outcome)
        return outcome
    }
}

extension EnrollmentRecords where Pieces == CollectionOfOne<[UInt8]> {
    /// - Parameters:
    ///   - bytes: the whole file.
    ///   - name: what records and findings call the file.
    ///   - profile: whose companion guide is applied beside the guide.
    ///   - rules: rules that are switched off or changed in severity.
    public init(
        _ bytes: [UInt8], name: String, profile: ProfileChoice = .automatic,
        rules: RuleSettings = RuleSettings()
    ) {
        self.init(CollectionOfOne(bytes), name: name, profile: profile, rules: rules)
    }
}

/// What is wrong with a file outside its records.
public struct FileFindings: Sendable {
    /// Of envelopes, headers and trailers, and of records compared with each other.
    public internal(set) var findings: [Finding] = []
    /// Bytes that no record, header or envelope holds.
    public internal(set) var unreadable: [ByteRange] = []

    /// Whether nothing of severity error was found and every byte was read.
    public var isClean: Bool {
        unreadable.isEmpty && !findings.contains { $0.severity == .error }
    }
}

/// Pieces of bytes as a source of blocks.
private struct PieceSource<Pieces: IteratorProtocol>: ByteSource where Pieces.Element == [UInt8] {
    private var pieces: Pieces
    private var piece: ArraySlice<UInt8> = []

    init(_ pieces: Pieces) { self.pieces = pieces }

    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(Never) -> Int {
        while piece.isEmpty {
            guard let next = pieces.next() else { return 0 }
            piece = next[...]
        }
        let count = min(buffer.count, piece.count)
        buffer.copyBytes(from: piece.prefix(count))
        piece = piece.dropFirst(count)
        return count
    }
}

/// Turns blocks into located records.
private struct RecordMapping {
    private let name: String
    private var headers: HeaderReading
    private var readers: [EnrollmentReader]
    private let envelopes: EnvelopeCheck
    private let partners: Partners
    private var rules = EnrollmentFileRules()
    /// Of the record read last.
    private var spans: [EnrollmentFacts.Span] = []
    /// The partner whose profile the first header had, and what the file's name is to hold.
    private var partner: Partner?
    private var kind: NameKind?

    init(name: String, catalog: GuideCatalog, partners: Partners) {
        self.name = name
        self.partners = partners
        headers = HeaderReading(file: name, catalog: catalog, partners: partners)
        readers = GuideCatalog.guides.compactMap { catalog.guide($0).map { EnrollmentReader($0) } }
        envelopes = EnvelopeCheck(catalog, partners, file: name)
    }

    mutating func records(
        of block: Block, _ outcome: inout FileFindings
    ) -> [(Located<Enrollment>, EnrollmentContext)] {
        let headers = headers.headers(of: block)
        note(headers)
        outcome.findings += partners.settle(block.content.findings, of: block)
        var found: [(Located<Enrollment>, EnrollmentContext)] = []
        block.withView { view in
            var collector = view.collector()
            for unit in block.content.units {
                let envelope = block.content.contexts[unit.context]
                switch unit.kind {
                case .envelope:
                    envelopes.check(unit, envelope, view, &collector)
                    outcome.findings += partners.settle(
                        collector.take(), partners.partner(of: envelope))
                case .header: add(headers[unit.context], block, &outcome)
                case .record:
                    guard let header = headers[unit.context] else { continue }
                    let (record, facts) = read(unit, envelope, header, view, &collector)
                    if let facts { compare(facts, header, block, &outcome) }
                    found.append((record, header.context))
                default: outcome.unreadable.append(unit.range)
                }
            }
        }
        return found
    }

    private mutating func note(_ headers: [TransactionHeader?]) {
        guard partner == nil else { return }
        partner = headers.lazy.compactMap { $0?.partner }.first
        kind = partner?.rules.kindOfName(of: name)
    }

    /// The rules that look across records.
    private mutating func compare(
        _ facts: EnrollmentFacts, _ header: TransactionHeader, _ block: Block,
        _ outcome: inout FileFindings
    ) {
        var found: [Finding] = []
        rules.add(facts, spans: spans, locate: { block.locate($0) }, &found)
        outcome.findings += partners.settle(found, header.partner)
        kind?.add(facts, locate: { block.locate($0) })
    }

    /// What there is to say when all has been read.
    func finish(_ outcome: inout FileFindings) {
        guard let finding = kind?.finding else { return }
        outcome.findings += partners.settle([finding], partner)
    }

    /// What a header says, and the segments of it that nobody can place.
    private func add(
        _ header: TransactionHeader?, _ block: Block, _ outcome: inout FileFindings
    ) {
        guard let header else { return }
        outcome.findings += header.findings
        outcome.unreadable += header.unplaced.map { entry in
            ByteRange(
                block.offset + Int(entry.start), block.offset + block.content.end(of: entry) + 1)
        }
    }

    private mutating func read(
        _ unit: Unit, _ envelope: EnvelopeContext, _ header: TransactionHeader, _ view: BlockView,
        _ collector: inout FindingCollector
    ) -> (Located<Enrollment>, EnrollmentFacts?) {
        var enrollment = Enrollment()
        var facts: EnrollmentFacts?
        if let plan = envelope.transaction?.plan, readers.indices.contains(plan) {
            let reading = readers[plan].readRecord(
                unit, delimiters: envelope.interchange.delimiters, date: header.date,
                partner: header.rules, in: view, &collector)
            enrollment = Enrollment(reading.record, other: reading.other)
            spans.removeAll(keepingCapacity: true)
            facts = EnrollmentFacts(
                reading.record, transaction: header.serial, range: unit.range, spans: &spans)
        }
        let findings = partners.settle(collector.take(), header.partner) { when in
            guard let plan = envelope.transaction?.plan else { return false }
            return readers.indices.contains(plan) && readers[plan].hasSent(when, in: view)
        }
        let located = Located(
            enrollment,
            source: RecordSource(
                file: name, interchange: envelope.interchange.controlNumber,
                group: envelope.group?.controlNumber ?? "",
                transaction: envelope.transaction?.controlNumber ?? "", record: unit.ordinal,
                bytes: unit.range, context: [header.range]),
            findings: findings)
        return (located, facts)
    }
}
