/// What a claim's own loops say, in the schema of claims.
enum ClaimProperties {
    /// Members of the `properties`, in the order of the JSON, with no comma after the last.
    static let text = [header, times, codes, references, supplement, providers]
        .joined(separator: ",\n")

    private static let header = #"""
            "claimId": {
              "$ref": "#/$defs/text",
              "description": "2300/CLM-01: the provider's number of the claim"
            },
            "totalCharge": { "$ref": "#/$defs/money", "description": "2300/CLM-02" },
            "totalChargeSent": { "$ref": "#/$defs/sent", "description": "2300/CLM-02" },
            "placeOfService": {
              "$ref": "#/$defs/code",
              "description": "2300/CLM-05-1 where CLM-05-2 is B"
            },
            "facilityType": {
              "$ref": "#/$defs/text",
              "description": "2300/CLM-05-1 otherwise: the first two digits of the type of bill"
            },
            "frequency": {
              "$ref": "#/$defs/code",
              "description": "2300/CLM-05-3: the third digit of the type of bill"
            },
            "providerSignature": { "type": "boolean", "description": "2300/CLM-06" },
            "assignment": { "$ref": "#/$defs/code", "description": "2300/CLM-07" },
            "benefitsAssignment": { "$ref": "#/$defs/code", "description": "2300/CLM-08" },
            "releaseOfInformation": { "$ref": "#/$defs/code", "description": "2300/CLM-09" },
            "patientSignatureSource": { "$ref": "#/$defs/code", "description": "2300/CLM-10" },
            "relatedCauses": { "$ref": "#/$defs/codes", "description": "2300/CLM-11-1 to -3" },
            "accidentState": {
              "$ref": "#/$defs/text",
              "description": "2300/CLM-11-4, or REF*LU-02"
            },
            "accidentCountry": { "$ref": "#/$defs/text", "description": "2300/CLM-11-5" },
            "specialProgram": { "$ref": "#/$defs/code", "description": "2300/CLM-12" },
            "submissionReason": { "$ref": "#/$defs/code", "description": "2300/CLM-19" },
            "delayReason": { "$ref": "#/$defs/code", "description": "2300/CLM-20" }
        """#

    private static let times = #"""
            "statementPeriod": {
              "$ref": "#/$defs/servicePeriod",
              "description": "2300/DTP*434-03"
            },
            "service": { "$ref": "#/$defs/servicePeriod", "description": "2300/DTP*472-03" },
            "admissionDate": { "$ref": "#/$defs/date", "description": "2300/DTP*435-03" },
            "admissionDateSent": { "$ref": "#/$defs/sent", "description": "2300/DTP*435-03" },
            "admissionTime": {
              "$ref": "#/$defs/text",
              "description": "2300/DTP*435-03 in the form DT: HHMM"
            },
            "admissionType": { "$ref": "#/$defs/code", "description": "2300/CL1-01" },
            "admissionSource": { "$ref": "#/$defs/code", "description": "2300/CL1-02" },
            "dischargeDate": { "$ref": "#/$defs/date", "description": "2300/DTP*096-03" },
            "dischargeDateSent": { "$ref": "#/$defs/sent", "description": "2300/DTP*096-03" },
            "dischargeTime": {
              "$ref": "#/$defs/text",
              "description": "2300/DTP*096-03 in the form TM: HHMM"
            },
            "patientStatus": { "$ref": "#/$defs/code", "description": "2300/CL1-03" },
            "accidentDate": { "$ref": "#/$defs/date", "description": "2300/DTP*439-03" },
            "accidentDateSent": { "$ref": "#/$defs/sent", "description": "2300/DTP*439-03" },
            "onsetDate": { "$ref": "#/$defs/date", "description": "2300/DTP*431-03" },
            "onsetDateSent": { "$ref": "#/$defs/sent", "description": "2300/DTP*431-03" },
            "initialTreatmentDate": { "$ref": "#/$defs/date", "description": "2300/DTP*454-03" },
            "initialTreatmentDateSent": {
              "$ref": "#/$defs/sent",
              "description": "2300/DTP*454-03"
            },
            "lastSeenDate": { "$ref": "#/$defs/date", "description": "2300/DTP*304-03" },
            "lastSeenDateSent": { "$ref": "#/$defs/sent", "description": "2300/DTP*304-03" },
            "acuteManifestationDate": { "$ref": "#/$defs/date", "description": "2300/DTP*453-03" },
            "acuteManifestationDateSent": {
              "$ref": "#/$defs/sent",
              "description": "2300/DTP*453-03"
            },
            "lastMenstrualPeriodDate": { "$ref": "#/$defs/date", "description": "2300/DTP*484-03" },
            "lastMenstrualPeriodDateSent": {
              "$ref": "#/$defs/sent",
              "description": "2300/DTP*484-03"
            },
            "lastXRayDate": { "$ref": "#/$defs/date", "description": "2300/DTP*455-03" },
            "lastXRayDateSent": { "$ref": "#/$defs/sent", "description": "2300/DTP*455-03" },
            "prescriptionDate": { "$ref": "#/$defs/date", "description": "2300/DTP*471-03" },
            "prescriptionDateSent": { "$ref": "#/$defs/sent", "description": "2300/DTP*471-03" },
            "disability": {
              "description": "2300/DTP*314-03, or *360 and *361",
              "type": "object",
              "additionalProperties": false,
              "allOf": [{"$ref": "#/$defs/openEnd"}],
              "properties": {
                "begin": { "$ref": "#/$defs/date" },
                "beginSent": { "$ref": "#/$defs/sent" },
                "end": { "$ref": "#/$defs/endDate" },
                "endSent": { "$ref": "#/$defs/sent" }
              }
            },
            "lastWorkedDate": { "$ref": "#/$defs/date", "description": "2300/DTP*297-03" },
            "lastWorkedDateSent": { "$ref": "#/$defs/sent", "description": "2300/DTP*297-03" },
            "returnToWorkDate": { "$ref": "#/$defs/date", "description": "2300/DTP*296-03" },
            "returnToWorkDateSent": { "$ref": "#/$defs/sent", "description": "2300/DTP*296-03" },
            "assumedCareDate": { "$ref": "#/$defs/date", "description": "2300/DTP*090-03" },
            "assumedCareDateSent": { "$ref": "#/$defs/sent", "description": "2300/DTP*090-03" },
            "relinquishedCareDate": { "$ref": "#/$defs/date", "description": "2300/DTP*091-03" },
            "relinquishedCareDateSent": {
              "$ref": "#/$defs/sent",
              "description": "2300/DTP*091-03"
            },
            "firstContactDate": { "$ref": "#/$defs/date", "description": "2300/DTP*444-03" },
            "firstContactDateSent": { "$ref": "#/$defs/sent", "description": "2300/DTP*444-03" },
            "repricerReceivedDate": { "$ref": "#/$defs/date", "description": "2300/DTP*050-03" },
            "repricerReceivedDateSent": {
              "$ref": "#/$defs/sent",
              "description": "2300/DTP*050-03"
            },
            "appliancePlacementDate": { "$ref": "#/$defs/date", "description": "2300/DTP*452-03" },
            "appliancePlacementDateSent": {
              "$ref": "#/$defs/sent",
              "description": "2300/DTP*452-03"
            },
            "dates": {
              "type": "array",
              "minItems": 1,
              "description": "2300/DTP, all others",
              "items": { "$ref": "#/$defs/claimDate" }
            }
        """#

    private static let codes = #"""
            "diagnoses": {
              "type": "array",
              "minItems": 1,
              "description": "2300/HI: in the order sent",
              "items": { "$ref": "#/$defs/diagnosis" }
            },
            "drg": { "$ref": "#/$defs/text", "description": "2300/HI*DR-2" },
            "procedures": {
              "type": "array",
              "minItems": 1,
              "description": "2300/HI of BR BQ BBR BBQ CAH",
              "items": { "$ref": "#/$defs/claimProcedure" }
            },
            "anesthesiaProcedures": {
              "type": "array",
              "minItems": 1,
              "description": "2300/HI of BP BO",
              "items": { "$ref": "#/$defs/claimProcedure" }
            },
            "occurrences": {
              "type": "array",
              "minItems": 1,
              "description": "2300/HI of BH",
              "items": { "$ref": "#/$defs/occurrence" }
            },
            "occurrenceSpans": {
              "type": "array",
              "minItems": 1,
              "description": "2300/HI of BI",
              "items": { "$ref": "#/$defs/occurrenceSpan" }
            },
            "values": {
              "type": "array",
              "minItems": 1,
              "description": "2300/HI of BE",
              "items": { "$ref": "#/$defs/claimValue" }
            },
            "conditionCodes": { "$ref": "#/$defs/texts", "description": "2300/HI of BG" },
            "treatmentCodes": { "$ref": "#/$defs/texts", "description": "2300/HI of TC" }
        """#

    private static let references = #"""
            "payerControlNumber": {
              "$ref": "#/$defs/text",
              "description": "2300/REF*F8-02: the payer's number of the claim before"
            },
            "priorAuthorization": { "$ref": "#/$defs/text", "description": "2300/REF*G1-02" },
            "referralNumber": { "$ref": "#/$defs/text", "description": "2300/REF*9F-02" },
            "predetermination": { "$ref": "#/$defs/text", "description": "2300/REF*G3-02" },
            "medicalRecordNumber": { "$ref": "#/$defs/text", "description": "2300/REF*EA-02" },
            "cliaNumber": { "$ref": "#/$defs/text", "description": "2300/REF*X4-02" },
            "mammographyCertification": { "$ref": "#/$defs/text", "description": "2300/REF*EW-02" },
            "serviceAuthorizationException": {
              "$ref": "#/$defs/code",
              "description": "2300/REF*4N-02"
            },
            "medicareCrossover": { "type": "boolean", "description": "2300/REF*F5-02" },
            "investigationalDevices": { "$ref": "#/$defs/texts", "description": "2300/REF*LX-02" },
            "repricedClaimNumber": { "$ref": "#/$defs/text", "description": "2300/REF*9A-02" },
            "adjustedRepricedClaimNumber": {
              "$ref": "#/$defs/text",
              "description": "2300/REF*9C-02"
            },
            "clearinghouseTraceNumber": { "$ref": "#/$defs/text", "description": "2300/REF*D9-02" },
            "demonstrationProject": { "$ref": "#/$defs/text", "description": "2300/REF*P4-02" },
            "carePlanOversight": { "$ref": "#/$defs/text", "description": "2300/REF*1J-02" },
            "peerReviewApproval": { "$ref": "#/$defs/text", "description": "2300/REF*G4-02" },
            "identifiers": {
              "type": "array",
              "minItems": 1,
              "description": "2300/REF, all others",
              "items": { "$ref": "#/$defs/claimIdentifier" }
            }
        """#

    private static let supplement = #"""
            "attachments": {
              "type": "array",
              "minItems": 1,
              "description": "2300/PWK",
              "items": { "$ref": "#/$defs/attachment" }
            },
            "notes": {
              "type": "array",
              "minItems": 1,
              "description": "2300/NTE",
              "items": { "$ref": "#/$defs/note" }
            },
            "fixedFormat": { "$ref": "#/$defs/texts", "description": "2300/K3-01" },
            "patientPaid": { "$ref": "#/$defs/money", "description": "2300/AMT*F5-02" },
            "patientPaidSent": { "$ref": "#/$defs/sent", "description": "2300/AMT*F5-02" },
            "patientResponsibility": { "$ref": "#/$defs/money", "description": "2300/AMT*F3-02" },
            "patientResponsibilitySent": {
              "$ref": "#/$defs/sent",
              "description": "2300/AMT*F3-02"
            },
            "amounts": {
              "type": "array",
              "minItems": 1,
              "description": "2300/AMT, all others",
              "items": { "$ref": "#/$defs/amount" }
            },
            "contract": { "$ref": "#/$defs/contract", "description": "2300/CN1" },
            "pricing": { "$ref": "#/$defs/pricing", "description": "2300/HCP" },
            "ambulance": { "$ref": "#/$defs/ambulance", "description": "2300/CR1" },
            "spinalManipulation": {
              "$ref": "#/$defs/spinalManipulation",
              "description": "2300/CR2"
            },
            "conditionIndicators": {
              "type": "array",
              "minItems": 1,
              "description": "2300/CRC",
              "items": { "$ref": "#/$defs/conditionIndicators" }
            },
            "orthodontics": { "$ref": "#/$defs/orthodontics", "description": "2300/DN1" },
            "toothStatuses": {
              "type": "array",
              "minItems": 1,
              "description": "2300/DN2",
              "items": { "$ref": "#/$defs/toothStatus" }
            }
        """#

    private static let providers = #"""
            "attendingProvider": { "$ref": "#/$defs/provider", "description": "2310, NM1-01 71" },
            "operatingProvider": { "$ref": "#/$defs/provider", "description": "2310, NM1-01 72" },
            "otherOperatingProvider": {
              "$ref": "#/$defs/provider",
              "description": "2310, NM1-01 ZZ"
            },
            "renderingProvider": { "$ref": "#/$defs/provider", "description": "2310, NM1-01 82" },
            "referringProviders": {
              "type": "array",
              "minItems": 1,
              "description": "2310, NM1-01 DN and P3",
              "items": { "$ref": "#/$defs/provider" }
            },
            "supervisingProvider": { "$ref": "#/$defs/provider", "description": "2310, NM1-01 DQ" },
            "assistantSurgeon": { "$ref": "#/$defs/provider", "description": "2310, NM1-01 DD" },
            "serviceFacility": { "$ref": "#/$defs/provider", "description": "2310, NM1-01 77" },
            "ambulancePickUp": { "$ref": "#/$defs/provider", "description": "2310, NM1-01 PW" },
            "ambulanceDropOff": { "$ref": "#/$defs/provider", "description": "2310, NM1-01 45" },
            "otherProviders": {
              "type": "array",
              "minItems": 1,
              "description": "2310, NM1 of a role that no guide has, or of a second in one",
              "items": { "$ref": "#/$defs/provider" }
            },
            "otherSubscribers": {
              "type": "array",
              "minItems": 1,
              "description": "2320 and 2330",
              "items": { "$ref": "#/$defs/otherSubscriber" }
            },
            "serviceLines": {
              "type": "array",
              "minItems": 1,
              "description": "2400 to 2440",
              "items": { "$ref": "#/$defs/serviceLine" }
            }
        """#
}
