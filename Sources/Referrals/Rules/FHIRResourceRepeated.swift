import Diagnostics

extension Rule {
    static let fhirResourceRepeated = Rule(
        "fhir.resource.repeated", .warning, "A resource is in a Bundle once",
        help: """
            Two entries have the same fullUrl, or the same type and id and no addresses of two \
            servers. Versions of one ServiceRequest or Task make one referral with its history; of \
            anything else the newest counts, by meta.lastUpdated or versionId, or else the last.
            """)
}

/// Resources whose name another has.
enum FHIRResourceRepeated {
    static func check(
        _ twins: [(Int, Int)], _ tree: FHIRTree, _ findings: inout ReferralFindings
    ) {
        for (index, first) in twins where !isVersion(index, first, tree) {
            findings.add(.fhirResourceRepeated, at: tree.spot(resource: index))
        }
    }

    /// Whether both say which version of the same they are.
    private static func isVersion(_ index: Int, _ first: Int, _ tree: FHIRTree) -> Bool {
        let versions = [index, first].map { place in
            tree.root(of: place).first(.meta)
        }
        guard let left = versions[0], let right = versions[1] else { return false }
        return [FHIRName.versionId, .lastUpdated].contains { name in
            !left.value(name).isEmpty && !right.value(name).isEmpty
                && !tree.texts.isEqual(left.value(name), right.value(name))
        }
    }
}
