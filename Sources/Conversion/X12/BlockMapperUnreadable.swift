import Diagnostics
import X12Syntax

// What cannot be read as records.
extension BlockMapper {
    /// Sets a unit aside whole, with the spine's findings of it.
    func setAside<Product: RecordProduct & ~Copyable>(
        _ unit: Unit, _ envelope: EnvelopeContext, _ view: BlockView,
        _ pending: inout ArraySlice<Finding>, _ result: inout BlockResult<Product>
    ) {
        // That the file is cut inside it is told at the end of the file.
        let own = Array(pending.prefix { unit.isCut || $0.range.start < unit.range.end })
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

    /// Sets aside the segments of a header or level that found no place: each of which something tells
    /// why, with those behind it that hang on it, is one piece.
    ///
    /// - Parameter findings: of the header or level; each piece has those of its own bytes.
    func setAside<Product: RecordProduct & ~Copyable>(
        unplaced: [SegmentEntry], _ findings: [Finding], _ unit: Unit, _ envelope: EnvelopeContext,
        _ view: BlockView, _ result: inout BlockResult<Product>
    ) {
        guard !unplaced.isEmpty else { return }
        let segments = view.segments(of: unit)
        var rest = unplaced[...]
        var found = UnplacedFindings(findings)
        var piece = UnplacedPiece()
        for entry in segments {
            guard rest.first?.start == entry.start else {
                setAside(&piece, unit, envelope, view, &result)
                continue
            }
            rest.removeFirst()
            // What is told of a cut stands behind the last segment.
            let isCut = unit.isCut && entry.start == segments.last?.start
            let end = isCut ? Int.max : view.base + end(of: entry, unit, view)
            let own = found.take(from: view.base + Int(entry.start), before: end)
            if own.contains(where: \.tellsWhyUnplaced) {
                setAside(&piece, unit, envelope, view, &result)
            }
            piece.add(entry, own)
        }
        setAside(&piece, unit, envelope, view, &result)
    }

    private func setAside<Product: RecordProduct & ~Copyable>(
        _ piece: inout UnplacedPiece, _ unit: Unit, _ envelope: EnvelopeContext, _ view: BlockView,
        _ result: inout BlockResult<Product>
    ) {
        guard let first = piece.segments.first, let last = piece.segments.last else { return }
        let count = piece.segments.reduce(0) { $0 + end(of: $1, unit, view) - Int($1.start) }
        result.books.bytes.envelope -= count
        result.books.bytes.setAside += count
        result.books.records.setAside += 1
        let range = ByteRange(
            view.base + Int(first.start), view.base + end(of: last, unit, view))
        result.product.add(
            UnreadableBytes(
                scope: "bytes", envelope: envelope, isInSet: true, range: range, isPart: false,
                findings: piece.end()),
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
