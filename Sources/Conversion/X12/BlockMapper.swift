import CareModel
import Diagnostics
import Enrollments
import Output
import X12Grammar
import X12Mapping
import X12Syntax

/// Maps the units of blocks: envelopes are checked, records go to the product, the rest is set
/// aside.
///
/// Needs nothing of other blocks but the headers, so that blocks can be mapped side by side.
struct BlockMapper: Sendable {
    let errorHandling: ConversionOptions.ErrorHandling
    private let envelopes: EnvelopeCheck
    let partners: Partners
    var readers: ColumnReaders
    /// What is known of the levels above claims, of each kind the last.
    var levels = KnownLevels()

    init(
        file: String, errorHandling: ConversionOptions.ErrorHandling, partners: Partners,
        catalog: GuideCatalog, codes: CodeLists = CodeLists()
    ) {
        self.errorHandling = errorHandling
        self.partners = partners
        envelopes = EnvelopeCheck(catalog, file: file)
        readers = ColumnReaders(catalog, codes)
    }

    /// Maps a block; `headers` are those of its contexts.
    mutating func map<Product: RecordProduct & ~Copyable>(
        _ block: Block, headers: [TransactionHeader?], into result: inout BlockResult<Product>
    ) {
        result.clear()
        let stops = errorHandling == .stop
        var pending = partners.settle(block.content.findings, of: block)[...]
        result.books.bytes.trivia = block.content.triviaCount
        block.withView { view in
            var collector = view.collector()
            var plan: RecordPlan?
            for index in block.content.units.indices {
                let unit = block.content.units[index]
                result.add(&pending, before: unit.range.start)
                if !stops || !result.isStopped(at: unit.range.start) {
                    if unit.kind == .record || unit.kind == .level {
                        if plan?.context != unit.context {
                            plan = RecordPlan(unit, block, headers, &readers)
                        }
                        let first = result.findings.count
                        map(unit, plan, block, view, &collector, &result)
                        result.merge(&pending, before: unit.range.end, from: first)
                    } else {
                        map(unit, block, view, headers, &pending, &collector, &result)
                    }
                }
                if stops, result.isStopped(at: unit.range.end) { break }
            }
        }
        if result.stop == nil {
            result.add(&pending, before: Int.max)
            result.unlisted += partners.settle(block.content.unlisted, of: block)
        }
        if let end = result.stop { result.closeBooks(from: block.offset, to: end) }
        // A long record leaves much memory behind, in each of the threads.
        if block.byteCount > 4 * Block.ordinarySize {
            readers.renew()
        }
    }

    private mutating func map<Product: RecordProduct & ~Copyable>(
        _ unit: Unit, _ block: Block, _ view: BlockView, _ headers: [TransactionHeader?],
        _ pending: inout ArraySlice<Finding>, _ collector: inout FindingCollector,
        _ result: inout BlockResult<Product>
    ) {
        let first = result.findings.count
        let context = block.content.contexts[unit.context]
        switch unit.kind {
        case .envelope:
            result.books.bytes.envelope += unit.byteCount
            let partner = partners.partner(of: unit.context, in: block)
            envelopes.check(unit, context, partner, view, &collector)
            let said = pending.prefix { $0.range.start < unit.range.end }.map(\.place)
            result.unlisted += partners.settle(collector.unlisted, partner)
            let found = collector.take().filter { !said.contains($0.place) }
            result.findings += partners.settle(found, partner)
        case .header:
            result.books.bytes.envelope += unit.byteCount
            guard let header = headers[unit.context] else { break }
            result.findings += header.findings
            result.unlisted += header.unlisted
            setAside(
                unplaced: header.unplaced, header.findings, unit, context, view, &result)
        case .record, .level: break
        case .stray, .unknownGroup, .unknownTransaction, .outside:
            setAside(unit, context, view, &pending, &result)
        }
        result.merge(&pending, before: unit.range.end, from: first)
    }

    // MARK: Records

    /// A record, or a level that records stand beneath.
    ///
    /// - Parameter plan: `nil` where no reader can read it.
    private mutating func map<Product: RecordProduct & ~Copyable>(
        _ unit: Unit, _ plan: RecordPlan?, _ block: Block, _ view: BlockView,
        _ collector: inout FindingCollector, _ result: inout BlockResult<Product>
    ) {
        if unit.kind == .level { result.books.bytes.envelope += unit.byteCount }
        guard let plan else { return }
        switch plan.kind {
        case .enrollment(let header, let reader):
            mapRecord(unit, plan, header, reader, view, &collector, &result)
        case .claim(let claims) where unit.kind == .level:
            mapLevel(unit, claims, block, view, &collector, &result)
        case .claim(let claims):
            mapClaim(unit, claims, block, view, &collector, &result)
        }
    }

    private mutating func mapRecord<Product: RecordProduct & ~Copyable>(
        _ unit: Unit, _ plan: RecordPlan, _ enrollments: EnrollmentHeader, _ reader: Int,
        _ view: BlockView, _ collector: inout FindingCollector, _ result: inout BlockResult<Product>
    ) {
        let header = plan.header
        let reading = readers[enrollment: reader].readRecord(
            unit, delimiters: plan.delimiters, date: enrollments.date, partner: enrollments.rules,
            in: view, &collector)
        var findings: [Finding] = []
        var hasError = false
        if !collector.findings.isEmpty {
            (findings, hasError) = settle(header.partner, &collector, &result) {
                readers[enrollment: reader].hasSent($0, in: view)
            }
        }
        let isSetAside = hasError && errorHandling != .keep
        result.count(unit, isSetAside: isSetAside)
        result.books.otherValues += reading.other.count + enrollments.otherCount
        result.facts.append(
            EnrollmentFacts(
                reading.record, transaction: header.serial, range: unit.range,
                isSetAside: isSetAside, spans: &result.spans))
        result.product.add(
            reading, enrollments,
            MappedRecord(
                place: RecordPlace(ordinal: unit.ordinal, range: unit.range), header: header,
                findings: findings, isSetAside: isSetAside))
    }

    /// What is found in the record that was read last, and whether one of it is an error.
    func settle<Product: RecordProduct & ~Copyable>(
        _ partner: Partner?, _ collector: inout FindingCollector,
        _ result: inout BlockResult<Product>, hasSent: (PartnerProfile.When) -> Bool
    ) -> ([Finding], Bool) {
        let unlisted = partners.settle(collector.unlisted, partner, hasSent: hasSent)
        let findings = partners.settle(collector.take(), partner, hasSent: hasSent)
        result.unlisted += unlisted
        if Product.tellsFindings {
            result.findings += findings
        } else {
            result.books.findings.count(findings)
        }
        let hasError =
            findings.contains { $0.severity == .error }
            || unlisted.contains { $0.finding.severity == .error }
        return (findings, hasError)
    }
}

extension BlockResult where Product: ~Copyable {
    /// Counts a record and its bytes.
    @inline(__always)
    mutating func count(_ unit: Unit, isSetAside: Bool) {
        if isSetAside {
            books.bytes.setAside += unit.byteCount
            books.records.setAside += 1
        } else {
            books.bytes.accepted += unit.byteCount
            books.records.accepted += 1
        }
    }
}

/// What the records of one transaction set in a block have in common.
///
/// A class, as every record of them refers to it.
final class RecordPlan {
    let context: Int
    let header: TransactionHeader
    let kind: Kind
    let delimiters: Delimiters

    /// What they are, with the index of their reader.
    enum Kind {
        case enrollment(EnrollmentHeader, Int)
        case claim(ClaimPlan)
    }

    /// `nil` where no reader can read the records.
    init?(
        _ unit: Unit, _ block: Block, _ headers: [TransactionHeader?],
        _ readers: inout ColumnReaders
    ) {
        let context = block.content.contexts[unit.context]
        guard let header = headers[unit.context], let plan = context.transaction?.plan,
            let column = readers.column(of: plan)
        else { return nil }
        switch (header.content, column) {
        case (.enrollments(let content), .enrollments(let index)):
            kind = .enrollment(content, index)
        case (.claims(let content), .claims(let index)):
            kind = .claim(
                ClaimPlan(
                    header, content, index, context.interchange.delimiters,
                    kinds: readers[claim: index].holdsClaims))
        default: return nil
        }
        self.context = unit.context
        self.header = header
        delimiters = context.interchange.delimiters
    }
}
