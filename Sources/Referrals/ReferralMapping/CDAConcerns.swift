import CareModel
import XMLSyntax

// act (concern): entryRelationship* (observation | act | organizer)
// observation: templateId* code

/// What an observation that a concern refers to is.
private enum CDAObservationKind {
    case problem, allergy, socialHistory, functionalStatus, mentalStatus, result

    /// By their templates, of which the first that is known tells.
    ///
    /// Source: C-CDA R2.1, the entries of a Health Concern Act (4.132) and their general forms.
    static let templates: [(kind: CDAObservationKind, roots: [StaticString])] = [
        (.problem, ["4.4"]), (.allergy, ["4.7", "4.24.3.90"]),
        (
            .socialHistory,
            ["4.78", "4.85", "4.38", "4.72", "4.109", "4.111", "4.15.3.8", "4.200", "4.501"]
        ),
        (.functionalStatus, ["4.67", "4.127", "4.128"]), (.mentalStatus, ["4.73", "4.74"]),
        (.result, ["4.2", "4.27", "4.69", "4.138", "4.114", "4.86", "4.45", "4.46", "4.119"]),
    ]

    /// Codes of observations whose value is the problem.
    ///
    /// Source: C-CDA R2.1, value set Problem Type, in SNOMED CT and LOINC.
    static let problems: [StaticString] = [
        "ASSERTION", "55607006", "404684003", "282291009", "409586006", "64572001", "418799008",
        "248536006", "373930000", "75326-9", "75325-1", "75324-4", "75323-6", "75322-8",
        "75321-0", "75319-4", "75318-6", "75315-2", "29308-4", "75312-9", "75314-5",
    ]
}

extension ReferralMapper {
    /// A statement of a concern goes where statements of its kind do.
    ///
    /// Where its template says nothing, its section does; among health concerns, which may be
    /// anything, only what has the code of a problem, or none, is one.
    mutating func addConcern(_ node: Int, in section: CDASection) {
        let own: CDAObservationKind =
            section == .allergies ? .allergy : section == .problems ? .problem : .result
        let kind = kind(of: node) ?? (own == .result && isProblem(node) ? .problem : own)
        switch kind {
        case .problem: return addProblem(node)
        case .allergy: return addAllergy(node)
        default: break
        }
        // What is no problem stands as it says itself, and not as the concern about it.
        let around = facts.concern
        facts.concern = -1
        defer { facts.concern = around }
        switch kind {
        case .socialHistory: addObservation(node, to: .socialHistory)
        case .functionalStatus: addObservation(node, to: .functionalStatus)
        case .mentalStatus: addObservation(node, to: .mentalStatus)
        default: addObservation(node, to: .observations)
        }
    }

    private func kind(of node: Int) -> CDAObservationKind? {
        for known in CDAObservationKind.templates where hasTemplate(node, known.roots) {
            return known.kind
        }
        return nil
    }

    /// Whether an element has one of the templates `2.16.840.1.113883.10.20.22.…`, of any version.
    func hasTemplate(_ node: Int, _ roots: [StaticString]) -> Bool {
        let prefix: StaticString = "2.16.840.1.113883.10.20.22."
        var template = child(node, .templateId)
        while template >= 0 {
            let root = arena.bytes(tree.value(template, AttributeName.root.name))
            let begin = root.prefix(prefix.utf8CodeUnitCount)
            if prefix.withUTF8Buffer({ $0.elementsEqual(begin) }) {
                let rest = root.dropFirst(prefix.utf8CodeUnitCount)
                if roots.contains(where: { $0.withUTF8Buffer { $0.elementsEqual(rest) } }) {
                    return true
                }
            }
            template = tree.sibling(template, CDAName.templateId.name)
        }
        return false
    }

    private func isProblem(_ node: Int) -> Bool {
        let code = tree.value(child(node, .code), AttributeName.code.name)
        return code.isEmpty || CDAObservationKind.problems.contains { arena.holds(code, $0) }
    }

    /// Whether an observation says something of the statement around it, and is none of its own: how
    /// severe or important it is, or where it stands.
    ///
    /// Source: C-CDA R2.1, the entries that a concern refers to; LOINC and SNOMED CT of their codes.
    func isRemark(_ node: Int) -> Bool {
        if hasTemplate(node, ["4.8", "4.143", "4.5", "4.6", "4.113"]) { return true }
        let code = tree.value(child(node, .code), AttributeName.code.name)
        return [
            "SEV", "82606-5", "225773000", "33999-4", "11323-3", "246454002", "263490005",
        ].contains { arena.holds(code, $0) }
    }
}
