import Testing

/// Every rule has an id of its own, and a summary in the house's wording.
struct RuleTests {
    struct Definition: Sendable {
        let id: String
        let summary: String
        let path: String
    }

    /// Rules as the sources define them: `Rule("x12.set.count", .error, "SE01 counts …"` and
    /// `GrammarRule("grammar.loop.start", "a loop begins …"`.
    static func definitions() throws -> [Definition] {
        let pattern = /Rule\(\s*"([^"]*)",(?:\s*\.\w+,)?\s*"([^"]*)"/
        return try Repository.sources().flatMap { file in
            file.text.matches(of: pattern).map {
                Definition(id: String($0.output.1), summary: String($0.output.2), path: file.path)
            }
        }
    }

    @Test func idsAreUnique() throws {
        let definitions = try Self.definitions()
        #expect(definitions.count > 40)
        for (id, same) in Dictionary(grouping: definitions, by: \.id) where same.count > 1 {
            Issue.record("\(id): \(same.map(\.path))")
        }
    }

    @Test func idsHaveThreeParts() throws {
        for rule in try Self.definitions() {
            #expect(rule.id.wholeMatch(of: /[a-z0-9]+\.[a-z0-9-]+\.[a-z0-9-]+/) != nil, "\(rule.id)")
        }
    }

    @Test func summariesAreOnePhrase() throws {
        for rule in try Self.definitions() {
            #expect(!rule.summary.isEmpty && !rule.summary.hasSuffix("."), "\(rule.id)")
        }
    }
}
