import Diagnostics

extension Rule {
    static let stateForm = Rule(
        "roster.state.form", .warning, "A state is the two letters of the Postal Service",
        help: """
            The cell holds a state's name, small letters, or no state of the United States. It is \
            kept as sent.
            """)
}

/// States that are not written in two capital letters.
enum StateForm {
    /// States, the District of Columbia, territories and the military.
    private static let states: [StaticString] = [
        "AA", "AE", "AK", "AL", "AP", "AR", "AS", "AZ", "CA", "CO", "CT", "DC", "DE", "FL", "FM",
        "GA", "GU", "HI", "IA", "ID", "IL", "IN", "KS", "KY", "LA", "MA", "MD", "ME", "MH", "MI",
        "MN", "MO", "MP", "MS", "MT", "NC", "ND", "NE", "NH", "NJ", "NM", "NV", "NY", "OH", "OK",
        "OR", "PA", "PR", "PW", "RI", "SC", "SD", "TN", "TX", "UT", "VA", "VI", "VT", "WA", "WI",
        "WV", "WY",
    ]

    /// For each first letter, a bit for each second one.
    private static let letters: [UInt32] = states.reduce(
        into: [UInt32](repeating: 0, count: 26)
    ) { letters, state in
        letters[Int(state.utf8Start[0] - 0x41)] |= 1 << UInt32(state.utf8Start[1] - 0x41)
    }

    @inline(__always)
    static func isState(_ base: UnsafePointer<UInt8>) -> Bool {
        // Nearly all are Massachusetts.
        if base[0] == UInt8(ascii: "M"), base[1] == UInt8(ascii: "A") { return true }
        return isOther(base[0] &- 0x41, base[1] &- 0x41)
    }

    @inline(never)
    private static func isOther(_ first: UInt8, _ second: UInt8) -> Bool {
        first < 26 && second < 26 && letters[Int(first)] >> UInt32(second) & 1 == 1
    }

    static func check(_ look: CellLook, _ reading: inout RowReading) {
        guard !(look.count == 2 && isState(look.base)) else { return }
        reading.report(.stateForm, look.severity, look, expected: "two letters")
    }
}
