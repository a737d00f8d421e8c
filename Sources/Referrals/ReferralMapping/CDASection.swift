import CareModel

/// Sections whose entries have fields.
enum CDASection: CaseIterable {
    case reason, problems, medications, allergies, socialHistory, functionalStatus, mentalStatus,
        plan, assessmentAndPlan, assessment, goals, healthConcerns, results, payers, interventions

    /// The section's kind: by its code in LOINC, else by its template.
    init?(of node: Int, in mapper: borrowing ReferralMapper) {
        let code = mapper.child(node, .code)
        let sent = mapper.tree.value(code, AttributeName.code.name)
        let isLOINC = CDASection.isLOINC(code, mapper)
        let coded = CDASection.allCases.first { isLOINC && mapper.arena.holds(sent, $0.code) }
        guard let kind = coded ?? CDASection.allCases.first(where: { $0.isNamed(node, mapper) })
        else { return nil }
        self = kind
    }

    /// Whether the code of a section is one of LOINC, or does not say of what.
    static func isLOINC(_ code: Int, _ mapper: borrowing ReferralMapper) -> Bool {
        let list = mapper.tree.value(code, AttributeName.codeSystem.name)
        return list.isEmpty || mapper.arena.holds(list, "2.16.840.1.113883.6.1")
    }

    /// Whether a section has a template of this kind.
    func isNamed(_ node: Int, _ mapper: borrowing ReferralMapper) -> Bool {
        var template = mapper.child(node, .templateId)
        while template >= 0 {
            let root = mapper.tree.value(template, AttributeName.root.name)
            if templates.contains(where: { mapper.arena.holds(root, $0) }) { return true }
            template = mapper.tree.sibling(template, CDAName.templateId.name)
        }
        return false
    }

    /// LOINC.
    var code: StaticString {
        switch self {
        case .reason: "42349-1"
        case .problems: "11450-4"
        case .medications: "10160-0"
        case .allergies: "48765-2"
        case .socialHistory: "29762-2"
        case .functionalStatus: "47420-5"
        case .mentalStatus: "10190-7"
        case .plan: "18776-5"
        case .assessmentAndPlan: "51847-2"
        case .assessment: "51848-0"
        case .goals: "61146-7"
        case .healthConcerns: "75310-3"
        case .results: "30954-2"
        case .payers: "48768-6"
        case .interventions: "62387-6"
        }
    }

    /// Templates, of any version; where two are there, the first asks for entries.
    ///
    /// Source: C-CDA R2.1, volume 2, section-level templates.
    var templates: [StaticString] {
        switch self {
        case .reason: ["1.3.6.1.4.1.19376.1.5.3.1.3.1"]
        case .problems: ["2.16.840.1.113883.10.20.22.2.5.1", "2.16.840.1.113883.10.20.22.2.5"]
        case .medications: ["2.16.840.1.113883.10.20.22.2.1.1", "2.16.840.1.113883.10.20.22.2.1"]
        case .allergies: ["2.16.840.1.113883.10.20.22.2.6.1", "2.16.840.1.113883.10.20.22.2.6"]
        case .socialHistory: ["2.16.840.1.113883.10.20.22.2.17"]
        case .functionalStatus: ["2.16.840.1.113883.10.20.22.2.14"]
        case .mentalStatus: ["2.16.840.1.113883.10.20.22.2.56"]
        case .plan: ["2.16.840.1.113883.10.20.22.2.10"]
        case .assessmentAndPlan: ["2.16.840.1.113883.10.20.22.2.9"]
        case .assessment: ["2.16.840.1.113883.10.20.22.2.8"]
        case .goals: ["2.16.840.1.113883.10.20.22.2.60"]
        case .healthConcerns: ["2.16.840.1.113883.10.20.22.2.58"]
        case .results: ["2.16.840.1.113883.10.20.22.2.3.1", "2.16.840.1.113883.10.20.22.2.3"]
        case .payers: ["2.16.840.1.113883.10.20.22.2.18"]
        case .interventions: ["2.16.840.1.113883.10.20.21.2.3"]
        }
    }
}
