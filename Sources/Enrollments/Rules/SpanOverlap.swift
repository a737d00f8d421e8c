import Diagnostics

extension Rule {
    static let spanOverlap = Rule(
        "enrollment.span.overlap", .warning,
        "Spans of one member, plan and maintenance type do not overlap unless they are equal",
        snip: 4,
        help: """
            The same member and plan come twice with the same maintenance type, and the spans share \
            days without being the same. Decide which of the two holds before loading both. Members \
            that were set aside are not compared.
            """)
}

/// Finds spans of the same member, plan and maintenance type that overlap and differ.
///
/// Costs 16 bytes a coverage in a table that is at most three quarters full.
struct SpanOverlap: Sendable {
    /// 48 bits of the key, two days, and where the record starts: below 256 TB.
    private struct Entry: Sendable {
        var keyAndBegin: UInt64 = 0
        var endAndStart: UInt64 = 0

        var isFree: Bool { keyAndBegin == 0 }
        var begin: UInt64 { keyAndBegin & 0xFFFF }
        var end: UInt64 { endAndStart >> 48 }
        var start: Int { Int(endAndStart & 0xFFFF_FFFF_FFFF) }

        init() {}

        init(_ span: EnrollmentFacts.Span, start: Int) {
            // A key of which these bits are 0 would look like no entry.
            let key = max(span.key << 16, 1 << 16)
            keyAndBegin = key | UInt64(SpanOverlap.day(span.begin))
            endAndStart =
                UInt64(SpanOverlap.day(span.end)) << 48
                | UInt64(truncatingIfNeeded: start) & 0xFFFF_FFFF_FFFF
        }

        func isSameMember(as other: Entry) -> Bool { keyAndBegin >> 16 == other.keyAndBegin >> 16 }
    }
    /// Grown one at a time, so that growing never doubles the whole.
    private var shards = [[Entry]](repeating: [], count: 64)
    private var counts = [Int](repeating: 0, count: 64)
    /// Keeps the reading in `prepare` from being left out.
    private var touched: UInt64 = 0
    /// As many spans of one member and plan are compared, no more.
    private static let limit = 64

    /// Days since 1899 by months of 31 days: in order, and enough until 2075; later ends are one.
    private static func day(_ number: Int32) -> UInt16 {
        let months = (number / 10_000 - 1899) * 12 + number / 100 % 100 - 1
        return UInt16(clamping: months * 31 + number % 100)
    }

    /// Reads where spans will be looked for, all before the first is: the memory is fetched while
    /// nothing waits for it.
    mutating func prepare(_ spans: [EnrollmentFacts.Span]) {
        var all: UInt64 = 0
        for span in spans {
            let shard = Int(span.key >> 58)
            let count = shards[shard].count
            if count > 0 { all ^= shards[shard][SpanOverlap.slot(span.key, count - 1)].keyAndBegin }
        }
        touched = all
    }

    mutating func add(
        _ facts: EnrollmentFacts, _ spans: [EnrollmentFacts.Span], _ locate: LineLocator,
        _ segment: (Int) -> ByteRange
    ) -> Finding? {
        if facts.isSetAside { return nil }
        var found: (earlier: Int, offset: UInt32)?
        for index in facts.spans {
            if let earlier = insert(spans[index], start: facts.range.start), found == nil {
                found = (earlier, spans[index].offset)
            }
        }
        guard let found else { return nil }
        let range = segment(facts.range.start + Int(found.offset))
        let (line, column) = locate(range.start)
        return Finding(
            .spanOverlap, at: range, place: Place(loop: "2300", segment: "HD"),
            line: line, column: column, related: [ByteRange(found.earlier, found.earlier)])
    }

    @inline(__always)
    private static func slot(_ key: UInt64, _ mask: Int) -> Int {
        Int(truncatingIfNeeded: key) & mask
    }

    /// Adds a span; the start of a record whose span overlaps it and is not the same.
    private mutating func insert(_ span: EnrollmentFacts.Span, start: Int) -> Int? {
        let shard = Int(span.key >> 58)
        if (counts[shard] + 1) * 4 > shards[shard].count * 3 { grow(shard) }
        let mask = shards[shard].count - 1
        let entry = Entry(span, start: start)
        var slot = SpanOverlap.slot(span.key, mask)
        var overlap: Int?
        var seen = 0
        while !shards[shard][slot].isFree {
            let other = shards[shard][slot]
            if other.isSameMember(as: entry) {
                if other.begin == entry.begin, other.end == entry.end { return overlap }
                let shares = max(other.begin, entry.begin) <= min(other.end, entry.end)
                if shares, overlap == nil { overlap = other.start }
                seen += 1
                if seen == SpanOverlap.limit { return overlap }
            }
            slot = (slot + 1) & mask
        }
        shards[shard][slot] = entry
        counts[shard] += 1
        return overlap
    }

    private mutating func grow(_ shard: Int) {
        let old = shards[shard]
        shards[shard] = []
        var grown = [Entry](repeating: Entry(), count: max(64, old.count * 2))
        let mask = grown.count - 1
        for entry in old where !entry.isFree {
            var slot = SpanOverlap.slot(entry.keyAndBegin >> 16, mask)
            while !grown[slot].isFree { slot = (slot + 1) & mask }
            grown[slot] = entry
        }
        shards[shard] = grown
    }
}
