import Diagnostics
import Output

/// Which findings of an input are listed: the first thousand of each rule. The rest is counted.
struct FindingList {
    private struct Count {
        var listed = 0
        var unlisted = 0
        /// Those that no report could list, as nobody kept them.
        var lost = 0
    }

    private let isWhole: Bool
    private var counts: [RuleKey: Count] = [:]

    /// So many of each rule; no reader looks at more of them.
    static let limit = 1000

    /// - Parameter isWhole: whether all findings are listed that were kept.
    init(isWhole: Bool) { self.isWhole = isWhole }

    /// Those of the findings that are to be listed; the others are counted.
    mutating func listed(of findings: [Finding]) -> [Finding] {
        isWhole ? findings : findings.filter { lists($0.rule) }
    }

    private mutating func lists(_ rule: Rule) -> Bool {
        let key = RuleKey(rule)
        if counts[key, default: Count()].listed < FindingList.limit {
            counts[key, default: Count()].listed += 1
            return true
        }
        counts[key, default: Count()].unlisted += 1
        return false
    }

    /// Counts findings that were not kept.
    mutating func leave(_ rule: Rule, count: Int) {
        counts[RuleKey(rule), default: Count()].lost += count
    }

    /// How many of each rule are not listed, in the order of the documentation.
    var unlisted: [UnlistedFinding] {
        guard counts.values.contains(where: { $0.unlisted + $0.lost > 0 }) else { return [] }
        return RuleCatalog.rules.compactMap { rule in
            guard let count = counts[RuleKey(rule)], count.unlisted + count.lost > 0 else {
                return nil
            }
            return UnlistedFinding(
                rule: rule, count: count.unlisted + count.lost, hasMore: count.unlisted > 0)
        }
    }
}
