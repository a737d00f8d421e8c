/// Which elements FHIR R4 lets come more than once in another.
///
/// Of all others the first counts. Source: FHIR R4, the definitions of the resources that are read
/// and of the data types in them.
enum FHIRRepeating {
    /// Whether an element may be repeated in its parent, which is a resource of this type.
    static func mayRepeat(_ name: FHIRName, in type: FHIRType) -> Bool {
        switch name {
        case .name: type == .patient || type == .practitioner || type == .relatedPerson
        case .address: type != .location
        case .photo: type != .healthcareService
        case .type: type == .healthcareService || type == .location || type == .organization
        case .location: type != .task
        case .code: type == .practitionerRole
        case .relationship: type != .coverage
        case .organization: type == .consent
        case .focus: type == .observation
        case .partOf: type == .task || type == .observation
        case .performerType: type == .task
        case .instantiatesCanonical, .instantiatesUri, .reasonCode, .reasonReference:
            type == .serviceRequest
        case .specimen, .bodySite: type != .observation
        default: lists.contains(name)
        }
    }

    /// Whether it may be repeated in an element that is no resource.
    static func mayRepeat(_ name: FHIRName, in parent: FHIRName) -> Bool {
        switch name {
        case .code: parent == .provision || parent == .evidence
        case .detail: parent == .evidence
        case .identifier: parent == .qualification
        case .purpose, .class, .data: parent == .provision
        case .type: parent == .valueSignature || parent == .signature
        case .contact: parent == .valueContributor
        default: innerLists.contains(name)
        }
    }

    /// Lists of whatever resource has an element of this name.
    private static let lists: Set<FHIRName> = [
        .unknown, .extension, .modifierExtension, .contained, .identifier, .basedOn, .replaces,
        .category, .orderDetail, .performer, .locationCode, .locationReference, .insurance,
        .supportingInfo, .note, .relevantHistory, .input, .output, .telecom, .contact,
        .communication, .generalPractitioner, .link, .specialty, .coverageArea,
        .serviceProvisionCode, .eligibility, .program, .characteristic, .referralMethod,
        .availableTime, .notAvailable, .endpoint, .alias, .hoursOfOperation, .qualification,
        .healthcareService, .stage, .evidence, .policy, .verification, .payor, .class,
        .costToBeneficiary, .contract, .author, .relatesTo, .securityLabel, .content, .target,
        .addresses, .outcomeCode, .outcomeReference, .interpretation, .referenceRange, .hasMember,
        .derivedFrom, .component,
    ]

    /// Lists of whatever other element has one of this name.
    private static let innerLists: Set<FHIRName> = [
        .unknown, .extension, .coding, .given, .prefix, .suffix, .line, .profile, .security, .tag,
        .event, .dayOfWeek, .timeOfDay, .when, .additionalInstruction, .doseAndRate, .recipient,
        .relationship, .telecom, .daysOfWeek, .assessment, .encounter, .related, .appliesTo,
        .interpretation, .referenceRange, .exception, .actor, .action, .securityLabel, .provision,
        .modifierExtension,
    ]
}
