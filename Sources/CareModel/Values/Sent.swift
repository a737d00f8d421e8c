/// A value as it should be, or, where the input's cannot be one, the text that was sent.
public enum Sent<Value: Sendable & Hashable>: Sendable, Hashable {
    case valid(Value)
    case raw(Text)

    /// The value of a text, or the text where it has none.
    init(_ text: Text, as read: (Text) -> Value?) {
        self = read(text).map { .valid($0) } ?? .raw(text)
    }

    /// `nil` where the text could not be read.
    public var value: Value? {
        if case .valid(let value) = self { value } else { nil }
    }
}

/// A span of days; either end may be absent, and an end may be open.
public struct Period: Sendable, Hashable {
    public var begin: Sent<CalendarDate>?
    public var end: Sent<CalendarDate>?

    public init(begin: Sent<CalendarDate>? = nil, end: Sent<CalendarDate>? = nil) {
        self.begin = begin
        self.end = end
    }

    public var isEmpty: Bool { begin == nil && end == nil }

    /// Whether both days are known and the end comes before the begin.
    public var isReversed: Bool {
        guard let first = begin?.value, let last = end?.value else { return false }
        return last < first
    }

    /// Whether two spans share a day; an absent end is unbounded.
    public func overlaps(_ other: Period) -> Bool {
        let low = max(begin?.value?.number ?? 0, other.begin?.value?.number ?? 0)
        let high = min(
            end?.value?.number ?? Int32.max, other.end?.value?.number ?? Int32.max)
        return low <= high
    }
}
