import XMLSyntax

/// The words of a narrative, without its markup.
struct FHIRNarrative {
    private(set) var words: [UInt8] = []
    /// Whether a blank or the end of a line comes before the next word.
    private var gap: UInt8 = 0

    private static let lines: Set<String> = [
        "br", "caption", "div", "dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol",
        "p", "pre", "table", "tr", "ul",
    ]

    /// Some elements begin a line.
    mutating func start(_ event: XMLEvent, _ reader: inout XMLReader) {
        let name = reader.name(event.name).local
        if Self.lines.contains(name) {
            gap = 0x0A
        } else if name == "td" || name == "th", gap == 0 {
            gap = 0x20
        }
    }

    /// White space between tags.
    mutating func appendBlank() {
        if gap == 0 { gap = 0x20 }
    }

    mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        for byte in text {
            if byte <= 0x20 {
                if gap == 0 { gap = 0x20 }
                continue
            }
            if gap != 0, !words.isEmpty { words.append(gap) }
            gap = 0
            words.append(byte)
        }
    }
}
