/// Other insurance in the schema of claims.
enum OtherSubscriberDefinitions {
    /// Members of `$defs`, with no comma after the last.
    static let text = #"""
            "otherSubscriber": {
              "description": "2320 and 2330: other insurance of the patient",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "payerResponsibility": { "$ref": "#/$defs/code", "description": "2320/SBR-01" },
                "relationship": {
                  "$ref": "#/$defs/code",
                  "description": "2320/SBR-02: the patient's to the insured"
                },
                "groupNumber": { "$ref": "#/$defs/text", "description": "2320/SBR-03" },
                "groupName": { "$ref": "#/$defs/text", "description": "2320/SBR-04" },
                "insuranceType": { "$ref": "#/$defs/code", "description": "2320/SBR-05" },
                "claimFilingIndicator": { "$ref": "#/$defs/code", "description": "2320/SBR-09" },
                "paid": { "$ref": "#/$defs/money", "description": "2320/AMT*D-02" },
                "paidSent": { "$ref": "#/$defs/sent", "description": "2320/AMT*D-02" },
                "nonCovered": { "$ref": "#/$defs/money", "description": "2320/AMT*A8-02" },
                "nonCoveredSent": { "$ref": "#/$defs/sent", "description": "2320/AMT*A8-02" },
                "remainingLiability": { "$ref": "#/$defs/money", "description": "2320/AMT*EAF-02" },
                "remainingLiabilitySent": {
                  "$ref": "#/$defs/sent",
                  "description": "2320/AMT*EAF-02"
                },
                "adjustments": {
                  "type": "array",
                  "minItems": 1,
                  "description": "2320/CAS",
                  "items": { "$ref": "#/$defs/adjustment" }
                },
                "benefitsAssignment": { "$ref": "#/$defs/code", "description": "2320/OI-03" },
                "patientSignatureSource": { "$ref": "#/$defs/code", "description": "2320/OI-04" },
                "releaseOfInformation": { "$ref": "#/$defs/code", "description": "2320/OI-06" },
                "inpatientAdjudication": {
                  "$ref": "#/$defs/inpatientAdjudication",
                  "description": "2320/MIA"
                },
                "outpatientAdjudication": {
                  "$ref": "#/$defs/outpatientAdjudication",
                  "description": "2320/MOA"
                },
                "subscriber": { "$ref": "#/$defs/otherInsured", "description": "2330A" },
                "payer": { "$ref": "#/$defs/otherPayer", "description": "2330B" },
                "billingProvider": { "$ref": "#/$defs/provider", "description": "2330, NM1-01 85" },
                "attendingProvider": {
                  "$ref": "#/$defs/provider",
                  "description": "2330, NM1-01 71"
                },
                "operatingProvider": {
                  "$ref": "#/$defs/provider",
                  "description": "2330, NM1-01 72"
                },
                "otherOperatingProvider": {
                  "$ref": "#/$defs/provider",
                  "description": "2330, NM1-01 ZZ"
                },
                "renderingProvider": {
                  "$ref": "#/$defs/provider",
                  "description": "2330, NM1-01 82"
                },
                "purchasedServiceProvider": {
                  "$ref": "#/$defs/provider",
                  "description": "2330, NM1-01 QB"
                },
                "referringProviders": {
                  "type": "array",
                  "minItems": 1,
                  "description": "2330, NM1-01 DN and P3",
                  "items": { "$ref": "#/$defs/provider" }
                },
                "orderingProvider": {
                  "$ref": "#/$defs/provider",
                  "description": "2330, NM1-01 DK"
                },
                "supervisingProvider": {
                  "$ref": "#/$defs/provider",
                  "description": "2330, NM1-01 DQ"
                },
                "assistantSurgeon": {
                  "$ref": "#/$defs/provider",
                  "description": "2330, NM1-01 DD"
                },
                "serviceFacility": { "$ref": "#/$defs/provider", "description": "2330, NM1-01 77" },
                "ambulancePickUp": { "$ref": "#/$defs/provider", "description": "2330, NM1-01 PW" },
                "ambulanceDropOff": {
                  "$ref": "#/$defs/provider",
                  "description": "2330, NM1-01 45"
                },
                "otherProviders": {
                  "type": "array",
                  "minItems": 1,
                  "description": "2330, NM1 of a role that the guide does not know",
                  "items": { "$ref": "#/$defs/provider" }
                }
              }
            },
            "inpatientAdjudication": {
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "coveredDays": { "$ref": "#/$defs/money", "description": "2320/MIA-01" },
                "coveredDaysSent": { "$ref": "#/$defs/sent", "description": "2320/MIA-01" },
                "lifetimePsychiatricDays": {
                  "$ref": "#/$defs/money",
                  "description": "2320/MIA-03"
                },
                "lifetimePsychiatricDaysSent": {
                  "$ref": "#/$defs/sent",
                  "description": "2320/MIA-03"
                },
                "drgAmount": { "$ref": "#/$defs/money", "description": "2320/MIA-04" },
                "drgAmountSent": { "$ref": "#/$defs/sent", "description": "2320/MIA-04" },
                "remarks": {
                  "$ref": "#/$defs/texts",
                  "description": "2320/MIA-05 and -20 to -23: remittance advice remark codes"
                },
                "disproportionateShareAmount": {
                  "$ref": "#/$defs/money",
                  "description": "2320/MIA-06"
                },
                "disproportionateShareAmountSent": {
                  "$ref": "#/$defs/sent",
                  "description": "2320/MIA-06"
                },
                "passThroughAmount": { "$ref": "#/$defs/money", "description": "2320/MIA-07" },
                "passThroughAmountSent": { "$ref": "#/$defs/sent", "description": "2320/MIA-07" },
                "capitalAmount": { "$ref": "#/$defs/money", "description": "2320/MIA-08" },
                "capitalAmountSent": { "$ref": "#/$defs/sent", "description": "2320/MIA-08" },
                "capitalFederalDRGAmount": {
                  "$ref": "#/$defs/money",
                  "description": "2320/MIA-09"
                },
                "capitalFederalDRGAmountSent": {
                  "$ref": "#/$defs/sent",
                  "description": "2320/MIA-09"
                },
                "capitalHospitalDRGAmount": {
                  "$ref": "#/$defs/money",
                  "description": "2320/MIA-10"
                },
                "capitalHospitalDRGAmountSent": {
                  "$ref": "#/$defs/sent",
                  "description": "2320/MIA-10"
                },
                "capitalDisproportionateShareAmount": {
                  "$ref": "#/$defs/money",
                  "description": "2320/MIA-11"
                },
                "capitalDisproportionateShareAmountSent": {
                  "$ref": "#/$defs/sent",
                  "description": "2320/MIA-11"
                },
                "oldCapitalAmount": { "$ref": "#/$defs/money", "description": "2320/MIA-12" },
                "oldCapitalAmountSent": { "$ref": "#/$defs/sent", "description": "2320/MIA-12" },
                "capitalTeachingAmount": { "$ref": "#/$defs/money", "description": "2320/MIA-13" },
                "capitalTeachingAmountSent": {
                  "$ref": "#/$defs/sent",
                  "description": "2320/MIA-13"
                },
                "operatingHospitalDRGAmount": {
                  "$ref": "#/$defs/money",
                  "description": "2320/MIA-14"
                },
                "operatingHospitalDRGAmountSent": {
                  "$ref": "#/$defs/sent",
                  "description": "2320/MIA-14"
                },
                "costReportDays": { "$ref": "#/$defs/money", "description": "2320/MIA-15" },
                "costReportDaysSent": { "$ref": "#/$defs/sent", "description": "2320/MIA-15" },
                "operatingFederalDRGAmount": {
                  "$ref": "#/$defs/money",
                  "description": "2320/MIA-16"
                },
                "operatingFederalDRGAmountSent": {
                  "$ref": "#/$defs/sent",
                  "description": "2320/MIA-16"
                },
                "capitalOutlierAmount": { "$ref": "#/$defs/money", "description": "2320/MIA-17" },
                "capitalOutlierAmountSent": {
                  "$ref": "#/$defs/sent",
                  "description": "2320/MIA-17"
                },
                "indirectTeachingAmount": { "$ref": "#/$defs/money", "description": "2320/MIA-18" },
                "indirectTeachingAmountSent": {
                  "$ref": "#/$defs/sent",
                  "description": "2320/MIA-18"
                },
                "nonPayableProfessionalAmount": {
                  "$ref": "#/$defs/money",
                  "description": "2320/MIA-19"
                },
                "nonPayableProfessionalAmountSent": {
                  "$ref": "#/$defs/sent",
                  "description": "2320/MIA-19"
                },
                "capitalExceptionAmount": { "$ref": "#/$defs/money", "description": "2320/MIA-24" },
                "capitalExceptionAmountSent": {
                  "$ref": "#/$defs/sent",
                  "description": "2320/MIA-24"
                }
              }
            },
            "outpatientAdjudication": {
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "reimbursementRate": { "$ref": "#/$defs/money", "description": "2320/MOA-01" },
                "reimbursementRateSent": { "$ref": "#/$defs/sent", "description": "2320/MOA-01" },
                "payableAmount": { "$ref": "#/$defs/money", "description": "2320/MOA-02" },
                "payableAmountSent": { "$ref": "#/$defs/sent", "description": "2320/MOA-02" },
                "remarks": {
                  "$ref": "#/$defs/texts",
                  "description": "2320/MOA-03 to -07: remittance advice remark codes"
                },
                "renalDiseaseAmount": { "$ref": "#/$defs/money", "description": "2320/MOA-08" },
                "renalDiseaseAmountSent": { "$ref": "#/$defs/sent", "description": "2320/MOA-08" },
                "nonPayableProfessionalAmount": {
                  "$ref": "#/$defs/money",
                  "description": "2320/MOA-09"
                },
                "nonPayableProfessionalAmountSent": {
                  "$ref": "#/$defs/sent",
                  "description": "2320/MOA-09"
                }
              }
            },
            "otherInsured": {
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "kind": {
                  "$ref": "#/$defs/code",
                  "description": "2330A/NM1-02: person or organization"
                },
                "organization": {
                  "$ref": "#/$defs/text",
                  "description": "2330A/NM1-03 of an organization"
                },
                "name": {
                  "$ref": "#/$defs/name",
                  "description": "2330A/NM1-03 to -07 of a person"
                },
                "identifier": {
                  "$ref": "#/$defs/identifier",
                  "description": "2330A/NM1-08 and -09"
                },
                "address": { "$ref": "#/$defs/address", "description": "2330A/N3 and N4" },
                "identifiers": {
                  "type": "array",
                  "minItems": 1,
                  "description": "2330A/REF",
                  "items": { "$ref": "#/$defs/claimIdentifier" }
                }
              }
            },
            "otherPayer": {
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "name": { "$ref": "#/$defs/text", "description": "2330B/NM1-03" },
                "identifier": {
                  "$ref": "#/$defs/identifier",
                  "description": "2330B/NM1-08 and -09"
                },
                "address": { "$ref": "#/$defs/address", "description": "2330B/N3 and N4" },
                "adjudicationDate": { "$ref": "#/$defs/date", "description": "2330B/DTP*573-03" },
                "adjudicationDateSent": {
                  "$ref": "#/$defs/sent",
                  "description": "2330B/DTP*573-03"
                },
                "claimControlNumber": {
                  "$ref": "#/$defs/text",
                  "description": "2330B/REF*F8-02: the claim's number at this payer"
                },
                "priorAuthorization": { "$ref": "#/$defs/text", "description": "2330B/REF*G1-02" },
                "referralNumber": { "$ref": "#/$defs/text", "description": "2330B/REF*9F-02" },
                "claimAdjusted": { "type": "boolean", "description": "2330B/REF*T4-02" },
                "identifiers": {
                  "type": "array",
                  "minItems": 1,
                  "description": "2330B/REF, all others",
                  "items": { "$ref": "#/$defs/claimIdentifier" }
                }
              }
            }
        """#
}
