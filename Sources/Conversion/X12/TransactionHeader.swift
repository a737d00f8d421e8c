import CareModel
import Diagnostics
import Enrollments
import Output
import X12Mapping
import X12Syntax

/// The header of a transaction set, read once, for all its records.
///
/// A class, as every record of the set refers to it.
final class TransactionHeader: Sendable {
    let serial: Int
    /// Where it stands in the input.
    let range: ByteRange
    let context: EnrollmentContext
    /// The date of the file as a number CCYYMMDD; 0 where it is not known.
    let date: Int32
    /// Whose profile is applied, and its rules for a file of this day.
    let partner: Partner?
    let rules: MassHealthRules?
    let frame: RecordFrame
    /// Where its records stand, but for their ordinals and bytes.
    let source: RecordSource
    let findings: [Finding]
    let unlisted: [(finding: Finding, count: Int)]
    /// Segments without a place, of the block in which the header stands.
    let unplaced: [SegmentEntry]

    init(
        serial: Int, range: ByteRange, context: EnrollmentContext, partner: Partner?,
        date: CalendarDate?, frame: RecordFrame, source: RecordSource, findings: [Finding],
        unlisted: [(finding: Finding, count: Int)], unplaced: [SegmentEntry]
    ) {
        self.partner = partner
        rules = partner?.rules(on: date)
        self.serial = serial
        self.range = range
        self.context = context
        self.date = context.date?.value?.number ?? 0
        self.frame = frame
        self.source = source
        self.findings = findings
        self.unlisted = unlisted
        self.unplaced = unplaced
    }
}

/// Reads headers in the order of the input, and hands each block those of its records.
struct HeaderReading: Sendable {
    private let file: String
    private var readers: [EnrollmentReader?]
    private var current: TransactionHeader?
    private let partners: Partners

    init(file: String, catalog: GuideCatalog, partners: Partners) {
        self.file = file
        self.partners = partners
        readers = GuideCatalog.guides.map { catalog.guide($0).map { EnrollmentReader($0) } }
    }

    /// One header for each of the block's contexts that has one.
    mutating func headers(of block: Block) -> [TransactionHeader?] {
        var headers = [TransactionHeader?](repeating: nil, count: block.content.contexts.count)
        for (index, context) in block.content.contexts.enumerated()
        where context.transaction?.serial == current?.serial {
            headers[index] = current
        }
        for unit in block.content.units where unit.kind == .header {
            let envelope = block.content.contexts[unit.context]
            guard let plan = envelope.transaction?.plan, readers.indices.contains(plan) else {
                continue
            }
            current = block.withView { self.read(unit, envelope, plan, $0) } ?? nil
            headers[unit.context] = current
        }
        return headers
    }

    private mutating func read(
        _ unit: Unit, _ envelope: EnvelopeContext, _ plan: Int, _ view: BlockView
    ) -> TransactionHeader? {
        var collector = view.collector()
        let reading = readers[plan]?.readHeader(unit, of: envelope, in: view, &collector)
        guard let reading else { return nil }
        let context = HeaderReading.context(reading, envelope)
        let partner = partners.partner(of: envelope)
        let sent = Text(envelope.group?.date ?? "").flatMap { CalendarDate($0) }
        let date = context.date?.value ?? sent
        let source = RecordSource(
            file: file, interchange: envelope.interchange.controlNumber,
            group: envelope.group?.controlNumber ?? "",
            transaction: envelope.transaction?.controlNumber ?? "", bytes: unit.range,
            context: [unit.range])
        return TransactionHeader(
            serial: envelope.transaction?.serial ?? 0, range: unit.range, context: context,
            partner: partner, date: date,
            frame: RecordFrame(
                file: file, interchange: source.interchange, group: source.group,
                transaction: source.transaction, header: unit.range, context: reading.record,
                envelope: EnvelopeValues(context), other: reading.other,
                massHealth: partner?.additions(on: date)),
            source: source,
            findings: partners.settle(collector.findings, partner),
            unlisted: partners.settle(collector.unlisted, partner),
            unplaced: readers[plan]?.unplaced ?? [])
    }

    /// The header's values, and what of the envelope each record carries.
    private static func context(
        _ reading: RecordReading<ContextFields>, _ envelope: EnvelopeContext
    ) -> EnrollmentContext {
        var context = EnrollmentContext(reading.record, other: reading.other)
        let interchange = envelope.interchange
        context.sender = Text(envelope.group?.sender ?? "") ?? Text(interchange.sender)
        context.receiver = Text(envelope.group?.receiver ?? "") ?? Text(interchange.receiver)
        context.usage = Text(interchange.usage).map { CodeSystem.interchangeUsage($0) }
        return context
    }
}
