import CareModel
import Diagnostics
import Enrollments
import Output
import X12Structure
import X12Syntax

/// Maps the units of blocks: envelopes are checked, records go to the product, the rest is set
/// aside.
///
/// Needs nothing of other blocks but the headers, so that blocks can be mapped side by side.
struct BlockMapper: Sendable {
    private let errorHandling: ConversionOptions.ErrorHandling
    private let envelopes: EnvelopeCheck
    private let partners: Partners
    private let guides: [CompiledGuide]
    private var readers: [EnrollmentReader]

    init(
        file: String, errorHandling: ConversionOptions.ErrorHandling, partners: Partners,
        catalog: GuideCatalog
    ) {
        self.errorHandling = errorHandling
        self.partners = partners
        envelopes = EnvelopeCheck(catalog, partners, file: file)
        guides = GuideCatalog.guides.compactMap { catalog.guide($0) }
        readers = guides.map { EnrollmentReader($0) }
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
                    if unit.kind == .record {
                        if plan?.context != unit.context {
                            plan = RecordPlan(unit, block, headers, readers.count)
                        }
                        guard let plan else { continue }
                        let first = result.findings.count
                        mapRecord(unit, plan, view, &collector, &result)
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
            readers = guides.map { EnrollmentReader($0) }
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
            envelopes.check(unit, context, view, &collector)
            let said = pending.prefix { $0.range.start < unit.range.end }.map(\.place)
            let partner = partners.partner(of: context)
            result.unlisted += partners.settle(collector.unlisted, partner)
            let found = collector.take().filter { !said.contains($0.place) }
            result.findings += partners.settle(found, partner)
        case .header:
            result.books.bytes.envelope += unit.byteCount
            guard let header = headers[unit.context] else { break }
            result.findings += header.findings
            result.unlisted += header.unlisted
            setAsideUnplaced(header, unit, context, view, &result)
        case .level: result.books.bytes.envelope += unit.byteCount
        case .record: break
        case .stray, .unknownGroup, .unknownTransaction, .outside:
            setAside(unit, context, view, &pending, &result)
        }
        result.merge(&pending, before: unit.range.end, from: first)
    }

    // MARK: Records

    private mutating func mapRecord<Product: RecordProduct & ~Copyable>(
        _ unit: Unit, _ plan: RecordPlan, _ view: BlockView,
        _ collector: inout FindingCollector, _ result: inout BlockResult<Product>
    ) {
        let header = plan.header
        let reading = readers[plan.reader].readRecord(
            unit, delimiters: plan.delimiters, date: header.date, partner: header.rules, in: view,
            &collector)
        var findings: [Finding] = []
        var hasError = false
        if !collector.findings.isEmpty {
            (findings, hasError) = settle(plan, view, &collector, &result)
        }
        let isSetAside = hasError && errorHandling != .keep
        if isSetAside {
            result.books.bytes.setAside += unit.byteCount
            result.books.records.setAside += 1
        } else {
            result.books.bytes.accepted += unit.byteCount
            result.books.records.accepted += 1
        }
        result.books.otherValues += reading.other.count
        result.facts.append(
            EnrollmentFacts(
                reading.record, transaction: header.serial, range: unit.range,
                spans: &result.spans))
        result.product.add(
            reading,
            MappedRecord(
                place: RecordPlace(ordinal: unit.ordinal, range: unit.range), header: header,
                findings: findings, isSetAside: isSetAside))
    }

    /// What is found in the record that was read last, and whether one of it is an error.
    private func settle<Product: RecordProduct & ~Copyable>(
        _ plan: RecordPlan, _ view: BlockView, _ collector: inout FindingCollector,
        _ result: inout BlockResult<Product>
    ) -> ([Finding], Bool) {
        let partner = plan.header.partner
        let unlisted = partners.settle(collector.unlisted, partner) {
            readers[plan.reader].hasSent($0, in: view)
        }
        let findings = partners.settle(collector.take(), partner) {
            readers[plan.reader].hasSent($0, in: view)
        }
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

/// What the records of one transaction set in a block have in common.
private struct RecordPlan {
    let context: Int
    let header: TransactionHeader
    /// Index among the readers.
    let reader: Int
    let delimiters: Delimiters

    /// `nil` where no reader can read the records.
    init?(
        _ unit: Unit, _ block: Block, _ headers: [TransactionHeader?], _ readerCount: Int
    ) {
        let context = block.content.contexts[unit.context]
        guard let header = headers[unit.context], let plan = context.transaction?.plan,
            plan < readerCount
        else { return nil }
        self.context = unit.context
        self.header = header
        reader = plan
        delimiters = context.interchange.delimiters
    }
}
