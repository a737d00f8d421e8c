import Diagnostics

extension Rule {
    static let fhirElementRepeated = Rule(
        "fhir.element.repeated", .warning, "An element that FHIR R4 has once comes once",
        help: """
            It comes again, as a second status or subject: the first is read, and what the others \
            say is kept in other. Take out what does not hold.
            """)
}

/// Elements that come again where FHIR has one.
enum FHIRElementRepeated {
    static func check(_ root: FHIRElement, _ findings: inout ReferralFindings) {
        // Of each name, in which element it came last: an element is looked through as a whole.
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: FHIRName.nameCount) { seen in
            seen.initialize(repeating: 0)
            check(root, isResource: true, seen, &findings)
            root.forEachInside { element in
                check(element, isResource: false, seen, &findings)
            }
        }
    }

    private static func check(
        _ parent: FHIRElement, isResource: Bool, _ seen: UnsafeMutableBufferPointer<UInt32>,
        _ findings: inout ReferralFindings
    ) {
        guard isResource || parent.name != .unknown else { return }
        for child in parent.children {
            let number = child.name.number
            guard seen[number] == parent.node else {
                seen[number] = parent.node
                continue
            }
            let mayRepeat =
                isResource
                ? FHIRRepeating.mayRepeat(child.name, in: parent.type)
                : FHIRRepeating.mayRepeat(child.name, in: parent.name)
            if !mayRepeat { findings.add(.fhirElementRepeated, at: child.spot) }
        }
    }
}
