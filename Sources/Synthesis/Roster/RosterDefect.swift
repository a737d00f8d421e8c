/// What can be wrong with a row, as it happens to rosters.
public enum RosterDefect: String, CaseIterable, Sendable {
    /// The member id has become a number in scientific notation, as spreadsheets do it.
    case scientificMemberId = "scientific-member-id"
    /// The member id has lost its last digit.
    case shortMemberId = "short-member-id"
    /// The member id is missing.
    case missingMemberId = "missing-member-id"
    /// A line end follows the member id.
    case memberIdWithLineEnd = "member-id-with-line-end"
    /// The birth date is a day that the calendar does not have.
    case badBirthDate = "bad-birth-date"
    /// A date is written in another form.
    case otherDateForm = "other-date-form"
    /// The enrollment starts in the middle of a month.
    case startMidMonth = "start-mid-month"
    /// The enrollment ends in the middle of a month.
    case endMidMonth = "end-mid-month"
    /// A ZIP code has lost its leading zero.
    case shortZip = "short-zip"
    /// A telephone number has letters in it.
    case badPhone = "bad-phone"
    /// The sex is a word that the layout does not have.
    case badSex = "bad-sex"
    /// The plan is one that nobody has.
    case unknownPlan = "unknown-plan"
    /// The status of the row does not go with that of the outreach.
    case wrongStatus = "wrong-status"
    /// There is a reason to stop, and no date.
    case reasonWithoutDate = "reason-without-date"
    /// The provider id is not that of the service location.
    case foreignPid = "foreign-pid"
    /// A member who is too old for the plan.
    case tooOld = "too-old"
    /// The cell shows an error of the spreadsheet.
    case errorCell = "error-cell"
    /// The row comes twice.
    case repeatedRow = "repeated-row"
    /// A summary does not say how many rows were sent.
    case missingCount = "missing-count"
    /// A summary says in words how many columns were sent.
    case countInWords = "count-in-words"

    /// Columns that show the defect; it is planted where the roster has one of them.
    var fields: [RosterField] {
        switch self {
        case .scientificMemberId, .shortMemberId, .missingMemberId, .memberIdWithLineEnd,
            .repeatedRow:
            [.memberId]
        case .badBirthDate, .otherDateForm: [.birthDate]
        case .tooOld: [.birthDate]
        case .startMidMonth: [.start]
        case .endMidMonth, .reasonWithoutDate: [.end]
        case .shortZip: [.homeZip]
        case .badPhone: [.phone, .cellPhone, .contactPhone]
        case .badSex: [.sex]
        case .unknownPlan: [.plan]
        case .wrongStatus: [.outreachStatus]
        case .foreignPid: [.acoPid]
        case .errorCell: [.firstName]
        case .missingCount: [.sentRows]
        case .countInWords: [.sentColumns]
        }
    }

    /// Whether a roster has a place for the defect.
    public func fits(_ kind: RosterKind) -> Bool {
        if self == .otherDateForm, kind.dayForm == .hyphens { return false }
        if self == .tooOld, kind != .assignment, kind != .enrollment { return false }
        // The claims extract leaves days as they are.
        if self == .startMidMonth, kind != .assignment, kind != .enrollment { return false }
        let columns = kind.sheets[0].columns
        return columns.contains { column in fields.contains { $0 == column.field } }
    }

    /// Spoils the cells of a clean row; `false` where the row has no place for the defect.
    func plant(in cells: inout [RosterCell], _ sheet: RosterSheet, _ row: RosterRow) -> Bool {
        guard let place = sheet.columns.firstIndex(where: { fields.contains($0.field) }) else {
            return false
        }
        if self == .endMidMonth || self == .reasonWithoutDate, row.end == nil { return false }
        let text: String
        switch cells[place] {
        case .empty: return false
        case .text(let content), .number(let content): text = content
        }
        guard let spoiled = spoil(text, row) else { return false }
        cells[place] = spoiled
        return true
    }

    private func spoil(_ text: String, _ row: RosterRow) -> RosterCell? {
        switch self {
        case .scientificMemberId:
            let digits = Array(text)
            return .text("\(digits[0]).\(String(digits[1...]))E+11")
        case .shortMemberId: return .text(String(text.dropLast()))
        case .missingMemberId, .reasonWithoutDate, .missingCount: return .empty
        case .countInWords: return .text("about \(text)")
        case .memberIdWithLineEnd: return .text(text + "\n")
        case .badBirthDate: return .text("19730231")
        case .otherDateForm: return .text(DayForm.hyphens.text(row.person.birth))
        case .startMidMonth: return .text(DayForm.compact.text(row.start + 13))
        case .endMidMonth: return row.end.map { .text(DayForm.compact.text($0 - 13)) }
        case .shortZip: return text.hasPrefix("0") ? .text(String(text.dropFirst())) : nil
        case .badPhone: return .text("CALL AFTER 5")
        case .badSex: return .text("Q")
        case .unknownPlan: return .text("XYZ9")
        case .wrongStatus: return .text(row.isOver ? "Engaged" : "Deceased")
        case .foreignPid: return .text("110999999")
        case .tooOld: return .text(DayForm.compact.text(row.start - 31_000))
        case .errorCell: return .text("#N/A")
        case .repeatedRow: return .text(text)
        }
    }
}
