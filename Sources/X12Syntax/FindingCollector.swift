import Diagnostics

/// Gathers findings of one block, and knows the lines they stand in.
package struct FindingCollector {
    package var findings: [Finding] = []
    /// As many are listed of one record or header; one more stands for the rest.
    package static let limit = 1000
    private var lines: LineCounter
    /// Offset in the input of the block's first byte.
    package let base: Int

    /// `bytes` begin at offset `base` of the input, inside the line `first`; 64 more are readable.
    package init(_ bytes: UnsafePointer<UInt8>, base: Int, first: LineStart) {
        lines = LineCounter(bytes, base: base, first: first)
        self.base = base
    }

    /// The findings so far, which are forgotten here.
    package mutating func take() -> [Finding] {
        guard !findings.isEmpty else { return [] }
        defer { findings = [] }
        return findings
    }

    /// The line of the byte at this offset of the block, from 1.
    package mutating func line(at offset: Int) -> Int { lines.locate(base + offset).line }

    /// Adds a finding at offsets of the block.
    @inline(never)
    package mutating func add(
        _ rule: Rule, at range: Range<Int>, place: Place, expected: String? = nil,
        related: [ByteRange] = []
    ) {
        guard findings.count <= FindingCollector.limit else { return }
        if findings.count == FindingCollector.limit, rule != .limitFindings {
            add(.limitFindings, at: range, place: place, expected: nil)
            return
        }
        let (line, column) = lines.locate(base + range.lowerBound)
        findings.append(
            Finding(
                rule, at: ByteRange(base + range.lowerBound, base + range.upperBound), place: place,
                expected: expected, line: line, column: column, related: related))
    }
}
