/// Who stands in a claim, and values that a code names, in the schema of claims.
enum ClaimPartyDefinitions {
    /// Members of `$defs`, with no comma after the last.
    static let text = [providers, insured, values].joined(separator: ",\n")

    private static let providers = #"""
            "provider": {
              "description": "Whoever stands in a claim in a role: a provider, a place, a submitter",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "role": { "$ref": "#/$defs/code", "description": "NM1-01" },
                "kind": { "$ref": "#/$defs/code", "description": "NM1-02: person or organization" },
                "organization": { "$ref": "#/$defs/text", "description": "NM1-03 of an organization" },
                "name": { "$ref": "#/$defs/name", "description": "NM1-03 to -07 of a person" },
                "npi": { "$ref": "#/$defs/text", "description": "NM1-09 where NM1-08 is XX" },
                "identifier": {
                  "$ref": "#/$defs/identifier",
                  "description": "NM1-08 and -09 otherwise"
                },
                "taxonomy": { "$ref": "#/$defs/text", "description": "PRV-03" },
                "contacts": { "$ref": "#/$defs/contacts", "description": "PER" },
                "address": { "$ref": "#/$defs/address", "description": "N3 and N4" },
                "identifiers": { "$ref": "#/$defs/claimIdentifiers", "description": "REF" }
              }
            },
            "payer": {
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "role": { "$ref": "#/$defs/code", "description": "2010BB/NM1-01" },
                "kind": { "$ref": "#/$defs/code", "description": "2010BB/NM1-02" },
                "organization": { "$ref": "#/$defs/text", "description": "2010BB/NM1-03" },
                "name": {
                  "$ref": "#/$defs/name",
                  "description": "2010BB/NM1-03 to -07 where it is no organization's"
                },
                "npi": { "$ref": "#/$defs/text", "description": "2010BB/NM1-09 where NM1-08 is XX" },
                "identifier": { "$ref": "#/$defs/identifier", "description": "2010BB/NM1-08 and -09" },
                "contacts": { "$ref": "#/$defs/contacts", "description": "2010BB/PER" },
                "address": { "$ref": "#/$defs/address", "description": "2010BB/N3 and N4" },
                "identifiers": {
                  "$ref": "#/$defs/claimIdentifiers",
                  "description": "2010BB/REF of 2U EI FY NF"
                },
                "billingProviderIdentifiers": {
                  "$ref": "#/$defs/claimIdentifiers",
                  "description": "2010BB/REF of G2 LU: what the payer calls the billing provider"
                }
              }
            }
        """#

    private static let insured =
        [subscriber, person, end + ",", patient, person, end].joined(separator: "\n")

    private static let end = "      }\n    }"

    private static let subscriber = #"""
            "subscriber": {
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "payerResponsibility": { "$ref": "#/$defs/code", "description": "2000B/SBR-01" },
                "groupNumber": { "$ref": "#/$defs/text", "description": "2000B/SBR-03" },
                "groupName": { "$ref": "#/$defs/text", "description": "2000B/SBR-04" },
                "insuranceType": { "$ref": "#/$defs/code", "description": "2000B/SBR-05" },
                "claimFilingIndicator": { "$ref": "#/$defs/code", "description": "2000B/SBR-09" },
        """#

    private static let patient = #"""
            "person": {
              "type": "object",
              "additionalProperties": false,
              "properties": {
        """#

    /// Members of a subscriber and of a patient.
    private static let person = #"""
                "kind": { "$ref": "#/$defs/code", "description": "NM1-02: person or organization" },
                "organization": { "$ref": "#/$defs/text", "description": "NM1-03 of an organization" },
                "name": { "$ref": "#/$defs/name", "description": "NM1-03 to -07 of a person" },
                "identifier": {
                  "$ref": "#/$defs/identifier",
                  "description": "NM1-08 and -09, but for the member id"
                },
                "socialSecurityNumber": { "$ref": "#/$defs/text", "description": "REF*SY-02" },
                "birthDate": { "$ref": "#/$defs/date", "description": "DMG-02" },
                "birthDateSent": { "$ref": "#/$defs/sent", "description": "DMG-02" },
                "sex": { "$ref": "#/$defs/code", "description": "DMG-03" },
                "deathDate": { "$ref": "#/$defs/date", "description": "PAT-06" },
                "deathDateSent": { "$ref": "#/$defs/sent", "description": "PAT-06" },
                "weight": { "$ref": "#/$defs/text", "description": "PAT-08: pounds" },
                "pregnant": { "type": "boolean", "description": "PAT-09" },
                "propertyCasualtyClaimNumber": {
                  "$ref": "#/$defs/text",
                  "description": "REF*Y4-02"
                },
                "contacts": { "$ref": "#/$defs/contacts", "description": "PER" },
                "address": { "$ref": "#/$defs/address", "description": "N3 and N4" },
                "identifiers": {
                  "$ref": "#/$defs/claimIdentifiers",
                  "description": "REF, all others"
                }
        """#

    private static let values = #"""
            "claimIdentifier": {
              "description": "A qualifier and the identifier that it names",
              "type": "object",
              "additionalProperties": false,
              "required": ["code", "value"],
              "properties": {
                "code": { "$ref": "#/$defs/text", "description": "REF-01" },
                "label": { "$ref": "#/$defs/text" },
                "value": { "$ref": "#/$defs/text", "description": "REF-02" },
                "payerIdentifier": {
                  "$ref": "#/$defs/text",
                  "description": "REF-04-2: of the payer who gave it"
                }
              }
            },
            "claimIdentifiers": {
              "type": "array",
              "minItems": 1,
              "items": { "$ref": "#/$defs/claimIdentifier" }
            },
            "claimDate": {
              "description": "A day, a moment, a time of day or a span of days",
              "type": "object",
              "additionalProperties": false,
              "required": ["code"],
              "allOf": [{"$ref": "#/$defs/openEnd"}],
              "properties": {
                "code": { "$ref": "#/$defs/text", "description": "DTP-01" },
                "label": { "$ref": "#/$defs/text" },
                "date": { "$ref": "#/$defs/date", "description": "DTP-03 in the form D8 or DT" },
                "time": {
                  "$ref": "#/$defs/text",
                  "description": "DTP-03 in the form DT or TM: HHMM"
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
                },
                "dateSent": {
                  "$ref": "#/$defs/text",
                  "description": "DTP-03, as sent, where it is none of these"
                }
              }
            }
        """#
}
