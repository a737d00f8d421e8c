/// What payers decided on lines, and forms, in the schema of claims.
enum AdjudicationDefinitions {
    /// Members of `$defs`, with no comma after the last.
    static let text = #"""
            "lineAdjudication": {
              "description": "2430: what another payer decided on the line",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "payer": {
                  "$ref": "#/$defs/text",
                  "description": "2430/SVD-01: the payer's identifier, as in its 2330B"
                },
                "paid": { "$ref": "#/$defs/money", "description": "2430/SVD-02" },
                "paidSent": { "$ref": "#/$defs/sent", "description": "2430/SVD-02" },
                "procedure": { "$ref": "#/$defs/procedure", "description": "2430/SVD-03" },
                "revenueCode": { "$ref": "#/$defs/text", "description": "2430/SVD-04" },
                "paidUnits": { "$ref": "#/$defs/money", "description": "2430/SVD-05" },
                "paidUnitsSent": { "$ref": "#/$defs/sent", "description": "2430/SVD-05" },
                "bundledLine": { "$ref": "#/$defs/text", "description": "2430/SVD-06" },
                "adjustments": {
                  "type": "array",
                  "minItems": 1,
                  "description": "2430/CAS",
                  "items": { "$ref": "#/$defs/adjustment" }
                },
                "date": { "$ref": "#/$defs/date", "description": "2430/DTP*573-03" },
                "dateSent": { "$ref": "#/$defs/sent", "description": "2430/DTP*573-03" },
                "remainingLiability": { "$ref": "#/$defs/money", "description": "2430/AMT*EAF-02" },
                "remainingLiabilitySent": {
                  "$ref": "#/$defs/sent",
                  "description": "2430/AMT*EAF-02"
                }
              }
            },
            "adjustment": {
              "description": "One of the up to six of a CAS",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "group": { "$ref": "#/$defs/code", "description": "CAS-01" },
                "reason": {
                  "$ref": "#/$defs/text",
                  "description": "CAS-02, -05 and so on: the claim adjustment reason code"
                },
                "amount": {
                  "$ref": "#/$defs/money",
                  "description": "The element after the reason"
                },
                "amountSent": {
                  "$ref": "#/$defs/sent",
                  "description": "The element after the reason"
                },
                "quantity": {
                  "$ref": "#/$defs/money",
                  "description": "The element after the amount"
                },
                "quantitySent": {
                  "$ref": "#/$defs/sent",
                  "description": "The element after the amount"
                }
              }
            },
            "form": {
              "description": "2440: a form that supports the line",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "qualifier": { "$ref": "#/$defs/code", "description": "2440/LQ-01" },
                "code": { "$ref": "#/$defs/text", "description": "2440/LQ-02" },
                "answers": {
                  "type": "array",
                  "minItems": 1,
                  "description": "2440/FRM",
                  "items": { "$ref": "#/$defs/formAnswer" }
                }
              }
            },
            "formAnswer": {
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "question": { "$ref": "#/$defs/text", "description": "2440/FRM-01" },
                "response": { "$ref": "#/$defs/code", "description": "2440/FRM-02" },
                "text": { "$ref": "#/$defs/text", "description": "2440/FRM-03" },
                "date": { "$ref": "#/$defs/date", "description": "2440/FRM-04" },
                "dateSent": { "$ref": "#/$defs/sent", "description": "2440/FRM-04" },
                "percent": { "$ref": "#/$defs/text", "description": "2440/FRM-05" }
              }
            }
        """#
}
