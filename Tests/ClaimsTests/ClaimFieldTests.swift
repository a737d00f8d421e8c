import Testing
import X12Structure

/// What a claim says of itself, as JSON has it.
struct ClaimFieldTests {
    static let visit = "CLM*A1*100***11:B:1*Y*A*Y*Y"
    static let diagnosis = "HI*ABK:Z0000~"
    static let line = "LX*1~SV1*HC:99213*100*UN*1***1~DTP*472*D8*20250701~"
    static let stay = "CLM*A1*100***11:A:1**A*Y*Y"
    static let stayDates = "DTP*434*RD8*20250701-20250703~CL1*1*1*01~"

    /// CLM alone, a path, and what stands there.
    static let header: [(String, String, String?)] = [
        ("CLM*A1*100***11:B:1*Y*A*Y*Y~", "claimId", #""A1""#),
        ("CLM*A1*100.5***11:B:1*Y*A*Y*Y~", "totalCharge", "100.5"),
        ("CLM*A1*0***11:B:1*Y*A*Y*Y~", "totalCharge", "0"),
        ("CLM*A1*many***11:B:1*Y*A*Y*Y~", "totalChargeSent", #""many""#),
        ("CLM*A1*1***11:B:1*Y*A*Y*Y~", "placeOfService", #"{"code":"11","label":"office"}"#),
        ("CLM*A1*1***11:B:1*Y*A*Y*Y~", "facilityType", nil),
        ("CLM*A1*1***11:B:1*Y*A*Y*Y~", "facilityQualifier", nil),
        ("CLM*A1*1***11:B:7*Y*A*Y*Y~", "frequency", #"{"code":"7","label":"replacement"}"#),
        ("CLM*A1*1***11:B:1*N*A*Y*Y~", "providerSignature", "false"),
        ("CLM*A1*1***11:B:1*Y*C*Y*Y~", "assignment", #"{"code":"C","label":"not assigned"}"#),
        ("CLM*A1*1***11:B:1*Y*A*W*Y~", "benefitsAssignment/label", #""not applicable""#),
        ("CLM*A1*1***11:B:1*Y*A*Y*Y~", "releaseOfInformation/code", #""Y""#),
        ("CLM*A1*1***11:B:1*Y*A*Y*Y*P~", "patientSignatureSource/code", #""P""#),
        (
            "CLM*A1*1***11:B:1*Y*A*Y*Y**AA:EM~", "relatedCauses",
            #"[{"code":"AA","label":"auto accident"},{"code":"EM","label":"employment"}]"#
        ),
        ("CLM*A1*1***11:B:1*Y*A*Y*Y**AA:::MA~", "accidentState", #""MA""#),
        ("CLM*A1*1***11:B:1*Y*A*Y*Y**AA::::CA~", "accidentCountry", #""CA""#),
        ("CLM*A1*1***11:B:1*Y*A*Y*Y*~", "relatedCauses", nil),
        ("CLM*A1*1***11:B:1*Y*A*Y*Y***09~", "specialProgram/code", #""09""#),
        (
            "CLM*A1*1***11:B:1*Y*A*Y*Y***********11~", "delayReason",
            #"{"code":"11","label":"other"}"#
        ),
        ("CLM*A1*1***11:B:1*Y*A*Y*Y~", "delayReason", nil),
    ]

    @Test(arguments: header)
    func theClaimSegmentHasFields(_ segment: String, _ path: String, _ value: String?) throws {
        let parts = try ClaimParts(
            segment + Self.diagnosis + Self.line, ClaimParts.professional)
        #expect(parts.value(path) == value, "\(parts.json)")
        #expect(parts.other.isEmpty, "\(parts.other)")
    }

    @Test(arguments: ["100.50", "0", "0.00", "-12.10"])
    func chargesKeepTheirDigits(_ charge: String) throws {
        let parts = try ClaimParts("CLM*A1*\(charge)***11:B:1*Y*A*Y*Y~", ClaimParts.professional)
        #expect(parts.json.contains("\"totalCharge\":\(charge),"), "\(parts.json)")
    }

    /// Segments between CLM and HI.
    static let professional: [(String, String, String?)] = [
        ("DTP*431*D8*20250701~", "onsetDate", #""2025-07-01""#),
        ("DTP*431*D8*20251301~", "onsetDateSent", #""20251301""#),
        ("DTP*454*D8*20250701~", "initialTreatmentDate", #""2025-07-01""#),
        ("DTP*304*D8*20250701~", "lastSeenDate", #""2025-07-01""#),
        ("DTP*453*D8*20250701~", "acuteManifestationDate", #""2025-07-01""#),
        ("DTP*439*D8*20250701~", "accidentDate", #""2025-07-01""#),
        ("DTP*484*D8*20250701~", "lastMenstrualPeriodDate", #""2025-07-01""#),
        ("DTP*455*D8*20250701~", "lastXRayDate", #""2025-07-01""#),
        ("DTP*471*D8*20250701~", "prescriptionDate", #""2025-07-01""#),
        (
            "DTP*314*RD8*20250701-20250710~", "disability",
            #"{"begin":"2025-07-01","end":"2025-07-10"}"#
        ),
        ("DTP*360*D8*20250701~", "disability", #"{"begin":"2025-07-01"}"#),
        ("DTP*361*D8*20250710~", "disability", #"{"end":"2025-07-10"}"#),
        ("DTP*314*RD8*2025~", "dates/0/dateSent", #""2025""#),
        ("DTP*297*D8*20250701~", "lastWorkedDate", #""2025-07-01""#),
        ("DTP*296*D8*20250701~", "returnToWorkDate", #""2025-07-01""#),
        ("DTP*435*D8*20250701~", "admissionDate", #""2025-07-01""#),
        ("DTP*096*D8*20250701~", "dischargeDate", #""2025-07-01""#),
        ("DTP*090*D8*20250701~DTP*091*D8*20250702~", "assumedCareDate", #""2025-07-01""#),
        ("DTP*090*D8*20250701~DTP*091*D8*20250702~", "relinquishedCareDate", #""2025-07-02""#),
        ("DTP*090*D8*20250701~DTP*090*D8*20250702~", "dates/0/date", #""2025-07-02""#),
        ("DTP*444*D8*20250701~", "firstContactDate", #""2025-07-01""#),
        ("DTP*050*D8*20250701~", "repricerReceivedDate", #""2025-07-01""#),
        (
            "PWK*OZ*BM***AC*DMN0012~", "attachments/0",
            #"{"controlNumber":"DMN0012","#
                + #""reportType":{"code":"OZ","label":"support data for claim"},"#
                + #""transmission":{"code":"BM","label":"by mail"}}"#
        ),
        (
            "CN1*02*550.5*1.5*X9*2*V1~", "contract",
            #"{"amount":550.5,"code":"X9","discountPercentage":"2","percentage":"1.5","#
                + #""type":{"code":"02","label":"per diem"},"version":"V1"}"#
        ),
        ("AMT*F5*152.45~", "patientPaid", "152.45"),
        ("AMT*F5*152.45~", "amounts", nil),
        ("REF*4N*3~", "serviceAuthorizationException/label", #""emergency care""#),
        ("REF*F5*N~", "medicareCrossover", "false"),
        ("REF*EW*T554~", "mammographyCertification", #""T554""#),
        ("REF*9F*12345~", "referralNumber", #""12345""#),
        ("REF*G1*13579~", "priorAuthorization", #""13579""#),
        ("REF*F8*R555588~", "payerControlNumber", #""R555588""#),
        ("REF*F8*R555588~", "identifiers", nil),
        ("REF*X4*12D4567890~", "cliaNumber", #""12D4567890""#),
        ("REF*9A*RJ55555~", "repricedClaimNumber", #""RJ55555""#),
        ("REF*9C*RP44444~", "adjustedRepricedClaimNumber", #""RP44444""#),
        ("REF*LX*432907~", "investigationalDevices", #"["432907"]"#),
        ("REF*D9*TJ98UU321~", "clearinghouseTraceNumber", #""TJ98UU321""#),
        ("REF*EA*44444TH56~", "medicalRecordNumber", #""44444TH56""#),
        ("REF*P4*THJ1222~", "demonstrationProject", #""THJ1222""#),
        ("REF*1J*12345678~", "carePlanOversight", #""12345678""#),
        ("K3*ONE~K3*TWO~", "fixedFormat", #"["ONE","TWO"]"#),
        (
            "NTE*ADD*Surgery was unusual~", "notes/0",
            #"{"code":"ADD","label":"additional information","text":"Surgery was unusual"}"#
        ),
        (
            "CR1*LB*140**A*DH*12****UNCONSCIOUS~", "ambulance",
            #"{"distance":"12","patientWeight":"140","#
                + #""reason":{"code":"A","label":"nearest facility for care"},"#
                + #""stretcherPurpose":"UNCONSCIOUS"}"#
        ),
        ("CR1****B*DH*12***BACK~", "ambulance/roundTripPurpose", #""BACK""#),
        ("CR1****B*DH*12***BACK~", "ambulance/patientWeight", nil),
        (
            "CR2********M**ONE*TWO~", "spinalManipulation/descriptions", #"["ONE","TWO"]"#
        ),
        ("CR2********G~", "spinalManipulation/condition/label", #""symptomatic""#),
        (
            "CRC*07*Y*01*09~", "conditionIndicators/0/conditions",
            #"[{"code":"01","label":"admitted to a hospital"},"#
                + #"{"code":"09","label":"medically necessary"}]"#
        ),
        ("CRC*E1*N*L1~", "conditionIndicators/0/applies", "false"),
        ("CRC*E1*Y*L1~", "conditionIndicators/0/category/label", #""spectacle lenses""#),
        ("CRC*75*Y*IH~", "conditionIndicators/0/conditions/0/label", #""independent at home""#),
        ("CRC*ZZ*Y*ST~", "conditionIndicators/0/category/label", #""EPSDT referral""#),
    ]

    @Test(arguments: professional)
    func professionalClaimsHaveFields(
        _ segments: String, _ path: String, _ value: String?
    ) throws {
        let parts = try ClaimParts(
            Self.visit + "~" + segments + Self.diagnosis + Self.line, ClaimParts.professional)
        #expect(parts.value(path) == value, "\(parts.json)")
    }

    /// Segments after those that every stay has.
    static let institutional: [(String, String, String?)] = [
        ("", "facilityType", #""11""#),
        ("", "placeOfService", nil),
        ("", "statementPeriod", #"{"begin":"2025-07-01","end":"2025-07-03"}"#),
        ("", "admissionType/label", #""emergency""#),
        ("", "admissionSource/code", #""1""#),
        ("", "patientStatus/label", #""discharged home""#),
        ("AMT*F3*50~", "patientResponsibility", "50"),
        ("REF*LU*MA~", "accidentState", #""MA""#),
        ("REF*G4*A12~", "peerReviewApproval", #""A12""#),
        ("REF*LX*1~REF*LX*2~", "investigationalDevices", #"["1","2"]"#),
        ("NTE*ODT*ORDERS~NTE*ADD*BILL~", "notes/1/code", #""ADD""#),
    ]

    @Test(arguments: institutional)
    func institutionalClaimsHaveFields(
        _ segments: String, _ path: String, _ value: String?
    ) throws {
        let parts = try ClaimParts(
            Self.stay + "~" + Self.stayDates + segments + Self.diagnosis,
            ClaimParts.institutional)
        #expect(parts.value(path) == value, "\(parts.json)")
        #expect(parts.other.isEmpty, "\(parts.other)")
    }

    static let unused: [(String, String, String)] = [
        ("CLM*A1*100***11:A:1*Y*A*Y*Y~", "2300/CLM-06", "providerSignature"),
        ("CLM*A1*100***11:A:1**A*Y*Y*P~", "2300/CLM-10", "patientSignatureSource"),
        ("CLM*A1*100***11:A:1**A*Y*Y***09~", "2300/CLM-12", "specialProgram"),
    ]

    /// What the guide does not use is kept once, and not read as if it did.
    @Test(arguments: unused)
    func whatABillDoesNotUseIsKept(_ segment: String, _ place: String, _ path: String) throws {
        let parts = try ClaimParts(
            segment + Self.stayDates + Self.diagnosis, ClaimParts.institutional)
        #expect(parts.other.map(\.place) == [place])
        #expect(parts.value(path) == nil)
    }

    static let stayTimes: [(String, String, String?)] = [
        ("DTP*096*TM*1130~", "dischargeTime", #""1130""#),
        ("DTP*435*D8*20250701~", "admissionDate", #""2025-07-01""#),
        ("DTP*435*D8*20250701~", "admissionTime", nil),
        ("DTP*435*DT*202507011242~", "admissionDate", #""2025-07-01""#),
        ("DTP*435*DT*202507011242~", "admissionTime", #""1242""#),
        ("DTP*050*D8*20250704~", "repricerReceivedDate", #""2025-07-04""#),
    ]

    @Test(arguments: stayTimes)
    func staysHaveTimes(_ segments: String, _ path: String, _ value: String?) throws {
        let parts = try ClaimParts(
            Self.stay + "~" + segments + Self.stayDates + Self.diagnosis,
            ClaimParts.institutional)
        #expect(parts.value(path) == value, "\(parts.json)")
        #expect(parts.other.isEmpty, "\(parts.other)")
    }

    static let dental: [(String, String, String?)] = [
        ("DTP*472*D8*20250701~", "service", #"{"begin":"2025-07-01","end":"2025-07-01"}"#),
        ("DTP*472*RD8*20250701-20250702~", "service/end", #""2025-07-02""#),
        ("DTP*452*D8*20250701~", "appliancePlacementDate", #""2025-07-01""#),
        (
            "DN1*36*27**Y~", "orthodontics",
            #"{"remainingMonths":"27","totalMonths":"36","treatment":true}"#
        ),
        (
            "DN2*8*M****JP~", "toothStatuses",
            #"[{"status":{"code":"M","label":"missing"},"tooth":"8"}]"#
        ),
        ("DN2*8*M****JP~DN2*9*E****JP~", "toothStatuses/1/tooth", #""9""#),
        ("REF*G3*12345~", "predetermination", #""12345""#),
    ]

    @Test(arguments: dental)
    func dentalClaimsHaveFields(_ segments: String, _ path: String, _ value: String?) throws {
        let parts = try ClaimParts(Self.visit + "~" + segments, ClaimParts.dental)
        #expect(parts.value(path) == value, "\(parts.json)")
        #expect(parts.other.isEmpty, "\(parts.other)")
    }

    @Test func predeterminationIsTheReasonOfADentalClaim() throws {
        let parts = try ClaimParts(
            "CLM*A1*100***11:B:1*Y*A*Y*Y**********PB~", ClaimParts.dental)
        #expect(parts.value("submissionReason/code") == #""PB""#)
    }
}
