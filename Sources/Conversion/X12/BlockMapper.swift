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
    private let file: String
    private let options: ConversionOptions
    private let writesRejects: Bool
    private let envelopes: EnvelopeCheck?
    private var readers: [EnrollmentReader]
    /// The record being mapped.
    private var enrollment = Enrollment()

    init(file: String, options: ConversionOptions, writesRejects: Bool, catalog: GuideCatalog) {
        self.file = file
        self.options = options
        self.writesRejects = writesRejects
        envelopes = catalog.envelope.map { EnvelopeCheck($0) }
        readers = GuideCatalog.guides.compactMap { catalog.guide($0).map { EnrollmentReader($0) } }
    }

    /// Maps a block; `headers` are those of its contexts.
    mutating func map(
        _ block: Block, headers: [TransactionHeader?], into result: inout BlockResult
    ) {
        result.clear()
        var pending = block.content.findings[...]
        let done: Void? = block.withView { view in
            var collector = view.collector()
            for unit in block.content.units {
                while let finding = pending.first, finding.range.start < unit.range.start {
                    result.findings.append(finding)
                    pending.removeFirst()
                }
                map(unit, block, view, headers, &pending, &collector, &result)
                if result.isStopped { return }
            }
        }
        if done != nil, !result.isStopped { result.findings += pending }
        result.bytes.trivia = block.content.triviaCount
    }

    private mutating func map(
        _ unit: Unit, _ block: Block, _ view: BlockView, _ headers: [TransactionHeader?],
        _ pending: inout ArraySlice<Finding>, _ collector: inout FindingCollector,
        _ result: inout BlockResult
    ) {
        switch unit.kind {
        case .envelope:
            result.bytes.envelope += unit.byteCount
            envelopes?.check(unit, block.content.contexts[unit.context], view, &collector)
            result.findings += collector.take()
        case .header:
            result.bytes.envelope += unit.byteCount
            if let header = headers[unit.context] { result.findings += header.findings }
        case .record:
            guard let header = headers[unit.context],
                let plan = block.content.contexts[unit.context].transaction?.plan,
                readers.indices.contains(plan)
            else { return }
            let delimiters = block.content.contexts[unit.context].interchange.delimiters
            mapRecord(unit, delimiters, header, plan, view, &collector, &result)
        case .stray, .unknownGroup, .unknownTransaction, .outside:
            setAside(unit, block.content.contexts[unit.context], view, &pending, &result)
        }
    }

    // MARK: Records

    private mutating func mapRecord(
        _ unit: Unit, _ delimiters: Delimiters, _ header: TransactionHeader, _ plan: Int,
        _ view: BlockView, _ collector: inout FindingCollector, _ result: inout BlockResult
    ) {
        readers[plan].readRecord(
            unit, delimiters: delimiters, context: header.context, in: view, &collector,
            into: &enrollment)
        let findings = collector.take()
        let isSetAside =
            options.errorHandling != .keep && findings.contains { $0.severity == .error }
        if isSetAside {
            result.bytes.setAside += unit.byteCount
            result.records.setAside += 1
            result.isStopped = options.errorHandling == .stop
        } else {
            result.bytes.accepted += unit.byteCount
            result.records.accepted += 1
        }
        result.otherValues += enrollment.other.count
        result.findings += findings
        result.facts.append(
            EnrollmentFacts(
                enrollment, transaction: header.serial, range: unit.range))
        let place = RecordPlace(ordinal: unit.ordinal, range: unit.range)
        if isSetAside, writesRejects {
            EnrollmentJSON.write(
                enrollment, frame: header.frame, place: place, findings: findings,
                to: &result.rejected)
            result.rejected.endLine()
        } else if !isSetAside, options.writesRecords {
            EnrollmentJSON.write(
                enrollment, frame: header.frame, place: place, findings: findings,
                to: &result.accepted)
            if options.format == .ndjson { result.accepted.endLine() } else { result.accepted.append("\n") }
        }
    }

    // MARK: What cannot be read

    private func setAside(
        _ unit: Unit, _ envelope: EnvelopeContext, _ view: BlockView,
        _ pending: inout ArraySlice<Finding>, _ result: inout BlockResult
    ) {
        var own: [Finding] = []
        while let finding = pending.first, finding.range.start < unit.range.end {
            own.append(finding)
            pending.removeFirst()
        }
        result.findings += own
        result.bytes.setAside += unit.byteCount
        if !unit.isContinued { result.records.setAside += 1 }
        guard writesRejects else { return }
        let start = unit.range.start - view.base
        RecordFrame.writeUnreadable(
            scope: scope(of: unit), file: file,
            interchange: unit.kind == .outside ? "" : envelope.interchange.controlNumber,
            group: unit.kind == .outside ? "" : envelope.group?.controlNumber ?? "",
            transaction: unit.kind == .unknownTransaction
                ? envelope.transaction?.controlNumber ?? "" : "",
            range: unit.range, isPart: unit.isContinued || unit.continues,
            raw: UnsafeBufferPointer(start: view.bytes + start, count: unit.range.count),
            findings: own, to: &result.rejected)
    }

    private func scope(of unit: Unit) -> StaticString {
        switch unit.kind {
        case .unknownGroup: "group"
        case .unknownTransaction: "transaction"
        default: "bytes"
        }
    }
}
