extension EnrollmentSchema {
    /// `$defs` of the schema: what a record is made of.
    static let definitions = #"""
          "$defs": {
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
            "dated": {
              "description": "A day or a span of days",
              "type": "object",
              "additionalProperties": false,
              "required": ["code"],
              "allOf": [{"$ref": "#/$defs/openEnd"}],
              "properties": {
                "code": { "$ref": "#/$defs/text", "description": "DTP-01" },
                "label": { "$ref": "#/$defs/text" },
                "date": { "$ref": "#/$defs/date", "description": "DTP-03 in the form D8" },
                "dateSent": {
                  "$ref": "#/$defs/text",
                  "description": "DTP-03, as sent, where it is no day or span of the calendar"
                },
                "begin": {
                  "$ref": "#/$defs/date",
                  "description": "First day of DTP-03 in the form RD8"
                },
                "beginSent": {
                  "$ref": "#/$defs/sent",
                  "description": "First day of DTP-03 in the form RD8"
                },
                "end": {
                  "$ref": "#/$defs/endDate",
                  "description": "Last day of DTP-03 in the form RD8"
                },
                "endSent": {
                  "$ref": "#/$defs/sent",
                  "description": "Last day of DTP-03 in the form RD8"
                }
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
            "race": {
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "code": { "$ref": "#/$defs/text", "description": "DMG-05-1" },
                "label": { "$ref": "#/$defs/text" },
                "detail": {
                  "$ref": "#/$defs/text",
                  "description": "DMG-05-3: code of the CDC's list"
                }
              }
            },
            "party": {
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "role": { "$ref": "#/$defs/code", "description": "NM1-01" },
                "kind": { "$ref": "#/$defs/code", "description": "NM1-02: person or organization" },
                "name": { "$ref": "#/$defs/name", "description": "NM1-03 to -07 of a person" },
                "organization": { "$ref": "#/$defs/text", "description": "NM1-03 of an organization" },
                "identifier": { "$ref": "#/$defs/identifier", "description": "NM1-08 and -09" },
                "relationship": { "$ref": "#/$defs/code", "description": "NM1-10" },
                "contacts": { "$ref": "#/$defs/contacts", "description": "PER" },
                "address": { "$ref": "#/$defs/address", "description": "N3 and N4" }
              }
            },
            "headerParty": {
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "role": { "$ref": "#/$defs/code", "description": "N1-01, of a broker" },
                "name": { "$ref": "#/$defs/text", "description": "N1-02" },
                "identifier": { "$ref": "#/$defs/identifier", "description": "N1-03 and -04" },
                "accounts": { "$ref": "#/$defs/texts", "description": "ACT-01 and -06" }
              }
            },
            "coverage": {
              "type": "object",
              "additionalProperties": false,
              "allOf": [{"$ref": "#/$defs/openEnd"}],
              "properties": {
                "maintenanceType": { "$ref": "#/$defs/code", "description": "2300/HD-01" },
                "insuranceLine": { "$ref": "#/$defs/code", "description": "2300/HD-03" },
                "plan": { "$ref": "#/$defs/text", "description": "2300/HD-04" },
                "level": { "$ref": "#/$defs/code", "description": "2300/HD-05" },
                "lateEnrollment": { "type": "boolean", "description": "2300/HD-09" },
                "begin": { "$ref": "#/$defs/date", "description": "2300/DTP*348-03" },
                "beginSent": { "$ref": "#/$defs/sent", "description": "2300/DTP*348-03" },
                "end": { "$ref": "#/$defs/endDate", "description": "2300/DTP*349-03" },
                "endSent": { "$ref": "#/$defs/sent", "description": "2300/DTP*349-03" },
                "dates": {
                  "$ref": "#/$defs/dates",
                  "description": "2300/DTP, all but days of 348 and 349"
                },
                "amounts": { "$ref": "#/$defs/amounts", "description": "2300/AMT" },
                "identifiers": {
                  "$ref": "#/$defs/identifiers",
                  "description": "2300/REF, all but QQ"
                },
                "priorCoverageMonths": { "$ref": "#/$defs/text", "description": "2300/REF*QQ-02" },
                "identificationCards": {
                  "type": "array",
                  "minItems": 1,
                  "description": "2300/IDC",
                  "items": {
                    "type": "object",
                    "additionalProperties": false,
                    "properties": {
                      "planDescription": { "$ref": "#/$defs/text", "description": "2300/IDC-01" },
                      "type": { "$ref": "#/$defs/code", "description": "2300/IDC-02" },
                      "count": { "$ref": "#/$defs/text", "description": "2300/IDC-03" },
                      "action": { "$ref": "#/$defs/code", "description": "2300/IDC-04" }
                    }
                  }
                },
                "providers": { "$ref": "#/$defs/providers", "description": "2310" },
                "coordination": {
                  "$ref": "#/$defs/coordinations",
                  "description": "2320: other insurance"
                }
              }
            },
            "provider": {
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "number": { "$ref": "#/$defs/text", "description": "2310/LX-01" },
                "role": { "$ref": "#/$defs/code", "description": "NM1-01" },
                "kind": { "$ref": "#/$defs/code", "description": "NM1-02: person or organization" },
                "name": { "$ref": "#/$defs/name", "description": "NM1-03 to -07 of a person" },
                "organization": { "$ref": "#/$defs/text", "description": "NM1-03 of an organization" },
                "identifier": { "$ref": "#/$defs/identifier", "description": "NM1-08 and -09" },
                "relationship": { "$ref": "#/$defs/code", "description": "NM1-10" },
                "contacts": { "$ref": "#/$defs/contacts", "description": "PER" },
                "address": { "$ref": "#/$defs/address", "description": "N3 and N4" },
                "change": {
                  "description": "2310/PLA: why and from when the provider changed",
                  "type": "object",
                  "additionalProperties": false,
                  "properties": {
                    "action": { "$ref": "#/$defs/code", "description": "2310/PLA-01" },
                    "entity": { "$ref": "#/$defs/code", "description": "2310/PLA-02" },
                    "date": { "$ref": "#/$defs/date", "description": "2310/PLA-03" },
                    "dateSent": { "$ref": "#/$defs/sent", "description": "2310/PLA-03" },
                    "reason": { "$ref": "#/$defs/code", "description": "2310/PLA-05" }
                  }
                }
              }
            },
            "coordination": {
              "type": "object",
              "additionalProperties": false,
              "allOf": [{"$ref": "#/$defs/openEnd"}],
              "properties": {
                "payerResponsibility": { "$ref": "#/$defs/code", "description": "2320/COB-01" },
                "policyNumber": { "$ref": "#/$defs/text", "description": "2320/COB-02" },
                "status": { "$ref": "#/$defs/code", "description": "2320/COB-03" },
                "serviceTypes": {
                  "$ref": "#/$defs/codes",
                  "description": "2320/COB-04, each repetition"
                },
                "identifiers": { "$ref": "#/$defs/identifiers", "description": "2320/REF" },
                "begin": { "$ref": "#/$defs/date", "description": "2320/DTP*344-03" },
                "beginSent": { "$ref": "#/$defs/sent", "description": "2320/DTP*344-03" },
                "end": { "$ref": "#/$defs/endDate", "description": "2320/DTP*345-03" },
                "endSent": { "$ref": "#/$defs/sent", "description": "2320/DTP*345-03" },
                "entities": { "$ref": "#/$defs/parties", "description": "2330" }
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
                  "pattern": "^([0-9A-Z]+/)?([A-Z][0-9A-Z]{1,2}(-[0-9-]+)?)?$|^[0-9A-Z]*$",
                  "description": "Loop, segment, element and component: 2100A/NM1-09"
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
            "dates": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/dated" } },
            "amounts": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/amount" } },
            "contacts": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/contact" } },
            "parties": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/party" } },
            "codes": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/code" } },
            "others": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/other" } },
            "headerParties": {
              "type": "array",
              "minItems": 1,
              "items": { "$ref": "#/$defs/headerParty" }
            },
            "providers": {
              "type": "array",
              "minItems": 1,
              "items": { "$ref": "#/$defs/provider" }
            },
            "coordinations": {
              "type": "array",
              "minItems": 1,
              "items": { "$ref": "#/$defs/coordination" }
            },
            "coverages": {
              "type": "array",
              "minItems": 1,
              "items": { "$ref": "#/$defs/coverage" }
            },
            "races": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/race" } },
            "texts": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/text" } },
            "ranges": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/range" } },
            "findings": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/finding" } }
          }
        }

        """#
}
