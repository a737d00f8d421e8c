import Claims
import Diagnostics
import Enrollments
import Referrals
import Rosters
import TableSyntax
import X12Structure
import X12Syntax
import XMLSyntax

/// Every rule that a finding can name, in the order of the documentation.
public enum RuleCatalog {
    /// All of them; ids are unique.
    public static let rules: [Rule] = lists.flatMap { $0 }

    /// The same by their modules.
    private static let lists = [
        Rule.inputRules, Rule.syntaxRules, Rule.conversionRules, Rule.splitRules,
        Rule.structureRules,
        Rule.enrollmentRules, Rule.claimRules, Rule.tableRules, Rule.workbookRules,
        Rule.xmlRules, Rule.rosterTableRules, Rule.rosterRules, Rule.referralRules,
        Rule.fhirRules,
    ]

    /// The rule of that id; `nil` where there is none.
    public static func rule(_ id: String) -> Rule? {
        var id = id
        return id.withUTF8 { wanted in
            for list in lists {
                for rule in list where rule.id.utf8CodeUnitCount == wanted.count {
                    if rule.id.withUTF8Buffer({ $0.elementsEqual(wanted) }) { return rule }
                }
            }
            return nil
        }
    }
}
