import CareModel
import Diagnostics

extension Rule {
    static let fhirReferenceType = Rule(
        "fhir.reference.type", .warning, "A reference leads to a resource of the right type",
        help: """
            What stands there is of a type that has no meaning at this place: a referral is for a \
            Patient, is asked for by somebody and is done by somebody.
            """)
}

/// References whose resource is of a wrong type.
enum FHIRReferenceType {
    private static let people: [FHIRType] = [
        .practitioner, .practitionerRole, .organization, .patient, .relatedPerson, .device,
        .careTeam, .healthcareService,
    ]

    /// Of a name that says it, the types that may stand there.
    private static func types(_ name: FHIRName) -> [FHIRType]? {
        switch name {
        case .subject, .for, .beneficiary: [.patient]
        case .requester, .performer, .owner: people
        case .insurance: [.coverage, .claimResponse]
        case .practitioner: [.practitioner]
        case .payor: [.organization, .patient, .relatedPerson]
        case .reasonReference: [.condition, .observation, .diagnosticReport, .documentReference]
        default: nil
        }
    }

    static func check(_ root: FHIRElement, _ findings: inout ReferralFindings) {
        guard root.type.isReferral || root.type.isStatement else { return }
        for child in root.children {
            // A task may have any reason.
            guard let types = types(child.name), root.type != .task || child.name != .reasonReference,
                case .resource(let index) = root.tree.target(of: child),
                !types.contains(root.tree.resources[index].type)
            else { continue }
            findings.add(
                .fhirReferenceType, at: child.spot,
                expected: types.map(\.rawValue).joined(separator: ", "))
        }
    }
}
