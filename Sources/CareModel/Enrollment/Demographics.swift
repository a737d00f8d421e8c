/// Birth, sex, marital status, race and ethnicity, citizenship.
///
/// Source: DMG.
public struct Demographics: Sendable, Hashable {
    public var birthDate: Sent<CalendarDate>?
    public var sex: Code?
    public var maritalStatus: Code?
    public var races: [RaceOrEthnicity] = []
    /// DMG06.
    public var citizenship: Code?
    /// DMG11 where DMG10 is `REC`: how race and ethnicity were collected.
    public var raceCollection: Text?

    public init() {}
}

/// One of DMG05's repetitions: the broad code, and the detailed code of a list.
public struct RaceOrEthnicity: Sendable, Hashable {
    /// DMG05-1.
    public var code: Code?
    /// DMG05-3 where DMG05-2 is `RET`.
    public var detail: Text?

    public init() {}
}

/// What the member earns.
///
/// Source: ICM.
public struct Income: Sendable, Hashable {
    /// ICM01.
    public var frequency: Code?
    /// ICM02.
    public var wage: Sent<Money>?
    /// ICM03: hours a week.
    public var weeklyHours: Text?
    /// ICM04.
    public var location: Text?
    /// ICM05.
    public var salaryGrade: Text?

    public init() {}
}

/// Height, weight, tobacco and substance use.
///
/// Source: HLH.
public struct HealthInformation: Sendable, Hashable {
    /// HLH01.
    public var use: Code?
    /// HLH02, inches.
    public var height: Text?
    /// HLH03, pounds.
    public var weight: Text?

    public init() {}
}

/// A language the member uses, and how.
///
/// Source: LUI.
public struct Language: Sendable, Hashable {
    /// LUI01: LD (NISO Z39.53) or LE (ISO 639).
    public var list: Code?
    /// LUI02.
    public var code: Text?
    /// LUI03.
    public var description: Text?
    /// LUI04.
    public var use: Code?

    public init() {}
}

/// A disability and the days it entitles to benefits.
///
/// Source: 2200.
public struct Disability: Sendable, Hashable {
    /// DSB01.
    public var type: Code?
    /// DSB07 and DSB08.
    public var diagnosis: Qualified<Text>?
    /// DTP*360 and *361.
    public var eligibility = Period()

    public init() {}
}
