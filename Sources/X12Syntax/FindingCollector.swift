import Diagnostics

/// Gathers findings of one block, and knows the lines they stand in.
package struct FindingCollector {
    package private(set) var findings: [Finding] = []
    /// As many are listed of one record, header or envelope segment; one more stands for the rest.
    package static let limit = 1000
    /// The rest, with the one that stands for it.
    package private(set) var unlisted = UnlistedFindings()
    private var lines: LineCounter
    /// Offset in the input of the block's first byte.
    package let base: Int

    /// `bytes` begin at offset `base` of the input, inside the line `first`; 64 more are readable.
    package init(_ bytes: UnsafePointer<UInt8>, base: Int, first: LineStart) {
        lines = LineCounter(bytes, base: base, first: first)
        self.base = base
    }

    /// The findings so far, which are forgotten here; those that are not listed as well.
    package mutating func take() -> [Finding] {
        guard !findings.isEmpty else { return [] }
        defer {
            findings = []
            if !unlisted.isEmpty { unlisted = UnlistedFindings() }
        }
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
        guard findings.count < FindingCollector.limit else {
            return count(rule, range, place)
        }
        findings.append(finding(rule, range, place, expected, related))
    }

    /// Gives the findings from an offset of the block on another loop: what came behind them told where
    /// they belong.
    package mutating func move(from start: Int, toLoop loop: String) {
        for index in findings.indices.reversed() {
            let old = findings[index]
            // What is missing is told where it would have stood, after what stands behind it.
            guard old.range.start >= base + start else { continue }
            let place = Place(
                loop: loop, segment: old.place.segment, element: old.place.element,
                component: old.place.component)
            findings[index] = Finding(
                old.rule, at: old.range, place: place, expected: old.expected, line: old.line,
                column: old.column, related: old.related)
        }
    }

    /// Puts another rule in the place of one that was broken at these offsets of the block or around them,
    /// so that one fault is one finding; whether there was one.
    package mutating func replace(
        _ rule: Rule, at range: Range<Int>, by other: Rule, expected: String? = nil
    ) -> Bool {
        let found = findings.lastIndex { finding in
            finding.rule == rule && finding.range.start <= base + range.lowerBound
                && finding.range.end >= base + range.upperBound
        }
        guard let found else { return false }
        let old = findings[found]
        findings[found] = Finding(
            other, at: old.range, place: old.place, expected: expected, line: old.line,
            column: old.column, related: old.related)
        return true
    }

    /// Counts what comes after the last that is listed.
    private mutating func count(_ rule: Rule, _ range: Range<Int>, _ place: Place) {
        if findings.count == FindingCollector.limit {
            findings.append(finding(.limitFindings, range, place))
        }
        let byteRange = ByteRange(base + range.lowerBound, base + range.upperBound)
        unlisted.add(rule, place) { Finding(rule, at: byteRange, place: place) }
    }

    private mutating func finding(
        _ rule: Rule, _ range: Range<Int>, _ place: Place, _ expected: String? = nil,
        _ related: [ByteRange] = []
    ) -> Finding {
        let (line, column) = lines.locate(base + range.lowerBound)
        return Finding(
            rule, at: ByteRange(base + range.lowerBound, base + range.upperBound), place: place,
            expected: expected, line: line, column: column, related: related)
    }
}
