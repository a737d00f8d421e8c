import CareModel

// Coverage: identifier*, status, type, subscriberId, beneficiary, relationship, period, payor+,
//   class*, order
// Consent: status, scope, category+, patient, dateTime, performer*, policy*, policyRule, provision
extension FHIRBundleWriter {
    mutating func writeCoverages(_ referral: RecordObject<ReferralFields>) {
        for coverage in referral.objects(.coverages, ReferralCoverageFields.self) {
            let payer = writePayer(coverage)
            body.list(
                "\"identifier\":", coverage.objects(.identifiers, ReferralIdentifierFields.self)
            ) { $0.element($1) }
            body.fhir(
                "\"status\":", coverage.bytes(.status), of: Self.covered, else: "active")
            if let type = coverage.object(.type, ReferralConceptFields.self) {
                body.fhir("\"type\":", FHIRConcept(type))
            }
            body.fhir("\"subscriberId\":", coverage, .subscriberId)
            writeMember("\"beneficiary\":")
            if let relationship = coverage.object(.relationship, ReferralConceptFields.self) {
                body.fhir("\"relationship\":", FHIRConcept(relationship))
            }
            writeSpan(coverage)
            body.append("\"payor\":[")
            if let payer {
                body.element(payer)
            } else {
                body.append("{\"display\":\"not named\"},")
            }
            body.closeArray()
            writeClasses(coverage)
            if coverage.isOrderTold {
                body.append("\"order\":")
                body.append(coverage.bytes(.order))
                body.append(",")
            }
            references.coverages.append(endOfMember("Coverage"))
        }
    }

    static let covered: [StaticString] = ["active", "cancelled", "draft", "entered-in-error"]

    private mutating func writePayer(
        _ coverage: RecordObject<ReferralCoverageFields>
    ) -> FHIRReference? {
        body.list(
            "\"identifier\":",
            coverage.objects(.payerIdentifiers, ReferralIdentifierFields.self)
        ) { $0.element($1) }
        body.fhir("\"name\":", coverage, .payer)
        return body.count > 0 ? end("Organization") : nil
    }

    private mutating func writeSpan(_ coverage: RecordObject<ReferralCoverageFields>) {
        let start = body.count
        body.append("\"period\":{")
        let first = body.count
        body.fhir("\"start\":", date: coverage.bytes(.begin))
        body.fhir("\"end\":", end: coverage.bytes(.end))
        if body.count == first { body.truncate(to: start) } else { body.closeObject() }
    }

    private mutating func writeClasses(_ coverage: RecordObject<ReferralCoverageFields>) {
        guard coverage.has(.group) || coverage.has(.plan) else { return }
        body.append("\"class\":[")
        for (type, field) in [("group", ReferralCoverageFields.group), ("plan", .plan)]
            as [(StaticString, ReferralCoverageFields)] where coverage.has(field)
        {
            body.openObject()
            type.withStaticBytes {
                body.fhir(
                    "\"type\":", "http://terminology.hl7.org/CodeSystem/coverage-class", $0)
            }
            body.fhir("\"value\":", coverage, field)
            body.closeObject()
        }
        body.closeArray()
    }

    mutating func writeConsents(_ referral: RecordObject<ReferralFields>) {
        for consent in referral.objects(.consents, ReferralConsentFields.self) {
            body.fhir(
                "\"status\":", consent.bytes(.status), of: Self.consented, else: "active")
            if let scope = consent.object(.scope, ReferralConceptFields.self),
                !FHIRConcept(scope).isEmpty
            {
                body.fhir("\"scope\":", FHIRConcept(scope))
            } else {
                body.append(
                    """
                    "scope":{"coding":[{"system":\
                    "http://terminology.hl7.org/CodeSystem/consentscope","code":"patient-privacy"}]},
                    """)
            }
            let start = body.count
            body.fhir("\"category\":", consent.objects(.categories, ReferralConceptFields.self))
            if body.count == start { body.append("\"category\":[{\"text\":\"referral\"}],") }
            writeMember("\"patient\":")
            body.fhir("\"dateTime\":", date: consent.bytes(.date), time: consent.bytes(.time))
            if consent.has(.by) {
                body.append("\"performer\":[{")
                body.fhir("\"display\":", consent, .by)
                body.closeObject()
                body.closeArray()
            }
            writePolicy(consent)
            writeProvision(consent)
            references.supporting.append(endOfMember("Consent"))
        }
    }

    static let consented: [StaticString] = [
        "draft", "proposed", "active", "rejected", "inactive", "entered-in-error",
    ]
    static let decided: [StaticString] = ["deny", "permit"]

    /// A consent has a policy, or words that stand for one.
    private mutating func writePolicy(_ consent: RecordObject<ReferralConsentFields>) {
        let policy = consent.bytes(.policy)
        let isAddress = consent.isPolicyAddress
        if isAddress {
            body.append("\"policy\":[{")
            body.fhir("\"uri\":", uri: policy)
            body.closeObject()
            body.closeArray()
        }
        let words = isAddress || policy.isEmpty ? consent.bytes(.note) : policy
        if !words.isEmpty {
            body.fhir("\"policyRule\":", words: words)
        } else if !isAddress {
            body.append("\"policyRule\":{\"text\":\"not named\"},")
        }
    }

    private mutating func writeProvision(_ consent: RecordObject<ReferralConsentFields>) {
        let start = body.count
        body.append("\"provision\":{")
        let first = body.count
        // Whom or what it is about is not known here: as a whole it would say more than was sent.
        if consent.flag(.partial) == true {
            remarks.begin("Consent in part: ")
            remarks.add("", consent.bytes(.decision))
            remarks.add("of", consent.bytes(.date), consent.bytes(.time))
            remarks.end()
        } else {
            body.fhir("\"type\":", consent.bytes(.decision), of: Self.decided)
        }
        body.fhir("\"period\":", consent.object(.period, ReferralPeriodFields.self))
        if body.count == first { body.truncate(to: start) } else { body.closeObject() }
    }
}

extension RecordObject<ReferralCoverageFields> {
    /// Whether its place among the coverages is a number of FHIR's.
    var isOrderTold: Bool {
        let order = bytes(.order)
        return 1...9 ~= order.count && order[0] != 0x30
            && order.allSatisfy { 0x30...0x39 ~= $0 }
    }
}

extension RecordObject<ReferralConsentFields> {
    /// Whether its policy is an address rather than words.
    var isPolicyAddress: Bool {
        let policy = bytes(.policy)
        return policy.contains(0x3A) && !policy.contains { $0 <= 0x20 }
    }
}
