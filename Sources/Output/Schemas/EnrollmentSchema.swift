/// `schemas/enrollment.schema.json`: the record itself; its parts are `definitions`.
enum EnrollmentSchema {
    static let text = record + definitions

    private static let record = #"""
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "$id": "enrollment.schema.json",
          "title": "Enrollment",
          "description": "One member loop (2000) of an X12 834 transaction set, 005010X220A1",
          "type": "object",
          "additionalProperties": false,
          "required": ["recordType", "context", "source"],
          "properties": {
            "recordType": { "const": "enrollment" },
            "memberId": {
              "$ref": "#/$defs/text",
              "description": "2000/REF*0F-02: the subscriber's, for dependents too"
            },
            "subscriber": {
              "type": "boolean",
              "description": "2000/INS-01: whether the member is the subscriber"
            },
            "relationship": {
              "$ref": "#/$defs/code",
              "description": "2000/INS-02: to the subscriber; 18 is self"
            },
            "maintenanceType": {
              "$ref": "#/$defs/code",
              "description": "2000/INS-03: what to do with the member"
            },
            "maintenanceReason": { "$ref": "#/$defs/code", "description": "2000/INS-04" },
            "benefitStatus": { "$ref": "#/$defs/code", "description": "2000/INS-05" },
            "medicarePlan": { "$ref": "#/$defs/code", "description": "2000/INS-06-1" },
            "medicareEligibilityReason": { "$ref": "#/$defs/code", "description": "2000/INS-06-2" },
            "cobraEvent": { "$ref": "#/$defs/code", "description": "2000/INS-07" },
            "employmentStatus": { "$ref": "#/$defs/code", "description": "2000/INS-08" },
            "studentStatus": { "$ref": "#/$defs/code", "description": "2000/INS-09" },
            "disabled": { "type": "boolean", "description": "2000/INS-10" },
            "deathDate": { "$ref": "#/$defs/date", "description": "2000/INS-12" },
            "deathDateSent": { "$ref": "#/$defs/sent", "description": "2000/INS-12" },
            "confidentiality": { "$ref": "#/$defs/code", "description": "2000/INS-13" },
            "birthSequence": {
              "$ref": "#/$defs/text",
              "description": "2000/INS-17: order among births at once"
            },
            "policyNumber": { "$ref": "#/$defs/text", "description": "2000/REF*1L-02" },
            "identifiers": {
              "$ref": "#/$defs/identifiers",
              "description": "2000/REF, all but 0F and 1L"
            },
            "eligibility": {
              "description": "2000/DTP*356 and *357",
              "type": "object",
              "additionalProperties": false,
              "allOf": [{"$ref": "#/$defs/openEnd"}],
              "properties": {
                "begin": { "$ref": "#/$defs/date", "description": "2000/DTP*356-03" },
                "beginSent": { "$ref": "#/$defs/sent", "description": "2000/DTP*356-03" },
                "end": { "$ref": "#/$defs/endDate", "description": "2000/DTP*357-03" },
                "endSent": { "$ref": "#/$defs/sent", "description": "2000/DTP*357-03" }
              }
            },
            "dates": {
              "$ref": "#/$defs/dates",
              "description": "2000/DTP, all but days of 356 and 357"
            },
            "name": { "$ref": "#/$defs/name", "description": "2100A/NM1-03 to -07" },
            "corrected": {
              "const": true,
              "description": "2100A/NM1-01 is 74: corrects what stands under prior"
            },
            "socialSecurityNumber": {
              "$ref": "#/$defs/text",
              "description": "2100A/NM1-09 where NM1-08 is 34"
            },
            "identifier": {
              "$ref": "#/$defs/identifier",
              "description": "2100A/NM1-08 and -09 otherwise"
            },
            "birthDate": { "$ref": "#/$defs/date", "description": "2100A/DMG-02" },
            "birthDateSent": { "$ref": "#/$defs/sent", "description": "2100A/DMG-02" },
            "sex": { "$ref": "#/$defs/code", "description": "2100A/DMG-03" },
            "maritalStatus": { "$ref": "#/$defs/code", "description": "2100A/DMG-04" },
            "races": { "$ref": "#/$defs/races", "description": "2100A/DMG-05, each repetition" },
            "citizenship": { "$ref": "#/$defs/code", "description": "2100A/DMG-06" },
            "raceCollection": {
              "$ref": "#/$defs/text",
              "description": "2100A/DMG-11: how race and ethnicity were collected"
            },
            "contacts": { "$ref": "#/$defs/contacts", "description": "2100A/PER" },
            "residence": { "$ref": "#/$defs/address", "description": "2100A/N3 and N4" },
            "employmentClasses": { "$ref": "#/$defs/codes", "description": "2100A/EC-01 to -03" },
            "income": {
              "description": "2100A/ICM",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "frequency": { "$ref": "#/$defs/code", "description": "2100A/ICM-01" },
                "wage": { "$ref": "#/$defs/money", "description": "2100A/ICM-02" },
                "wageSent": { "$ref": "#/$defs/sent", "description": "2100A/ICM-02" },
                "weeklyHours": { "$ref": "#/$defs/text", "description": "2100A/ICM-03" },
                "location": { "$ref": "#/$defs/text", "description": "2100A/ICM-04: location" },
                "salaryGrade": { "$ref": "#/$defs/text", "description": "2100A/ICM-05" }
              }
            },
            "amounts": { "$ref": "#/$defs/amounts", "description": "2100A/AMT" },
            "health": {
              "description": "2100A/HLH",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "use": {
                  "$ref": "#/$defs/code",
                  "description": "2100A/HLH-01: of tobacco and substances"
                },
                "height": { "$ref": "#/$defs/text", "description": "2100A/HLH-02: inches" },
                "weight": { "$ref": "#/$defs/text", "description": "2100A/HLH-03: pounds" }
              }
            },
            "languages": {
              "type": "array",
              "minItems": 1,
              "description": "2100A/LUI",
              "items": {
                "type": "object",
                "additionalProperties": false,
                "properties": {
                  "list": {
                    "$ref": "#/$defs/code",
                    "description": "2100A/LUI-01: the list of the code"
                  },
                  "code": { "$ref": "#/$defs/text", "description": "2100A/LUI-02" },
                  "description": { "$ref": "#/$defs/text", "description": "2100A/LUI-03" },
                  "use": { "$ref": "#/$defs/code", "description": "2100A/LUI-04" }
                }
              }
            },
            "mailingAddress": { "$ref": "#/$defs/address", "description": "2100C/N3 and N4" },
            "prior": {
              "description": "2100B: what was known of the member before the correction",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "name": { "$ref": "#/$defs/name", "description": "2100B/NM1-03 to -07" },
                "socialSecurityNumber": {
                  "$ref": "#/$defs/text",
                  "description": "2100B/NM1-09 where NM1-08 is 34"
                },
                "identifier": {
                  "$ref": "#/$defs/identifier",
                  "description": "2100B/NM1-08 and -09 otherwise"
                },
                "birthDate": { "$ref": "#/$defs/date", "description": "2100B/DMG-02" },
                "birthDateSent": { "$ref": "#/$defs/sent", "description": "2100B/DMG-02" },
                "sex": { "$ref": "#/$defs/code", "description": "2100B/DMG-03" },
                "maritalStatus": { "$ref": "#/$defs/code", "description": "2100B/DMG-04" },
                "races": {
                  "$ref": "#/$defs/races",
                  "description": "2100B/DMG-05, each repetition"
                },
                "citizenship": { "$ref": "#/$defs/code", "description": "2100B/DMG-06" },
                "raceCollection": {
                  "$ref": "#/$defs/text",
                  "description": "2100B/DMG-11: how race and ethnicity were collected"
                }
              }
            },
            "employers": { "$ref": "#/$defs/parties", "description": "2100D" },
            "schools": { "$ref": "#/$defs/parties", "description": "2100E" },
            "custodialParents": { "$ref": "#/$defs/parties", "description": "2100F" },
            "responsiblePersons": { "$ref": "#/$defs/parties", "description": "2100G" },
            "dropOffLocation": { "$ref": "#/$defs/party", "description": "2100H" },
            "disabilities": {
              "type": "array",
              "minItems": 1,
              "description": "2200",
              "items": {
                "type": "object",
                "additionalProperties": false,
                "allOf": [{"$ref": "#/$defs/openEnd"}],
                "properties": {
                  "type": { "$ref": "#/$defs/code", "description": "2200/DSB-01" },
                  "diagnosis": {
                    "$ref": "#/$defs/identifier",
                    "description": "2200/DSB-07 and -08"
                  },
                  "begin": { "$ref": "#/$defs/date", "description": "2200/DTP*360-03" },
                  "beginSent": { "$ref": "#/$defs/sent", "description": "2200/DTP*360-03" },
                  "end": { "$ref": "#/$defs/endDate", "description": "2200/DTP*361-03" },
                  "endSent": { "$ref": "#/$defs/sent", "description": "2200/DTP*361-03" }
                }
              }
            },
            "coverages": { "$ref": "#/$defs/coverages", "description": "2300" },
            "reportingCategories": {
              "type": "array",
              "minItems": 1,
              "description": "2710",
              "items": {
                "type": "object",
                "additionalProperties": false,
                "properties": {
                  "number": { "$ref": "#/$defs/text", "description": "2710/LX-01" },
                  "name": { "$ref": "#/$defs/text", "description": "2750/N1-02" },
                  "identifier": { "$ref": "#/$defs/identifier", "description": "2750/REF" },
                  "date": { "$ref": "#/$defs/dated", "description": "2750/DTP" }
                }
              }
            },
            "masshealth": {
              "description": "Under the profile of MassHealth: what it makes of values above",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "reasons": {
                  "$ref": "#/$defs/codes",
                  "description": "First two letters of 2000/REF*ZZ-02: why it starts or stops"
                },
                "county": {
                  "$ref": "#/$defs/text",
                  "description": "Name of the county of 2100A/N4-06, 1 to 14"
                },
                "acos": {
                  "type": "array",
                  "minItems": 1,
                  "description": "2300/REF*PID and 2750/REF*PID: Accountable Care Organizations",
                  "items": {
                    "type": "object",
                    "additionalProperties": false,
                    "required": ["pidsl"],
                    "properties": {
                      "pidsl": {
                        "type": "string",
                        "pattern": "^[0-9]{9}[A-Za-z]$",
                        "description": "Provider id and service location"
                      },
                      "plan": {
                        "$ref": "#/$defs/text",
                        "description": "2300/HD-04 of the coverage that names it"
                      },
                      "category": {
                        "$ref": "#/$defs/text",
                        "description": "2750/N1-02 of the category that names it"
                      }
                    }
                  }
                }
              }
            },
            "other": {
              "$ref": "#/$defs/others",
              "description": "Values of the loop that no field above holds"
            },
            "context": {
              "description": "The header of the transaction set",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "sender": { "$ref": "#/$defs/text", "description": "GS-02, else ISA-06" },
                "receiver": { "$ref": "#/$defs/text", "description": "GS-03, else ISA-08" },
                "usage": { "$ref": "#/$defs/code", "description": "ISA-15: production or test" },
                "purpose": { "$ref": "#/$defs/code", "description": "BGN-01" },
                "reference": { "$ref": "#/$defs/text", "description": "BGN-02" },
                "date": { "$ref": "#/$defs/date", "description": "BGN-03" },
                "dateSent": { "$ref": "#/$defs/sent", "description": "BGN-03" },
                "time": { "$ref": "#/$defs/text", "description": "BGN-04" },
                "timeZone": { "$ref": "#/$defs/text", "description": "BGN-05" },
                "originalReference": { "$ref": "#/$defs/text", "description": "BGN-06" },
                "action": { "$ref": "#/$defs/code", "description": "BGN-08" },
                "policyNumber": { "$ref": "#/$defs/text", "description": "REF*38-02" },
                "dates": { "$ref": "#/$defs/dates", "description": "DTP" },
                "totals": { "$ref": "#/$defs/identifiers", "description": "QTY" },
                "sponsor": { "$ref": "#/$defs/headerParty", "description": "1000A/N1" },
                "payer": { "$ref": "#/$defs/headerParty", "description": "1000B/N1" },
                "brokers": {
                  "$ref": "#/$defs/headerParties",
                  "description": "1000C/N1, with 1100C/ACT"
                },
                "other": {
                  "$ref": "#/$defs/others",
                  "description": "Values of the header that no field above holds"
                }
              }
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
                  "description": "Of the record, from INS to the last terminator"
                },
                "context": {
                  "$ref": "#/$defs/ranges",
                  "description": "Of what the record shares with others: the header"
                }
              }
            },
            "findings": {
              "$ref": "#/$defs/findings",
              "description": "What is wrong with the record"
            }
          },

        """#
}
