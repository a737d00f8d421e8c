/// What one cell of a roster says.
public enum RosterCell: Hashable, Sendable {
    /// Nothing.
    case empty
    /// Text as it stands, digits that are no number among it.
    case text(String)
    /// A number; a workbook keeps it as one.
    case number(String)
}

/// A sheet of a roster: what it is called, and its columns in their order.
public struct RosterSheet: Sendable {
    /// As the workbook names it.
    public let name: String
    let columns: [(name: String, field: RosterField)]

    /// The names of its columns.
    public var header: [String] { columns.map(\.name) }

    init(_ name: String, _ columns: [(String, RosterField)]) {
        self.name = name
        self.columns = columns.map { (name: $0.0, field: $0.1) }
    }
}

/// What a column of a roster says, whatever it is called there.
enum RosterField: Sendable {
    // The member
    case memberId, lastName, firstName, middleInitial, suffix, birthDate, sex, sexWord
    case race, spokenLanguage, writtenLanguage, email, phone, cellPhone, headOfHousehold
    case homeStreet, homeFlat, homeTown, homeState, homeZip, homeZip4
    case mailStreet, mailFlat, mailTown, mailState, mailZip
    // Organizations
    case acoName, acoPid, acoPidsl, mcoName, mcoPidsl, healthPlanId
    case plan, cpDsripName, cpName, cpShortName, cpPid, cpPidsl, cpProviderType, cpPlanType
    // Dates and reasons
    case start, startReason, end, stopReason, identification, enrolled, enrollmentStatus
    case status, updated, exported
    // Primary care
    case pcpLastName, pcpFirstName, pcpName, pcpNpi, pcpPidsl, pcpTaxId
    case pcpStreet, pcpFlat, pcpTown, pcpState, pcpZip, pcpPhone
    // Outreach
    case outreachStatus, lastContact, lastContactFace, contactFace, agreed
    case contactFirstName, contactLastName, contactPhone, contactEmail
    case coordinatorFirstName, coordinatorLastName, coordinatorPhone, coordinatorEmail
    case reportStart, reportEnd
    // Spans of the claims extract
    case performanceYear, region, serviceArea, spanStart, spanEnd, spanDays, enrollType
    case ratingCategory
    // Statistics, visits and payments
    case visitCount, score, officeVisit, emergencyVisit, inpatientVisit, activityDate, activityCode
    case activityName, admitted, discharged, disposition, visitClass, visitType, facility
    case complaint, diagnoses, physician
    case paymentMonth, serviceDate, claimNumber, adjustment, amount, paymentDate
    case claimCount, memberCount, sum
    // Flexible Services
    case delivery, transportation, gender, orientation, education, employment, healthNeeds
    case riskFactors
    // Receipts
    case sender, sentRows, sentColumns, sentTime, receiver
    /// Y in a few rows.
    case flag
    /// Nothing, as in most files.
    case blank
}
