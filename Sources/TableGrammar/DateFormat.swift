/// How a date is written: `YYYYMMDD`, `M/D/YYYY h:mm`.
package struct DateFormat: Sendable, Hashable {
    /// A piece of it; numbers have so many digits, or one or two where that is 0.
    package enum Part: Sendable, Hashable {
        case year, month(Int), day(Int), hour(Int), minute, second
        case literal(UInt8)
    }

    /// As the layout writes it.
    package let text: String
    package let parts: [Part]

    /// `nil` where this is no format: a date has a year of four digits, a month and a day, each once,
    /// and what has one or two digits does not stand right before another number.
    package init?(_ text: String) {
        self.text = text
        var parts: [Part] = []
        var rest = Array(text.utf8)[...]
        while let letter = rest.first {
            let count = rest.prefix { $0 == letter }.count
            guard let part = Self.part(letter, count) else { return nil }
            parts.append(part)
            if case .literal = part {
                rest = rest.dropFirst()
            } else {
                rest = rest.dropFirst(count)
            }
        }
        self.parts = parts
        guard parts.contains(.year), hasOne(of: [.month(0), .month(2)]),
            hasOne(of: [.day(0), .day(2)]), Set(numbers).count == numbers.count
        else { return nil }
        for (part, next) in zip(parts, parts.dropFirst()) {
            if case .literal = next { continue }
            if [.month(0), .day(0), .hour(0)].contains(part) { return nil }
        }
    }

    private var numbers: [Part] {
        parts.filter { if case .literal = $0 { false } else { true } }
    }

    private func hasOne(of wanted: [Part]) -> Bool {
        parts.count { wanted.contains($0) } == 1
    }

    private static func part(_ letter: UInt8, _ count: Int) -> Part? {
        switch (letter, count) {
        case (UInt8(ascii: "Y"), 4): .year
        case (UInt8(ascii: "M"), 1), (UInt8(ascii: "M"), 2): .month(count == 1 ? 0 : 2)
        case (UInt8(ascii: "D"), 1), (UInt8(ascii: "D"), 2): .day(count == 1 ? 0 : 2)
        case (UInt8(ascii: "h"), 1), (UInt8(ascii: "h"), 2): .hour(count == 1 ? 0 : 2)
        case (UInt8(ascii: "m"), 2): .minute
        case (UInt8(ascii: "s"), 2): .second
        default: " -/.:T".utf8.contains(letter) ? .literal(letter) : nil
        }
    }
}
