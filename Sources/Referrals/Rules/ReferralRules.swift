import CareModel
import Diagnostics

/// What must hold of one referral, wherever it was read.
package enum ReferralRules {
    /// - Parameters:
    ///   - isMemberNumberAssumed: whether the member's number was recognised by its form alone.
    ///   - spots: where the record's objects stand.
    package static func check(
        _ referral: RecordObject<ReferralFields>, isMemberNumberAssumed: Bool,
        _ spots: borrowing some ReferralSpots & ~Copyable, _ findings: inout ReferralFindings
    ) {
        MemberNumberGiven.check(referral, isMemberNumberAssumed, spots, &findings)
        StatusCode.check(referral, spots, &findings)
        StatusTransition.check(referral, spots, &findings)
        StatusOrder.check(referral, spots, &findings)
        PeriodOrder.check(referral, spots, &findings)
        NeededAfterAuthored.check(referral, spots, &findings)
        ServiceAfterAuthored.check(referral, spots, &findings)
        ToldBeforeWritten.check(referral, spots, &findings)
        BirthBeforeReferral.check(referral, spots, &findings)
        DeathAfterBirth.check(referral, spots, &findings)
        ProviderNumbers.check(referral, spots, &findings)
        SenderGiven.check(referral, spots, &findings)
        ReceiverGiven.check(referral, spots, &findings)
        NeedCode.check(referral, spots, &findings)
        CodeForm.check(referral, spots, &findings)
        ProgramAge.check(referral, spots, &findings)
        ConsentGiven.check(referral, spots, &findings)
        CriteriaGiven.check(referral, spots, &findings)
    }

    /// Lists of what a referral tells of the member's health.
    static let statements: [ReferralFields] = [
        .problems, .medications, .allergies, .goals, .plans, .socialHistory, .functionalStatus,
        .mentalStatus, .observations,
    ]

    /// The same, and what the format asks for.
    static func check(
        _ mapper: borrowing ReferralMapper, _ format: ReferralFormat,
        _ findings: inout ReferralFindings
    ) {
        check(
            mapper.record, isMemberNumberAssumed: mapper.facts.isMemberNumberAssumed, mapper,
            &findings)
        DayForm.check(mapper, &findings)
        if format == .cda {
            CDAHeaderGiven.check(mapper, &findings)
            CDADocumentCode.check(mapper, &findings)
            CDATemplateGiven.check(mapper, &findings)
            CDARecipientName.check(mapper, &findings)
            CDASectionsGiven.check(mapper, &findings)
            CDASectionNamed.check(mapper, &findings)
            CDAActStatus.check(mapper, &findings)
            CDAPriority.check(mapper, &findings)
            CDANarrativeShared.check(mapper, &findings)
            CDAPatientOther.check(mapper, &findings)
            let mark = mapper.facts.deathMark
            DeathAfterBirth.check(
                mapper.record, mark: mark < 0 ? nil : mapper.spot(node: mark), &findings)
        }
    }
}

extension Rule {
    package static let referralFindings = Rule(
        "referral.findings.limit", .error, "A referral has few enough findings to list them",
        help: """
            Only the first thousand of a referral, or of what is around referrals, are listed; this \
            one stands for all others and is as grave as the gravest of them. The summary counts \
            them all.
            """)
    package static let referralDocument = Rule(
        "referral.document.kind", .error, "Every document of an input is a referral",
        help: """
            An XML document among others is no C-CDA Referral Note, no FHIR resource with a referral \
            and no Turnpike referral. It is set aside whole; the others are read.
            """)

    static let referralLength = Rule(
        "referral.document.length", .error, "A referral has less than a gigabyte of text",
        help: """
            It is longer than what is held in memory, and set aside whole. Often a document is \
            embedded in it that could be referred to.
            """)

    /// The rules of this module, in the order of the documentation.
    package static let referralRules: [Rule] = [
        .referralDocument, .referralLength, .referralRepeated, .referralMemberNumber,
        .referralMemberNumberAssumed,
        .referralMemberNumberForm, .referralStatusCode, .referralStatusTransition,
        .referralStatusOrder, .referralStatusEarly, .referralDay, .referralPeriodOrder,
        .referralStatementOrder, .referralNeededBy, .referralServicePast, .referralAhead,
        .referralBirth, .referralDeath, .referralDead,
        .referralNPI, .referralPIDSL, .referralSender, .referralReceiver, .referralNeedCode,
        .referralNeedCategory, .referralCodeForm, .referralProgramAge, .referralConsent,
        .referralConsentDenied, .referralConsentPartial, .referralConsentUndated,
        .referralHealthNeed, .referralRiskFactor, .cdaSubject, .cdaHeader,
        .cdaDocumentCode, .cdaDocumentType, .cdaTemplate, .cdaRecipientName, .cdaReason,
        .cdaSection, .cdaHeading, .cdaBody,
        .cdaActStatus, .cdaPriority,
        .cdaNarrative, .cdaPatient, .referralFindings,
    ]
}
