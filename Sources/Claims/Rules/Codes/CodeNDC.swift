import CareModel
import Diagnostics
import X12Mapping
import X12Syntax

extension Rule {
    static let codeNDC = Rule(
        "claim.code.ndc", .error, "A National Drug Code has 11 digits", snip: 5,
        acknowledgment: .element("7"),
        help: """
            LIN02 is N4, and LIN03 is not 11 digits: labeler 5, product 4, package 2, each filled up \
            with zeros in front, without hyphens.
            """)
}

/// Drugs whose number is no NDC.
enum CodeNDC {
    static func check(
        _ drug: RecordObject<DrugFields>, _ looking: CodeLooking,
        _ collector: inout FindingCollector
    ) {
        guard drug.key(.qualifier) == Key("N4").rawValue, drug.has(.code),
            !CodeForm.isNumber(drug.bytes(.code), 11...11)
        else { return }
        looking.locator.add(
            .codeNDC, at: .code, of: drug, expected: "11 digits", to: &collector)
    }
}
