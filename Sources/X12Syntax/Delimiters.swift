/// The four characters that an interchange declares for itself.
///
/// Source: ISA, X12.5: the element separator is the byte after `ISA`, the component separator is
/// ISA16, the terminator the byte after it, the repetition separator ISA11 since version 00402.
public struct Delimiters: Sendable, Hashable {
    public var element: UInt8
    public var component: UInt8?
    public var repetition: UInt8?
    public var terminator: UInt8

    public init(element: UInt8, component: UInt8?, repetition: UInt8?, terminator: UInt8) {
        self.element = element
        self.component = component == element || component == terminator ? nil : component
        let clashes = repetition == element || repetition == terminator || repetition == component
        self.repetition = clashes ? nil : repetition
        self.terminator = terminator
    }

    /// `*`, `:`, `^` and `~`.
    public static let usual = Delimiters(
        element: UInt8(ascii: "*"), component: UInt8(ascii: ":"), repetition: UInt8(ascii: "^"),
        terminator: UInt8(ascii: "~"))
}

extension UInt8 {
    /// A letter or digit of ASCII.
    @inlinable package var isAlphanumeric: Bool {
        0x30...0x39 ~= self || 0x41...0x5A ~= self || 0x61...0x7A ~= self
    }

    /// A blank, tab, line feed or carriage return: trivia between segments.
    @inlinable package var isWhiteSpace: Bool {
        self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09
    }
}
