/// Amounts, components and dates as claims write them.
extension SegmentWriter {
    /// An amount in cents; whole amounts are written without a decimal point.
    mutating func element(cents: Int) {
        openElement()
        append(cents: cents)
    }

    mutating func append(cents: Int) {
        appendNumber(cents / 100)
        guard cents % 100 != 0 else { return }
        append(UInt8(ascii: "."))
        appendNumber(cents % 100, digits: 2)
    }

    /// The next component of the element at hand.
    mutating func component(_ text: StaticString) {
        append(delimiters.component)
        append(text)
    }

    mutating func component(_ day: Day) {
        append(delimiters.component)
        append(day)
    }

    /// Two days with a hyphen between them, as the format RD8 has them.
    mutating func append(from start: Day, to end: Day) {
        append(start)
        append(UInt8(ascii: "-"))
        append(end)
    }

    /// DTP with a range of days.
    mutating func dates(_ qualifier: StaticString, from start: Day, to last: Day) {
        begin("DTP")
        element(qualifier)
        element("RD8")
        openElement()
        append(from: start, to: last)
        end()
    }

    /// REF with letters and a number.
    mutating func reference(
        _ qualifier: StaticString, _ prefix: StaticString = "", number: Int, digits: Int = 1
    ) {
        begin("REF")
        element(qualifier)
        openElement()
        append(prefix)
        appendNumber(number, digits: digits)
        end()
    }

    /// NM1 of an organization, with its identifier.
    mutating func organization(
        _ role: StaticString, _ name: UnsafeBufferPointer<UInt8>, _ qualifier: StaticString,
        number: Int, digits: Int = 1
    ) {
        begin("NM1")
        element(role)
        element("2")
        element(name)
        skip(4)
        element(qualifier)
        element(number, digits: digits)
        end()
    }

    /// A segment whose elements are all known; an empty text is an empty element.
    mutating func segment(
        _ identifier: StaticString, _ first: StaticString, _ second: StaticString = "",
        _ third: StaticString = "", _ fourth: StaticString = "", _ fifth: StaticString = ""
    ) {
        begin(identifier)
        optional(first)
        optional(second)
        optional(third)
        optional(fourth)
        optional(fifth)
        end()
    }

    /// The text, or an empty element.
    mutating func optional(_ text: StaticString) {
        if text.utf8CodeUnitCount == 0 { skip() } else { element(text) }
    }
}
