/// Values, names, addresses and findings, in the schemas of all records.
enum SharedDefinitions {
    /// Members of `$defs`, with no comma after the last.
    static let text = text(
        place: #"^([0-9A-Z]+/)?([A-Z][0-9A-Z]{1,2}(-[0-9-]+)?)?$|^[0-9A-Z]*$"#,
        words: "Loop, segment, element and component: 2100A/NM1-09")

    /// - Parameters:
    ///   - place: the pattern of places in findings.
    ///   - words: what they are.
    static func text(place: String, words: String) -> String {
        #"""
            "text": { "type": "string", "minLength": 1 },
            "sent": {
              "description": "As sent: no day of the calendar, no number, or an open end",
              "type": "string",
              "minLength": 1
            },
            "range": {
              "description": "Start and end offset in the input, the end exclusive",
              "type": "array",
              "minItems": 2,
              "maxItems": 2,
              "items": { "type": "integer", "minimum": 0 }
            },
            "date": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
            "endDate": {
              "description": "null for an open end",
              "type": ["string", "null"],
              "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
            },
            "openEnd": {
              "if": { "required": ["end"], "properties": { "end": { "type": "null" } } },
              "then": { "required": ["endSent"] }
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
            "identifier": {
              "description": "A qualifier and the value that it names",
              "type": "object",
              "additionalProperties": false,
              "required": ["code", "value"],
              "properties": {
                "code": { "$ref": "#/$defs/text", "description": "The qualifier, as sent" },
                "label": { "$ref": "#/$defs/text" },
                "value": { "$ref": "#/$defs/text" }
              }
            },
            "amount": {
              "type": "object",
              "additionalProperties": false,
              "required": ["code"],
              "oneOf": [{"required": ["amount"]}, {"required": ["amountSent"]}],
              "properties": {
                "code": { "$ref": "#/$defs/text", "description": "AMT-01" },
                "label": { "$ref": "#/$defs/text" },
                "amount": { "$ref": "#/$defs/money", "description": "AMT-02" },
                "amountSent": { "$ref": "#/$defs/sent", "description": "AMT-02" }
              }
            },
            "name": {
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "last": {
                  "$ref": "#/$defs/text",
                  "description": "NM1-03: of a person the last name, else the whole name"
                },
                "first": { "$ref": "#/$defs/text", "description": "NM1-04" },
                "middle": { "$ref": "#/$defs/text", "description": "NM1-05" },
                "prefix": { "$ref": "#/$defs/text", "description": "NM1-06" },
                "suffix": { "$ref": "#/$defs/text", "description": "NM1-07" }
              }
            },
            "address": {
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "lines": { "$ref": "#/$defs/texts", "description": "N3-01 and -02" },
                "city": { "$ref": "#/$defs/text", "description": "N4-01" },
                "state": { "$ref": "#/$defs/text", "description": "N4-02" },
                "postalCode": { "$ref": "#/$defs/text", "description": "N4-03" },
                "country": { "$ref": "#/$defs/text", "description": "N4-04" },
                "subdivision": { "$ref": "#/$defs/text", "description": "N4-07" },
                "county": { "$ref": "#/$defs/text", "description": "N4-06 where N4-05 is CY" },
                "location": {
                  "$ref": "#/$defs/identifier",
                  "description": "N4-05 and -06 otherwise"
                }
              }
            },
            "contact": {
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "name": { "$ref": "#/$defs/text", "description": "PER-02" },
                "numbers": { "$ref": "#/$defs/identifiers", "description": "PER-03 to -08" }
              }
            },
            "other": {
              "type": "object",
              "additionalProperties": false,
              "required": ["place", "value", "bytes"],
              "properties": {
                "place": {
                  "type": "string",
                  "description": "Loop, segment, element and component, as in findings"
                },
                "value": { "$ref": "#/$defs/text", "description": "As sent" },
                "bytes": { "$ref": "#/$defs/range" }
              }
            },
            "finding": {
              "type": "object",
              "additionalProperties": false,
              "required": ["rule", "severity", "place", "bytes", "message"],
              "properties": {
                "rule": {
                  "type": "string",
                  "pattern": "^[a-z0-9]+(\\.[a-z0-9-]+)+$",
                  "description": "turnpike rule ID explains it"
                },
                "severity": { "enum": ["note", "warning", "error"] },
                "place": {
                  "type": "string",
                  "pattern": "\#(place)",
                  "description": "\#(words)"
                },
                "bytes": {
                  "$ref": "#/$defs/range",
                  "description": "The offending bytes; empty where something is missing"
                },
                "line": { "type": "integer", "minimum": 1 },
                "column": { "type": "integer", "minimum": 1, "description": "In bytes" },
                "expected": { "$ref": "#/$defs/text", "description": "What would be right" },
                "message": { "$ref": "#/$defs/text", "description": "The law that is broken" },
                "inherited": {
                  "const": true,
                  "description": "Of what several records share, and counted there"
                },
                "related": {
                  "$ref": "#/$defs/ranges",
                  "description": "Other places that the rule speaks of"
                }
              }
            },
            "identifiers": {
              "type": "array",
              "minItems": 1,
              "items": { "$ref": "#/$defs/identifier" }
            },
            "contacts": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/contact" } },
            "codes": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/code" } },
            "others": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/other" } },
            "texts": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/text" } },
            "ranges": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/range" } },
            "findings": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/finding" } }
        """#
    }
}
