// What a roster says of a member's enrollments, and of the work with the member.

/// The enrollment with a Community Partner.
public struct RosterEnrollment: Sendable, Hashable {
    /// First day.
    public var start: Sent<CalendarDate>?
    /// Why it starts.
    public var startReason: Text?
    /// Last day.
    public var end: Sent<CalendarDate>?
    /// Why it stops.
    public var stopReason: Text?
    /// Why it starts, as the sender words it.
    public var startReasonText: Text?
    /// Why it stops, as the sender words it.
    public var stopReasonText: Text?
    /// Whether enrolled.
    public var enrolled: Bool?
    /// New, continuous or terminated.
    public var status: Text?
    /// How the member was identified.
    public var identification: Text?

    /// With nothing in it.
    public init() {}
}

/// A span of the enrollment with the plan.
public struct RosterSpan: Sendable, Hashable {
    /// First day of the span.
    public var start: Sent<CalendarDate>?
    /// Last day of the span.
    public var end: Sent<CalendarDate>?
    /// Days of the span.
    public var days: Sent<Money>?
    /// Whether enrolled in the span.
    public var enrolled: Bool?
    /// Performance year.
    public var performanceYear: Text?
    /// Region.
    public var region: Text?
    /// Service area.
    public var serviceArea: Text?
    /// Type of enrollment.
    public var type: Text?
    /// Why it stops.
    public var stopReason: Text?
    /// Rating category.
    public var ratingCategory: Text?

    /// With nothing in it.
    public init() {}
}

/// What a roster says of a member by yes or no; `nil` where it says nothing.
public struct RosterFlags: Sendable, Hashable {
    /// Department of Mental Health.
    public var dmh: Bool?
    /// Department of Developmental Services.
    public var dds: Bool?
    /// Executive Office of Elder Affairs.
    public var eoea: Bool?
    /// Department of Transitional Assistance.
    public var dta: Bool?
    /// Department of Children and Families.
    public var dcf: Bool?
    /// Discharged from a skilled nursing facility.
    public var snfDischarge: Bool?
    /// Medicare part A.
    public var medicareA: Bool?
    /// Medicare part B.
    public var medicareB: Bool?

    /// With nothing in it.
    public init() {}
}

/// What a Community Partner did to reach a member.
public struct RosterOutreach: Sendable, Hashable {
    /// Status of the outreach.
    public var status: Text?
    /// Last contact.
    public var lastContact: Sent<CalendarDate>?
    /// Whether the last contact was face to face.
    public var lastContactFace: Bool?
    /// Whether there was a contact face to face.
    public var contactFace: Bool?
    /// When participation was agreed.
    public var agreed: Sent<CalendarDate>?
    /// When the care plan was sent to the PCP.
    public var carePlanSent: Sent<CalendarDate>?
    /// When the PCP returned the care plan.
    public var carePlanReturned: Sent<CalendarDate>?
    /// First day of the report.
    public var reportStart: Sent<CalendarDate>?
    /// Last day of the report.
    public var reportEnd: Sent<CalendarDate>?

    /// With nothing in it.
    public init() {}
}
