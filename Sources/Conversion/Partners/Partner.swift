import CareModel
import Claims
import Diagnostics
import Enrollments
import Output
import ShippedGrammars
import X12Grammar
import X12Syntax

/// A section of a partner profile as a conversion uses it: made once, and shared.
final class Partner: Sendable {
    /// Of the profile: `masshealth`.
    let name: String
    let section: PartnerProfile.Section
    /// Rules for enrollments; `nil` where the section is of other guides.
    let enrollments: MassHealthRules?
    /// Rules for claims; `nil` where the section is of other guides.
    let claims: MassHealthClaimRules?
    /// Names of counties, that of number 1 first.
    private let counties: [String]
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
    static let shipped: [Partner] = GrammarLibrary.shipped.profileNames.flatMap { name in
        let profile = (try? GrammarLibrary.shipped.profile(named: name)).flatMap { $0 }
        return profile.map { profile in profile.sections.map { Partner(profile.name, $0) } } ?? []
    }

    init(_ name: String, _ section: PartnerProfile.Section) {
        self.name = name
        self.section = section
        let isOfEnrollments = section.guides.contains { GuideCatalog.enrollmentGuides.contains($0) }
        let isOfClaims = section.guides.contains { GuideCatalog.claimGuides.contains($0) }
        enrollments = isOfEnrollments ? MassHealthRules(section) : nil
        claims = isOfClaims ? MassHealthClaimRules(section) : nil
        counties = Partner.counties(section)
        changes = (section.severities + section.rules).compactMap { entry in
            guard let rule = RuleCatalog.rule(entry.rule) else { return nil }
            let severity = Severity(entry.level)
            if severity == rule.severity { return nil }
            return Change(
                rule: RuleKey(rule), place: entry.place, condition: entry.condition,
                severity: severity)
        }
        changed = Set(changes.map(\.rule))
    }

    private static func counties(_ section: PartnerProfile.Section) -> [String] {
        let place = PartnerProfile.Place.segment(path: "2000/2100A", id: "N4", element: 6)
        var names = [String](repeating: "", count: 14)
        for labels in section.labels where labels.place == place {
            for label in labels.codes {
                guard let number = Int(label.code), (1...names.count).contains(number),
                    names[number - 1].isEmpty
                else { continue }
                names[number - 1] = label.name
            }
        }
        return names
    }

    /// Whether it is chosen on its own inside an envelope.
    func isChosen(in envelope: EnvelopeContext) -> Bool {
        section.senders.contains {
            $0 == envelope.interchange.sender || $0 == envelope.group?.sender
        }
            || section.receivers.contains {
                $0 == envelope.interchange.receiver || $0 == envelope.group?.receiver
            }
    }

    /// Whether it is of a guide; of any, where that is not known.
    func isOf(_ guides: [String]?) -> Bool {
        guides.map { guides in section.guides.contains { guides.contains($0) } } ?? true
    }

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
