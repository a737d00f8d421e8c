/// Dates as spreadsheets keep them, in ISO 8601: a day, and a time or none, which may lack its seconds
/// or have a fraction of them, and may say how far from Greenwich it is.
///
/// Source: ECMA-376 part 1, 18.18.11, cells of type `d`.
enum SheetMoment {
    /// `nil` where the text is no such date. The day is the one that is written, wherever that is.
    static func read(_ text: UnsafeBufferPointer<UInt8>) -> DatePattern.Moment? {
        let day = UnsafeBufferPointer(rebasing: text.prefix(10))
        guard let moment = DatePattern.sheetDay?.match(day) else { return nil }
        var rest = text.dropFirst(10)
        if rest.isEmpty { return moment }
        guard rest.popFirst() == UInt8(ascii: "T"), let hour = number(&rest, below: 24),
            rest.popFirst() == UInt8(ascii: ":"), let minute = number(&rest, below: 60)
        else { return nil }
        var time = (hour * 60 + minute) * 60_000
        if rest.first == UInt8(ascii: ":") {
            rest.removeFirst()
            guard let second = number(&rest, below: 60), let fraction = fraction(&rest) else {
                return nil
            }
            time += second * 1000 + fraction
        }
        guard isZone(&rest) else { return nil }
        return DatePattern.Moment(day: moment.day, time: Int32(truncatingIfNeeded: time))
    }

    private typealias Rest = Slice<UnsafeBufferPointer<UInt8>>

    /// Takes two digits.
    private static func number(_ rest: inout Rest, below limit: Int) -> Int? {
        guard rest.count > 1, let tens = digit(&rest), let ones = digit(&rest) else { return nil }
        let value = tens * 10 + ones
        return value < limit ? value : nil
    }

    private static func digit(_ rest: inout Rest) -> Int? {
        rest.popFirst().flatMap { 0x30...0x39 ~= $0 ? Int($0 & 15) : nil }
    }

    /// Takes a fraction, if there is one, in thousandths: not 0 where one of its digits is not.
    private static func fraction(_ rest: inout Rest) -> Int? {
        guard rest.first == UInt8(ascii: ".") else { return 0 }
        rest.removeFirst()
        let digits = rest.prefix { 0x30...0x39 ~= $0 }
        rest = rest.dropFirst(digits.count)
        if digits.isEmpty { return nil }
        if !digits.contains(where: { $0 != 0x30 }) { return 0 }
        let places = digits.prefix(3)
        let value = places.reduce(0) { $0 * 10 + Int($1 & 15) }
        return max(1, [1, 100, 10, 1][places.count] * value)
    }

    /// Takes `Z`, `+00:00` or nothing; whether that was all.
    private static func isZone(_ rest: inout Rest) -> Bool {
        switch rest.popFirst() {
        case nil: return true
        case UInt8(ascii: "Z"): return rest.isEmpty
        case UInt8(ascii: "+"), UInt8(ascii: "-"):
            return number(&rest, below: 24) != nil && rest.popFirst() == UInt8(ascii: ":")
                && number(&rest, below: 60) != nil && rest.isEmpty
        default: return false
        }
    }
}
