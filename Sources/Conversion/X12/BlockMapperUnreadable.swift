import Diagnostics
import X12Syntax

// What cannot be read as records.
extension BlockMapper {
    /// Sets a unit aside whole, with the spine's findings of it.
    func setAside<Product: RecordProduct & ~Copyable>(
        _ unit: Unit, _ envelope: EnvelopeContext, _ view: BlockView,
        _ pending: inout ArraySlice<Finding>, _ result: inout BlockResult<Product>
    ) {
        let own = Array(pending.prefix { $0.range.start < unit.range.end })
        pending.removeFirst(own.count)
        result.findings += own
        result.books.bytes.setAside += unit.byteCount
        if !unit.isContinued { result.books.records.setAside += 1 }
        result.product.add(
            UnreadableBytes(
                scope: scope(of: unit), envelope: unit.kind == .outside ? nil : envelope,
                isInSet: unit.kind == .unknownTransaction, range: unit.range,
                isPart: unit.isContinued || unit.continues, findings: own),
            in: view)
    }

    /// Sets aside the segments of a header or level that found no place; each run of them is one
    /// piece.
    ///
    /// - Parameter findings: of the header or level; each piece has those of its own bytes.
    func setAside<Product: RecordProduct & ~Copyable>(
        unplaced: [SegmentEntry], _ findings: [Finding], _ unit: Unit, _ envelope: EnvelopeContext,
        _ view: BlockView, _ result: inout BlockResult<Product>
    ) {
        var rest = unplaced[...]
        guard !rest.isEmpty else { return }
        var run: [SegmentEntry] = []
        for entry in view.segments(of: unit) {
            if rest.first?.start == entry.start {
                run.append(rest.removeFirst())
            } else if !run.isEmpty {
                setAside(run, findings, unit, envelope, view, &result)
                run.removeAll(keepingCapacity: true)
            }
        }
        if !run.isEmpty { setAside(run, findings, unit, envelope, view, &result) }
    }

    private func setAside<Product: RecordProduct & ~Copyable>(
        _ run: [SegmentEntry], _ findings: [Finding], _ unit: Unit,
        _ envelope: EnvelopeContext, _ view: BlockView, _ result: inout BlockResult<Product>
    ) {
        guard let first = run.first, let last = run.last else { return }
        let count = run.reduce(0) { $0 + end(of: $1, unit, view) - Int($1.start) }
        result.books.bytes.envelope -= count
        result.books.bytes.setAside += count
        result.books.records.setAside += 1
        let range = ByteRange(
            view.base + Int(first.start), view.base + end(of: last, unit, view))
        result.product.add(
            UnreadableBytes(
                scope: "bytes", envelope: envelope, isInSet: true, range: range, isPart: false,
                findings: findings.filter {
                    range.start <= $0.range.start && $0.range.start < range.end
                }),
            in: view)
    }

    /// Offset in the block after a segment and its terminator, which may be missing.
    private func end(of entry: SegmentEntry, _ unit: Unit, _ view: BlockView) -> Int {
        min(view.view(entry).terminatedEnd, unit.range.end - view.base)
    }

    private func scope(of unit: Unit) -> StaticString {
        switch unit.kind {
        case .unknownGroup: "group"
        case .unknownTransaction: "transaction"
        default: "bytes"
        }
    }
}
