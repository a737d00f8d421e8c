import XMLSyntax

/// Elements of CDA R2, those of its narrative among them.
enum CDAName: Int32, CaseIterable {
    case clinicalDocument = 127, realmCode, typeId, templateId, id, code, title, effectiveTime,
        confidentialityCode, languageCode, setId, versionNumber, copyTime, recordTarget,
        patientRole, addr, telecom, patient, name, given, family, prefix, suffix, delimiter,
        streetAddressLine, city, state, postalCode, country, county, houseNumber, streetName,
        unitID, additionalLocator, administrativeGenderCode, birthTime, maritalStatusCode,
        religiousAffiliationCode, raceCode, ethnicGroupCode, guardian, guardianPerson,
        guardianOrganization, birthplace, place, languageCommunication, modeCode,
        proficiencyLevelCode, preferenceInd, providerOrganization, author, time, functionCode,
        assignedAuthor, assignedPerson, representedOrganization, assignedAuthoringDevice,
        dataEnterer, informant, assignedEntity, relatedEntity, relatedPerson, custodian,
        assignedCustodian, representedCustodianOrganization, informationRecipient,
        intendedRecipient, receivedOrganization, legalAuthenticator, authenticator, signatureCode,
        participant, associatedEntity, associatedPerson, scopingOrganization, inFulfillmentOf,
        order, documentationOf, serviceEvent, performer, relatedDocument, parentDocument,
        authorization, consent, componentOf, encompassingEncounter, location, healthCareFacility,
        responsibleParty, encounterParticipant, dischargeDispositionCode,
        serviceProviderOrganization, component, structuredBody, nonXMLBody, section, text, entry,
        act, observation, organizer, procedure, encounter, substanceAdministration, supply,
        statusCode, priorityCode, entryRelationship, value, low, high, center, width, translation,
        originalText, reference, qualifier, consumable, manufacturedProduct, manufacturedMaterial,
        manufacturerOrganization, doseQuantity, rateQuantity, routeCode, interpretationCode,
        methodCode, targetSiteCode, referenceRange, observationRange, participantRole,
        playingEntity, playingDevice, scopingEntity, desc, observationMedia, externalDocument,
        externalAct, externalObservation, specimen, subject, relatedSubject, criterion, period,
        repeatNumber, quantity, product, lotNumberText, content, paragraph, br, list, item,
        caption, table, thead, tbody, tfoot, tr, th, td, sub, sup, linkHtml, renderMultiMedia,
        footnote, footnoteRef, colgroup, col, numerator, denominator, awarenessCode,
        maxDoseQuantity, administrationUnitCode, approachSiteCode, asOrganizationPartOf,
        wholeOrganization, standardIndustryClassCode, softwareName, manufacturerModelName,
        useablePeriod, sequenceNumber, seperatableInd

    var name: XMLName { XMLName(index: rawValue) }

    /// Whether an element of a narrative stands in lines of its own.
    static func isLine(_ name: XMLName) -> Bool {
        switch CDAName(rawValue: name.index) {
        case .paragraph, .list, .item, .table, .tr, .br, .caption, .footnote: true
        default: false
        }
    }

    /// Whether an element of a narrative is a cell of a table.
    static func isCell(_ name: XMLName) -> Bool {
        let cell = CDAName(rawValue: name.index)
        return cell == .td || cell == .th
    }
}
