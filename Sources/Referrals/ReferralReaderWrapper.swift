import CareModel
import Diagnostics
import XMLSyntax

/// The element around Turnpike referrals.
struct ReferralWrapper {
    /// Where its tag begins.
    var start = -1
    /// Its attributes, of which the schema has none: the first referral in it tells them.
    var values: [OtherValue] = []
}

extension ReferralReader {
    /// Begins what is around referrals.
    mutating func beginWrapper(_ event: XMLEvent) {
        place = .wrapper
        wrapper = ReferralWrapper(start: event.range.start)
        for attribute in xml.attributes(event) {
            let name = xml.name(attribute.name)
            guard name.namespace != XMLNameText.declarations,
                !ReferralNames.isStructure(attribute.name)
            else { continue }
            let value = xml.value(attribute).drop { $0 <= 0x20 }
            guard let text = Text(UnsafeBufferPointer(rebasing: value)) else { continue }
            wrapper.values.append(
                OtherValue(
                    place: "referrals/@\(name.local)", value: text,
                    bytes: event.range.start..<event.range.end))
        }
    }

    /// What the element around a referral says, where that is the first in it.
    mutating func takeWrapperValues() -> [OtherValue] {
        guard ordinal == 1, unitDepth > 1 else { return [] }
        defer { wrapper.values = [] }
        return wrapper.values
    }

    /// Findings around referrals, those of the element's tag with its place.
    func placedOutside(_ findings: [Finding]) -> [Finding] {
        findings.map { finding in
            guard finding.range.start == wrapper.start else { return finding }
            let attribute = finding.place.loop
            var placed = Finding(
                finding.rule, at: finding.range,
                place: Diagnostics.Place(
                    loop: attribute.isEmpty ? "referrals" : "referrals/\(attribute)"),
                expected: finding.expected, line: finding.line, column: finding.column,
                related: finding.related)
            placed.severity = finding.severity
            return placed
        }
    }
}
