import CareModel
import Diagnostics
import Enrollments
import Output
import X12Structure
import X12Syntax

/// Maps the units of blocks: envelopes are checked, records become JSON, the rest is set aside.
///
/// Needs nothing of other blocks but the headers, so that blocks can be mapped side by side.
struct BlockMapper: Sendable {
    let file: String
    private let options: ConversionOptions
    let writesRejects: Bool
    private let envelopes: EnvelopeCheck
    private let partners: Partners
    private var readers: [EnrollmentReader]

    init(file: String, options: ConversionOptions, writesRejects: Bool, catalog: GuideCatalog) {
        self.file = file
        self.options = options
        self.writesRejects = writesRejects
        partners = Partners(options)
        envelopes = EnvelopeCheck(catalog, partners, file: file)
        readers = GuideCatalog.guides.compactMap { catalog.guide($0).map { EnrollmentReader($0) } }
    }

    /// Maps a block; `headers` are those of its contexts.
    mutating func map(
        _ block: Block, headers: [TransactionHeader?], into result: inout BlockResult
    ) {
        result.clear()
        var pending = partners.settle(block.content.findings, of: block)[...]
        result.bytes.trivia = block.content.triviaCount
        block.withView { view in
            var collector = view.collector()
            for unit in block.content.units {
                add(&pending, before: unit.range.start, to: &result)
                if !isStopped(&result, at: unit.range.start) {
                    if unit.kind == .record {
                        let first = result.findings.count
                        mapRecord(unit, block, view, headers, &collector, &result)
                        merge(&pending, before: unit.range.end, from: first, &result)
                    } else {
                        map(unit, block, view, headers, &pending, &collector, &result)
                    }
                }
                if isStopped(&result, at: unit.range.end) { break }
            }
        }
        if result.stop == nil { add(&pending, before: Int.max, to: &result) }
        if let end = result.stop { result.closeBooks(from: block.offset, to: end) }
    }

    /// Adds the spine's findings up to an offset of the input.
    private func add(
        _ pending: inout ArraySlice<Finding>, before offset: Int, to result: inout BlockResult
    ) {
        while let finding = pending.first, finding.range.start < offset {
            result.findings.append(finding)
            pending.removeFirst()
        }
    }

    /// Whether an error before this offset ends the run there.
    private func isStopped(_ result: inout BlockResult, at offset: Int) -> Bool {
        guard options.errorHandling == .stop, result.stop == nil,
            result.records.setAside > 0
                || result.findings.contains(where: { $0.severity == .error })
        else { return result.stop != nil }
        result.stop = offset
        return true
    }

    private mutating func map(
        _ unit: Unit, _ block: Block, _ view: BlockView, _ headers: [TransactionHeader?],
        _ pending: inout ArraySlice<Finding>, _ collector: inout FindingCollector,
        _ result: inout BlockResult
    ) {
        let first = result.findings.count
        let context = block.content.contexts[unit.context]
        switch unit.kind {
        case .envelope:
            result.bytes.envelope += unit.byteCount
            envelopes.check(unit, context, view, &collector)
            let said = pending.prefix { $0.range.start < unit.range.end }.map(\.place)
            let found = collector.take().filter { !said.contains($0.place) }
            result.findings += partners.settle(found, partners.partner(of: context))
        case .header:
            result.bytes.envelope += unit.byteCount
            guard let header = headers[unit.context] else { break }
            result.findings += header.findings
            setAsideUnplaced(header, unit, context, view, &result)
        case .record: break
        case .stray, .unknownGroup, .unknownTransaction, .outside:
            setAside(unit, context, view, &pending, &result)
        }
        merge(&pending, before: unit.range.end, from: first, &result)
    }

    /// Puts the spine's findings among those of a unit, in the order of the input.
    private func merge(
        _ pending: inout ArraySlice<Finding>, before end: Int, from first: Int,
        _ result: inout BlockResult
    ) {
        let own = result.findings.count
        add(&pending, before: end, to: &result)
        guard result.findings.count > max(first + 1, own) || own > first + 1 else { return }
        let places = result.findings[first...].enumerated().sorted {
            ($0.element.range.start, $0.offset) < ($1.element.range.start, $1.offset)
        }
        result.findings.replaceSubrange(first..., with: places.map(\.element))
    }

    // MARK: Records

    private mutating func mapRecord(
        _ unit: Unit, _ block: Block, _ view: BlockView, _ headers: [TransactionHeader?],
        _ collector: inout FindingCollector, _ result: inout BlockResult
    ) {
        guard let header = headers[unit.context],
            let plan = block.content.contexts[unit.context].transaction?.plan,
            readers.indices.contains(plan)
        else { return }
        let delimiters = block.content.contexts[unit.context].interchange.delimiters
        let reading = readers[plan].readRecord(
            unit, delimiters: delimiters, date: header.date, partner: header.rules, in: view,
            &collector)
        let findings = partners.settle(collector.take(), header.partner) {
            readers[plan].hasSent($0, in: view)
        }
        let isSetAside =
            options.errorHandling != .keep && findings.contains { $0.severity == .error }
        if isSetAside {
            result.bytes.setAside += unit.byteCount
            result.records.setAside += 1
        } else {
            result.bytes.accepted += unit.byteCount
            result.records.accepted += 1
        }
        result.otherValues += reading.other.count
        result.findings += findings
        result.facts.append(
            EnrollmentFacts(
                reading.record, transaction: header.serial, range: unit.range,
                spans: &result.spans))
        let place = RecordPlace(ordinal: unit.ordinal, range: unit.range)
        if isSetAside, writesRejects {
            EnrollmentJSON.write(
                reading.record, other: reading.other, frame: header.frame, place: place,
                findings: findings, to: &result.rejected)
            result.rejected.endLine()
        } else if !isSetAside, options.writesRecords {
            EnrollmentJSON.write(
                reading.record, other: reading.other, frame: header.frame, place: place,
                findings: findings, to: &result.accepted)
            if options.format == .ndjson {
                result.accepted.endLine()
            } else {
                result.accepted.append("\n")
            }
        }
    }
}
