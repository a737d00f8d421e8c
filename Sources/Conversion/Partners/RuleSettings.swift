import Diagnostics

/// Rules that are switched off or changed in severity for a run; each applies wherever its rule is
/// broken, and goes before what a partner profile says.
public struct RuleSettings: Sendable {
    /// How much a finding matters; `nil` means that there is none.
    private var severities: [RuleKey: Severity?] = [:]
    /// The file that they were read from.
    var place: InputPlace?

    /// None: each rule has its own severity.
    public init() {}

    /// Changes how much a rule matters.
    ///
    /// - Parameters:
    ///   - rule: one of `RuleCatalog.rules`.
    ///   - severity: `nil` switches the rule off.
    public mutating func set(_ rule: Rule, to severity: Severity?) {
        severities[RuleKey(rule)] = .some(severity)
    }

    /// What is said of a rule: `.some(nil)` is off, `nil` is nothing.
    func severity(of rule: Rule) -> Severity?? {
        severities.isEmpty ? nil : severities[RuleKey(rule)]
    }

    var isEmpty: Bool { severities.isEmpty }
}

/// A rule by where its id lies in memory: rules are made once, and their ids are not compared.
struct RuleKey: Hashable {
    private let address: UInt

    init(_ rule: Rule) { address = UInt(bitPattern: rule.id.utf8Start) }
}
