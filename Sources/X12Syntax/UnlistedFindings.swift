import Diagnostics

/// Findings that are counted and not listed: the first of each rule and place stands for all of
/// these.
///
/// Rules and places come from grammars, so that it stays small whatever the input holds.
package struct UnlistedFindings: Sendable {
    private struct Key: Hashable {
        /// Where the rule's id lies in memory: rules are made once.
        let rule: UInt
        let place: Place
    }

    private var counts: [Key: (first: Finding, count: Int)] = [:]

    package init() {}

    package var isEmpty: Bool { counts.isEmpty }

    /// The first of each rule and place, and how many there are; in no order.
    package var all: some Collection<(first: Finding, count: Int)> { counts.values }

    /// - Parameter first: makes the finding, where none is alike.
    mutating func add(_ rule: Rule, _ place: Place, first: () -> Finding) {
        let key = Key(rule: UInt(bitPattern: rule.id.utf8Start), place: place)
        counts[key, default: (first(), 0)].count += 1
    }
}
