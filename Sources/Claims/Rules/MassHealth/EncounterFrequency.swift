import CareModel
import Diagnostics
import X12Mapping
import X12Syntax

extension Rule {
    static let massHealthEncounterFrequency = Rule(
        "masshealth.encounter.frequency", .warning,
        "An encounter has a frequency that MassHealth takes", snip: 7,
        help: "CLM05-3 is none of 1, 2, 3, 4, 5, 7 and 8, which the quality rules of SENDPRO allow."
    )
}

/// Frequencies that encounters do not have.
enum EncounterFrequency {
    static func check(
        _ subject: MassHealthClaimRules.Subject, _ terms: MassHealthClaimRules.Terms,
        _ collector: inout FindingCollector
    ) {
        let claim = subject.claim
        guard claim.has(.frequency),
            !terms.frequencies.contains(Key(rawValue: claim.key(.frequency)))
        else { return }
        subject.locator.add(
            .massHealthEncounterFrequency, at: .frequency, of: claim, isComponent: true,
            to: &collector)
    }
}
