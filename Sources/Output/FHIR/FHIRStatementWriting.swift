import CareModel

// Condition: identifier*, clinicalStatus, verificationStatus, category*, severity, code, subject,
//   onsetDateTime, abatementDateTime, recordedDate, note*
// Observation: identifier*, status, category*, code, subject, effectiveDateTime, value[x], note*,
//   component*
extension FHIRBundleWriter {
    private static let clinical: StaticString =
        "http://terminology.hl7.org/CodeSystem/condition-clinical"
    private static let verification: StaticString =
        "http://terminology.hl7.org/CodeSystem/condition-ver-status"
    static let gravity: StaticString =
        "http://hl7.org/fhir/us/sdoh-clinicalcare/CodeSystem/SDOHCC-CodeSystemTemporaryCodes"
    static let criteria: StaticString = "urn:turnpike:referral:criteria"

    /// All that the request rests on.
    mutating func writeStatements(_ referral: RecordObject<ReferralFields>) {
        for need in referral.objects(.needs, ReferralNeedFields.self) {
            writeNeed(need)
        }
        for problem in referral.objects(.problems, ReferralStatementFields.self) {
            writeProblem(problem)
        }
        writeConsents(referral)
        for goal in referral.objects(.goals, ReferralStatementFields.self) {
            writeGoal(goal)
        }
        writeCriteria(referral)
        let kinds: [(ReferralFields, StaticString)] = [
            (.socialHistory, "social-history"), (.functionalStatus, "functional-status"),
            (.mentalStatus, "mental-status"), (.observations, ""),
        ]
        for (field, category) in kinds {
            for observation in referral.objects(field, ReferralStatementFields.self) {
                writeObservation(observation, category)
            }
        }
        for medication in referral.objects(.medications, ReferralStatementFields.self) {
            writeMedication(medication)
        }
        for allergy in referral.objects(.allergies, ReferralStatementFields.self) {
            writeAllergy(allergy)
        }
        writeDocuments(referral)
    }

    // MARK: Conditions

    private mutating func writeNeed(
        _ need: RecordObject<ReferralNeedFields>
    ) {
        let isNegated = need.flag(.negated) == true
        let told = writeClinical(
            need.bytes(.status), need.bytes(.verification), isNegated: isNegated,
            hasEnded: FHIRTime.isEnd(need.bytes(.end)))
        body.append(
            """
            "category":[{"coding":[{"system":"http://hl7.org/fhir/us/core/CodeSystem/\
            condition-category","code":"health-concern"}]},
            """)
        if need.has(.category) { body.element(Self.gravity, need.bytes(.category)) }
        body.closeArray()
        body.fhir("\"code\":", FHIRConcept(need))
        writeMember("\"subject\":")
        body.fhir("\"onsetDateTime\":", date: need.bytes(.begin), time: need.bytes(.beginTime))
        if told.end {
            body.fhir("\"abatementDateTime\":", end: need.bytes(.end), time: need.bytes(.endTime))
        }
        body.fhir(
            "\"recordedDate\":", date: need.bytes(.recorded), time: need.bytes(.recordedTime))
        writeNotes(need, told)
        endCondition(isNegated: isNegated)
    }

    /// The note of a need, and what its Condition did not take.
    private mutating func writeNotes(
        _ need: RecordObject<ReferralNeedFields>, _ told: ConditionTold
    ) {
        let start = body.count
        body.append("\"note\":[")
        let first = body.count
        body.annotation(need.bytes(.note))
        if !told.status { body.annotation(need.bytes(.status), before: "Status: ") }
        if !told.verification {
            body.annotation(need.bytes(.verification), before: "Verification: ")
        }
        body.annotation(untold: need.bytes(.begin), need.bytes(.beginTime), before: "Begin: ")
        body.annotation(
            untold: need.bytes(.end), need.bytes(.endTime), before: "End: ", always: !told.end)
        body.annotation(
            untold: need.bytes(.recorded), need.bytes(.recordedTime), before: "Recorded: ")
        if body.count == first { body.truncate(to: start) } else { body.closeArray() }
    }

    private mutating func writeProblem(
        _ problem: RecordObject<ReferralStatementFields>
    ) {
        writeIdentifier(problem)
        let isNegated = problem.flag(.negated) == true
        let told = writeClinical(
            problem.bytes(.status), problem.bytes(.verification), isNegated: isNegated,
            hasEnded: FHIRTime.isEnd(problem.bytes(.end)))
        body.fhir("\"category\":", problem.objects(.categories, ReferralConceptFields.self))
        body.fhir("\"severity\":", words: problem.bytes(.severity))
        body.fhir("\"code\":", FHIRConcept(problem))
        writeMember("\"subject\":")
        writeMoment("\"onsetDateTime\":", problem)
        if told.end {
            body.fhir(
                "\"abatementDateTime\":", end: problem.bytes(.end), time: problem.bytes(.endTime))
        }
        body.fhir(
            "\"recordedDate\":", date: problem.bytes(.recorded), time: problem.bytes(.recordedTime))
        var fields: [ReferralStatementFields] = [.identifier, .categories, .severity]
        fields += FHIRStatementPart.momentsTold(problem).filter { $0 != .end || told.end }
        if told.status { fields.append(.status) }
        if told.verification { fields.append(.verification) }
        writeNotes(problem, except: fields)
        endCondition(isNegated: isNegated)
    }

    /// What the member does not have is no reason for the request, and supports it.
    private mutating func endCondition(isNegated: Bool) {
        let condition = endOfMember("Condition")
        if isNegated {
            references.supporting.append(condition)
        } else {
            references.conditions.append(condition)
        }
    }

    /// Which of a condition's status and verification was told as sent, and whether its end may be:
    /// what has no clinical status cannot have ended.
    private typealias ConditionTold = (status: Bool, verification: Bool, end: Bool)

    /// Of a condition that is said not to be there no clinical status is written: it would read as
    /// if it was. One that has an end is resolved, even if the concern about it is active still.
    /// What is none of FHIR's codes, which are the only ones it takes here, is not written; an act
    /// that was nullified was entered in error.
    ///
    /// Source: FHIR R4, the invariants con-4 and con-5 of Condition; HL7 version 3, ActStatus.
    private mutating func writeClinical(
        _ status: FHIRBytes, _ verification: FHIRBytes, isNegated: Bool, hasEnded: Bool
    ) -> ConditionTold {
        if isNegated {
            writeVerification("refuted")
            return (false, verification.isEqual(to: "refuted"), false)
        }
        let isInError = verification.isEqual(to: "entered-in-error")
        if isInError || status.isEqual(to: "nullified") {
            writeVerification("entered-in-error")
            return (false, isInError, false)
        }
        let over: [StaticString] = ["inactive", "remission", "resolved"]
        let known: [StaticString] = ["active", "recurrence", "relapse"] + over
        var isTold = false
        if hasEnded, !over.contains(where: { status.isEqual(to: $0) }) {
            let resolved: StaticString = "resolved"
            resolved.withStaticBytes { body.fhir("\"clinicalStatus\":", Self.clinical, $0) }
        } else if known.contains(where: { status.isEqual(to: $0) }) {
            body.fhir("\"clinicalStatus\":", Self.clinical, status)
            isTold = true
        }
        let certain: [StaticString] = [
            "unconfirmed", "provisional", "differential", "confirmed", "refuted",
        ]
        guard certain.contains(where: { verification.isEqual(to: $0) }) else {
            return (isTold, false, true)
        }
        body.fhir("\"verificationStatus\":", Self.verification, verification)
        return (isTold, true, true)
    }

    private mutating func writeVerification(_ code: StaticString) {
        code.withStaticBytes { body.fhir("\"verificationStatus\":", Self.verification, $0) }
    }

    mutating func writeIdentifier(_ statement: RecordObject<ReferralStatementFields>) {
        writeOne(statement.object(.identifier, ReferralIdentifierFields.self))
    }

    /// The one identifier of a resource.
    mutating func writeOne(_ identifier: RecordObject<ReferralIdentifierFields>?) {
        guard let identifier else { return }
        let start = body.count
        body.append("\"identifier\":[")
        let first = body.count
        body.element(identifier)
        if body.count == first { body.truncate(to: start) } else { body.closeArray() }
    }

    private mutating func writeMoment(
        _ key: StaticString, _ statement: RecordObject<ReferralStatementFields>
    ) {
        body.fhir(key, date: statement.bytes(.begin), time: statement.bytes(.beginTime))
    }

    // MARK: Observations

    /// Health needs, risk factors and benefits, as observations with a category of ours.
    private mutating func writeCriteria(
        _ referral: RecordObject<ReferralFields>
    ) {
        guard let all = referral.object(.criteria, ReferralCriteriaFields.self) else { return }
        let kinds: [(ReferralCriteriaFields, StaticString)] = [
            (.healthNeeds, "health-need"), (.riskFactors, "risk-factor"),
            (.benefits, "benefit"),
        ]
        for (field, category) in kinds {
            for criterion in all.objects(field, ReferralCriterionFields.self) {
                body.fhir("\"status\":", ours: "final")
                body.append("\"category\":[")
                category.withStaticBytes { body.element(Self.criteria, $0) }
                body.closeArray()
                if criterion.has(.code) {
                    body.fhir("\"code\":", Self.criteria, criterion.bytes(.code))
                } else {
                    category.withStaticBytes { body.fhir("\"code\":", words: $0) }
                }
                writeMember("\"subject\":")
                body.fhir("\"effectiveDateTime\":", date: criterion.bytes(.date))
                body.fhir("\"valueString\":", criterion, .detail)
                if criterion.has(.date), !FHIRTime.isDate(criterion.bytes(.date)) {
                    body.append("\"note\":[")
                    body.annotation(criterion.bytes(.date), before: "Date: ")
                    body.closeArray()
                }
                references.supporting.append(endOfMember("Observation"))
            }
        }
    }

    private mutating func writeObservation(
        _ observation: RecordObject<ReferralStatementFields>, _ category: StaticString
    ) {
        // An Observation cannot say that something was not found.
        if observation.flag(.negated) == true { return remark("Not found: ", observation) }
        writeIdentifier(observation)
        var told: [ReferralStatementFields] = [.identifier, .categories]
        if body.fhir("\"status\":", observation.bytes(.status), of: Self.observed) {
            told.append(.status)
        } else {
            body.fhir("\"status\":", ours: Self.found(observation.bytes(.status)))
        }
        let start = body.count
        body.fhir("\"category\":", observation.objects(.categories, ReferralConceptFields.self))
        if body.count == start, category.utf8CodeUnitCount > 0 {
            body.append("\"category\":[")
            category.withStaticBytes {
                body.element("http://terminology.hl7.org/CodeSystem/observation-category", $0)
            }
            body.closeArray()
        }
        body.code(observation)
        writeMember("\"subject\":")
        told += writeTimes(observation)
        if let field = body.value(observation) { told.append(field) }
        writeNotes(observation, except: told, hasComponents: true)
        writeComponents(observation)
        references.supporting.append(endOfMember("Observation"))
    }

    /// What the code of an act in HL7 version 3 is to an observation.
    private static func found(_ act: FHIRBytes) -> StaticString {
        let codes: [(act: StaticString, code: StaticString)] = [
            ("completed", "final"), ("active", "preliminary"), ("aborted", "cancelled"),
            ("nullified", "entered-in-error"),
        ]
        return codes.first { act.isEqual(to: $0.act) }?.code ?? "unknown"
    }

    private static let observed: [StaticString] = [
        "registered", "preliminary", "final", "amended", "corrected", "cancelled",
        "entered-in-error", "unknown",
    ]

    /// When it was so, and since when it is known; the fields that are told so.
    private mutating func writeTimes(
        _ observation: RecordObject<ReferralStatementFields>
    ) -> [ReferralStatementFields] {
        let told = FHIRStatementPart.momentsTold(observation)
        if FHIRTime.isDate(observation.bytes(.end)) {
            writeEffective(observation)
        } else {
            writeMoment("\"effectiveDateTime\":", observation)
        }
        let recorded = observation.bytes(.recorded)
        let time = observation.bytes(.recordedTime)
        let isInstant = recorded.count == 8 && FHIRTime.zone(time) != nil
        if isInstant { body.fhir("\"issued\":", instant: recorded, time: time) }
        return told.filter { $0 != .recorded || isInstant }
    }
}

extension FHIRBundleWriter {
    /// The parts of an observation, but for those that were not found, which it cannot say.
    private mutating func writeComponents(_ observation: RecordObject<ReferralStatementFields>) {
        body.list(
            "\"component\":", observation.objects(.members, ReferralStatementFields.self)
        ) { buffer, member in
            guard member.flag(.negated) != true else { return }
            buffer.openObject()
            buffer.code(member)
            _ = buffer.value(member)
            buffer.closeObject()
        }
    }
}

extension ByteBuffer {
    /// The code that every observation must have.
    fileprivate mutating func code(_ statement: RecordObject<ReferralStatementFields>) {
        let concept = FHIRConcept(statement)
        if concept.isEmpty {
            append("\"code\":{\"text\":\"not named\"},")
        } else {
            fhir("\"code\":", concept)
        }
    }

    /// One value: a number with its unit, a concept, or words; the field it is of.
    fileprivate mutating func value(
        _ statement: RecordObject<ReferralStatementFields>
    ) -> ReferralStatementFields? {
        let quantity = statement.object(.quantity, ReferralQuantityFields.self)
        if let quantity, quantity.isNumber {
            fhir(quantity, "\"valueQuantity\":")
            return .quantity
        }
        if let value = statement.object(.value, ReferralConceptFields.self),
            !FHIRConcept(value).isEmpty
        {
            fhir("\"valueCodeableConcept\":", FHIRConcept(value))
            return .value
        }
        if statement.has(.valueText) {
            fhir("\"valueString\":", statement, .valueText)
            return .valueText
        }
        if let quantity { fhir("\"valueString\":", words: quantity) }
        return quantity == nil ? nil : .quantity
    }
}
