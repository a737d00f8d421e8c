import CareModel
import Foundation
import Output
import Testing

/// The schema of claims has the members that the fields of a record write, and no others.
struct SchemaFieldTests {
    private let schema: [String: Any]
    private let definitions: [String: [String: Any]]

    init() throws {
        let text = RecordSchema.claim.text
        let document = try JSONSerialization.jsonObject(with: Data(text.utf8))
        schema = try #require(document as? [String: Any])
        definitions = try #require(schema["$defs"] as? [String: [String: Any]])
    }

    private typealias JSONMember = (name: String, inner: (any RecordFields.Type)?)

    /// What an object of these fields may have: each member, and its fields where it is made of some.
    private static func members(_ fields: any RecordFields.Type) -> [JSONMember] {
        fields.definitions.flatMap { definition -> [JSONMember] in
            let name = definition.name.description
            switch definition.kind {
            case .unwritten: return []
            case .codeMembers: return [("code", nil), ("label", nil)]
            case .members: return definition.fields.map { members($0) } ?? []
            case .date, .end, .money: return [(name, nil), (name + "Sent", nil)]
            case .object, .objects: return [(name, definition.fields)]
            default: return [(name, nil)]
            }
        }
    }

    /// The definition behind a property: a reference, or the items of an array.
    private func resolved(_ property: [String: Any]) -> [String: Any] {
        if let items = property["items"] as? [String: Any] { return resolved(items) }
        guard let reference = property["$ref"] as? String else { return property }
        return resolved(definitions[String(reference.dropFirst("#/$defs/".count))] ?? [:])
    }

    private func check(_ fields: any RecordFields.Type, _ definition: [String: Any]) {
        let properties = definition["properties"] as? [String: [String: Any]] ?? [:]
        let members = Self.members(fields)
        #expect(Set(properties.keys) == Set(members.map(\.name)), "\(fields)")
        for (name, inner) in members {
            if let inner, let property = properties[name] { check(inner, resolved(property)) }
        }
    }

    @Test(arguments: ["serviceLine", "otherSubscriber"])
    func partsHaveTheirMembers(_ name: String) throws {
        let definition = try #require(definitions[name])
        check(
            name == "serviceLine" ? ServiceLineFields.self : OtherSubscriberFields.self, definition)
    }

    /// Roles that 2420 has and 2310 has not.
    private static let rolesOfLines: Set = ["orderingProvider", "purchasedServiceProvider"]

    @Test func claimsHaveTheirMembers() throws {
        let properties = try #require(schema["properties"] as? [String: [String: Any]])
        for (name, inner) in Self.members(ClaimFields.self)
        where !Self.rolesOfLines.contains(name) {
            guard let property = properties[name] else {
                Issue.record("\(name) is not in the schema")
                continue
            }
            if let inner { check(inner, resolved(property)) }
        }
    }

    /// Every reference leads somewhere, and every definition is used.
    @Test func referencesLeadToDefinitions() {
        let text = RecordSchema.claim.text
        let used = Set(text.matches(of: /"#\/\$defs\/(\w+)"/).map { String($0.1) })
        #expect(used == Set(definitions.keys))
    }
}
