/// Service lines in the schema of claims.
enum ServiceLineDefinitions {
    /// Members of `$defs`, with no comma after the last.
    static let text = #"""
            "serviceLine": {
              "description": "2400 to 2440: what was done, when, how often and for how much",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "number": { "$ref": "#/$defs/text", "description": "2400/LX-01" },
                "revenueCode": { "$ref": "#/$defs/text", "description": "2400/SV2-01" },
                "procedure": {
                  "$ref": "#/$defs/procedure",
                  "description": "2400/SV1-01, SV2-02 or SV3-01"
                },
                "charge": {
                  "$ref": "#/$defs/money",
                  "description": "2400/SV1-02, SV2-03 or SV3-02"
                },
                "chargeSent": {
                  "$ref": "#/$defs/sent",
                  "description": "2400/SV1-02, SV2-03 or SV3-02"
                },
                "nonCoveredCharge": { "$ref": "#/$defs/money", "description": "2400/SV2-07" },
                "nonCoveredChargeSent": { "$ref": "#/$defs/sent", "description": "2400/SV2-07" },
                "units": {
                  "$ref": "#/$defs/quantity",
                  "description": "2400/SV1-03 and -04, SV2-04 and -05, or SV3-06"
                },
                "placeOfService": {
                  "$ref": "#/$defs/code",
                  "description": "2400/SV1-05 or SV3-03"
                },
                "service": { "$ref": "#/$defs/servicePeriod", "description": "2400/DTP*472-03" },
                "diagnosisPointers": {
                  "$ref": "#/$defs/texts",
                  "description": "2400/SV1-07 or SV3-11: numbers of the claim's diagnoses, from 1"
                },
                "emergency": { "type": "boolean", "description": "2400/SV1-09" },
                "epsdt": { "type": "boolean", "description": "2400/SV1-11" },
                "familyPlanning": { "type": "boolean", "description": "2400/SV1-12" },
                "copayStatus": { "$ref": "#/$defs/code", "description": "2400/SV1-15" },
                "oralCavities": { "$ref": "#/$defs/codes", "description": "2400/SV3-04" },
                "placement": {
                  "$ref": "#/$defs/code",
                  "description": "2400/SV3-05: of a prosthesis, crown or inlay"
                },
                "teeth": {
                  "type": "array",
                  "minItems": 1,
                  "description": "2400/TOO",
                  "items": { "$ref": "#/$defs/tooth" }
                },
                "controlNumber": {
                  "$ref": "#/$defs/text",
                  "description": "2400/REF*6R-02: the line's number at the provider"
                },
                "drug": { "$ref": "#/$defs/drug", "description": "2410" },
                "dates": {
                  "type": "array",
                  "minItems": 1,
                  "description": "2400/DTP, all but 472",
                  "items": { "$ref": "#/$defs/claimDate" }
                },
                "identifiers": {
                  "type": "array",
                  "minItems": 1,
                  "description": "2400/REF, all but 6R",
                  "items": { "$ref": "#/$defs/claimIdentifier" }
                },
                "amounts": {
                  "type": "array",
                  "minItems": 1,
                  "description": "2400/AMT",
                  "items": { "$ref": "#/$defs/amount" }
                },
                "notes": {
                  "type": "array",
                  "minItems": 1,
                  "description": "2400/NTE",
                  "items": { "$ref": "#/$defs/note" }
                },
                "equipment": { "$ref": "#/$defs/equipment", "description": "2400/SV5" },
                "ambulance": { "$ref": "#/$defs/ambulance", "description": "2400/CR1" },
                "certification": {
                  "$ref": "#/$defs/equipmentCertification",
                  "description": "2400/CR3"
                },
                "conditionIndicators": {
                  "type": "array",
                  "minItems": 1,
                  "description": "2400/CRC",
                  "items": { "$ref": "#/$defs/conditionIndicators" }
                },
                "quantities": {
                  "type": "array",
                  "minItems": 1,
                  "description": "2400/QTY",
                  "items": { "$ref": "#/$defs/lineQuantity" }
                },
                "testResults": {
                  "type": "array",
                  "minItems": 1,
                  "description": "2400/MEA",
                  "items": { "$ref": "#/$defs/testResult" }
                },
                "attachments": {
                  "type": "array",
                  "minItems": 1,
                  "description": "2400/PWK",
                  "items": { "$ref": "#/$defs/attachment" }
                },
                "contract": { "$ref": "#/$defs/contract", "description": "2400/CN1" },
                "fixedFormat": { "$ref": "#/$defs/texts", "description": "2400/K3-01" },
                "purchasedService": {
                  "$ref": "#/$defs/purchasedService",
                  "description": "2400/PS1"
                },
                "pricing": { "$ref": "#/$defs/pricing", "description": "2400/HCP" },
                "billingProvider": { "$ref": "#/$defs/provider", "description": "2420, NM1-01 85" },
                "attendingProvider": {
                  "$ref": "#/$defs/provider",
                  "description": "2420, NM1-01 71"
                },
                "operatingProvider": {
                  "$ref": "#/$defs/provider",
                  "description": "2420, NM1-01 72"
                },
                "otherOperatingProvider": {
                  "$ref": "#/$defs/provider",
                  "description": "2420, NM1-01 ZZ"
                },
                "renderingProvider": {
                  "$ref": "#/$defs/provider",
                  "description": "2420, NM1-01 82"
                },
                "purchasedServiceProvider": {
                  "$ref": "#/$defs/provider",
                  "description": "2420, NM1-01 QB"
                },
                "referringProviders": {
                  "type": "array",
                  "minItems": 1,
                  "description": "2420, NM1-01 DN and P3",
                  "items": { "$ref": "#/$defs/provider" }
                },
                "orderingProvider": {
                  "$ref": "#/$defs/provider",
                  "description": "2420, NM1-01 DK"
                },
                "supervisingProvider": {
                  "$ref": "#/$defs/provider",
                  "description": "2420, NM1-01 DQ"
                },
                "assistantSurgeon": {
                  "$ref": "#/$defs/provider",
                  "description": "2420, NM1-01 DD"
                },
                "serviceFacility": { "$ref": "#/$defs/provider", "description": "2420, NM1-01 77" },
                "ambulancePickUp": { "$ref": "#/$defs/provider", "description": "2420, NM1-01 PW" },
                "ambulanceDropOff": {
                  "$ref": "#/$defs/provider",
                  "description": "2420, NM1-01 45"
                },
                "otherProviders": {
                  "type": "array",
                  "minItems": 1,
                  "description": "2420, NM1 of a role that the guide does not know",
                  "items": { "$ref": "#/$defs/provider" }
                },
                "adjudications": {
                  "type": "array",
                  "minItems": 1,
                  "description": "2430",
                  "items": { "$ref": "#/$defs/lineAdjudication" }
                },
                "forms": {
                  "type": "array",
                  "minItems": 1,
                  "description": "2440",
                  "items": { "$ref": "#/$defs/form" }
                }
              }
            },
            "procedure": {
              "description": "A procedure code of the list that the qualifier names",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "qualifier": { "$ref": "#/$defs/code", "description": "Component 1" },
                "code": { "$ref": "#/$defs/text", "description": "Component 2" },
                "modifiers": { "$ref": "#/$defs/texts", "description": "Components 3 to 6" },
                "description": { "$ref": "#/$defs/text", "description": "Component 7" }
              }
            },
            "quantity": {
              "description": "A number and its unit",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "code": { "$ref": "#/$defs/text", "description": "The unit, as sent" },
                "label": { "$ref": "#/$defs/text" },
                "quantity": { "$ref": "#/$defs/money", "description": "The number" },
                "quantitySent": { "$ref": "#/$defs/sent", "description": "The number" }
              }
            },
            "servicePeriod": {
              "description": "First and last day; of a single day both are that day",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "begin": { "$ref": "#/$defs/date" },
                "beginSent": { "$ref": "#/$defs/sent" },
                "end": { "$ref": "#/$defs/date" },
                "endSent": { "$ref": "#/$defs/sent" }
              }
            },
            "tooth": {
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "qualifier": { "$ref": "#/$defs/code", "description": "2400/TOO-01" },
                "code": { "$ref": "#/$defs/text", "description": "2400/TOO-02" },
                "surfaces": { "$ref": "#/$defs/codes", "description": "2400/TOO-03" }
              }
            },
            "drug": {
              "description": "2410: a drug or biological",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "qualifier": { "$ref": "#/$defs/code", "description": "2410/LIN-02" },
                "code": {
                  "$ref": "#/$defs/text",
                  "description": "2410/LIN-03: the national drug code"
                },
                "units": { "$ref": "#/$defs/quantity", "description": "2410/CTP-04 and -05" },
                "prescriptionNumber": { "$ref": "#/$defs/text", "description": "2410/REF*XZ-02" },
                "linkNumber": {
                  "$ref": "#/$defs/text",
                  "description": "2410/REF*VY-02: what joins the parts of a compound"
                }
              }
            },
            "equipment": {
              "description": "Rental or purchase of durable medical equipment",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "procedure": { "$ref": "#/$defs/procedure", "description": "2400/SV5-01" },
                "necessity": {
                  "$ref": "#/$defs/quantity",
                  "description": "2400/SV5-02 and -03: how long it is medically necessary"
                },
                "rentalPrice": { "$ref": "#/$defs/money", "description": "2400/SV5-04" },
                "rentalPriceSent": { "$ref": "#/$defs/sent", "description": "2400/SV5-04" },
                "purchasePrice": { "$ref": "#/$defs/money", "description": "2400/SV5-05" },
                "purchasePriceSent": { "$ref": "#/$defs/sent", "description": "2400/SV5-05" },
                "rentalUnit": {
                  "$ref": "#/$defs/code",
                  "description": "2400/SV5-06: what the rental price is for"
                }
              }
            },
            "equipmentCertification": {
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "type": { "$ref": "#/$defs/code", "description": "2400/CR3-01" },
                "duration": { "$ref": "#/$defs/quantity", "description": "2400/CR3-02 and -03" }
              }
            },
            "lineQuantity": {
              "type": "object",
              "additionalProperties": false,
              "required": ["code"],
              "properties": {
                "code": { "$ref": "#/$defs/text", "description": "2400/QTY-01" },
                "label": { "$ref": "#/$defs/text" },
                "quantity": { "$ref": "#/$defs/money", "description": "2400/QTY-02" },
                "quantitySent": { "$ref": "#/$defs/sent", "description": "2400/QTY-02" }
              }
            },
            "testResult": {
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "reference": { "$ref": "#/$defs/code", "description": "2400/MEA-01" },
                "measurement": { "$ref": "#/$defs/code", "description": "2400/MEA-02" },
                "result": { "$ref": "#/$defs/money", "description": "2400/MEA-03" },
                "resultSent": { "$ref": "#/$defs/sent", "description": "2400/MEA-03" }
              }
            },
            "purchasedService": {
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "provider": { "$ref": "#/$defs/text", "description": "2400/PS1-01" },
                "charge": { "$ref": "#/$defs/money", "description": "2400/PS1-02" },
                "chargeSent": { "$ref": "#/$defs/sent", "description": "2400/PS1-02" }
              }
            }
        """#
}
