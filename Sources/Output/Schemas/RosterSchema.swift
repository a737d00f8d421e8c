import CareModel

/// `schemas/roster-entry.schema.json`, made of the fields of a roster entry themselves.
enum RosterSchema {
    static let text =
        head + properties(RosterFields.self, indent: 4, path: "") + tail + "  \"$defs\": {\n"
        + definitions + "\n  }\n}\n"

    private static let head = #"""
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "$id": "roster-entry.schema.json",
          "title": "Roster entry",
          "description": "One row of a roster; `turnpike layout NAME` says which column is what",
          "type": "object",
          "additionalProperties": false,
          "required": ["recordType", "layout", "source"],
          "properties": {
            "recordType": { "const": "rosterEntry" },

        """#

    private static let tail = #"""
        ,
            "other": {
              "description": "Values that no field above holds",
              "type": "array",
              "minItems": 1,
              "items": { "$ref": "#/$defs/other" }
            },
            "layout": { "$ref": "#/$defs/text", "description": "The layout by which it was read" },
            "source": {
              "description": "Where the record stands in the input",
              "type": "object",
              "additionalProperties": false,
              "required": ["file", "row"],
              "properties": {
                "file": { "$ref": "#/$defs/text", "description": "The input as it was named" },
                "sheet": { "$ref": "#/$defs/number", "description": "Of workbooks, from 1" },
                "sheetName": { "$ref": "#/$defs/text", "description": "Of workbooks, as sent" },
                "row": { "$ref": "#/$defs/number", "description": "As a person counts, from 1" },
                "bytes": { "$ref": "#/$defs/range", "description": "Of text, with the line end" }
              }
            },
            "findings": {
              "description": "What is wrong with the record",
              "type": "array",
              "minItems": 1,
              "items": { "$ref": "#/$defs/finding" }
            }
          },

        """#

    /// What some fields are, by their path.
    private static let descriptions = [
        "memberId": "The MassHealth member id, as sent but for blanks around it",
        "race": "As the sender words it", "spokenLanguage": "As the sender words it",
        "writtenLanguage": "As the sender words it",
        "plan": "The plan of the member", "aco": "The ACO, or the MCO in the same columns",
        "mco": "The MCO", "cp": "The Community Partner",
        "enrollment": "Enrollment with the Community Partner",
        "span": "Enrollment with the plan", "pcp": "Primary care", "flags": "Yes or no",
        "outreach": "What was done to reach the member", "statistics": "Numbers and last days",
        "row": "What the row says of itself", "receipt": "The counts of a summary",
        "services": "Flexible Services",
    ]

    /// What stands beside the end of a period.
    private static let sentEnd =
        "The end as sent where it is no day; an open end as CCYYMMDD, in whatever form it was sent"

    /// The members of an object, each on lines of its own, without a comma after the last.
    private static func properties(
        _ fields: any RecordFields.Type, indent: Int, path: String
    ) -> String {
        fields.definitions.map { member($0, indent: indent, path: path) }
            .joined(separator: ",\n")
    }

    private static func member(
        _ definition: FieldDefinition, indent: Int, path: String
    ) -> String {
        let name = definition.name.description
        let blanks = String(repeating: " ", count: indent)
        func line(_ name: String, _ kind: String, _ words: String? = nil) -> String {
            let words = (words ?? descriptions[path + name]).map { ", \"description\": \"\($0)\"" }
            return "\(blanks)\"\(name)\": { \"$ref\": \"#/$defs/\(kind)\"\(words ?? "") }"
        }
        switch definition.kind {
        case .flag: return line(name, "flag")
        case .date: return line(name, "date") + ",\n" + line(name + "Sent", "sent")
        case .end: return line(name, "endDate") + ",\n" + line(name + "Sent", "sent", sentEnd)
        case .money: return line(name, "money") + ",\n" + line(name + "Sent", "sent")
        case .code: return line(name, "code")
        case .texts: return line(name, "texts")
        case .members:
            return definition.fields.map { properties($0, indent: indent, path: path) } ?? ""
        case .object:
            let inner = definition.fields.map {
                properties($0, indent: indent + 4, path: path + name + ".")
            }
            let words = descriptions[path + name].map {
                "\(blanks)  \"description\": \"\($0)\",\n"
            }
            return "\(blanks)\"\(name)\": {\n" + (words ?? "")
                + "\(blanks)  \"type\": \"object\",\n"
                + "\(blanks)  \"additionalProperties\": false,\n"
                + "\(blanks)  \"properties\": {\n" + (inner ?? "") + "\n\(blanks)  }\n\(blanks)}"
        default: return line(name, "text")
        }
    }

    private static let definitions =
        #"""
            "flag": { "type": "boolean" },
            "number": { "type": "integer", "minimum": 1 },
            "text": { "type": "string", "minLength": 1 },
            "texts": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/text" } },
            "sent": {
              "description": "As sent: no day of the calendar, or no number",
              "type": "string",
              "minLength": 1
            },
            "date": { "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" },
            "endDate": {
              "description": "null for an open end",
              "type": ["string", "null"],
              "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
            },
            "money": {
              "description": "An exact decimal, with the digits that were sent",
              "type": "number"
            },
            "code": {
              "type": "object",
              "additionalProperties": false,
              "required": ["code"],
              "properties": {
                "code": { "$ref": "#/$defs/text", "description": "As sent" },
                "label": {
                  "$ref": "#/$defs/text",
                  "description": "What it means, where that is known"
                }
              }
            },
            "other": {
              "type": "object",
              "additionalProperties": false,
              "required": ["place", "value"],
              "properties": {
                "place": { "$ref": "#/$defs/text", "description": "The name of the column" },
                "value": { "$ref": "#/$defs/text", "description": "As sent" },
                "bytes": { "$ref": "#/$defs/range", "description": "Of text" }
              }
            },

        """# + UnreadableSchema.findings
}
