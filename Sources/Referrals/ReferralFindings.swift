import Diagnostics
import XMLSyntax

/// Gathers the findings of one referral.
package struct ReferralFindings {
    package private(set) var findings: [Finding] = []
    /// As many are listed of one referral; one more stands for the rest.
    package static let limit = 1000
    /// The first of each rule beyond them, and how many there are.
    private var unlisted: [(first: Finding, count: Int)] = []
    /// Where the finding stands that stands for them.
    private var limitIndex = 0
    private let window: InputWindow

    package init(_ window: InputWindow) { self.window = window }

    /// Adds a finding at a spot of the input.
    ///
    /// - Parameters:
    ///   - suffix: what follows in the place, in our own words: `/@status`.
    ///   - expected: what would be right, in our own words.
    @inline(never)
    package mutating func add(
        _ rule: Rule, at spot: ReferralSpot, _ suffix: String = "", expected: String? = nil,
        isMissing: Bool = false
    ) {
        let range =
            isMissing ? ByteRange(spot.range.start, spot.range.start) : spot.range
        add(rule, at: range, line: spot.line, place: spot.place + suffix, expected: expected)
    }

    package mutating func add(
        _ rule: Rule, at range: ByteRange, line: Int, place: String, expected: String? = nil
    ) {
        guard findings.count < Self.limit else {
            return count(rule, at: range, line: line, place: place)
        }
        findings.append(
            Finding(
                rule, at: range, place: Place(loop: place), expected: expected, line: line,
                column: window.column(of: range.start)))
    }

    /// Counts what comes after the last that is listed.
    ///
    /// The finding that stands for them is as grave as the gravest: what only warns does not set a
    /// referral aside by its number.
    private mutating func count(_ rule: Rule, at range: ByteRange, line: Int, place: String) {
        if unlisted.isEmpty {
            var last = Finding(
                .referralFindings, at: range, place: Place(loop: place), line: line,
                column: window.column(of: range.start))
            last.severity = rule.severity
            findings.append(last)
            limitIndex = findings.count - 1
        }
        findings[limitIndex].severity = max(findings[limitIndex].severity, rule.severity)
        let id = rule.id.utf8Start
        if let known = unlisted.firstIndex(where: { $0.first.rule.id.utf8Start == id }) {
            unlisted[known].count += 1
        } else {
            unlisted.append((Finding(rule, at: range, place: Place(loop: place)), 1))
        }
    }

    /// What was counted and is not listed; forgotten here.
    package mutating func takeUnlisted() -> [(first: Finding, count: Int)] {
        defer { unlisted = [] }
        return unlisted
    }

    /// Adds what was found before, in the order of the input.
    package mutating func add(_ found: [Finding]) { findings += found }

    /// Rules that ask of a value what the schema asks of this attribute too.
    private static let saidBySchema: [(rule: Rule, attribute: String)] = [
        (.referralStatusCode, "/@status"), (.referralNPI, "/@npi"), (.referralPIDSL, "/@pidsl"),
        (.referralNeedCategory, "/@category"),
    ]

    /// Forgets what the schema has said of the same attribute.
    mutating func dropWhatTheSchemaSays() {
        let said = findings.filter { $0.rule == .schemaValue }
        guard !said.isEmpty else { return }
        findings.removeAll { finding in
            if finding.rule == .referralDay {
                return said.contains {
                    $0.range.start == finding.range.start && $0.place.loop == finding.place.loop
                }
            }
            guard let twin = Self.saidBySchema.first(where: { $0.rule == finding.rule }) else {
                return false
            }
            return said.contains {
                $0.range.start == finding.range.start && $0.place.loop.hasSuffix(twin.attribute)
            }
        }
    }

    package mutating func clear() { findings.removeAll(keepingCapacity: true) }

    /// All of them in the order of the input; they are forgotten here.
    package mutating func take() -> [Finding] {
        guard !findings.isEmpty else { return [] }
        defer { clear() }
        return findings.enumerated()
            .sorted { ($0.element.range.start, $0.offset) < ($1.element.range.start, $1.offset) }
            .map(\.element)
    }
}

/// Where something stands that was read into a record.
package struct ReferralSpot {
    package let range: ByteRange
    package let line: Int
    /// In names of our grammars.
    package let place: String

    package init(_ range: ByteRange, line: Int, place: String) {
        self.range = range
        self.line = line
        self.place = place
    }
}

/// Knows where the objects of a record stand in the input.
package protocol ReferralSpots: ~Copyable {
    /// The element that an object was made of, or the nearest around it.
    func spot(_ object: Int) -> ReferralSpot
}
