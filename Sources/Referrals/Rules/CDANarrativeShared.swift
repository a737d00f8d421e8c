import CareModel
import Diagnostics

extension Rule {
    static let cdaNarrative = Rule(
        "referral.cda.narrative", .warning,
        "Entries of a document refer to no more words than it has",
        help: """
            Many entries refer to the same long words of a section, so that the record would be \
            many times as long as the document. The first have their words; those of the others \
            stand in sections[].text alone. Often every entry refers to the whole list instead of \
            its own item.
            """)
}

/// References to narrative that were not followed.
enum CDANarrativeShared {
    static func check(
        _ mapper: borrowing ReferralMapper, _ findings: inout ReferralFindings
    ) {
        guard mapper.facts.unfollowed >= 0 else { return }
        findings.add(.cdaNarrative, at: mapper.spot(node: mapper.facts.unfollowed))
    }
}
