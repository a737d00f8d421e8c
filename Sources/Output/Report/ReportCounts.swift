import Diagnostics

/// How many findings there are of each severity.
struct SeverityCount {
    var error = 0
    var warning = 0
    var note = 0

    var total: Int { error + warning + note }

    mutating func add(_ severity: Severity, _ count: Int) {
        switch severity {
        case .error: error += count
        case .warning: warning += count
        case .note: note += count
        }
    }

    mutating func add(_ other: SeverityCount) {
        error += other.error
        warning += other.warning
        note += other.note
    }

    var parts: [(kind: StaticString, count: Int)] {
        [("error", error), ("warning", warning), ("note", note)]
    }
}

/// Findings of a run by rule, by place and by sender: all of them, listed or not, counted as the
/// summary counts them.
struct ReportCounts {
    struct OfRule {
        let rule: Rule
        var count = SeverityCount()
        /// How many of them no list of the page holds.
        var unlisted = 0
    }

    struct OfPlace {
        let place: Place
        var count = SeverityCount()
    }

    struct OfSender {
        /// As it is shown.
        let name: String
        var count = SeverityCount()
        /// By index of the rule.
        var rules: [Int: SeverityCount] = [:]
    }

    private(set) var rules: [OfRule] = []
    private(set) var places: [OfPlace] = []
    private(set) var senders: [OfSender] = []
    /// At places beyond the limit.
    private(set) var elsewhere = SeverityCount()
    private var ruleIndices: [Rule: Int] = [:]
    private var placeIndices: [Place: Int] = [:]
    private var senderIndices: [String: Int] = [:]

    /// Whether anything is counted.
    var hasFindings: Bool { rules.contains { $0.count.total > 0 } }

    /// More places than the guides have.
    static let placeLimit = 1 << 15
    /// Those that come later are counted as one.
    static let senderLimit = 256

    // MARK: Numbers

    mutating func index(of rule: Rule) -> Int {
        if let index = ruleIndices[rule] { return index }
        ruleIndices[rule] = rules.count
        rules.append(OfRule(rule: rule))
        return rules.count - 1
    }

    /// `nil` beyond the limit.
    mutating func index(of place: Place) -> Int? {
        if let index = placeIndices[place] { return index }
        guard places.count < ReportCounts.placeLimit else { return nil }
        placeIndices[place] = places.count
        places.append(OfPlace(place: place))
        return places.count - 1
    }

    /// - Parameters:
    ///   - id: as sent.
    ///   - name: what is shown of it; a number where that is nothing.
    mutating func index(ofSender id: String, named name: String?) -> Int {
        if let index = senderIndices[id] { return index }
        guard senders.count < ReportCounts.senderLimit else { return senders.count - 1 }
        let isLast = senders.count == ReportCounts.senderLimit - 1
        if !isLast { senderIndices[id] = senders.count }
        let number = senders.count + 1
        senders.append(OfSender(name: isLast ? "Other senders" : name ?? "Sender \(number)"))
        return senders.count - 1
    }

    // MARK: Counts

    mutating func add(_ finding: Finding, times count: Int, sender: Int?) {
        guard !finding.isInherited else { return }
        let rule = index(of: finding.rule)
        rules[rule].count.add(finding.severity, count)
        if let place = index(of: finding.shown) {
            places[place].count.add(finding.severity, count)
        } else {
            elsewhere.add(finding.severity, count)
        }
        guard let sender, senders.indices.contains(sender) else { return }
        senders[sender].count.add(finding.severity, count)
        senders[sender].rules[rule, default: SeverityCount()].add(finding.severity, count)
    }

    mutating func leave(_ unlisted: UnlistedFinding) {
        rules[index(of: unlisted.rule)].unlisted += unlisted.count
    }
}
