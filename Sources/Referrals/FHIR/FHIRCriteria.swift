import CareModel

// Observations that say what makes the member eligible for flexible services.
extension FHIRMapper {
    /// Of a criterion for flexible services, which of three it is.
    func criterionField(_ resource: FHIRElement) -> ReferralCriteriaFields? {
        guard let code = criterionKind(resource)?.first(.code) else { return nil }
        let kinds: [(StaticString, ReferralCriteriaFields)] = [
            ("health-need", .healthNeeds), ("risk-factor", .riskFactors), ("benefit", .benefits),
        ]
        return kinds.first { code.has($0.0) }?.1
    }

    /// The category of ours that a criterion has, wherever it stands among others.
    private func criterionKind(_ resource: FHIRElement) -> FHIRElement? {
        for category in resource.all(.category) {
            for coding in category.all(.coding)
            where tree.texts.isEqual(coding.value(.system), FHIRSystems.criteria) {
                return coding
            }
        }
        return nil
    }

    mutating func appendCriterion(
        _ resource: FHIRElement, _ field: ReferralCriteriaFields
    ) {
        if builder.object(referral, ReferralFields.criteria) == 0 {
            let criteria = add(ReferralCriteriaFields.self, from: resource)
            builder.set(referral, ReferralFields.criteria, object: criteria)
        }
        let criteria = builder.object(referral, ReferralFields.criteria)
        let object = add(ReferralCriterionFields.self, from: resource)
        if let kind = criterionKind(resource) { _ = code(coding: kind, of: .criteria) }
        if let status = resource.first(.status), status.has("final") { take(status) }
        set(object, ReferralCriterionFields.code, criterionCode(resource.first(.code)))
        set(object, ReferralCriterionFields.detail, resource, .valueString)
        setMoment(object, ReferralCriterionFields.date, nil, resource, .effectiveDateTime)
        builder.append(object, to: criteria, field)
    }

    /// A code of ours, wherever it stands among others; else one of nobody's list, or words.
    private func criterionCode(_ concept: FHIRElement?) -> Slot {
        let own = concept?.all(.coding).first {
            tree.texts.isEqual($0.value(.system), FHIRSystems.criteria)
                && !$0.value(.code).isEmpty
        }
        return own.map { code(coding: $0, of: .criteria) } ?? code(concept, of: .criteria)
    }

    /// Whether a criterion is not met, or nobody knows: what was found is "no", or nothing was.
    ///
    /// Source: FHIR R4, Observation.status, value[x] and dataAbsentReason.
    func isDenied(_ resource: FHIRElement) -> Bool {
        if resource.first(.status)?.isOneOf(["cancelled", "entered-in-error", "unknown"]) ?? false {
            return true
        }
        if resource.first(.dataAbsentReason) != nil { return true }
        if resource.first(.valueBoolean)?.has("false") ?? false { return true }
        if let words = resource.first(.valueString), saysNo(words) { return true }
        for name in [FHIRName.valueCodeableConcept, .interpretation] {
            guard let concept = resource.first(name) else { continue }
            if let words = concept.first(.text), saysNo(words) { return true }
            for coding in concept.all(.coding) {
                let code = coding.first(.code)
                if code?.isOneOf(Self.denials) ?? false { return true }
                if name == .valueCodeableConcept, code?.has("N") ?? false { return true }
                for told in [code, coding.first(.display)] {
                    if let told, saysNo(told) { return true }
                }
            }
        }
        return false
    }

    /// "No", "Negative" and "Not detected" in SNOMED CT and LOINC, and of HL7's table 0078.
    ///
    /// `N` of table 0136 is not among them: of an interpretation it means Normal.
    private static let denials: [StaticString] = [
        "373067005", "260385009", "260415000", "LA32-8", "LA6577-6", "LA11883-8", "NEG", "ND",
    ]

    private func saysNo(_ element: FHIRElement) -> Bool {
        let small = element.bytes.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
        return ["no", "none", "false", "absent", "negative", "not present", "not met"].contains {
            small.elementsEqual($0.utf8)
        }
    }
}
