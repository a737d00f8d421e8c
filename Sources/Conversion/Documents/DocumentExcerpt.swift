import Diagnostics
import Output
import Referrals

extension InputWindow: FindingGround {
    /// Hands over the line that a finding speaks of, `nil` where it is gone.
    func withExcerpt<Result>(of finding: Finding, _ body: (Excerpt?) -> Result) -> Result {
        let start = finding.range.start
        guard start >= base, start <= end else { return body(nil) }
        let before = max(base, start - InputWindow.excerptSize)
        let first = withBytes(ByteRange(before, start)) { bytes in
            bytes.lastIndex(of: 0x0A).map { before + $0 + 1 } ?? before
        }
        let limit = min(end, start + InputWindow.excerptSize)
        let last = withBytes(ByteRange(start, limit)) { bytes in
            bytes.firstIndex(of: 0x0A).map { start + $0 } ?? limit
        }
        let marked = start - first..<max(start, min(finding.range.end, last)) - first
        return withBytes(ByteRange(first, last)) { body(Excerpt($0, marked: marked)) }
    }

    /// So many bytes are shown on either side of where a finding begins.
    private static var excerptSize: Int { 160 }
}
