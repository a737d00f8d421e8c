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

    package init() {}

    /// Appends the Bundle and a comma, which `endLine` replaces.
    package mutating func write(
        _ referral: RecordObject<ReferralFields>, to buffer: inout ByteBuffer
    ) {
        resources.clear()
        references = FHIRReferences()
        remarks = FHIRRemarks()
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
