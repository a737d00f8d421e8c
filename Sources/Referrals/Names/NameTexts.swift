/// The names of the enums as documents write them, each in the order of its cases: to ask the cases for
/// their own names takes longer than to read a small document.
enum NameTexts {
    static let attributes = words(
        """
        value code system display id root extension codeSystem displayName codeSystemName
        nullFlavor use unit classCode moodCode typeCode determinerCode contextControlCode
        contextConductionInd negationInd inversionInd qualifier assigningAuthorityName mediaType
        representation ID operator status statusDate intent priority authored neededBy created
        sender version birthDate deathDate sex gender language maritalStatus last first middle
        prefix suffix category date by begin end pidsl npi specialty role subscriberId payer
        payerId type group plan order quantity provider decision title reference severity
        verification recorded dosage author city state postalCode country county name
        relationship preferred bytes encoding url styleCode href institutionSpecified revised
        """)

    static let turnpike = words(
        """
        referrals referral identifier program member name otherName race ethnicity language
        telecom address line contact from to author custodian participant organization
        practitioner coverage reason need healthNeed riskFactor benefit service goal step
        consent history problem medication allergy observation document note description
        """)

    static let cda = words(
        """
        ClinicalDocument realmCode typeId templateId id code title effectiveTime
        confidentialityCode languageCode setId versionNumber copyTime recordTarget patientRole
        addr telecom patient name given family prefix suffix delimiter streetAddressLine city
        state postalCode country county houseNumber streetName unitID additionalLocator
        administrativeGenderCode birthTime maritalStatusCode religiousAffiliationCode raceCode
        ethnicGroupCode guardian guardianPerson guardianOrganization birthplace place
        languageCommunication modeCode proficiencyLevelCode preferenceInd providerOrganization
        author time functionCode assignedAuthor assignedPerson representedOrganization
        assignedAuthoringDevice dataEnterer informant assignedEntity relatedEntity relatedPerson
        custodian assignedCustodian representedCustodianOrganization informationRecipient
        intendedRecipient receivedOrganization legalAuthenticator authenticator signatureCode
        participant associatedEntity associatedPerson scopingOrganization inFulfillmentOf order
        documentationOf serviceEvent performer relatedDocument parentDocument authorization
        consent componentOf encompassingEncounter location healthCareFacility responsibleParty
        encounterParticipant dischargeDispositionCode serviceProviderOrganization component
        structuredBody nonXMLBody section text entry act observation organizer procedure
        encounter substanceAdministration supply statusCode priorityCode entryRelationship value
        low high center width translation originalText reference qualifier consumable
        manufacturedProduct manufacturedMaterial manufacturerOrganization doseQuantity
        rateQuantity routeCode interpretationCode methodCode targetSiteCode referenceRange
        observationRange participantRole playingEntity playingDevice scopingEntity desc
        observationMedia externalDocument externalAct externalObservation specimen subject
        relatedSubject criterion period repeatNumber quantity product lotNumberText content
        paragraph br list item caption table thead tbody tfoot tr th td sub sup linkHtml
        renderMultiMedia footnote footnoteRef colgroup col numerator denominator awarenessCode
        maxDoseQuantity administrationUnitCode approachSiteCode asOrganizationPartOf
        wholeOrganization standardIndustryClassCode softwareName manufacturerModelName
        useablePeriod sequenceNumber seperatableInd
        """)

    static let sdtc = words(
        """
        raceCode ethnicGroupCode deceasedInd deceasedTime birthTime category id desc
        dischargeDispositionCode valueSet valueSetVersion identifiedBy alternateIdentification
        specialty signatureText patient multipleBirthInd multipleBirthOrderNumber
        """)

    static let instance = words("type schemaLocation")

    private static func words(_ text: String) -> [String] {
        text.utf8.split { $0 <= 0x20 }.map { String(Substring($0)) }
    }
}
