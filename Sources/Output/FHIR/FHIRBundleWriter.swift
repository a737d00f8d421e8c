import CareModel

/// Writes a referral as a FHIR R4 transaction Bundle in JSON: its request and task, and all that
/// they refer to.
///
/// Each entry is a PUT to an id that is made of what identifies the resource: the member's number,
/// an organization's PIDSL, a person's NPI, the referral's first identifier; of all else its
/// content. So a referral that is sent again, with another status, changes what is there.
package struct FHIRBundleWriter: ~Copyable {
    /// The resources so far.
    var resources = FHIRResources()
    /// The resource that is being written, without its type and id.
    var body = ByteBuffer(capacity: 1 << 13)
    /// References to what was written, as `urn:uuid:…`.
    var references = FHIRReferences()
    /// What no resource has a place for.
    var remarks = FHIRRemarks()
    /// What tells the referral from others: it belongs to the identity of what holds in it alone.
    private(set) var scope: [FHIRBytes] = []

    package init() {}

    /// Appends the Bundle and a comma, which `endLine` replaces.
    package mutating func write(
        _ referral: RecordObject<ReferralFields>, to buffer: inout ByteBuffer
    ) {
        resources.clear()
        references = FHIRReferences()
        remarks = FHIRRemarks()
        scope = referral.scope
        defer { scope = [] }
        writePeople(referral)
        writeCoverages(referral)
        writeStatements(referral)
        let request = writeRequest(referral)
        writeTask(referral, about: request)
        buffer.append("{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[")
        resources.write(to: &buffer)
        buffer.closeArray()
        buffer.closeObject()
    }

    // MARK: Resources

    /// Ends the resource whose members are in `body`, and makes it an entry; how to refer to it.
    ///
    /// - Parameter key: what identifies it; its content where that is nothing.
    mutating func end(_ type: StaticString, key: [FHIRBytes] = []) -> FHIRReference {
        let reference = resources.add(type, key: key, body.bytes)
        body.clear()
        return reference
    }

    // MARK: What holds in one referral alone

    /// Ends a resource that nothing identifies but the referral that tells of it: what another tells
    /// in the same words is another.
    mutating func endOfReferral(_ type: StaticString) -> FHIRReference {
        end(type, key: [body.bytes] + scope)
    }

    /// Ends a resource about the member; of a member who is not known it is this referral's.
    mutating func endOfMember(_ type: StaticString) -> FHIRReference {
        references.patient == nil ? endOfReferral(type) : end(type)
    }

    /// Who the member is; FHIR asks for a reference where nobody is known too.
    mutating func writeMember(_ key: StaticString) {
        if let patient = references.patient { return body.fhir(key, patient) }
        body.append(key)
        body.append("{\"display\":\"not named\"},")
    }

    /// Ends a resource of somebody: by number, or else by what it says. A reference that leads to
    /// nothing here means another one in each referral, unless it is an address.
    mutating func end(
        _ type: StaticString, number: [FHIRBytes],
        _ identifiers: RecordList<ReferralIdentifierFields>
    ) -> FHIRReference {
        let isLocal = identifiers.contains { $0.isReference && !$0.isTelling }
        return number.isEmpty && isLocal ? endOfReferral(type) : end(type, key: number)
    }
}

/// What the request and the task of a referral refer to.
struct FHIRReferences {
    var patient: FHIRReference?
    var from: FHIRReference?
    var to: FHIRReference?
    /// Who else has a part in it, by role.
    var taskRequester: FHIRReference?
    /// Who does it, if that is not whom the request asks.
    var owner: FHIRReference?
    var recipients: [FHIRReference] = []
    /// Who looks after the member, of whom the Patient tells.
    var practitioners: [FHIRReference] = []
    var manager: FHIRReference?
    /// Where the services are to be.
    var locations: [FHIRReference] = []
    var coverages: [FHIRReference] = []
    var conditions: [FHIRReference] = []
    /// What supports the request: people, consents, goals, observations, documents.
    var supporting: [FHIRReference] = []
}

extension RecordObject<ReferralFields> {
    /// What tells the referral from others: what identifies it, or else when, by whom and for what it
    /// was written.
    fileprivate var scope: [FHIRBytes] {
        let key = self.key
        if !key.isEmpty { return key }
        var parts = [bytes(.authored), bytes(.authoredTime), bytes(.description)]
        var services = objects(.services, ReferralServiceFields.self)
        if let service = services.next() {
            parts += [service.bytes(.code), service.bytes(.display), service.bytes(.text)]
        }
        for field in [ReferralFields.from, .to] {
            let party = object(field, ReferralPartyFields.self)
            let organization = party?.object(.organization, ReferralOrganizationFields.self)
            let person = party?.object(.practitioner, ReferralPractitionerFields.self)
            let name = person?.object(.name, PersonNameFields.self)
            parts += [organization?.bytes(.name) ?? .none, name?.bytes(.last) ?? .none]
        }
        return parts
    }
}

extension RecordObject<ReferralIdentifierFields> {
    fileprivate var isReference: Bool { bytes(.type).isEqual(to: "reference") }

    /// Whether it tells somebody wherever it is sent: a number of somebody's list, or a whole address.
    var isTelling: Bool {
        let isOfSomebody = has(.system) || has(.assigner)
        if isReference { return isOfSomebody || bytes(.value).contains(0x3A) }
        return isOfSomebody && has(.value) && !FillerNumber.isFiller(bytes(.value))
    }
}

extension ByteBuffer {
    /// A Reference.
    mutating func fhir(_ key: StaticString, _ reference: FHIRReference?) {
        guard let reference else { return }
        append(key)
        element(reference)
    }

    mutating func element(_ reference: FHIRReference) {
        append("{\"reference\":\"urn:uuid:")
        append(reference.bytes)
        append("\"},")
    }

    mutating func fhir(_ key: StaticString, _ references: [FHIRReference]) {
        guard !references.isEmpty else { return }
        append(key)
        openArray()
        var told: Set<FHIRReference> = []
        for reference in references where told.insert(reference).inserted { element(reference) }
        closeArray()
    }
}
