import CareModel
import Diagnostics
import X12Mapping
import X12Structure
import X12Syntax

extension Rule {
    static let codePlace = Rule(
        "claim.code.place", .error, "A place of service has two digits", snip: 5,
        acknowledgment: .element("7"),
        help: """
            CLM05-1, SV105 or SV303 is not two digits; often the zero in front is missing. Whether \
            CMS has such a place is told by x12.element.list, of what has two digits.
            """)
}

/// Places of service that are none.
enum CodePlace {
    @inline(__always)
    static func check<Fields: RecordFields>(
        _ field: Fields, of object: RecordObject<Fields>, isComponent: Bool = false,
        _ looking: CodeLooking, _ collector: inout FindingCollector
    ) {
        guard object.has(field), !CodeForm.isNumber(object.bytes(field), 2...2) else { return }
        report(field, object, isComponent, looking.locator, &collector)
    }

    @inline(never)
    private static func report<Fields: RecordFields>(
        _ field: Fields, _ object: RecordObject<Fields>, _ isComponent: Bool,
        _ locator: ClaimLocator, _ collector: inout FindingCollector
    ) {
        let sent = object.bytes(field)
        // That it is too long is told by the guide's own rules.
        if sent.count > 2, sent.allSatisfy({ $0 < 0x80 }) { return }
        let isReplaced = collector.replace(
            .elementList, at: locator.range(field, object), by: .codePlace, expected: "two digits")
        if isReplaced { return }
        locator.add(
            .codePlace, at: field, of: object, isComponent: isComponent, expected: "two digits",
            to: &collector)
    }
}
