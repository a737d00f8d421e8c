import Diagnostics
import X12Structure
import X12Syntax

/// Segments without a place that one reason keeps out, and what was found of them.
struct UnplacedPiece {
    private(set) var segments: [SegmentEntry] = []
    private var findings: [Finding] = []
    /// Why the piece before has no place.
    private var reasons: [Finding] = []

    mutating func add(_ entry: SegmentEntry, _ own: [Finding]) {
        segments.append(entry)
        findings += own
    }

    /// Ends the piece, and gives what was found of it; of one of which nothing tells why it has no place,
    /// that is so because the piece before has none.
    mutating func end() -> [Finding] {
        let own = findings.filter(\.tellsWhyUnplaced)
        let all = own.isEmpty ? reasons + findings : findings
        if !own.isEmpty { reasons = own }
        segments.removeAll(keepingCapacity: true)
        findings.removeAll(keepingCapacity: true)
        return all
    }
}

/// The findings of a header or level by where they stand, which are asked for once, from first to last.
struct UnplacedFindings {
    private var rest: ArraySlice<Finding>

    init(_ findings: [Finding]) {
        let sorted = findings.enumerated().sorted {
            ($0.element.range.start, $0.offset) < ($1.element.range.start, $1.offset)
        }
        rest = sorted.map(\.element)[...]
    }

    /// Those that begin in a range of the input; what stands before it is passed over.
    mutating func take(from start: Int, before end: Int) -> [Finding] {
        rest = rest.drop { $0.range.start < start }
        let own = rest.prefix { $0.range.start < end }
        rest = rest.dropFirst(own.count)
        return Array(own)
    }
}

extension Finding {
    /// Whether it says of a segment why it has no place.
    var tellsWhyUnplaced: Bool {
        Rule.unplacedRules.contains(rule) || rule == .recordCut || rule == .fileTruncated
    }
}
