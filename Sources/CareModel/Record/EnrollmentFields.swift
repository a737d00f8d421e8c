// The fields of an enrollment and of what its member is, in the order of the JSON.

/// An `Enrollment`.
public enum EnrollmentFields: UInt8, RecordFields {
    case memberId, subscriber, relationship, maintenanceType, maintenanceReason, benefitStatus,
        medicarePlan, medicareEligibilityReason, cobraEvent, employmentStatus, studentStatus,
        disabled, deathDate, confidentiality, birthSequence, policyNumber, identifiers, eligibility,
        dates, member, mailingAddress, prior, employers, schools, custodialParents,
        responsiblePersons, dropOffLocation, disabilities, coverages, reportingCategories
    public static let definitions: [FieldDefinition] = [
        .text("memberId"), .flag("subscriber"), .code("relationship", .relationship),
        .code("maintenanceType", .maintenanceType), .code("maintenanceReason", .maintenanceReason),
        .code("benefitStatus", .benefitStatus), .code("medicarePlan", .medicarePlan),
        .code("medicareEligibilityReason", .medicareEligibilityReason),
        .code("cobraEvent", .cobraEvent), .code("employmentStatus", .employmentStatus),
        .code("studentStatus", .studentStatus), .flag("disabled"), .date("deathDate"),
        .code("confidentiality", .confidentiality), .text("birthSequence"), .text("policyNumber"),
        .objects("identifiers", IdentifierFields.self), .object("eligibility", PeriodFields.self),
        .objects("dates", DateFields.self), .members("member", MemberFields.self),
        .object("mailingAddress", AddressFields.self), .object("prior", PriorIdentityFields.self),
        .objects("employers", PartyFields.self), .objects("schools", PartyFields.self),
        .objects("custodialParents", PartyFields.self),
        .objects("responsiblePersons", PartyFields.self),
        .object("dropOffLocation", PartyFields.self),
        .objects("disabilities", DisabilityFields.self), .objects("coverages", CoverageFields.self),
        .objects("reportingCategories", ReportingCategoryFields.self),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 31 }
    }
}

/// A `Member`.
public enum MemberFields: UInt8, RecordFields {
    case name, corrected, socialSecurityNumber, identifier, demographics, contacts, residence,
        employmentClasses, income, amounts, health, languages
    public static let definitions: [FieldDefinition] = [
        .object("name", PersonNameFields.self), .presence("corrected"),
        .text("socialSecurityNumber"), .object("identifier", IdentificationFields.self),
        .members("demographics", DemographicsFields.self), .objects("contacts", ContactFields.self),
        .object("residence", AddressFields.self), .codes("employmentClasses", .employmentClass),
        .object("income", IncomeFields.self), .objects("amounts", AmountFields.self),
        .object("health", HealthFields.self), .objects("languages", LanguageFields.self),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 13 }
    }
}

/// A `PriorIdentity`.
public enum PriorIdentityFields: UInt8, RecordFields {
    case name, socialSecurityNumber, identifier, demographics
    public static let definitions: [FieldDefinition] = [
        .object("name", PersonNameFields.self), .text("socialSecurityNumber"),
        .object("identifier", IdentificationFields.self),
        .members("demographics", DemographicsFields.self),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 5 }
    }
}

/// `Demographics`.
public enum DemographicsFields: UInt8, RecordFields {
    case birthDate, sex, maritalStatus, races, citizenship, raceCollection
    public static let definitions: [FieldDefinition] = [
        .date("birthDate"), .code("sex", .sex), .code("maritalStatus", .maritalStatus),
        .objects("races", RaceFields.self), .code("citizenship", .citizenship),
        .text("raceCollection"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 7 }
    }
}

/// A `RaceOrEthnicity`.
public enum RaceFields: UInt8, RecordFields {
    case code, detail
    public static let definitions: [FieldDefinition] = [
        .codeMembers(.race), .text("detail"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 3 }
    }
}

/// An `Income`.
public enum IncomeFields: UInt8, RecordFields {
    case frequency, wage, weeklyHours, location, salaryGrade
    public static let definitions: [FieldDefinition] = [
        .code("frequency", .frequency), .money("wage"), .text("weeklyHours"), .text("location"),
        .text("salaryGrade"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 6 }
    }
}

/// A `HealthInformation`.
public enum HealthFields: UInt8, RecordFields {
    case use, height, weight
    public static let definitions: [FieldDefinition] = [
        .code("use", .healthRelated), .text("height"), .text("weight"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 4 }
    }
}

/// A `Language`.
public enum LanguageFields: UInt8, RecordFields {
    case list, code, description, use
    public static let definitions: [FieldDefinition] = [
        .code("list", .identification), .text("code"), .text("description"),
        .code("use", .languageUse),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 5 }
    }
}

/// A `Disability`.
public enum DisabilityFields: UInt8, RecordFields {
    case type, diagnosis, eligibility
    public static let definitions: [FieldDefinition] = [
        .code("type", .disabilityType), .object("diagnosis", DiagnosisFields.self),
        .members("eligibility", PeriodFields.self),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 4 }
    }
}

/// DSB07 and DSB08.
public enum DiagnosisFields: UInt8, RecordFields {
    case code, value
    public static let definitions: [FieldDefinition] = [
        .codeMembers(.diagnosisList), .text("value"),
    ]
    public static var slotCount: Int {
        @inlinable @inline(__always) get { 3 }
    }
}
