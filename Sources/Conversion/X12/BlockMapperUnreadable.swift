import Diagnostics
import Output
import X12Syntax

// What cannot be read as records.
extension BlockMapper {
    /// Sets a unit aside whole, with the spine's findings of it.
    func setAside(
        _ unit: Unit, _ envelope: EnvelopeContext, _ view: BlockView,
        _ pending: inout ArraySlice<Finding>, _ result: inout BlockResult
    ) {
        let own = Array(pending.prefix { $0.range.start < unit.range.end })
        pending.removeFirst(own.count)
        result.findings += own
        result.bytes.setAside += unit.byteCount
        if !unit.isContinued { result.records.setAside += 1 }
        guard writesRejects else { return }
        write(
            scope: scope(of: unit), unit.kind == .outside ? nil : envelope,
            isWithSet: unit.kind == .unknownTransaction, unit.range,
            isPart: unit.isContinued || unit.continues, view, own, &result)
    }

    /// Sets aside the segments of a header that found no place; each run of them is one piece.
    func setAsideUnplaced(
        _ header: TransactionHeader, _ unit: Unit, _ envelope: EnvelopeContext, _ view: BlockView,
        _ result: inout BlockResult
    ) {
        var rest = header.unplaced[...]
        guard !rest.isEmpty else { return }
        var run: [SegmentEntry] = []
        for entry in view.segments(of: unit) {
            if rest.first?.start == entry.start {
                run.append(rest.removeFirst())
            } else if !run.isEmpty {
                setAside(run, header, unit, envelope, view, &result)
                run.removeAll(keepingCapacity: true)
            }
        }
        if !run.isEmpty { setAside(run, header, unit, envelope, view, &result) }
    }

    private func setAside(
        _ run: [SegmentEntry], _ header: TransactionHeader, _ unit: Unit,
        _ envelope: EnvelopeContext, _ view: BlockView, _ result: inout BlockResult
    ) {
        guard let first = run.first, let last = run.last else { return }
        let count = run.reduce(0) { $0 + end(of: $1, unit, view) - Int($1.start) }
        result.bytes.envelope -= count
        result.bytes.setAside += count
        result.records.setAside += 1
        guard writesRejects else { return }
        let range = ByteRange(
            view.base + Int(first.start), view.base + end(of: last, unit, view))
        write(
            scope: "bytes", envelope, isWithSet: true, range, isPart: false, view,
            header.findings.filter { range.start <= $0.range.start && $0.range.start < range.end },
            &result)
    }

    /// Offset in the block after a segment and its terminator, which the last of an input may lack.
    private func end(of entry: SegmentEntry, _ unit: Unit, _ view: BlockView) -> Int {
        min(view.view(entry).end + 1, unit.range.end - view.base)
    }

    private func write(
        scope: StaticString, _ envelope: EnvelopeContext?, isWithSet: Bool, _ range: ByteRange,
        isPart: Bool, _ view: BlockView, _ findings: [Finding], _ result: inout BlockResult
    ) {
        RecordFrame.writeUnreadable(
            scope: scope, file: file, interchange: envelope?.interchange.controlNumber ?? "",
            group: envelope?.group?.controlNumber ?? "",
            transaction: isWithSet ? envelope?.transaction?.controlNumber ?? "" : "",
            range: range, isPart: isPart,
            raw: UnsafeBufferPointer(
                start: view.bytes + range.start - view.base, count: range.count),
            findings: findings, to: &result.rejected)
    }

    private func scope(of unit: Unit) -> StaticString {
        switch unit.kind {
        case .unknownGroup: "group"
        case .unknownTransaction: "transaction"
        default: "bytes"
        }
    }
}
