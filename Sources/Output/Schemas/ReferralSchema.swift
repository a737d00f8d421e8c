import CareModel

/// `schemas/referral.schema.json`, made of what the fields of a referral are defined to hold.
enum ReferralSchema {
    static let text: String = {
        var schema = FieldSchema(descriptions: ReferralDescriptions.text)
        let members = schema.properties(of: ReferralFields.self, indent: "    ")
        let head = """
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "$id": "referral.schema.json",
              "title": "Referral",
              "description": "One referral: a C-CDA Referral Note, a FHIR R4 ServiceRequest with its Task, or a Turnpike referral",
              "type": "object",
              "additionalProperties": false,
              "required": ["recordType", "source"],
              "properties": {
                "recordType": { "const": "referral" },

            """
        let definitions = schema.definitions(indent: "    ")
        return head + members + ",\n" + tail + "\n  },\n  \"$defs\": {\n" + definitions + ",\n"
            + SharedDefinitions.text(
                place: "^([A-Za-z][A-Za-z0-9]*(/@?[A-Za-z][A-Za-z0-9]*)*)?$",
                words: "Path of the element: referral/member/name") + "\n  }\n}\n"
    }()

    private static let tail = #"""
            "other": {
              "$ref": "#/$defs/others",
              "description": "Values of the referral that no field above holds"
            },
            "source": {
              "description": "Where the record stands in the input",
              "type": "object",
              "additionalProperties": false,
              "required": ["file", "document", "place", "bytes"],
              "properties": {
                "file": { "$ref": "#/$defs/text", "description": "The input as it was named" },
                "document": {
                  "type": "integer",
                  "minimum": 1,
                  "description": "Number of the document in the input"
                },
                "place": {
                  "$ref": "#/$defs/text",
                  "description": "Path of the referral's element: /referrals/referral[2]"
                },
                "bytes": { "$ref": "#/$defs/range", "description": "Of the referral's element" },
                "context": {
                  "$ref": "#/$defs/ranges",
                  "description": "Of what the record shares with others"
                }
              }
            },
            "findings": {
              "$ref": "#/$defs/findings",
              "description": "What is wrong with the record"
            }
        """#
}

/// The JSON Schema of kinds of objects, by the definitions of their fields.
struct FieldSchema {
    /// By `Kind.field`; a field without one needs none.
    private let descriptions: [String: String]
    /// Kinds that are objects of their own, in the order in which they were met.
    private var kinds: [any RecordFields.Type] = []
    /// Those that are written already.
    private var known: Set<String> = []

    init(descriptions: [String: String]) { self.descriptions = descriptions }

    /// The members of an object, with no comma after the last.
    mutating func properties(of fields: any RecordFields.Type, indent: String) -> String {
        var lines: [String] = []
        for definition in fields.definitions { lines += members(definition, of: fields) }
        return lines.map { indent + $0 }.joined(separator: ",\n")
    }

    /// Each kind as an object, until none is left.
    mutating func definitions(indent: String) -> String {
        var texts: [String] = []
        while let kind = kinds.first {
            kinds.removeFirst()
            let members = properties(of: kind, indent: indent + "    ")
            texts.append(
                """
                \(indent)"\(FieldSchema.name(kind))": {
                \(indent)  "type": "object",
                \(indent)  "additionalProperties": false,
                \(indent)  "properties": {
                \(members)
                \(indent)  }
                \(indent)}
                """)
        }
        return texts.joined(separator: ",\n")
    }

    /// `ReferralServiceFields` as `service`, `AddressFields` as `address`.
    private static func name(_ kind: any RecordFields.Type) -> String {
        var name = "\(kind)"
        if name.hasPrefix("Referral") { name.removeFirst(8) }
        if name.hasSuffix("Fields") { name.removeLast(6) }
        let lower = name.prefix(1).lowercased() + name.dropFirst()
        // What other records have a definition of is theirs.
        switch lower {
        case "personName": return "name"
        case "identifier": return "number"
        case "contact": return "contactPerson"
        case "address": return "\(kind)" == "AddressFields" ? "address" : "addressOfUse"
        default: return lower
        }
    }

    /// The members that a field may have.
    private mutating func members(
        _ definition: FieldDefinition, of fields: any RecordFields.Type
    ) -> [String] {
        let name = "\(definition.name)"
        let words =
            descriptions["\(FieldSchema.name(fields)).\(name)"].map {
                ", \"description\": \"\($0)\""
            } ?? ""
        func member(_ name: String, _ content: String) -> String {
            "\"\(name)\": { \(content)\(words) }"
        }
        func reference(_ target: String) -> String { "\"$ref\": \"#/$defs/\(target)\"" }
        switch definition.kind {
        case .text: return [member(name, reference("text"))]
        case .flag: return [member(name, "\"type\": \"boolean\"")]
        case .presence: return [member(name, "\"const\": true")]
        case .number: return [member(name, "\"type\": \"integer\", \"minimum\": 1")]
        case .date, .end:
            let day = definition.kind == .end ? "endDate" : "date"
            return [
                member(name, reference(day)), member(name + "Sent", reference("sent")),
            ]
        case .money:
            return [
                member(name, reference("money")), member(name + "Sent", reference("sent")),
            ]
        case .code: return [member(name, reference("code"))]
        case .texts: return [member(name, reference("texts"))]
        case .codes: return [member(name, reference("codes"))]
        case .codeMembers:
            return [member("code", reference("text")), member("label", reference("text"))]
        case .unwritten: return []
        case .object, .objects, .members:
            guard let inner = definition.fields else { return [] }
            if definition.kind == .members {
                return inner.definitions.flatMap { members($0, of: inner) }
            }
            let target = FieldSchema.name(inner)
            if !["name", "address"].contains(target), known.insert(target).inserted {
                kinds.append(inner)
            }
            if definition.kind == .object { return [member(name, reference(target))] }
            let list = "\"type\": \"array\", \"minItems\": 1, \"items\": { \(reference(target)) }"
            return [member(name, list)]
        }
    }
}
