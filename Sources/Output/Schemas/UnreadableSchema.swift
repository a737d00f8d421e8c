/// `schemas/unreadable.schema.json`.
enum UnreadableSchema {
    static let text = #"""
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "$id": "unreadable.schema.json",
          "title": "Unreadable",
          "description": "A part of an input that could not be read as records, in the rejects",
          "type": "object",
          "additionalProperties": false,
          "required": ["recordType", "scope", "source", "raw"],
          "properties": {
            "recordType": { "const": "unreadable" },
            "scope": {
              "enum": ["group", "transaction", "bytes", "row"],
              "description": "How much was set aside whole"
            },
            "source": {
              "description": "Where it stands in the input",
              "type": "object",
              "additionalProperties": false,
              "required": ["file"],
              "properties": {
                "file": { "$ref": "#/$defs/text", "description": "The input as it was named" },
                "interchange": { "$ref": "#/$defs/text", "description": "ISA-13" },
                "group": { "$ref": "#/$defs/text", "description": "GS-06" },
                "transaction": { "$ref": "#/$defs/text", "description": "ST-02" },
                "part": { "const": true, "description": "It goes on from or in another line" },
                "sheet": { "$ref": "#/$defs/number", "description": "Of workbooks, from 1" },
                "sheetName": { "$ref": "#/$defs/text", "description": "Of workbooks, as sent" },
                "row": { "$ref": "#/$defs/number", "description": "Of tables, from 1" },
                "bytes": { "$ref": "#/$defs/range", "description": "But of workbooks" }
              }
            },
            "layout": { "$ref": "#/$defs/text", "description": "Of the table around a row" },
            "raw": {
              "type": "string",
              "description": "The bytes; unless they are UTF-8, each as one character; of workbooks the cells, with tabs between them"
            },
            "findings": { "$ref": "#/$defs/findings", "description": "Why it could not be read" }
          },
          "$defs": {
            "text": { "type": "string", "minLength": 1 },
            "number": { "type": "integer", "minimum": 1 },

        """# + findings + #"""
            ,
                "findings": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/finding" } }
              }
            }

            """#

    /// Members of `$defs`, with no comma after the last: findings of any input.
    static let findings = #"""
            "range": {
              "description": "Start and end offset in the input, the end exclusive",
              "type": "array",
              "minItems": 2,
              "maxItems": 2,
              "items": { "type": "integer", "minimum": 0 }
            },
            "ranges": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/range" } },
            "finding": {
              "type": "object",
              "additionalProperties": false,
              "required": ["rule", "severity", "place", "message"],
              "properties": {
                "rule": {
                  "type": "string",
                  "pattern": "^[a-z0-9]+(\\.[a-z0-9-]+)+$",
                  "description": "turnpike rule ID explains it"
                },
                "severity": { "enum": ["note", "warning", "error"] },
                "place": {
                  "type": "string",
                  "description": "2100A/NM1-09; of tables a column; of XML a path: referral/member/name"
                },
                "sheet": { "$ref": "#/$defs/number", "description": "Of workbooks, from 1" },
                "row": { "$ref": "#/$defs/number", "description": "Of tables, from 1" },
                "bytes": {
                  "$ref": "#/$defs/range",
                  "description": "The offending bytes, empty where something is missing; but of workbooks"
                },
                "line": { "type": "integer", "minimum": 1 },
                "column": { "type": "integer", "minimum": 1, "description": "In bytes, of tables in characters" },
                "expected": { "$ref": "#/$defs/text", "description": "What would be right" },
                "message": { "$ref": "#/$defs/text", "description": "The law that is broken" },
                "inherited": {
                  "const": true,
                  "description": "Of what several records share, and counted there"
                },
                "relatedSheet": {
                  "$ref": "#/$defs/number",
                  "description": "The sheet of that row, where it is another"
                },
                "relatedRow": {
                  "$ref": "#/$defs/number",
                  "description": "The row that the rule speaks of as well"
                },
                "related": {
                  "$ref": "#/$defs/ranges",
                  "description": "Other places that the rule speaks of"
                }
              }
            }
        """#
}
