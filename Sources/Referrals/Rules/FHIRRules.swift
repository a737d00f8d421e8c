import CareModel
import Diagnostics

/// What must hold of one referral in FHIR, beyond what holds of every referral.
enum FHIRRules {
    static func check(
        _ unit: FHIRUnit, _ mapper: FHIRMapper, _ findings: inout ReferralFindings
    ) {
        let tree = mapper.tree
        ReferralRules.check(
            mapper.record, isMemberNumberAssumed: mapper.isMemberNumberAssumed, mapper.spots,
            &findings)
        for index in unit.requests {
            FHIRRequestStatus.check(tree.root(of: index), &findings)
            FHIRIntent.check(tree.root(of: index), &findings)
            FHIRPriority.check(tree.root(of: index), &findings)
        }
        for index in unit.tasks.flatMap({ $0 }) {
            FHIRTaskStatus.check(tree.root(of: index), &findings)
            FHIRTaskDates.check(tree.root(of: index), &findings)
            FHIRIntent.check(tree.root(of: index), &findings)
            FHIRPriority.check(tree.root(of: index), &findings)
        }
        if unit.requests.isEmpty { FHIRTaskAlone.check(tree.root(of: unit.main), &findings) }
        FHIRSubject.check(tree.root(of: unit.main), &findings)
        let mark = mapper.patient.flatMap { tree.root(of: $0).first(.deceasedBoolean) }
        let isDead = mark?.has("true") ?? false
        DeathAfterBirth.check(mapper.record, mark: isDead ? mark?.spot : nil, &findings)
        FHIRPatientOther.check(mapper.strangers, &findings)
        DayForm.check(mapper.oddDays, &findings)
        for index in mapper.parts {
            let root = tree.root(of: index)
            FHIRReferenceUnresolved.check(root, &findings)
            FHIRReferenceType.check(root, &findings)
            FHIRModifierExtension.check(root, &findings)
            FHIRElementUnknown.check(root, &findings)
            FHIRElementRepeated.check(root, &findings)
            FHIRCodeSystem.check(root, &findings)
            FHIRGravityCategory.check(root, &findings)
            FHIRProgram.check(root, &findings)
        }
    }
}

extension FHIRElement {
    /// Calls with every element of a name inside, in the order of the input; not with those of
    /// contained resources.
    func forEachInside(_ wanted: FHIRName, _ body: (FHIRElement) -> Void) {
        forEachInside { if $0.name == wanted { body($0) } }
    }

    /// The same with every element.
    @inline(__always)
    func forEachInside(_ body: (FHIRElement) -> Void) {
        var index = tree.node(node).first
        while index > 0 {
            var isDone = true
            let found = tree.node(index)
            if found.name != .contained {
                body(tree.element(index, of: resource))
                isDone = found.first == 0
                if !isDone { index = found.first }
            }
            while isDone {
                let next = tree.node(index).next
                isDone = next == 0
                index = isDone ? tree.node(index).parent : next
                if index == node || index == 0 { return }
            }
        }
    }

    /// Whether the value is one of these.
    func isOneOf(_ codes: [StaticString]) -> Bool { codes.contains { has($0) } }

    /// A resource's own address, `ServiceRequest/1`, is not needed to say where it stands.
    var spot: ReferralSpot { tree.spot(self) }
}

extension [StaticString] {
    /// `draft, active, …`
    var joined: String { map(\.description).joined(separator: ", ") }
}

extension Rule {
    /// The rules of FHIR, in the order of the documentation.
    package static let fhirRules: [Rule] = [
        .fhirBundleType, .fhirBundleReferral, .fhirEntryDeleted, .fhirResourceRepeated,
        .fhirResourceUnused,
        .fhirReferenceUnresolved, .fhirReferenceElsewhere, .fhirReferenceType,
        .fhirExtensionModifier, .fhirRulesImplicit, .fhirElementUnknown, .fhirElementRepeated,
        .fhirCodeSystem, .fhirRequestStatus,
        .fhirTaskStatus, .fhirTaskClosedLoop, .fhirTaskDates, .fhirTaskAlone, .fhirIntent,
        .fhirPriority, .fhirSubject, .fhirTaskPatient, .fhirStatementPatient,
        .fhirPatientStatements,
        .fhirCategoryGravity, .fhirProgram, .fhirPrograms,
    ]
}
