// The fields of what a roster says of a member: spans, contacts, numbers, in the order of the JSON.

/// A `RosterEnrollment`, with the Community Partner.
public enum RosterEnrollmentFields: UInt8, RecordFields {
    case start, startReason, end, stopReason, startReasonText, stopReasonText, enrolled, status,
        identification
    public static let definitions: [FieldDefinition] = [
        .date("start"), .text("startReason"), .end("end"), .text("stopReason"),
        .text("startReasonText"), .text("stopReasonText"), .flag("enrolled"), .text("status"),
        .text("identification"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 10 }
    }
}

/// A `RosterSpan`, of the enrollment with the plan.
public enum RosterSpanFields: UInt8, RecordFields {
    case start, end, days, enrolled, performanceYear, region, serviceArea, type, stopReason,
        ratingCategory
    public static let definitions: [FieldDefinition] = [
        .date("start"), .end("end"), .money("days"), .flag("enrolled"), .text("performanceYear"),
        .text("region"), .text("serviceArea"), .text("type"), .text("stopReason"),
        .text("ratingCategory"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 11 }
    }
}

/// `RosterFlags`.
public enum RosterFlagFields: UInt8, RecordFields {
    case dmh, dds, eoea, dta, dcf, snfDischarge, medicareA, medicareB
    public static let definitions: [FieldDefinition] = [
        .flag("dmh"), .flag("dds"), .flag("eoea"), .flag("dta"), .flag("dcf"),
        .flag("snfDischarge"), .flag("medicareA"), .flag("medicareB"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 9 }
    }
}

/// A `RosterOutreach`.
public enum RosterOutreachFields: UInt8, RecordFields {
    case status, lastContact, lastContactFace, contactFace, agreed, carePlanSent,
        carePlanReturned, reportStart, reportEnd
    public static let definitions: [FieldDefinition] = [
        .text("status"), .date("lastContact"), .flag("lastContactFace"), .flag("contactFace"),
        .date("agreed"), .date("carePlanSent"), .date("carePlanReturned"), .date("reportStart"),
        .date("reportEnd"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 10 }
    }
}

/// `RosterDiagnoses`.
public enum RosterDiagnosisFields: UInt8, RecordFields {
    case primary, secondary
    public static let definitions: [FieldDefinition] = [
        .text("primary"), .text("secondary"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 3 }
    }
}

/// `RosterStatistics`.
public enum RosterStatisticFields: UInt8, RecordFields {
    case edVisits, riskScore, normalizedRiskScore, dxcgRiskScore, neighborhoodStress,
        lastOfficeVisit, lastEDVisit, lastIPVisit, lastQualifyingActivity, qualifyingCode
    public static let definitions: [FieldDefinition] = [
        .money("edVisits"), .money("riskScore"), .money("normalizedRiskScore"),
        .money("dxcgRiskScore"), .money("neighborhoodStress"), .date("lastOfficeVisit"),
        .date("lastEDVisit"), .date("lastIPVisit"), .date("lastQualifyingActivity"),
        .text("qualifyingCode"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 11 }
    }
}

/// A `RosterVisit`.
public enum RosterVisitFields: UInt8, RecordFields {
    case recordNumber, admitted, discharged, disposition, majorClass, type, facility, complaint,
        diagnoses, attending
    public static let definitions: [FieldDefinition] = [
        .text("recordNumber"), .date("admitted"), .date("discharged"), .text("disposition"),
        .text("majorClass"), .text("type"), .text("facility"), .text("complaint"),
        .text("diagnoses"), .text("attending"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 11 }
    }
}

/// A `RosterPayment`.
public enum RosterPaymentFields: UInt8, RecordFields {
    case month, dateOfService, icn, adjustment, amount, date
    public static let definitions: [FieldDefinition] = [
        .text("month"), .text("dateOfService"), .text("icn"), .money("adjustment"),
        .money("amount"), .date("date"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 7 }
    }
}

/// `RosterServices`.
public enum RosterServiceFields: UInt8, RecordFields {
    case delivery, transportation, gender, genderDetail, orientation, orientationDetail, race,
        raceDetail, languageDetail, education, educationDetail, employment, healthNeeds,
        riskFactors
    public static let definitions: [FieldDefinition] = [
        .text("delivery"), .text("transportation"), .text("gender"), .text("genderDetail"),
        .text("orientation"), .text("orientationDetail"), .text("race"), .text("raceDetail"),
        .text("languageDetail"), .text("education"), .text("educationDetail"), .text("employment"),
        .text("healthNeeds"), .text("riskFactors"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 15 }
    }
}

/// A `RosterRow`.
public enum RosterRowFields: UInt8, RecordFields {
    case status, updated, exported
    public static let definitions: [FieldDefinition] = [
        .code("status", .rosterStatus), .date("updated"), .date("exported"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 4 }
    }
}

/// A `RosterReceipt`.
public enum RosterReceiptFields: UInt8, RecordFields {
    case sender, sentRows, sentColumns, sentTime, receiver, receivedRows, receivedColumns,
        receivedTime
    public static let definitions: [FieldDefinition] = [
        .text("sender"), .money("sentRows"), .money("sentColumns"), .text("sentTime"),
        .text("receiver"), .money("receivedRows"), .money("receivedColumns"),
        .text("receivedTime"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 9 }
    }
}
