import Diagnostics
import Output
import X12Syntax

extension Block: FindingGround {
    /// Hands over the segment that a finding speaks of, `nil` where it stands in an earlier block.
    func withExcerpt<Result>(of finding: Finding, _ body: (Excerpt?) -> Result) -> Result {
        let start = finding.range.start - offset
        let end = finding.range.end - offset
        guard start >= 0, end <= byteCount, start <= end else { return body(nil) }
        let around = content.segments.last { Int($0.start) <= start }
        let first = around.map { Int($0.start) } ?? start
        let last = around.map { content.end(of: $0) } ?? end
        let shown = first..<min(max(last, first), first + Block.excerptSize, byteCount)
        let upper = shown.upperBound
        let marked = min(start, upper) - first..<min(end, upper + max(0, start - upper)) - first
        return bytes.withUnsafeBufferPointer { bytes in
            body(Excerpt(UnsafeBufferPointer(rebasing: bytes[shown]), marked: marked))
        }
    }

    func sender(of finding: Finding) -> FindingSender? {
        guard let envelope = envelope(at: finding.range.start) else { return nil }
        let interchange = envelope.interchange.sender
        let group = envelope.group?.sender ?? ""
        let partner = Partner.shipped.first {
            $0.section.senders.contains(interchange) || $0.section.senders.contains(group)
        }
        return FindingSender(
            id: group.isEmpty ? interchange : group,
            known: partner.map { "\($0.name) (\($0.section.senders.joined(separator: ", ")))" })
    }

    /// So many bytes of a segment are shown.
    private static let excerptSize = 160

    /// The envelope in which an offset of the input lies, or the one nearest to it.
    private func envelope(at offset: Int) -> EnvelopeContext? {
        let units = content.units
        var low = 0
        var high = units.count
        while low < high {
            let middle = low + (high - low) / 2
            if units[middle].range.end > offset { high = middle } else { low = middle + 1 }
        }
        guard let last = units.indices.last else { return nil }
        return content.contexts[units[min(low, last)].context]
    }
}
