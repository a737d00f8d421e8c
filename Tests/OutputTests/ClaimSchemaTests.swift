import CareModel
import Foundation
import Testing

@testable import Output

/// The parts of the schema of claims say of each field what the JSON has.
struct ClaimSchemaTests {
    static let definitions: [(String, any RecordFields.Type)] = [
        ("diagnosis", ClaimDiagnosisFields.self), ("claimProcedure", ClaimProcedureFields.self),
        ("occurrence", OccurrenceFields.self), ("occurrenceSpan", OccurrenceSpanFields.self),
        ("claimValue", ClaimValueFields.self), ("attachment", AttachmentFields.self),
        ("contract", ContractFields.self), ("note", ClaimNoteFields.self),
        ("ambulance", AmbulanceFields.self),
        ("conditionIndicators", ConditionIndicatorFields.self), ("pricing", PricingFields.self),
        ("spinalManipulation", SpinalManipulationFields.self),
        ("orthodontics", OrthodonticsFields.self), ("toothStatus", ToothStatusFields.self),
    ]

    @Test func definitionsHaveTheFields() throws {
        let all = try Self.object(ClaimDefinitions.text)
        #expect(Set(all.keys) == Set(Self.definitions.map(\.0)))
        for (name, fields) in Self.definitions {
            let definition = try #require(all[name] as? [String: Any])
            let properties = try #require(definition["properties"] as? [String: Any])
            #expect(Set(properties.keys) == Set(Self.keys(of: fields)), "\(name)")
        }
    }

    @Test func propertiesHaveTheFieldsOfAClaim() throws {
        let properties = try Self.object(ClaimProperties.text)
        let unlike = Set(properties.keys).symmetricDifference(Self.keys(of: ClaimFields.self))
        // Roles that only lines and other payers have.
        let roles: Set = ["billingProvider", "purchasedServiceProvider", "orderingProvider"]
        #expect(unlike == roles)
    }

    /// The keys that JSON may have for the fields.
    private static func keys(of fields: any RecordFields.Type) -> [String] {
        fields.definitions.flatMap { (definition) -> [String] in
            let name = definition.name.description
            return switch definition.kind {
            case .date, .end, .money: [name, name + "Sent"]
            case .codeMembers: [name, "label"]
            case .members: definition.fields.map { keys(of: $0) } ?? []
            case .unwritten: []
            default: [name]
            }
        }
    }

    private static func object(_ members: String) throws -> [String: Any] {
        let value = try JSONSerialization.jsonObject(with: Data("{\(members)}".utf8))
        return try #require(value as? [String: Any])
    }
}
