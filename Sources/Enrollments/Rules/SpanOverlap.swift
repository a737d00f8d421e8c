import Diagnostics

extension Rule {
    static let spanOverlap = Rule(
        "enrollment.span.overlap", .warning,
        "Spans of one member, plan and maintenance type do not overlap unless they are equal",
        snip: 4,
        help: """
            The same member and plan come twice with the same maintenance type, and the spans share \
            days without being the same. Decide which of the two holds before loading both.
            """)
}

/// Finds spans of the same member, plan and maintenance type that overlap and differ.
///
/// Costs 24 bytes a coverage in a table that is at most three quarters full.
struct SpanOverlap: Sendable {
    private struct Entry: Sendable {
        var key: UInt64 = 0
        var begin: Int32 = 0
        var end: Int32 = 0
        var start: Int = 0
    }
    /// Grown one at a time, so that growing never doubles the whole.
    private var shards = [[Entry]](repeating: [], count: 64)
    private var counts = [Int](repeating: 0, count: 64)
    /// Keeps the reading in `prepare` from being left out.
    private var touched: UInt64 = 0
    /// As many spans of one member and plan are compared, no more.
    private static let limit = 64

    /// Reads where spans will be looked for, all before the first is: the memory is fetched while
    /// nothing waits for it.
    mutating func prepare(_ spans: [EnrollmentFacts.Span]) {
        var all: UInt64 = 0
        for span in spans {
            let shard = Int(span.key >> 58)
            let count = shards[shard].count
            if count > 0 {
                all ^= shards[shard][Int(truncatingIfNeeded: span.key) & (count - 1)].key
            }
        }
        touched = all
    }

    mutating func add(
        _ facts: EnrollmentFacts, _ spans: [EnrollmentFacts.Span], _ locate: LineLocator
    ) -> Finding? {
        var found: Int?
        for index in facts.spans {
            if let earlier = insert(spans[index], start: facts.range.start), found == nil {
                found = earlier
            }
        }
        guard let found else { return nil }
        let (line, column) = locate(facts.range.start)
        return Finding(
            .spanOverlap, at: facts.range, place: Place(loop: "2300", segment: "HD"),
            line: line, column: column, related: [ByteRange(found, found)])
    }

    /// Adds a span; the start of a record whose span overlaps it and is not the same.
    private mutating func insert(_ span: EnrollmentFacts.Span, start: Int) -> Int? {
        let shard = Int(span.key >> 58)
        if (counts[shard] + 1) * 4 > shards[shard].count * 3 { grow(shard) }
        let mask = shards[shard].count - 1
        var slot = Int(truncatingIfNeeded: span.key) & mask
        var overlap: Int?
        var seen = 0
        while shards[shard][slot].key != 0 {
            let other = shards[shard][slot]
            if other.key == span.key {
                if other.begin == span.begin, other.end == span.end { return overlap }
                let shares = max(other.begin, span.begin) <= min(other.end, span.end)
                if shares, overlap == nil { overlap = other.start }
                seen += 1
                if seen == SpanOverlap.limit { return overlap }
            }
            slot = (slot + 1) & mask
        }
        shards[shard][slot] = Entry(key: span.key, begin: span.begin, end: span.end, start: start)
        counts[shard] += 1
        return overlap
    }

    private mutating func grow(_ shard: Int) {
        let old = shards[shard]
        shards[shard] = []
        var grown = [Entry](repeating: Entry(), count: max(64, old.count * 2))
        let mask = grown.count - 1
        for entry in old where entry.key != 0 {
            var slot = Int(truncatingIfNeeded: entry.key) & mask
            while grown[slot].key != 0 { slot = (slot + 1) & mask }
            grown[slot] = entry
        }
        shards[shard] = grown
    }
}
