import CareModel
import Claims
import Diagnostics
import Enrollments
import Output
import X12Mapping
import X12Syntax

/// Reads headers in the order of the input, and hands each block those of its records.
struct HeaderReading: Sendable {
    private let file: String
    private var readers: ColumnReaders
    private var current: TransactionHeader?
    private let partners: Partners

    init(file: String, catalog: GuideCatalog, partners: Partners, codes: CodeLists = CodeLists()) {
        self.file = file
        self.partners = partners
        readers = ColumnReaders(catalog, codes)
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
            guard let plan = envelope.transaction?.plan else { continue }
            current = block.withView { self.read(unit, envelope, plan, block, $0) } ?? nil
            headers[unit.context] = current
        }
        return headers
    }

    private mutating func read(
        _ unit: Unit, _ envelope: EnvelopeContext, _ plan: Int, _ block: Block,
        _ view: BlockView
    ) -> TransactionHeader? {
        switch readers.column(of: plan) {
        case .enrollments(let index): readEnrollments(unit, envelope, index, block, view)
        case .claims(let index): readClaims(unit, envelope, index, view)
        case nil: nil
        }
    }

    private func source(_ unit: Unit, _ envelope: EnvelopeContext) -> RecordSource {
        RecordSource(
            file: file, interchange: envelope.interchange.controlNumber,
            group: envelope.group?.controlNumber ?? "",
            transaction: envelope.transaction?.controlNumber ?? "", bytes: unit.range,
            context: [unit.range])
    }

    // MARK: Enrollments

    private mutating func readEnrollments(
        _ unit: Unit, _ envelope: EnvelopeContext, _ index: Int, _ block: Block,
        _ view: BlockView
    ) -> TransactionHeader? {
        var collector = view.collector()
        let reading = readers[enrollment: index].readHeader(
            unit, of: envelope, in: view, &collector)
        let context = HeaderReading.context(reading, envelope)
        let partner = partners.partner(of: envelope)
        let sent = Text(envelope.group?.date ?? "").flatMap { CalendarDate($0) }
        let date = context.date?.value ?? sent
        let source = source(unit, envelope)
        let frame = RecordFrame(
            file: file, interchange: source.interchange, group: source.group,
            transaction: source.transaction, header: unit.range, context: reading.record,
            envelope: EnvelopeValues(context), other: reading.other,
            massHealth: partner?.additions(on: date))
        return TransactionHeader(
            serial: envelope.transaction?.serial ?? 0, range: unit.range, partner: partner,
            source: source,
            content: .enrollments(
                EnrollmentHeader(
                    context, date: context.date?.value?.number ?? 0,
                    rules: partner?.enrollments?.dated(date), frame: frame,
                    totals: SetTotal.all(of: unit, in: view) { block.locate($0) },
                    otherCount: reading.other.count)),
            findings: partners.settle(collector.findings, partner),
            unlisted: partners.settle(collector.unlisted, partner),
            unplaced: readers[enrollment: index].unplaced)
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

    // MARK: Claims

    private mutating func readClaims(
        _ unit: Unit, _ envelope: EnvelopeContext, _ index: Int, _ view: BlockView
    ) -> TransactionHeader? {
        var collector = view.collector()
        let partner = partners.partner(of: envelope)
        let reading = readers[claim: index].readHeader(
            unit, envelope.interchange.delimiters, partner: partner?.claims, in: view, &collector)
        let source = source(unit, envelope)
        let interchange = envelope.interchange
        let values = EnvelopeValues(
            sender: Text(envelope.group?.sender ?? "") ?? Text(interchange.sender),
            receiver: Text(envelope.group?.receiver ?? "") ?? Text(interchange.receiver),
            usage: Text(interchange.usage).map { CodeSystem.interchangeUsage($0) })
        var context = ClaimContext(reading.record, other: reading.other)
        context.transaction.sender = values.sender
        context.transaction.receiver = values.receiver
        context.transaction.usage = values.usage
        let type = readers[claim: index].type
        let frame = ClaimFrame(
            file: file, place: (source.interchange, source.group, source.transaction), type: type,
            header: reading.record, envelope: values, other: reading.other, range: unit.range)
        return TransactionHeader(
            serial: envelope.transaction?.serial ?? 0, range: unit.range, partner: partner,
            source: source,
            content: .claims(
                ClaimHeader(
                    ClaimSurroundings(reading.record, type: type, range: unit.range), frame,
                    context, otherCount: reading.other.count)),
            findings: partners.settle(collector.findings, partner),
            unlisted: partners.settle(collector.unlisted, partner),
            unplaced: readers[claim: index].unplaced)
    }
}
