import CareModel
import Diagnostics
import Enrollments
import Output
import ShippedGrammars
import X12Grammar
import X12Syntax

/// A partner profile as a conversion uses it: made once, and shared.
final class Partner: Sendable {
    let profile: PartnerProfile
    let rules: MassHealthRules
    private let counties: [Int: String]
    private let changes: [Change]
    private let changed: Set<RuleKey>

    /// A severity that is not the rule's own.
    private struct Change: Sendable {
        let rule: RuleKey
        let place: PartnerProfile.Place
        let condition: PartnerProfile.When?
        let severity: Severity?
    }

    /// All that there are, in the order of their files; the build has checked them.
    static let shipped: [Partner] = GrammarLibrary.shipped.profileNames.compactMap { name in
        (try? GrammarLibrary.shipped.profile(named: name)).flatMap { $0 }.map { Partner($0) }
    }

    init(_ profile: PartnerProfile) {
        self.profile = profile
        rules = MassHealthRules(profile)
        counties = Partner.counties(profile)
        let known = RuleCatalog.rules
        changes = (profile.severities + profile.rules).compactMap { entry in
            guard let rule = known.first(where: { $0.description == entry.rule }) else {
                return nil
            }
            let severity = Severity(entry.level)
            if severity == rule.severity { return nil }
            return Change(
                rule: RuleKey(rule), place: entry.place, condition: entry.condition,
                severity: severity)
        }
        changed = Set(changes.map(\.rule))
    }

    private static func counties(_ profile: PartnerProfile) -> [Int: String] {
        let place = PartnerProfile.Place.segment(path: "2000/2100A", id: "N4", element: 6)
        let labels = profile.labels.filter { $0.place == place }.flatMap(\.codes)
        return Dictionary(
            labels.compactMap { label in Int(label.code).map { ($0, label.name) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// The rules, for a file of this day.
    func rules(on date: CalendarDate?) -> MassHealthRules { rules.dated(date) }

    /// What it adds to the records of a file of this day.
    func additions(on date: CalendarDate?) -> MassHealthExtension {
        MassHealthExtension(counties: counties, date: date)
    }

    /// What it says of a finding: `.some(nil)` is off, `nil` is nothing.
    ///
    /// - Parameter hasSent: whether the record of the finding has sent one of the codes at a place.
    func severity(
        of finding: Finding, hasSent: (PartnerProfile.When) -> Bool
    ) -> Severity?? {
        guard changed.contains(RuleKey(finding.rule)) else { return nil }
        let change = changes.first { change in
            change.rule == RuleKey(finding.rule) && change.place.holds(finding.place)
                && change.condition.map(hasSent) ?? true
        }
        return change.map(\.severity)
    }
}

extension PartnerProfile.Place {
    /// Whether a finding's place is this one or in it.
    fileprivate func holds(_ place: Place) -> Bool {
        switch self {
        case .anywhere: true
        case .file: place == Place()
        case .segment(_, let id, let element):
            place.loop == loop && place.segment == id && (element == 0 || place.element == element)
        }
    }
}

extension Severity {
    /// `nil` for off.
    init?(_ level: PartnerProfile.Level) {
        switch level {
        case .off: return nil
        case .note: self = .note
        case .warning: self = .warning
        case .error: self = .error
        }
    }
}
