import CareModel

// Goal: identifier*, lifecycleStatus, achievementStatus, category*, description, subject,
//   startDate, target* (dueDate), statusDate, note*
// MedicationStatement: identifier*, status, medicationCodeableConcept, subject, effectivePeriod,
//   reasonCode*, note*, dosage* (text)
// AllergyIntolerance: identifier*, clinicalStatus, verificationStatus, code, patient,
//   onsetDateTime, recordedDate, note*, reaction* (manifestation+)
// DocumentReference: identifier*, status, type, subject, date, content+ (attachment)
extension FHIRBundleWriter {
    mutating func writeGoal(
        _ goal: RecordObject<ReferralStatementFields>, _ patient: FHIRReference
    ) {
        if goal.flag(.negated) == true { return remark("No goal: ", goal) }
        writeIdentifier(goal)
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
        writeNotes(
            goal, ["Severity: ": .severity, "Verification: ": .verification, "Dosage: ": .dosage])
        references.supporting.append(end("Goal"))
    }

    /// The note of a statement, and values that its resource has no element for.
    mutating func writeNotes(
        _ statement: RecordObject<ReferralStatementFields>,
        _ fields: KeyValuePairs<StaticString, ReferralStatementFields>
    ) {
        body.fhir(
            note: statement.bytes(.note), others: fields.map { ($0.key, statement.bytes($0.value)) }
        )
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
        writeIdentifier(medication)
        if medication.flag(.negated) == true {
            body.fhir("\"status\":", ours: "not-taken")
        } else {
            body.fhir(
                "\"status\":", medication.bytes(.status),
                of: [
                    "active", "completed", "entered-in-error", "intended", "stopped", "on-hold",
                    "unknown", "not-taken",
                ], else: "unknown")
        }
        writeConcept("\"medicationCodeableConcept\":", medication)
        body.fhir("\"subject\":", patient)
        writeEffective(medication)
        if let reason = medication.object(.reason, ReferralConceptFields.self),
            !FHIRConcept(reason).isEmpty
        {
            body.append("\"reasonCode\":[")
            body.element(FHIRConcept(reason))
            body.closeArray()
        }
        writeNotes(
            medication,
            ["Severity: ": .severity, "Verification: ": .verification, "Value: ": .valueText])
        writeDosage(medication)
        references.supporting.append(end("MedicationStatement"))
    }

    private mutating func writeEffective(_ medication: RecordObject<ReferralStatementFields>) {
        let start = body.count
        body.append("\"effectivePeriod\":{")
        let first = body.count
        body.fhir(
            "\"start\":", date: medication.bytes(.begin), time: medication.bytes(.beginTime))
        body.fhir("\"end\":", date: medication.bytes(.end), time: medication.bytes(.endTime))
        if body.count == first { body.truncate(to: start) } else { body.closeObject() }
    }

    /// Words, and the dose of one intake.
    private mutating func writeDosage(_ medication: RecordObject<ReferralStatementFields>) {
        let start = body.count
        body.append("\"dosage\":[{")
        let first = body.count
        body.fhir("\"text\":", medication, .dosage)
        if let dose = medication.object(.quantity, ReferralQuantityFields.self) {
            if FHIRNumber.digits(dose.bytes(.value)) != nil {
                body.append("\"doseAndRate\":[{")
                body.fhir(dose, "\"doseQuantity\":")
                body.closeObject()
                body.closeArray()
            } else if !medication.has(.dosage) {
                body.fhir("\"text\":", words: dose)
            }
        }
        if body.count == first { return body.truncate(to: start) }
        body.closeObject()
        body.closeArray()
    }

    mutating func writeAllergy(
        _ allergy: RecordObject<ReferralStatementFields>, _ patient: FHIRReference
    ) {
        writeIdentifier(allergy)
        writeAllergyStatus(allergy)
        // That somebody has no allergies names none, but for its kind.
        if FHIRConcept(allergy).isEmpty, allergy.has(.kind) {
            body.fhir("\"code\":", words: allergy.bytes(.kind))
        } else {
            writeConcept("\"code\":", allergy)
        }
        body.fhir("\"patient\":", patient)
        body.fhir(
            "\"onsetDateTime\":", date: allergy.bytes(.begin), time: allergy.bytes(.beginTime))
        body.fhir(
            "\"recordedDate\":", date: allergy.bytes(.recorded), time: allergy.bytes(.recordedTime))
        // Reactions have a severity, of which there are three; others are told in words.
        let severity = FHIRSeverity.code(allergy.bytes(.severity))
        let hasReaction = allergy.objects(.reactions, ReferralConceptFields.self)
            .contains { !FHIRConcept($0).isEmpty }
        let isTold = hasReaction && severity != nil
        writeNotes(
            allergy,
            isTold ? ["Dosage: ": .dosage] : ["Severity: ": .severity, "Dosage: ": .dosage])
        if hasReaction {
            body.append("\"reaction\":[{")
            body.fhir(
                "\"manifestation\":", allergy.objects(.reactions, ReferralConceptFields.self))
            if let severity { body.fhir("\"severity\":", ours: severity) }
            body.closeObject()
            body.closeArray()
        }
        references.supporting.append(end("AllergyIntolerance"))
    }

    /// FHIR asks for a clinical status: what the member does not have is inactive, what nothing is
    /// said of is active, and what was entered in error has none.
    ///
    /// Source: FHIR R4, the invariants ait-1 and ait-2 of AllergyIntolerance.
    private mutating func writeAllergyStatus(_ allergy: RecordObject<ReferralStatementFields>) {
        let isNegated = allergy.flag(.negated) == true
        let sent = allergy.bytes(.verification)
        let certain: [StaticString] = ["unconfirmed", "confirmed", "refuted", "entered-in-error"]
        let known: StaticString? =
            isNegated ? "refuted" : certain.first { sent.isEqual(to: $0) }
        if isNegated || !sent.isEqual(to: "entered-in-error") {
            writeClinical(of: allergy, isNegated: isNegated)
        }
        if let known {
            known.withStaticBytes { body.fhir("\"verificationStatus\":", Self.verified, $0) }
        } else {
            body.fhir("\"verificationStatus\":", words: sent)
        }
    }

    private static let tolerated: StaticString =
        "http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical"
    private static let verified: StaticString =
        "http://terminology.hl7.org/CodeSystem/allergyintolerance-verification"

    private mutating func writeClinical(
        of allergy: RecordObject<ReferralStatementFields>, isNegated: Bool
    ) {
        let clinical = allergy.bytes(.status)
        let codes: [StaticString] = ["active", "inactive", "resolved"]
        let sent = codes.first { clinical.isEqual(to: $0) }
        if let code = isNegated ? "inactive" : clinical.isEmpty ? "active" : sent {
            code.withStaticBytes { body.fhir("\"clinicalStatus\":", Self.tolerated, $0) }
        } else {
            body.fhir("\"clinicalStatus\":", words: clinical)
        }
    }

    mutating func writeDocuments(
        _ referral: RecordObject<ReferralFields>, _ patient: FHIRReference
    ) {
        for document in referral.objects(.documents, ReferralAttachmentFields.self)
        where ReferralAttachmentFields.allCases.contains(where: { document.has($0) }) {
            writeOne(document.object(.identifier, ReferralIdentifierFields.self))
            body.fhir("\"status\":", ours: "current")
            if let type = document.object(.type, ReferralConceptFields.self) {
                body.fhir("\"type\":", FHIRConcept(type))
            }
            body.fhir("\"subject\":", patient)
            body.append("\"content\":[{\"attachment\":{")
            let opened = body.count
            if ByteBuffer.isCode(document.bytes(.mediaType)) {
                body.fhir("\"contentType\":", document, .mediaType)
            }
            body.fhir("\"url\":", uri: document.bytes(.reference))
            body.fhir("\"title\":", document, .title)
            body.fhir("\"creation\":", date: document.bytes(.created))
            // FHIR asks for an attachment, and knows no empty object.
            if body.count == opened { body.append("\"title\":\"not named\",") }
            body.closeObject()
            body.closeObject()
            body.closeArray()
            references.supporting.append(end("DocumentReference"))
        }
    }
}

/// How severe a reaction is, in FHIR's codes.
enum FHIRSeverity {
    /// `nil` where the words are none of the three.
    static func code(_ words: FHIRBytes) -> StaticString? {
        let lower = words.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
        let codes: [StaticString] = ["mild", "moderate", "severe"]
        return codes.first { code in
            lower.elementsEqual(
                FHIRBytes(start: code.utf8Start, count: code.utf8CodeUnitCount))
        }
    }
}
