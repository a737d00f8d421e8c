import CareModel
import Testing
import X12Grammar
import X12Structure

/// A record and header that use every element of the guide: each value is in the output.
struct CanaryTests {
    /// Segments whose every used element has a value of its own.
    struct Canary {
        private(set) var segments = ""
        /// Place of each element that is no code, and its value as JSON has it.
        private(set) var markers: [(place: String, value: String)] = []
        private var count = 0
        private var days = 0

        mutating func add(_ segment: SegmentDefinition, loop: String) {
            var elements: [String] = []
            for element in segment.elements {
                let place = "\(loop)/\(segment.id)-\(element.position)"
                guard element.usage != .notUsed else {
                    elements.append("")
                    continue
                }
                if element.isComposite {
                    elements.append(
                        element.components.map {
                            $0.usage == .notUsed ? "" : value(of: $0, after: [], place)
                        }.joined(separator: ":"))
                } else {
                    elements.append(value(of: element, after: elements, place))
                }
            }
            while elements.last == "" { elements.removeLast() }
            segments += ([segment.id] + elements).joined(separator: "*") + "~"
        }

        private mutating func value(
            of element: ElementDefinition, after elements: [String], _ place: String
        ) -> String {
            if let code = element.codes.first { return code }
            switch element.type {
            case .date: return day(place)
            case .time: return "1200"
            default: break
            }
            if elements.last == "D8" { return day(place) }
            count += 1
            let number = String(7000 + count)
            switch element.type {
            case .decimal, .numeric:
                markers.append((place, number))
                return number
            default: break
            }
            let text = "Q" + String(count, radix: 36, uppercase: true)
            let value =
                element.maximumLength < 4 ? String(text.suffix(element.maximumLength)) : text + "Z"
            markers.append((place, "\"\(value)\""))
            return value
        }

        /// A day that no other element has.
        private mutating func day(_ place: String) -> String {
            let month = days / 28 + 1
            let day = days % 28 + 1
            days += 1
            func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
            markers.append((place, "\"2001-\(padded(month))-\(padded(day))\""))
            return "2001" + padded(month) + padded(day)
        }
    }

    private static func canary(isHeader: Bool) throws -> Canary {
        let guide = try #require(Reading.guide).guide
        var canary = Canary()
        for segment in guide.segments {
            let loop = guide.loops[segment.loop]
            let isOfHeader = !isRecord(segment.loop, guide)
            guard isOfHeader == isHeader, !["ST", "SE"].contains(segment.id) else { continue }
            canary.add(segment, loop: loop.id)
        }
        return canary
    }

    private static func isRecord(_ loop: Int, _ guide: Guide) -> Bool {
        var loop: Int? = loop
        while let index = loop {
            if guide.loops[index].isRecord { return true }
            loop = guide.loops[index].parent
        }
        return false
    }

    /// Exclusive elements (E0207) are sent together, and days and codes come as they come.
    static let allowed: Set = [
        "x12.element.relation", "x12.element.list", "enrollment.period.reversed",
        "enrollment.death.reversed", "enrollment.subscriber.self",
    ]

    @Test func nothingOfARecordIsDropped() throws {
        let canary = try Self.canary(isHeader: false)
        #expect(canary.markers.count > 100)
        let reading = Reading(canary.segments)
        let line = try #require(reading.lines.first)
        for (place, value) in canary.markers where !line.contains(value) {
            Issue.record("\(place) is not in the output")
        }
        #expect(reading.enrollments.first?.other.isEmpty == true)
        let values = Self.texts(of: try #require(reading.enrollments.first))
        for (place, value) in canary.markers where !values.contains(value.unquoted) {
            Issue.record("\(place) is in no property")
        }
        for finding in reading.findings {
            #expect(Self.allowed.contains { finding.hasPrefix($0) }, "\(finding)")
        }
    }

    @Test func nothingOfAHeaderIsDropped() throws {
        let canary = try Self.canary(isHeader: true)
        let reading = Reading(Reading.record(), header: canary.segments)
        let line = try #require(reading.lines.first)
        for (place, value) in canary.markers where !line.contains(value) {
            Issue.record("\(place) is not in the output")
        }
        #expect(reading.context.other.isEmpty)
        let values = Self.texts(of: reading.context)
        for (place, value) in canary.markers where !values.contains(value.unquoted) {
            Issue.record("\(place) is in no property")
        }
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

    /// The memory of a record is used for the next; its values are not.
    @Test func nothingIsLeftForTheNextRecord() throws {
        let canary = try Self.canary(isHeader: false)
        let after = Reading(canary.segments + Reading.record())
        let alone = Reading(Reading.record())
        #expect(after.enrollments.count == 2)
        #expect(after.enrollments.last == alone.enrollments.first)
    }
}

extension String {
    /// Without the quotation marks of JSON.
    fileprivate var unquoted: String { replacing("\"", with: "") }
}
