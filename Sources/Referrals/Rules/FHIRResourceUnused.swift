import Diagnostics

extension Rule {
    static let fhirResourceUnused = Rule(
        "fhir.resource.unused", .note, "What a Bundle holds belongs to a referral",
        help: """
            No referral refers to this resource, or it is of a type that is not read, so that none \
            of it is in a record: its bytes count as envelope. Documents and messages have such \
            resources of their own.
            """)
}

/// Resources that no referral refers to.
enum FHIRResourceUnused {
    static func check(
        _ resources: some Sequence<Int>, _ tree: FHIRTree, _ findings: inout ReferralFindings
    ) {
        for index in resources {
            let resource = tree.resources[index]
            guard !resource.isUsed, !resource.type.isReferral, resource.container < 0,
                resource.type != .messageHeader, resource.type != .composition
            else { continue }
            findings.add(.fhirResourceUnused, at: tree.spot(resource: index))
        }
    }
}
