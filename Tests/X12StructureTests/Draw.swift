import X12Grammar

@testable import X12Structure

/// Draws segments of a guide: most are as they should be, the same ones at every run.
struct Draw: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ state >> 29
    }

    /// Whether what happens once in so many times happens now.
    mutating func isOne(in times: Int) -> Bool { Int.random(in: 1...times, using: &self) == 1 }

    mutating func pick<Element>(_ elements: [Element], or other: Element) -> Element {
        elements.randomElement(using: &self) ?? other
    }

    /// What is wrong in most elements, and right in some.
    static let odd = [
        "C9", "20230229", "20240229", "2500", "123456", "1,5", "X1", "X1:", ":T", "X1:T:Z", "X9:T",
        "T^U", "T^U^V^W", "^", ":", "D8", "RD8", "D6", "DT", "TM", "20240301-", "ABCDEFGHIJKLMN",
        "20240229-20240301", "202402291259", "2359", " ", "  A", "A ", "É", "\u{1}", "\u{7F}", ".",
        "-", "0", "240229", "\"", "\\",
    ]

    /// A segment as text, without its terminator.
    ///
    /// - Parameter mistakes: whether some of its elements may be wrong.
    mutating func segment(_ definition: SegmentDefinition, mistakes: Bool = true) -> String {
        var elements = right(definition.elements, definition.notes)
        if mistakes {
            for index in elements.indices {
                if isOne(in: 15) { elements[index] = spoilt(elements[index]) }
                if isOne(in: 40) { elements[index] = "" }
            }
        }
        while elements.last == "", !mistakes || !isOne(in: 20) { elements.removeLast() }
        if mistakes, isOne(in: 30) { elements.append(pick(Draw.odd, or: "")) }
        return ([definition.id] + elements).joined(separator: "*")
    }

    /// Elements or components that keep the notes between them.
    private mutating func right(
        _ definitions: [ElementDefinition], _ notes: [SyntaxNote]
    ) -> [String] {
        for _ in 0..<50 {
            var parts: [String] = []
            var present: UInt64 = 0
            for definition in definitions {
                let isSent = definition.usage == .required || isOne(in: 2)
                let part = isSent ? element(definition, after: parts.last ?? "") : ""
                if !part.isEmpty { present |= 1 << UInt64(definition.position) }
                parts.append(part)
            }
            if notes.allSatisfy({ CompiledNote($0).holds(present) }) { return parts }
        }
        return []
    }

    private mutating func spoilt(_ value: String) -> String {
        var value = value
        switch Int.random(in: 0..<4, using: &self) {
        case 0: value += pick([":", "^", "A", "^A", ":1"], or: "")
        case 1: value = String(value.dropLast())
        case 2: value = value + pick(["^", ":"], or: "") + value
        default: value = pick(Draw.odd, or: "")
        }
        return value
    }

    /// What an element, its repetitions and its components may be.
    private mutating func element(_ element: ElementDefinition, after last: String) -> String {
        if element.usage == .notUsed { return "" }
        let most = min(element.maximum ?? 4, 4)
        let repeats = most > 1 && isOne(in: 2) ? Int.random(in: 2...most, using: &self) : 1
        return (0..<repeats).map { _ in
            element.isComposite ? composite(element) : simple(element, after: last)
        }.joined(separator: "^")
    }

    private mutating func composite(_ element: ElementDefinition) -> String {
        var parts = right(element.components, element.notes)
        while parts.last == "" { parts.removeLast() }
        return parts.joined(separator: ":")
    }

    private mutating func simple(_ element: ElementDefinition, after last: String) -> String {
        if !element.codes.isEmpty { return pick(element.codes, or: "") }
        if element.number == "1251" {
            return ["RD8": "20240229-20240301", "D8": "20240229", "TM": "2359"][last]
                ?? "200402291259"
        }
        let longest = min(element.maximumLength, element.minimumLength + 8)
        let length = Int.random(in: element.minimumLength...longest, using: &self)
        switch element.type {
        case .date: return element.maximumLength == 6 ? "240229" : "20240229"
        case .time: return pick(["1200", "235959"], or: "")
        case .decimal: return pick(["1", "-1", ".5", "1.5", "0"], or: "")
        case .numeric: return String(repeating: "7", count: length)
        case .string, .identifier, .binary: return String(repeating: "T", count: length)
        }
    }
}
