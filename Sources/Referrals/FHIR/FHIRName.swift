import XMLSyntax

/// The elements and attributes of the resources that are read, as FHIR R4 names them.
///
/// Whatever bears another name is `unknown`: places are made of these alone. Source: the schemas of
/// FHIR 4.0.1.
enum FHIRName: String, CaseIterable {
    case unknown
    case abatementAge, abatementDateTime, abatementPeriod, abatementRange, abatementString,
        achievementStatus, action, active, actor, additionalInstruction, address, addresses, age,
        alias, allDay, altitude, appliesTo, appointmentRequired, asNeededBoolean,
        asNeededCodeableConcept, asserter, assessment, assigner, attachment, authenticator,
        author, authorReference, authorString, authoredOn, authority, availabilityExceptions,
        availableEndTime, availableStartTime, availableTime, basedOn, beneficiary, birthDate,
        bodySite, boundsDuration, boundsPeriod, boundsRange, businessStatus, category,
        characteristic, city, `class`, clinicalStatus, closingTime, code, coding, comment,
        communication, comparator, component, contact, contained, content, contentType, context,
        contract, costToBeneficiary, count, countMax, country, coverageArea, creation, currency,
        custodian, data, dataAbsentReason, dataPeriod, date, dateTime, dayOfWeek, daysOfWeek,
        deceasedBoolean, deceasedDateTime, denominator, dependent, derivedFrom, description,
        detail, detailBoolean, detailCodeableConcept, detailInteger, detailQuantity, detailRange,
        detailRatio, detailString, device, dimensions, display, district, div, doNotPerform,
        docStatus, doseAndRate, doseQuantity, doseRange, dueDate, dueDuration, duration,
        durationMax, durationUnit, during, effectiveDateTime, effectiveInstant, effectivePeriod,
        effectiveTiming, eligibility, encounter, end, endpoint, entry, etag, event, evidence,
        exception, executionPeriod, expressedBy, `extension`, extraDetails, facilityType, factor,
        family, focus, `for`, format, frequency, frequencyMax, fullUrl, gender,
        generalPractitioner, given, groupIdentifier, hasMember, hash, healthcareService, high,
        hoursOfOperation, id, identifier, ifMatch, ifModifiedSince, ifNoneExist, ifNoneMatch,
        implicitRules, input, instantiatesCanonical, instantiatesUri, insurance, intent,
        interpretation, issued, issuer, language, lastModified, lastUpdated, latitude,
        lifecycleStatus, line, link, location, locationCode, locationReference, longitude, low,
        lowerLimit, managingOrganization, maritalStatus, masterIdentifier,
        maxDosePerAdministration, maxDosePerLifetime, maxDosePerPeriod, meaning, measure, meta,
        method, mode, modifierExtension, multipleBirthBoolean, multipleBirthInteger, name,
        network, notAvailable, note, numerator, occurrenceDateTime, occurrencePeriod,
        occurrenceTiming, offset, onBehalfOf, onsetAge, onsetDateTime, onsetPeriod, onsetRange,
        onsetString, openingTime, operationalStatus, order, orderDetail, organization, origin,
        other, outcome, outcomeCode, outcomeReference, output, owner, partOf, patient,
        patientInstruction, payor, performer, performerType, period, periodMax, periodUnit, photo,
        physicalType, policy, policyHolder, policyRule, position, postalCode, practiceSetting,
        practitioner, preferred, prefix, priority, profile, program, providedBy, provision,
        purpose, qualification, quantityQuantity, quantityRange, quantityRatio, rank,
        rateQuantity, rateRange, rateRatio, reasonCode, reasonReference, recipient, recordedDate,
        recorder, reference, referenceRange, referralMethod, related, relatesTo, relation,
        relationship, relevantHistory, `repeat`, repetitions, replaces, request, requester,
        requisition, resource, response, restriction, role, route, scope, score, search, security,
        securityLabel, sequence, serviceProvisionCode, severity, sigFormat, signature, site, size,
        source, sourceAttachment, sourcePatientInfo, sourceReference, specialty, specimen, stage,
        start, startCodeableConcept, startDate, state, status, statusDate, statusReason, subject,
        subrogation, subscriber, subscriberId, suffix, summary, supportingInfo, system, tag,
        target, targetFormat, telecom, text, time, timeOfDay, timestamp, timing, title, total,
        type, unit, upperLimit, uri, url, use, userSelected, value, valueAddress, valueAge,
        valueAnnotation, valueAttachment, valueBase64Binary, valueBoolean, valueCanonical,
        valueCode, valueCodeableConcept, valueCoding, valueContactDetail, valueContactPoint,
        valueContributor, valueCount, valueDataRequirement, valueDate, valueDateTime,
        valueDecimal, valueDistance, valueDosage, valueDuration, valueExpression, valueHumanName,
        valueId, valueIdentifier, valueInstant, valueInteger, valueMarkdown, valueMeta,
        valueMoney, valueOid, valueParameterDefinition, valuePeriod, valuePositiveInt,
        valueQuantity, valueRange, valueRatio, valueReference, valueRelatedArtifact,
        valueSampledData, valueSignature, valueString, valueTime, valueTiming,
        valueTriggerDefinition, valueUnsignedInt, valueUri, valueUrl, valueUsageContext,
        valueUuid, verification, verificationDate, verificationStatus, verified, verifiedWith,
        version, versionId, when, who

    static let namespace = "http://hl7.org/fhir"
    private static let xhtml = "http://www.w3.org/1999/xhtml"

    /// By number; read for every element.
    private static let byNumber = allCases

    /// Names for a reader of XML, resources behind elements, attributes in no namespace last.
    ///
    /// Numbers of elements count from the place of the first.
    static let texts: [XMLNameText] =
        allCases.map(\.text) + FHIRType.allCases.map { XMLNameText($0.rawValue, in: namespace) }
        + [XMLNameText("value"), XMLNameText("url")]

    var text: XMLNameText {
        XMLNameText(rawValue, in: self == .div ? FHIRName.xhtml : FHIRName.namespace)
    }

    /// The name with this number.
    @inline(__always)
    static func numbered(_ number: Int) -> FHIRName {
        number >= 0 && number < byNumber.count ? byNumber[number] : .unknown
    }

    static let nameCount = allCases.count

    /// Its place among all.
    @inline(__always)
    var number: Int { Int(unsafeBitCast(self, to: UInt16.self)) }
}
