import Diagnostics

extension Rule {
    static let residenceState = Rule(
        "roster.residence.state", .warning, "A member of MassHealth lives in Massachusetts",
        help: """
            The residence is in another state. Capitation for members who live elsewhere is what \
            auditors ask for first; confirm the address.
            """)
}

/// Residences in another state; mail may go anywhere.
struct ResidenceState: Sendable {
    private let state: Int

    init?(_ columns: TableMatch) {
        guard let state = columns.column("member.residence.state") else { return nil }
        self.state = state
    }

    /// Two capital letters other than MA; what is no state is a finding of its cell.
    @inline(__always)
    func isBroken(_ values: RowValues) -> Bool {
        let text = values.text(state)
        guard text.count == 2, text[0] != UInt8(ascii: "M") || text[1] != UInt8(ascii: "A") else {
            return false
        }
        return text.baseAddress.map(StateForm.isState) ?? false
    }

    func report(_ columns: TableMatch, _ reading: inout RowReading) {
        reading.report(.residenceState, state, columns, expected: "MA")
    }
}
