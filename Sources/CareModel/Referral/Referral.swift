/// One referral of a member to somebody who is to help them.
public struct Referral: Sendable, Hashable {
    /// The member's MassHealth number.
    public var memberID: MemberID?
    /// Numbers of the referral.
    public var identifiers: [ReferralIdentifier] = []
    /// Numbers of the task that says where it stands, beside those of the referral.
    public var taskIdentifiers: [ReferralIdentifier] = []
    /// The document or resource it was read from.
    public var document: ReferralDocument?
    /// Where the referral stands, one of the ten codes of a Task: `requested`, `in-progress`.
    public var status: Text?
    public var statusReason: ReferralConcept?
    /// Where it stands in the words of those who work on it.
    public var businessStatus: ReferralConcept?
    /// Of the order itself: `active`, `completed`.
    public var requestStatus: Text?
    /// Earlier and present status, oldest first.
    public var statusHistory: [ReferralStatus] = []
    /// `order`, `proposal`, `plan`.
    public var intent: Text?
    /// `routine`, `urgent`, `asap`, `stat`.
    public var priority: Text?
    /// Whether the services are not to be done.
    public var doNotPerform: Bool?
    /// `bh-cp`, `ltss-cp`, `flexible-services`.
    public var program: Text?
    /// Of flexible services: `nutrition`, `home-modification`, `tenancy-sustaining`.
    public var serviceCategory: Text?
    public var categories: [ReferralConcept] = []
    public var authored: Sent<CalendarDate>?
    public var authoredTime: Text?
    public var neededBy: Sent<CalendarDate>?
    public var neededByTime: Text?
    /// When the services are to be.
    public var occurrence: ReferralPeriod?
    /// When the referral is worked on.
    public var period: ReferralPeriod?
    /// When it may be worked on.
    public var restriction: ReferralPeriod?
    /// When it was last changed.
    public var modified: Sent<CalendarDate>?
    public var modifiedTime: Text?
    public var member: ReferralMember?
    /// Who refers.
    public var from: ReferralParty?
    /// Who is to receive the member.
    public var to: ReferralParty?
    /// Who wrote it.
    public var author: ReferralParty?
    /// Who keeps it.
    public var custodian: ReferralParty?
    /// Others who have a part in it, each with a role.
    public var participants: [ReferralParty] = []
    public var coverages: [ReferralCoverage] = []
    /// What is asked for.
    public var services: [ReferralService] = []
    /// What is asked for, in words.
    public var description: Text?
    /// Why, as codes or words.
    public var reasons: [ReferralConcept] = []
    /// Health-related social needs.
    public var needs: [ReferralNeed] = []
    /// Of flexible services: what makes the member eligible.
    public var criteria: ReferralCriteria?
    public var consents: [ReferralConsent] = []
    public var problems: [ReferralStatement] = []
    public var medications: [ReferralStatement] = []
    public var allergies: [ReferralStatement] = []
    public var goals: [ReferralStatement] = []
    /// What is planned beside the referral.
    public var plans: [ReferralStatement] = []
    public var socialHistory: [ReferralStatement] = []
    public var functionalStatus: [ReferralStatement] = []
    public var mentalStatus: [ReferralStatement] = []
    /// Results and screenings elsewhere.
    public var observations: [ReferralStatement] = []
    /// Documents within or beside it, not expanded.
    public var documents: [ReferralAttachment] = []
    /// What is told in words.
    public var sections: [ReferralSection] = []
    public var notes: [ReferralNote] = []
    /// Values of the input that no field above holds.
    public var other: [OtherValue] = []

    public init() {}
}
