extension ElementType {
    /// As X12 writes it: `AN`, `ID`, `DT`, `TM`, `R`, `N0` to `N9`, `B`.
    public var symbol: String {
        switch self {
        case .string: "AN"
        case .identifier: "ID"
        case .date: "DT"
        case .time: "TM"
        case .decimal: "R"
        case .numeric(let decimals): "N\(decimals)"
        case .binary: "B"
        }
    }
}

extension Usage {
    /// As guides print it: `R`, `S`, `N`.
    public var symbol: String {
        switch self {
        case .required: "R"
        case .situational: "S"
        case .notUsed: "N"
        }
    }
}

extension SyntaxNote: CustomStringConvertible {
    /// `P0304`
    public var description: String {
        kind.rawValue + positions.map { padded($0, 2) }.joined()
    }
}

extension SegmentDefinition {
    /// The guide's position as printed: `0250`.
    public var place: String { padded(position, 4) }
}

/// With zeros in front.
func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
