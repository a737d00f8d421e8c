import CareModel
import Testing
import X12Grammar
import X12Structure

/// A claim that uses every element of loops 2300 and 2310: each value is in a field.
struct ClaimCanaryTests {
    /// Segments whose every used element has a value of its own.
    struct Canary {
        private(set) var segments = ""
        /// Place of each element that is no code, and its value as text.
        private(set) var markers: [(place: String, value: String)] = []
        private var count = 0
        private var days = 0

        init(_ guide: Guide) {
            for segment in guide.segments {
                let loop = guide.loops[segment.loop]
                guard loop.id == "2300" || loop.id.hasPrefix("2310"),
                    loop.path.hasPrefix("2000A/2000B/2300")
                else { continue }
                add(segment, loop: loop.id)
            }
        }

        init() {}

        /// Adds the segments of some loops, one after the other; what is no value is left out.
        mutating func add(_ loops: Set<String>, of guide: Guide) {
            for segment in guide.segments where !["ST", "HL", "SE"].contains(segment.id) {
                let loop = guide.loops[segment.loop].id
                if loops.contains(loop) { add(segment, loop: loop) }
            }
        }

        mutating func add(_ segment: String) { segments += segment }

        private mutating func add(_ segment: SegmentDefinition, loop: String) {
            var elements: [String] = []
            for element in segment.elements {
                let place = "\(loop)/\(segment.id)-\(element.position)"
                if element.usage == .notUsed {
                    elements.append("")
                } else if element.isComposite {
                    elements.append(composite(element, place))
                } else {
                    elements.append(value(of: element, after: elements.last, place))
                }
            }
            while elements.last == "" { elements.removeLast() }
            segments += ([segment.id] + elements).joined(separator: "*") + "~"
        }

        private mutating func composite(_ element: ElementDefinition, _ place: String) -> String {
            var parts: [String] = []
            for component in element.components {
                let place = "\(place)-\(component.position)"
                let isUsed = component.usage != .notUsed
                parts.append(isUsed ? value(of: component, after: parts.last, place) : "")
            }
            while parts.last == "" { parts.removeLast() }
            return parts.joined(separator: ":")
        }

        private mutating func value(
            of element: ElementDefinition, after format: String?, _ place: String
        ) -> String {
            if let code = element.codes.first { return code }
            switch format {
            case "D8": return day(place)
            case "RD8": return day(place) + "-" + day(place)
            case "TM": return "1130"
            default: break
            }
            if place.hasSuffix("DN1-4") { return "Y" }
            count += 1
            let number = String(7000 + count)
            switch element.type {
            case .decimal, .numeric:
                markers.append((place, number))
                return number
            case .date: return day(place)
            case .time: return "1200"
            default: break
            }
            let text = "Q" + String(count, radix: 36, uppercase: true)
            let value =
                element.maximumLength < 4 ? String(text.suffix(element.maximumLength)) : text + "Z"
            markers.append((place, value))
            return value
        }

        /// A day that no other element has.
        private mutating func day(_ place: String) -> String {
            let (year, month, day) = (2001 + days / 336, days / 28 % 12 + 1, days % 28 + 1)
            days += 1
            func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
            markers.append((place, "\(year)-\(padded(month))-\(padded(day))"))
            return "\(year)" + padded(month) + padded(day)
        }
    }

    static let guides = ["005010X222A1", "005010X223A2", "005010X224A2"]

    private static func compiled(_ name: String) -> CompiledGuide? {
        switch name {
        case "005010X222A1": ClaimParts.professional
        case "005010X223A2": ClaimParts.institutional
        default: ClaimParts.dental
        }
    }

    @Test(arguments: guides)
    func nothingOfAClaimIsDropped(_ name: String) throws {
        let guide = try #require(Self.compiled(name))
        let canary = Canary(guide.guide)
        #expect(canary.markers.count > 60)
        let parts = try ClaimParts(canary.segments, guide)
        #expect(parts.other.isEmpty, "\(parts.other)")
        for (place, value) in canary.markers where !parts.json.contains(value) {
            Issue.record("\(place) is not in the output")
        }
        let values = Self.texts(of: try #require(parts.claim))
        for (place, value) in canary.markers where !values.contains(value) {
            Issue.record("\(place) is in no property")
        }
    }

    /// The memory of a claim is used for the next; its values are not.
    @Test(arguments: guides)
    func nothingIsLeftForTheNextClaim(_ name: String) throws {
        let guide = try #require(Self.compiled(name))
        let small = "CLM*A1*100***11:B:1*Y*A*Y*Y~"
        let after = try ClaimParts(Canary(guide.guide).segments + small, guide)
        let alone = try ClaimParts(small, guide)
        #expect(after.claim == alone.claim)
        #expect(after.json == alone.json)
    }

    /// The texts, days and amounts of a value's properties, at any depth.
    static func texts(of value: Any) -> Set<String> {
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
