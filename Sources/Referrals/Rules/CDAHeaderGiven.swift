import CareModel
import Diagnostics

extension Rule {
    static let cdaSubject = Rule(
        "referral.cda.subject", .error, "A Referral Note says whom it is about",
        help: """
            recordTarget/patientRole is missing, or has neither a number nor a name. Nobody can be \
            helped.
            """)
    static let cdaHeader = Rule(
        "referral.cda.header", .warning,
        "A Referral Note has the header that its template asks for",
        help: """
            Of what C-CDA's header for the United States requires: when the document was written \
            (effectiveTime), who keeps it (custodian), the patient's name and birthTime. Without a \
            time no age and no order of dates is known.
            """)
}

/// What the templates of C-CDA's header and of Referral Notes require.
///
/// Source: C-CDA R2.1, volume 2, US Realm Header.
enum CDAHeaderGiven {
    static func check(
        _ mapper: borrowing ReferralMapper, _ findings: inout ReferralFindings
    ) {
        let root = mapper.spot(node: 0)
        let role = mapper.child(0, .recordTarget, .patientRole)
        let member = mapper.record.object(.member, ReferralMemberFields.self)
        let hasName = member?.object(.name, PersonNameFields.self).map {
            $0.has(.last) || $0.has(.first)
        }
        if role < 0 || (hasName != true && member?.has(.identifiers) != true) {
            findings.add(
                .cdaSubject, at: mapper.spot(node: max(role, 0)), isMissing: role < 0)
        }
        if mapper.tree.value(mapper.child(0, .effectiveTime), AttributeName.value.name).isEmpty {
            findings.add(.cdaHeader, at: root, "/effectiveTime", isMissing: true)
        }
        let custodian = mapper.child(
            0, .custodian, .assignedCustodian, .representedCustodianOrganization)
        if custodian < 0 { findings.add(.cdaHeader, at: root, "/custodian", isMissing: true) }
        guard role >= 0 else { return }
        let spot = mapper.spot(node: role)
        if hasName != true {
            findings.add(.cdaHeader, at: spot, "/patient/name", isMissing: true)
        }
        let birth = mapper.child(role, .patient, .birthTime)
        let isUnknown = !mapper.tree.value(birth, AttributeName.nullFlavor.name).isEmpty
        if !isUnknown, member?.has(.birthDate) != true {
            findings.add(.cdaHeader, at: spot, "/patient/birthTime", isMissing: true)
        }
    }
}
