import CareModel

// Task: identifier*, status, statusReason, businessStatus, intent, priority, code, description,
//   focus, for, executionPeriod, authoredOn, lastModified, requester, owner, note*, restriction
//   (period, recipient*)
extension FHIRBundleWriter {
    static let taskStatuses: [StaticString] = [
        "draft", "requested", "received", "accepted", "rejected", "ready", "cancelled",
        "in-progress", "on-hold", "failed", "completed", "entered-in-error",
    ]

    mutating func writeTask(
        _ referral: RecordObject<ReferralFields>, about request: FHIRReference
    ) {
        body.list(
            "\"identifier\":", referral.objects(.taskIdentifiers, ReferralIdentifierFields.self)
        ) {
            $0.element($1)
        }
        writeStatus(referral)
        body.fhir("\"intent\":", ours: "order")
        body.fhir("\"priority\":", referral.bytes(.priority), of: Self.priorities)
        body.append(
            """
            "code":{"coding":[{"system":"http://hl7.org/fhir/CodeSystem/task-code",\
            "code":"fulfill"}]},
            """)
        body.fhir("\"description\":", referral, .description)
        body.fhir("\"focus\":", request)
        body.fhir("\"for\":", references.patient)
        body.fhir("\"executionPeriod\":", referral.object(.period, ReferralPeriodFields.self))
        body.fhir(
            "\"authoredOn\":", date: referral.bytes(.authored), time: referral.bytes(.authoredTime))
        body.fhir(
            "\"lastModified\":", date: referral.bytes(.modified),
            time: referral.bytes(.modifiedTime))
        body.fhir("\"requester\":", references.taskRequester ?? references.from)
        body.fhir("\"owner\":", references.owner ?? references.to)
        writeHistory(referral)
        writeRestriction(referral)
        request.bytes.withUnsafeBufferPointer { bytes in
            _ = end("Task", key: [bytes] + taskNumber(of: referral))
        }
    }

    /// What tells a task from others of the same request: its first number that is not shared.
    private func taskNumber(of referral: RecordObject<ReferralFields>) -> [FHIRBytes] {
        let numbers = referral.objects(.taskIdentifiers, ReferralIdentifierFields.self)
        guard let own = numbers.first(where: { $0.identifies }) else { return [] }
        return [own.bytes(.system), own.bytes(.assigner), own.bytes(.value)]
    }

    private mutating func writeStatus(_ referral: RecordObject<ReferralFields>) {
        if !body.fhir("\"status\":", referral.bytes(.status), of: Self.taskStatuses) {
            let made: [(StaticString, StaticString)] = [
                ("draft", "draft"), ("revoked", "cancelled"), ("completed", "completed"),
                ("on-hold", "on-hold"), ("entered-in-error", "entered-in-error"),
            ]
            let sent = referral.bytes(.requestStatus)
            let found =
                made.first { sent.isEqual(to: $0.0) }?.1
                ?? Self.acts.first { sent.isEqual(to: $0.act) }?.task
            body.fhir("\"status\":", ours: found ?? "requested")
        }
        if let reason = referral.object(.statusReason, ReferralConceptFields.self) {
            body.fhir("\"statusReason\":", FHIRConcept(reason))
        }
        if let status = referral.object(.businessStatus, ReferralConceptFields.self) {
            body.fhir("\"businessStatus\":", FHIRConcept(status))
        }
    }

    /// What a task was before is told by notes: a Bundle holds one version of it.
    private mutating func writeHistory(_ referral: RecordObject<ReferralFields>) {
        body.list(
            "\"note\":", referral.objects(.statusHistory, ReferralStatusFields.self)
        ) { buffer, status in
            var words = FHIRWords()
            words.add(status.bytes(.status))
            if let reason = status.object(.reason, ReferralConceptFields.self) {
                words.add(part: ": ") { $0.add(FHIRConcept(reason)) }
            }
            words.add(part: ": ") { $0.add(status.bytes(.note)) }
            words.bytes.withUnsafeBufferPointer {
                buffer.annotation(
                    $0, author: status.bytes(.by), date: status.bytes(.date),
                    time: status.bytes(.time), before: "Status: ")
            }
        }
    }

    private mutating func writeRestriction(_ referral: RecordObject<ReferralFields>) {
        let start = body.count
        body.append("\"restriction\":{")
        let first = body.count
        body.fhir("\"period\":", referral.object(.restriction, ReferralPeriodFields.self))
        if body.count == first, FHIRTime.isDate(referral.bytes(.neededBy)) {
            body.append("\"period\":{")
            body.fhir(
                "\"end\":", date: referral.bytes(.neededBy), time: referral.bytes(.neededByTime))
            body.closeObject()
        }
        body.fhir("\"recipient\":", references.recipients)
        if body.count == first { body.truncate(to: start) } else { body.closeObject() }
    }
}
