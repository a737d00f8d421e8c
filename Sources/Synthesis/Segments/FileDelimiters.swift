/// The four bytes that structure an interchange.
public struct FileDelimiters: Hashable, Sendable {
    let element: UInt8
    let component: UInt8
    let repetition: UInt8
    let segment: UInt8

    /// `*`, `:`, `^` and `~`.
    public static let standard = FileDelimiters(
        unchecked: UInt8(ascii: "*"), UInt8(ascii: ":"), UInt8(ascii: "^"), UInt8(ascii: "~"))

    /// The four bytes, or nil when two are equal or one of them may occur in the data.
    public init?(element: UInt8, component: UInt8, repetition: UInt8, segment: UInt8) {
        let all = [element, component, repetition, segment]
        guard Set(all).count == 4 else { return nil }
        guard !all.contains(where: FileDelimiters.occursInData) else { return nil }
        self.init(unchecked: element, component, repetition, segment)
    }

    private init(
        unchecked element: UInt8, _ component: UInt8, _ repetition: UInt8, _ segment: UInt8
    ) {
        self.element = element
        self.component = component
        self.repetition = repetition
        self.segment = segment
    }

    private static func occursInData(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80...:
            true
        default:
            // 0x07 and the bytes above 0x7F are what the planted defects put into names.
            byte == 0x07 || " '.-@".utf8.contains(byte)
        }
    }
}

/// What follows each segment terminator.
public enum LineEnding: String, CaseIterable, Sendable {
    /// Nothing, as in transmitted files.
    case none
    /// One line feed.
    case lineFeed
    /// A carriage return and a line feed.
    case carriageReturnLineFeed
}
