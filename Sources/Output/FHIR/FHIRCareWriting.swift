import CareModel

// Goal: identifier*, lifecycleStatus, achievementStatus, category*, description, subject, startDate,
//   target* (dueDate), statusDate, note*
// MedicationStatement: identifier*, status, medicationCodeableConcept, subject, effectivePeriod,
//   reasonCode*, note*, dosage* (text)
// AllergyIntolerance: identifier*, clinicalStatus, verificationStatus, code, patient, onsetDateTime,
//   recordedDate, note*, reaction* (manifestation+)
// DocumentReference: identifier*, status, type, subject, date, content+ (attachment)
extension FHIRBundleWriter {
    mutating func writeGoal(
        _ goal: RecordObject<ReferralStatementFields>, _ patient: FHIRReference
    ) {
        body.fhir(
            "\"lifecycleStatus\":", goal.bytes(.status),
            of: [
                "proposed", "planned", "accepted", "active", "on-hold", "completed", "cancelled",
                "entered-in-error", "rejected",
            ], else: "active")
        body.fhir(
            "\"achievementStatus\":", "http://terminology.hl7.org/CodeSystem/goal-achievement",
            goal.bytes(.kind))
        body.fhir("\"category\":", goal.objects(.categories, ReferralConceptFields.self))
        writeConcept("\"description\":", goal)
        body.fhir("\"subject\":", patient)
        body.fhir("\"startDate\":", date: goal.bytes(.begin))
        if FHIRTime.isDate(goal.bytes(.end)) {
            body.append("\"target\":[{")
            body.fhir("\"dueDate\":", date: goal.bytes(.end))
            body.closeObject()
            body.closeArray()
        }
        body.fhir("\"statusDate\":", date: goal.bytes(.recorded))
        body.fhir(note: goal.bytes(.note))
        references.supporting.append(end("Goal"))
    }

    /// A concept that must be there.
    private mutating func writeConcept(
        _ key: StaticString, _ statement: RecordObject<ReferralStatementFields>
    ) {
        let concept = FHIRConcept(statement)
        if !concept.isEmpty { return body.fhir(key, concept) }
        body.append(key)
        body.append("{\"text\":\"not named\"},")
    }

    mutating func writeMedication(
        _ medication: RecordObject<ReferralStatementFields>, _ patient: FHIRReference
    ) {
        body.fhir(
            "\"status\":", medication.bytes(.status),
            of: [
                "active", "completed", "entered-in-error", "intended", "stopped", "on-hold",
                "unknown", "not-taken",
            ], else: "unknown")
        writeConcept("\"medicationCodeableConcept\":", medication)
        body.fhir("\"subject\":", patient)
        let start = body.count
        body.append("\"effectivePeriod\":{")
        let first = body.count
        body.fhir(
            "\"start\":", date: medication.bytes(.begin), time: medication.bytes(.beginTime))
        body.fhir("\"end\":", date: medication.bytes(.end), time: medication.bytes(.endTime))
        if body.count == first { body.truncate(to: start) } else { body.closeObject() }
        if let reason = medication.object(.reason, ReferralConceptFields.self),
            !FHIRConcept(reason).isEmpty
        {
            body.append("\"reasonCode\":[")
            body.element(FHIRConcept(reason))
            body.closeArray()
        }
        body.fhir(note: medication.bytes(.note))
        if medication.has(.dosage) {
            body.append("\"dosage\":[{")
            body.fhir("\"text\":", medication, .dosage)
            body.closeObject()
            body.closeArray()
        }
        references.supporting.append(end("MedicationStatement"))
    }

    mutating func writeAllergy(
        _ allergy: RecordObject<ReferralStatementFields>, _ patient: FHIRReference
    ) {
        let clinical = allergy.bytes(.status)
        if ["active", "inactive", "resolved"].contains(where: { clinical.isEqual(to: $0) }) {
            body.fhir(
                "\"clinicalStatus\":",
                "http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical", clinical)
        } else {
            body.fhir("\"clinicalStatus\":", words: clinical)
        }
        body.fhir("\"verificationStatus\":", words: allergy.bytes(.verification))
        writeConcept("\"code\":", allergy)
        body.fhir("\"patient\":", patient)
        body.fhir(
            "\"onsetDateTime\":", date: allergy.bytes(.begin), time: allergy.bytes(.beginTime))
        body.fhir("\"recordedDate\":", date: allergy.bytes(.recorded))
        body.fhir(note: allergy.bytes(.note))
        let start = body.count
        body.append("\"reaction\":[{")
        let first = body.count
        body.fhir("\"manifestation\":", allergy.objects(.reactions, ReferralConceptFields.self))
        if body.count == first {
            body.truncate(to: start)
        } else {
            body.fhir(
                "\"severity\":", allergy.bytes(.severity), of: ["mild", "moderate", "severe"])
            body.closeObject()
            body.closeArray()
        }
        references.supporting.append(end("AllergyIntolerance"))
    }

    mutating func writeDocuments(
        _ referral: RecordObject<ReferralFields>, _ patient: FHIRReference
    ) {
        for document in referral.objects(.documents, ReferralAttachmentFields.self) {
            if let identifier = document.object(.identifier, ReferralIdentifierFields.self) {
                body.append("\"identifier\":[")
                body.element(identifier)
                body.closeArray()
            }
            body.fhir("\"status\":", ours: "current")
            if let type = document.object(.type, ReferralConceptFields.self) {
                body.fhir("\"type\":", FHIRConcept(type))
            }
            body.fhir("\"subject\":", patient)
            body.append("\"content\":[{\"attachment\":{")
            if ByteBuffer.isCode(document.bytes(.mediaType)) {
                body.fhir("\"contentType\":", document, .mediaType)
            }
            body.fhir("\"url\":", uri: document.bytes(.reference))
            body.fhir("\"title\":", document, .title)
            body.fhir("\"creation\":", date: document.bytes(.created))
            body.closeObject()
            body.closeObject()
            body.closeArray()
            references.supporting.append(end("DocumentReference"))
        }
    }
}
