// The fields of a referral, in the order of the JSON.

/// A `Referral`.
public enum ReferralFields: UInt8, RecordFields {
    case memberId, identifiers, taskIdentifiers, document, status, statusReason, businessStatus,
        requestStatus, statusHistory, intent, priority, doNotPerform, program, serviceCategory,
        categories, authored, authoredTime, neededBy, neededByTime, occurrence, period,
        restriction, modified, modifiedTime, member, from, to, author, custodian, participants,
        coverages, services, description, reasons, needs, criteria, consents, problems,
        medications, allergies, goals, plans, socialHistory, functionalStatus, mentalStatus,
        observations, documents, sections, notes
    public static let definitions: [FieldDefinition] = [
        .text("memberId"), .objects("identifiers", ReferralIdentifierFields.self),
        .objects("taskIdentifiers", ReferralIdentifierFields.self),
        .object("document", ReferralDocumentFields.self), .text("status"),
        .object("statusReason", ReferralConceptFields.self),
        .object("businessStatus", ReferralConceptFields.self), .text("requestStatus"),
        .objects("statusHistory", ReferralStatusFields.self), .text("intent"), .text("priority"),
        .flag("doNotPerform"), .text("program"), .text("serviceCategory"),
        .objects("categories", ReferralConceptFields.self), .date("authored"),
        .text("authoredTime"), .date("neededBy"), .text("neededByTime"),
        .object("occurrence", ReferralPeriodFields.self),
        .object("period", ReferralPeriodFields.self),
        .object("restriction", ReferralPeriodFields.self), .date("modified"),
        .text("modifiedTime"), .object("member", ReferralMemberFields.self),
        .object("from", ReferralPartyFields.self), .object("to", ReferralPartyFields.self),
        .object("author", ReferralPartyFields.self),
        .object("custodian", ReferralPartyFields.self),
        .objects("participants", ReferralPartyFields.self),
        .objects("coverages", ReferralCoverageFields.self),
        .objects("services", ReferralServiceFields.self), .text("description"),
        .objects("reasons", ReferralConceptFields.self),
        .objects("needs", ReferralNeedFields.self),
        .object("criteria", ReferralCriteriaFields.self),
        .objects("consents", ReferralConsentFields.self),
        .objects("problems", ReferralStatementFields.self),
        .objects("medications", ReferralStatementFields.self),
        .objects("allergies", ReferralStatementFields.self),
        .objects("goals", ReferralStatementFields.self),
        .objects("plans", ReferralStatementFields.self),
        .objects("socialHistory", ReferralStatementFields.self),
        .objects("functionalStatus", ReferralStatementFields.self),
        .objects("mentalStatus", ReferralStatementFields.self),
        .objects("observations", ReferralStatementFields.self),
        .objects("documents", ReferralAttachmentFields.self),
        .objects("sections", ReferralSectionFields.self),
        .objects("notes", ReferralNoteFields.self),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 50 }
    }
}
