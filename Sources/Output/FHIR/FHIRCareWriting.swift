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
        _ goal: RecordObject<ReferralStatementFields>
    ) {
        if goal.flag(.negated) == true { return remark("No goal: ", goal) }
        writeIdentifier(goal)
        // A goal with words for its status has not been agreed upon, as far as can be told.
        let hasStatus = body.fhir(
            "\"lifecycleStatus\":", goal.bytes(.status),
            of: [
                "proposed", "planned", "accepted", "active", "on-hold", "completed", "cancelled",
                "entered-in-error", "rejected",
            ])
        if !hasStatus {
            let code = Self.nearest(
                goal.bytes(.status), [("aborted", "cancelled"), ("obsolete", "cancelled")])
            body.fhir(
                "\"lifecycleStatus\":", ours: code ?? (goal.has(.status) ? "proposed" : "active"))
        }
        body.fhir(
            "\"achievementStatus\":", "http://terminology.hl7.org/CodeSystem/goal-achievement",
            goal.bytes(.kind))
        body.fhir("\"category\":", goal.objects(.categories, ReferralConceptFields.self))
        writeConcept("\"description\":", goal)
        writeMember("\"subject\":")
        body.fhir("\"startDate\":", date: goal.bytes(.begin))
        if FHIRTime.isDate(goal.bytes(.end)) {
            body.append("\"target\":[{")
            body.fhir("\"dueDate\":", date: goal.bytes(.end))
            body.closeObject()
            body.closeArray()
        }
        body.fhir("\"statusDate\":", date: goal.bytes(.recorded))
        var told: [ReferralStatementFields] = [.identifier, .kind, .categories]
        if hasStatus { told.append(.status) }
        for (date, time) in FHIRStatementPart.moments
        where FHIRTime.isDate(goal.bytes(date)) && !goal.has(time) {
            told.append(date)
        }
        writeNotes(goal, except: told)
        references.supporting.append(endOfMember("Goal"))
    }

    /// What the code of an act in HL7 version 3 is to a statement; `nil` of anything else.
    ///
    /// - Parameter codes: what the resource calls acts of its kind.
    ///
    /// Source: HL7 version 3, ActStatus.
    static func nearest(
        _ act: FHIRBytes, _ codes: [(act: StaticString, code: StaticString)]
    ) -> StaticString? {
        let all: [(act: StaticString, code: StaticString)] =
            codes + [
                ("held", "on-hold"), ("suspended", "on-hold"), ("nullified", "entered-in-error"),
            ]
        return all.first { act.isEqual(to: $0.act) }?.code
    }

    /// What a statement says that its resource has no element for, as notes.
    ///
    /// - Parameters:
    ///   - told: the fields that the resource has elements for, of which it took the values.
    ///   - hasComponents: whether its parts are components, which have a code and a value alone.
    mutating func writeNotes(
        _ statement: RecordObject<ReferralStatementFields>, except told: [ReferralStatementFields],
        hasComponents: Bool = false
    ) {
        let start = body.count
        body.append("\"note\":[")
        let first = body.count
        for part in FHIRStatementPart.all where !told.contains(part.fields[0]) {
            for words in part.words(of: statement, areComponents: hasComponents) {
                words.withUnsafeBufferPointer { body.annotation($0, before: part.opening) }
            }
        }
        if body.count == first { body.truncate(to: start) } else { body.closeArray() }
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
        _ medication: RecordObject<ReferralStatementFields>
    ) {
        writeIdentifier(medication)
        var told: [ReferralStatementFields] = [.identifier, .reason]
        if medication.flag(.negated) == true {
            body.fhir("\"status\":", ours: "not-taken")
        } else if body.fhir("\"status\":", medication.bytes(.status), of: Self.taken) {
            told.append(.status)
        } else {
            let code = Self.nearest(medication.bytes(.status), [("aborted", "stopped")])
            body.fhir("\"status\":", ours: code ?? "unknown")
        }
        writeConcept("\"medicationCodeableConcept\":", medication)
        writeMember("\"subject\":")
        writeEffective(medication)
        body.fhir(
            "\"dateAsserted\":", date: medication.bytes(.recorded),
            time: medication.bytes(.recordedTime))
        if let reason = medication.object(.reason, ReferralConceptFields.self),
            !FHIRConcept(reason).isEmpty
        {
            body.append("\"reasonCode\":[")
            body.element(FHIRConcept(reason))
            body.closeArray()
        }
        told += FHIRStatementPart.momentsTold(medication)
        let quantity = medication.object(.quantity, ReferralQuantityFields.self)
        if quantity.map({ $0.isNumber || !medication.has(.dosage) }) ?? true {
            told.append(.quantity)
        }
        writeNotes(medication, except: told + [.dosage])
        writeDosage(medication)
        references.supporting.append(endOfMember("MedicationStatement"))
    }

    private static let taken: [StaticString] = [
        "active", "completed", "entered-in-error", "intended", "stopped", "on-hold", "unknown",
        "not-taken",
    ]

    /// From when to when.
    mutating func writeEffective(_ statement: RecordObject<ReferralStatementFields>) {
        let start = body.count
        body.append("\"effectivePeriod\":{")
        let first = body.count
        body.fhir(
            "\"start\":", date: statement.bytes(.begin), time: statement.bytes(.beginTime))
        body.fhir("\"end\":", date: statement.bytes(.end), time: statement.bytes(.endTime))
        if body.count == first { body.truncate(to: start) } else { body.closeObject() }
    }

    /// Words, and the dose of one intake.
    private mutating func writeDosage(_ medication: RecordObject<ReferralStatementFields>) {
        let start = body.count
        body.append("\"dosage\":[{")
        let first = body.count
        body.fhir("\"text\":", medication, .dosage)
        if let dose = medication.object(.quantity, ReferralQuantityFields.self) {
            if dose.isNumber {
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
        _ allergy: RecordObject<ReferralStatementFields>
    ) {
        writeIdentifier(allergy)
        var told: [ReferralStatementFields] = [.identifier]
        told += writeAllergyStatus(allergy)
        // That somebody has no allergies names none, but for its kind.
        if FHIRConcept(allergy).isEmpty, allergy.has(.kind) {
            body.fhir("\"code\":", words: allergy.bytes(.kind))
            told.append(.kind)
        } else {
            writeConcept("\"code\":", allergy)
        }
        writeMember("\"patient\":")
        body.fhir(
            "\"onsetDateTime\":", date: allergy.bytes(.begin), time: allergy.bytes(.beginTime))
        body.fhir(
            "\"recordedDate\":", date: allergy.bytes(.recorded), time: allergy.bytes(.recordedTime))
        told += FHIRStatementPart.momentsTold(allergy).filter { $0 != .end }
        // Reactions have a severity, of which there are three; others are told in words.
        let severity = FHIRSeverity.code(allergy.bytes(.severity))
        let hasReaction = allergy.objects(.reactions, ReferralConceptFields.self)
            .contains { !FHIRConcept($0).isEmpty }
        if hasReaction, severity != nil { told.append(.severity) }
        writeNotes(allergy, except: told + [.reactions])
        if hasReaction {
            body.append("\"reaction\":[{")
            body.fhir(
                "\"manifestation\":", allergy.objects(.reactions, ReferralConceptFields.self))
            if let severity { body.fhir("\"severity\":", ours: severity) }
            body.closeObject()
            body.closeArray()
        }
        references.supporting.append(endOfMember("AllergyIntolerance"))
    }

    /// FHIR asks for a clinical status: what the member does not have is inactive, and what was
    /// entered in error has none.
    ///
    /// Source: FHIR R4, the invariants ait-1 and ait-2 of AllergyIntolerance.
    ///
    /// - Returns: the fields that are told so.
    private mutating func writeAllergyStatus(
        _ allergy: RecordObject<ReferralStatementFields>
    ) -> [ReferralStatementFields] {
        var told: [ReferralStatementFields] = []
        let isNegated = allergy.flag(.negated) == true
        let sent = allergy.bytes(.verification)
        let certain: [StaticString] = ["unconfirmed", "confirmed", "refuted"]
        let isNullified = allergy.bytes(.status).isEqual(to: "nullified")
        let inError: StaticString? =
            isNullified || sent.isEqual(to: "entered-in-error") ? "entered-in-error" : nil
        if isNegated || inError == nil {
            let code: StaticString = isNegated ? "inactive" : Self.standing(allergy)
            code.withStaticBytes { body.fhir("\"clinicalStatus\":", Self.tolerated, $0) }
            if !isNegated, allergy.bytes(.status).isEqual(to: code) { told.append(.status) }
        }
        let verification: StaticString? =
            isNegated ? "refuted" : inError ?? certain.first { sent.isEqual(to: $0) }
        if let verification {
            verification.withStaticBytes {
                body.fhir("\"verificationStatus\":", Self.verified, $0)
            }
            if sent.isEqual(to: verification) { told.append(.verification) }
        }
        return told
    }

    /// Where an allergy stands that the member has or had, by the nearest code. One of which nothing
    /// is said is active, unless it has an end.
    private static func standing(_ allergy: RecordObject<ReferralStatementFields>) -> StaticString {
        let status = allergy.bytes(.status)
        let codes: [(act: StaticString, code: StaticString)] = [
            ("active", "active"), ("inactive", "inactive"), ("resolved", "resolved"),
            ("remission", "inactive"), ("aborted", "inactive"), ("suspended", "inactive"),
            ("obsolete", "inactive"), ("completed", "resolved"),
        ]
        if status.isEmpty, FHIRTime.isEnd(allergy.bytes(.end)) { return "resolved" }
        return codes.first { status.isEqual(to: $0.act) }?.code ?? "active"
    }

    private static let tolerated: StaticString =
        "http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical"
    private static let verified: StaticString =
        "http://terminology.hl7.org/CodeSystem/allergyintolerance-verification"

    mutating func writeDocuments(
        _ referral: RecordObject<ReferralFields>
    ) {
        for document in referral.objects(.documents, ReferralAttachmentFields.self)
        where ReferralAttachmentFields.allCases.contains(where: { document.has($0) }) {
            writeOne(document.object(.identifier, ReferralIdentifierFields.self))
            body.fhir("\"status\":", ours: "current")
            if let type = document.object(.type, ReferralConceptFields.self) {
                body.fhir("\"type\":", FHIRConcept(type))
            }
            writeMember("\"subject\":")
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
            references.supporting.append(endOfMember("DocumentReference"))
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
