/// A value whose meaning a code names: an identifier, an amount, a contact number.
public struct Qualified<Value: Sendable & Hashable>: Sendable, Hashable {
    public var qualifier: Code
    public var value: Value

    public init(_ qualifier: Code, _ value: Value) {
        self.qualifier = qualifier
        self.value = value
    }
}

/// A day, or a span of days, whose meaning a code names.
public struct QualifiedDate: Sendable, Hashable {
    public enum Extent: Sendable, Hashable {
        case day(Sent<CalendarDate>)
        case span(Period)
        /// A time of day too: CCYYMMDDHHMM as sent.
        case moment(Text)
    }
    public var qualifier: Code
    public var extent: Extent

    public init(_ qualifier: Code, _ extent: Extent) {
        self.qualifier = qualifier
        self.extent = extent
    }
}

/// A value of the input that no named field holds, with the place it came from.
public struct OtherValue: Sendable, Hashable {
    /// `2000/INS-14`, as in findings.
    public var place: String
    public var value: Text
    /// Offsets in the input, the end exclusive.
    public var bytes: Range<Int>

    public init(place: String, value: Text, bytes: Range<Int>) {
        self.place = place
        self.value = value
        self.bytes = bytes
    }
}
