import Conversion
import Testing

/// Every rule has an id of its own, a summary in the house's wording, and a place in the catalog.
struct RuleTests {
    struct Definition: Sendable {
        let id: String
        let summary: String
        let path: String
        /// Whether it is a law of the grammar language.
        let isOfGrammar: Bool
    }

    /// Rules as the sources define them: `Rule("x12.set.count", .error, "SE01 counts …"` and
    /// `GrammarRule("grammar.loop.start", "a loop begins …"`, layout rules alike.
    static func definitions() throws -> [Definition] {
        let pattern = /(Grammar|Layout)?Rule\(\s*"([^"]*)",(?:\s*\.\w+,)?\s*"([^"]*)"/
        return try Repository.sources().flatMap { file in
            file.text.matches(of: pattern).map { match in
                Definition(
                    id: String(match.2), summary: String(match.3), path: file.path,
                    isOfGrammar: match.1 != nil)
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
            let form = rule.id.wholeMatch(of: /[a-z0-9]+\.[a-z0-9-]+\.[a-z0-9-]+/)
            #expect(form != nil, "\(rule.id)")
        }
    }

    @Test func summariesAreOnePhrase() throws {
        for rule in try Self.definitions() {
            #expect(!rule.summary.isEmpty && !rule.summary.hasSuffix("."), "\(rule.id)")
        }
    }

    @Test func catalogHoldsThemAll() throws {
        let defined = try Self.definitions().filter { !$0.isOfGrammar }.map(\.id)
        let listed = RuleCatalog.rules.map(\.description)
        #expect(Set(listed) == Set(defined))
        #expect(listed.count == Set(listed).count)
    }

    @Test func catalogFindsThemAll() {
        for rule in RuleCatalog.rules { #expect(RuleCatalog.rule(rule.description) == rule) }
        for id in ["", "x", "x12", "x12.element.cod", "x12.element.codes"] {
            #expect(RuleCatalog.rule(id) == nil)
        }
    }
}
