extension EnrollmentSchema {
    /// `$defs` of the schema: what a record is made of.
    static let definitions =
        "  \"$defs\": {\n" + [SharedDefinitions.text, own].joined(separator: ",\n") + "\n  }\n}\n"

    private static let own = #"""
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
            "dates": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/dated" } },
            "amounts": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/amount" } },
            "parties": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/party" } },
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
            "races": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/race" } }
        """#
}
