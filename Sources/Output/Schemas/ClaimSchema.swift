/// `schemas/claim.schema.json`: the record itself; its parts are definitions.
enum ClaimSchema {
    static let text =
        [head, ClaimProperties.text, shared].joined(separator: ",\n") + "\n  },\n  \"$defs\": {\n"
        + [
            ClaimDefinitions.text, ServiceLineDefinitions.text, AdjudicationDefinitions.text,
            OtherSubscriberDefinitions.text, ClaimPartyDefinitions.text, SharedDefinitions.text,
        ].joined(separator: ",\n") + "\n  }\n}\n"

    private static let head = #"""
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "$id": "claim.schema.json",
          "title": "Claim",
          "description": "One claim (2300) of an X12 837 transaction set, 005010X222A1, 005010X223A2 or 005010X224A2",
          "type": "object",
          "additionalProperties": false,
          "required": ["recordType", "claimType", "transaction", "source"],
          "properties": {
            "recordType": { "const": "claim" },
            "memberId": {
              "$ref": "#/$defs/text",
              "description": "2010BA/NM1-09 where NM1-08 is MI: the subscriber's, for dependents too"
            },
            "relationship": {
              "$ref": "#/$defs/code",
              "description": "2000C/PAT-01, else 2000B/SBR-02: of the patient to the subscriber; 18 is self"
            },
            "claimType": {
              "enum": ["professional", "institutional", "dental"],
              "description": "ST-03, else GS-08"
            }
        """#

    private static let shared = #"""
            "submitter": { "$ref": "#/$defs/provider", "description": "1000A" },
            "receiver": { "$ref": "#/$defs/provider", "description": "1000B" },
            "billingProvider": {
              "$ref": "#/$defs/provider",
              "description": "2010AA, and 2000A/PRV"
            },
            "payToAddress": { "$ref": "#/$defs/provider", "description": "2010AB" },
            "payToPlan": { "$ref": "#/$defs/provider", "description": "2010AC" },
            "currency": {
              "$ref": "#/$defs/text",
              "description": "2000A/CUR-02: of all amounts, where it is not the US dollar"
            },
            "subscriber": { "$ref": "#/$defs/subscriber", "description": "2000B and 2010BA" },
            "payer": { "$ref": "#/$defs/payer", "description": "2010BB" },
            "patient": {
              "$ref": "#/$defs/person",
              "description": "2000C and 2010CA, where the patient is not the subscriber"
            },
            "transaction": {
              "description": "The header of the transaction set",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "sender": { "$ref": "#/$defs/text", "description": "GS-02, else ISA-06" },
                "receiver": { "$ref": "#/$defs/text", "description": "GS-03, else ISA-08" },
                "usage": { "$ref": "#/$defs/code", "description": "ISA-15: production or test" },
                "purpose": { "$ref": "#/$defs/code", "description": "BHT-02" },
                "reference": { "$ref": "#/$defs/text", "description": "BHT-03" },
                "date": { "$ref": "#/$defs/date", "description": "BHT-04" },
                "dateSent": { "$ref": "#/$defs/sent", "description": "BHT-04" },
                "time": { "$ref": "#/$defs/text", "description": "BHT-05" },
                "type": {
                  "$ref": "#/$defs/code",
                  "description": "BHT-06: claims to be paid, or encounters to be known of"
                }
              }
            },
            "other": {
              "$ref": "#/$defs/others",
              "description": "Values of claim, levels and header that no field above holds"
            },
            "source": {
              "description": "Where the record stands in the input",
              "type": "object",
              "additionalProperties": false,
              "required": ["file", "record", "bytes"],
              "properties": {
                "file": { "$ref": "#/$defs/text", "description": "The input as it was named" },
                "interchange": { "$ref": "#/$defs/text", "description": "ISA-13" },
                "group": { "$ref": "#/$defs/text", "description": "GS-06" },
                "transaction": { "$ref": "#/$defs/text", "description": "ST-02" },
                "record": {
                  "type": "integer",
                  "minimum": 1,
                  "description": "Ordinal in the transaction set"
                },
                "bytes": {
                  "$ref": "#/$defs/range",
                  "description": "Of the record, from CLM to the last terminator"
                },
                "context": {
                  "$ref": "#/$defs/ranges",
                  "description": "Of what the record shares with others: the header and the levels around it"
                }
              }
            },
            "findings": {
              "$ref": "#/$defs/findings",
              "description": "What is wrong with the record, or with what it shares with others"
            }
        """#
}
