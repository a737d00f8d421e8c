import CareModel
import Testing
import X12Grammar
import X12Structure

/// A claim that uses every element that the guide has of lines and other insurance: each value is in
/// the output.
struct LineCanaryTests {
    /// Segments whose every used element has a value of its own.
    struct Canary {
        private(set) var segments = ""
        /// Place of each element that is no code, and its value.
        private(set) var markers: [(place: String, value: String)] = []
        private var days = 0

        mutating func add(_ segment: SegmentDefinition, loop: String) {
            var elements: [String] = []
            for element in segment.elements {
                let place = "\(loop)/\(segment.id)-\(element.position)"
                if element.usage == .notUsed {
                    elements.append("")
                } else if element.isComposite {
                    var parts = element.components.map {
                        $0.usage == .notUsed ? "" : value(of: $0, after: nil, place)
                    }
                    while parts.last == "" { parts.removeLast() }
                    elements.append(parts.joined(separator: ":"))
                } else {
                    elements.append(value(of: element, after: elements.last, place))
                }
            }
            while elements.last == "" { elements.removeLast() }
            segments += segment.id
            segments += elements.map { "*" + $0 }.joined() + "~"
        }

        private mutating func value(
            of element: ElementDefinition, after last: String?, _ place: String
        ) -> String {
            if let code = element.codes.first { return code }
            if element.type == .date || last == "D8" { return day(place) }
            let number = 1296 + markers.count
            let value =
                switch element.type {
                case .decimal, .numeric: String(7000 + number)
                default: marker(number, element.maximumLength)
                }
            markers.append((place, value))
            return value
        }

        /// No two have the same last two characters.
        private func marker(_ number: Int, _ length: Int) -> String {
            let text = "ZZZQ" + String(number, radix: 36, uppercase: true)
            return String(text.suffix(max(length < 7 ? length : 7, 2)))
        }

        /// A day that no other element has.
        private mutating func day(_ place: String) -> String {
            let (month, day) = (days / 28 + 10, days % 28 + 10)
            days += 1
            markers.append((place, "2001-\(month)-\(day)"))
            return "2001\(month)\(day)"
        }
    }

    private static func canary(_ guide: Guide, from start: String) -> Canary {
        var canary = Canary()
        for segment in guide.segments {
            let loop = guide.loops[segment.loop]
            guard loop.path.contains("2000B/2300/\(start)") else { continue }
            canary.add(segment, loop: loop.id)
        }
        return canary
    }

    /// Each with what comes before, and with a line for claims that have none of their own.
    private static let guides: [(CompiledGuide?, String, String)] = [
        (
            ClaimParts.professional, ServiceLineTests.claim,
            "LX*1~SV1*HC:1*1*UN*1***1~DTP*472*D8*20250701~"
        ),
        (ClaimParts.institutional, ServiceLineTests.stay, "LX*1~SV2*0120**1*UN*1~"),
        (ClaimParts.dental, ServiceLineTests.claim, "LX*1~SV3*AD:D1*1~"),
    ]

    @Test(arguments: guides.indices, ["2320", "2400"])
    func nothingIsDropped(_ index: Int, _ start: String) throws {
        let (compiled, claim, line) = Self.guides[index]
        let guide = try #require(compiled)
        let canary = Self.canary(guide.guide, from: start)
        #expect(canary.markers.count > 40)
        let parts = try ClaimParts(
            claim + canary.segments + (start == "2320" ? line : ""), guide)
        let values = Self.texts(of: try #require(parts.claim))
        for (place, value) in canary.markers {
            if !parts.json.contains(value) { Issue.record("\(place) is not in the JSON") }
            if !values.contains(value) { Issue.record("\(place) is in no property") }
        }
        #expect(parts.other.map(\.place) == [])
        #expect(parts.findings.filter { !Self.allowed($0) } == [])
    }

    /// Exclusive elements are sent together, no two values belong together, and markers are in no
    /// list.
    private static func allowed(_ finding: String) -> Bool {
        finding.hasPrefix("x12.element.relation") || finding.hasPrefix("x12.element.list")
            || finding.hasPrefix("claim.")
    }

    /// The texts, days and amounts of a value's properties, at any depth.
    private static func texts(of value: Any) -> Set<String> {
        switch value {
        case let text as Text: return [text.string]
        case let day as CalendarDate: return [day.description]
        case let amount as Money: return [amount.description]
        default:
            return Mirror(reflecting: value).children.reduce(into: []) {
                $0.formUnion(texts(of: $1.value))
            }
        }
    }
}
