/// What claims are made of, in the schema of claims.
enum ClaimDefinitions {
    /// Members of `$defs`, with no comma after the last.
    static let text = #"""
            "diagnosis": {
              "type": "object",
              "additionalProperties": false,
              "required": ["order", "code", "kind"],
              "properties": {
                "order": {
                  "description": "Its place among the diagnoses, from 1: what a line points to",
                  "type": "integer",
                  "minimum": 1
                },
                "code": {
                  "$ref": "#/$defs/text",
                  "description": "HI-n-2, as sent: without a point"
                },
                "kind": {
                  "$ref": "#/$defs/code",
                  "description": "HI-n-1: what it is, and of which list"
                },
                "presentOnAdmission": { "$ref": "#/$defs/code", "description": "HI-n-9" }
              }
            },
            "claimProcedure": {
              "type": "object",
              "additionalProperties": false,
              "required": ["code", "kind"],
              "properties": {
                "code": { "$ref": "#/$defs/text", "description": "HI-n-2" },
                "kind": {
                  "$ref": "#/$defs/code",
                  "description": "HI-n-1: principal or other, and of which list"
                },
                "date": { "$ref": "#/$defs/date", "description": "HI-n-4" },
                "dateSent": { "$ref": "#/$defs/sent", "description": "HI-n-4" }
              }
            },
            "occurrence": {
              "description": "An event with its day",
              "type": "object",
              "additionalProperties": false,
              "required": ["code"],
              "properties": {
                "code": { "$ref": "#/$defs/text", "description": "HI-n-2" },
                "date": { "$ref": "#/$defs/date", "description": "HI-n-4" },
                "dateSent": { "$ref": "#/$defs/sent", "description": "HI-n-4" }
              }
            },
            "occurrenceSpan": {
              "description": "An event with its days",
              "type": "object",
              "additionalProperties": false,
              "required": ["code"],
              "properties": {
                "code": { "$ref": "#/$defs/text", "description": "HI-n-2" },
                "begin": { "$ref": "#/$defs/date", "description": "First day of HI-n-4" },
                "beginSent": { "$ref": "#/$defs/sent", "description": "First day of HI-n-4" },
                "end": { "$ref": "#/$defs/date", "description": "Last day of HI-n-4" },
                "endSent": { "$ref": "#/$defs/sent", "description": "Last day of HI-n-4" }
              }
            },
            "claimValue": {
              "description": "An amount or number that a code names",
              "type": "object",
              "additionalProperties": false,
              "required": ["code"],
              "properties": {
                "code": { "$ref": "#/$defs/text", "description": "HI-n-2" },
                "amount": { "$ref": "#/$defs/money", "description": "HI-n-5" },
                "amountSent": { "$ref": "#/$defs/sent", "description": "HI-n-5" }
              }
            },
            "attachment": {
              "description": "PWK: papers that support the claim or line",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "reportType": { "$ref": "#/$defs/code", "description": "PWK-01" },
                "transmission": { "$ref": "#/$defs/code", "description": "PWK-02" },
                "controlNumber": { "$ref": "#/$defs/text", "description": "PWK-06" }
              }
            },
            "contract": {
              "description": "CN1: what provider and payer agreed",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "type": { "$ref": "#/$defs/code", "description": "CN1-01" },
                "amount": { "$ref": "#/$defs/money", "description": "CN1-02" },
                "amountSent": { "$ref": "#/$defs/sent", "description": "CN1-02" },
                "percentage": { "$ref": "#/$defs/text", "description": "CN1-03" },
                "code": { "$ref": "#/$defs/text", "description": "CN1-04" },
                "discountPercentage": { "$ref": "#/$defs/text", "description": "CN1-05" },
                "version": { "$ref": "#/$defs/text", "description": "CN1-06" }
              }
            },
            "note": {
              "description": "NTE",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "code": { "$ref": "#/$defs/text", "description": "NTE-01" },
                "label": { "$ref": "#/$defs/text" },
                "text": { "$ref": "#/$defs/text", "description": "NTE-02" }
              }
            },
            "ambulance": {
              "description": "CR1",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "patientWeight": { "$ref": "#/$defs/text", "description": "CR1-02: pounds" },
                "reason": { "$ref": "#/$defs/code", "description": "CR1-04" },
                "distance": { "$ref": "#/$defs/text", "description": "CR1-06: miles" },
                "roundTripPurpose": { "$ref": "#/$defs/text", "description": "CR1-09" },
                "stretcherPurpose": { "$ref": "#/$defs/text", "description": "CR1-10" }
              }
            },
            "conditionIndicators": {
              "description": "CRC: conditions of one category that are, or are not, met",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "category": { "$ref": "#/$defs/code", "description": "CRC-01" },
                "applies": { "type": "boolean", "description": "CRC-02" },
                "conditions": { "$ref": "#/$defs/codes", "description": "CRC-03 to -07" }
              }
            },
            "pricing": {
              "description": "HCP: how a repricer priced the claim or line",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "methodology": { "$ref": "#/$defs/code", "description": "HCP-01" },
                "allowedAmount": { "$ref": "#/$defs/money", "description": "HCP-02" },
                "allowedAmountSent": { "$ref": "#/$defs/sent", "description": "HCP-02" },
                "savingsAmount": { "$ref": "#/$defs/money", "description": "HCP-03" },
                "savingsAmountSent": { "$ref": "#/$defs/sent", "description": "HCP-03" },
                "organization": { "$ref": "#/$defs/text", "description": "HCP-04" },
                "rate": { "$ref": "#/$defs/money", "description": "HCP-05: per diem or flat rate" },
                "rateSent": {
                  "$ref": "#/$defs/sent",
                  "description": "HCP-05: per diem or flat rate"
                },
                "group": {
                  "$ref": "#/$defs/text",
                  "description": "HCP-06: ambulatory patient group, or DRG"
                },
                "groupAmount": { "$ref": "#/$defs/money", "description": "HCP-07" },
                "groupAmountSent": { "$ref": "#/$defs/sent", "description": "HCP-07" },
                "revenueCode": { "$ref": "#/$defs/text", "description": "HCP-08" },
                "procedureQualifier": { "$ref": "#/$defs/code", "description": "HCP-09" },
                "procedure": { "$ref": "#/$defs/text", "description": "HCP-10" },
                "unit": { "$ref": "#/$defs/code", "description": "HCP-11" },
                "quantity": { "$ref": "#/$defs/text", "description": "HCP-12" },
                "rejectReason": { "$ref": "#/$defs/code", "description": "HCP-13" },
                "policyCompliance": { "$ref": "#/$defs/code", "description": "HCP-14" },
                "exception": { "$ref": "#/$defs/code", "description": "HCP-15" }
              }
            },
            "spinalManipulation": {
              "description": "2300/CR2",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "condition": { "$ref": "#/$defs/code", "description": "2300/CR2-08" },
                "descriptions": { "$ref": "#/$defs/texts", "description": "2300/CR2-10 and -11" }
              }
            },
            "orthodontics": {
              "description": "2300/DN1",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "totalMonths": { "$ref": "#/$defs/text", "description": "2300/DN1-01" },
                "remainingMonths": { "$ref": "#/$defs/text", "description": "2300/DN1-02" },
                "treatment": { "type": "boolean", "description": "2300/DN1-04" }
              }
            },
            "toothStatus": {
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "tooth": { "$ref": "#/$defs/text", "description": "2300/DN2-01" },
                "status": { "$ref": "#/$defs/code", "description": "2300/DN2-02" }
              }
            }
        """#
}
