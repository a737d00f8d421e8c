/// Which of the three claim transactions is written.
public enum ClaimKind: String, CaseIterable, Sendable {
    /// 837P, 005010X222A1.
    case professional
    /// 837I, 005010X223A2.
    case institutional
    /// 837D, 005010X224A2.
    case dental

    /// GS08 and ST03.
    var guide: StaticString {
        switch self {
        case .professional: "005010X222A1"
        case .institutional: "005010X223A2"
        case .dental: "005010X224A2"
        }
    }

    /// CLM05-2: a place of service, or a type of bill.
    var facilityQualifier: StaticString {
        self == .institutional ? "A" : "B"
    }

    /// The qualifier of a procedure code in a service line.
    var procedureQualifier: StaticString {
        self == .dental ? "AD" : "HC"
    }
}
