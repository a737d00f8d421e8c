import Testing

/// Values of single segments, in the first record's JSON.
struct MappingTests {
    /// Segments inside the member loop, the path of a value, and the value as JSON.
    static let cases: [(segments: String, path: String, value: String)] = [
        ("DTP*356*D8*20250701~", "eligibility", #"{"begin":"2025-07-01"}"#),
        (
            "DTP*357*D8*22991231~", "eligibility",
            #"{"end":null,"endSent":"22991231"}"#
        ),
        ("DTP*357*D8*99991231~", "eligibility", #"{"end":null,"endSent":"99991231"}"#),
        ("DTP*357*D8*20250631~", "eligibility", #"{"endSent":"20250631"}"#),
        (
            "DTP*303*D8*20250701~", "dates/0",
            #"{"code":"303","date":"2025-07-01","label":"maintenance effective"}"#
        ),
        ("DTP*357*RD8*20230101-20241231~", "eligibility/begin", #""2023-01-01""#),
        (
            "DTP*357*RD8*20230101-20241231~", "dates/0",
            #"{"begin":"2023-01-01","code":"357","end":"2024-12-31","label":"eligibility end"}"#
        ),
        ("REF*1L*P1~", "policyNumber", #""P1""#),
        ("REF*3H*C1~", "identifiers/0", #"{"code":"3H","label":"case number","value":"C1"}"#),
    ]

    @Test(arguments: cases)
    func aSegmentOfTheMemberIsRead(_ segments: String, _ path: String, _ value: String) {
        let record = "INS*Y*18*021*28*A***AC~REF*0F*1~\(segments)NM1*IL*1*LAST~"
        let reading = Reading(record + "HD*021**HMO~DTP*348*D8*20250701~")
        #expect(reading.value(path) == value)
    }

    static let inner: [(segments: String, path: String, value: String)] = [
        ("N3*1 A ST*APT 2~N4*LYNN*MA*01902**CY*5~", "residence/county", #""5""#),
        ("N3*1 A ST*APT 2~N4*LYNN*MA*01902~", "residence/lines", #"["1 A ST","APT 2"]"#),
        ("N4*LYNN*MA*01902**60*9~", "residence/location/value", #""9""#),
        ("DMG*D8*20000229*F~", "birthDate", #""2000-02-29""#),
        ("DMG*D8*20010229*F~", "birthDateSent", #""20010229""#),
        ("DMG*D8*20000229*F**C:RET:2106-3^H~", "races/0/detail", #""2106-3""#),
        ("DMG*D8*20000229*F**C:RET:2106-3^H~", "races/1/code", #""H""#),
        ("DMG*D8*20000229*F**:RET:2106-3~", "races/0", #"{"detail":"2106-3"}"#),
        ("EC*01*06*21~EC*11~", "employmentClasses/3/code", #""11""#),
        ("EC*05*07*17~", "employmentClasses/0/label", #""management""#),
        ("EC*05*07*17~", "employmentClasses/1/label", #""hourly""#),
        ("EC*05*07*17~", "employmentClasses/2/label", #""highly compensated""#),
        ("ICM*4*50.00*35.5*D4*G1~", "income/weeklyHours", #""35.5""#),
        ("AMT*C1*007~", "amounts/0/amount", "7"),
        ("AMT*C1*3,65~", "amounts/0/amountSent", #""3,65""#),
        ("HLH*T*64.5*150~", "health/height", #""64.5""#),
        ("LUI***Sign language*5~", "languages/0/description", #""Sign language""#),
        ("NM1*31*1~N3*PO BOX 1~N4*LYNN*MA*01902~", "mailingAddress/city", #""LYNN""#),
        ("NM1*36*2*WORKS~NM1*36*2*MORE~", "employers/1/organization", #""MORE""#),
        ("NM1*M8*2*SCHOOL~PER*SK*OFFICE*TE*1~", "schools/0/contacts/0/name", #""OFFICE""#),
        ("NM1*S3*1*A*B~", "custodialParents/0/name/first", #""B""#),
        ("NM1*GD*1*A*B~NM1*S1*1*C*D~", "responsiblePersons/1/role/code", #""S1""#),
        ("NM1*45*1~N3*1 B ST~", "dropOffLocation/address/lines/0", #""1 B ST""#),
        ("DSB*2******DX*M545~", "disabilities/0/diagnosis/value", #""M545""#),
        ("DSB*2~DTP*360*D8*20240101~DSB*1~", "disabilities/1/type/code", #""1""#),
    ]

    @Test(arguments: inner)
    func aSegmentAfterTheNameIsRead(_ segments: String, _ path: String, _ value: String) {
        #expect(Reading(Reading.record(segments)).value(path) == value)
    }

    static let coverages: [(segments: String, path: String, value: String)] = [
        ("DTP*348*D8*20250701~", "begin", #""2025-07-01""#),
        ("DTP*348*D8*20250701~DTP*349*D8*22991231~", "endSent", #""22991231""#),
        ("DTP*348*D8*20250701~DTP*349*D8*22991231~", "end", "null"),
        ("DTP*695*RD8*20230101-20241231~", "dates/0/end", #""2024-12-31""#),
        ("DTP*348*RD8*20230101-20241231~", "begin", #""2023-01-01""#),
        ("DTP*348*RD8*20230101-20241231~", "end", #""2024-12-31""#),
        ("DTP*348*RD8*20230101-20241231~", "dates/0/code", #""348""#),
        ("DTP*349*RD8*20230101-20241231~", "begin", #""2023-01-01""#),
        ("DTP*349*RD8*20230101-20241231~", "dates/0/code", #""349""#),
        ("DTP*349*RD8*20230101-20241231~", "dates/0/begin", #""2023-01-01""#),
        ("DTP*349*RD8*20230101-20241231~", "dates/0/end", #""2024-12-31""#),
        ("DTP*348*D8*20230101~DTP*348*RD8*20230101-20241231~", "dates/0/end", #""2024-12-31""#),
        ("DTP*348*RD8*20230101~", "dates/0/dateSent", #""20230101""#),
        ("DTP*695*RD8*20230101~", "dates/0/dateSent", #""20230101""#),
        ("DTP*348*D8*20250701~REF*QQ*14~", "priorCoverageMonths", #""14""#),
        ("DTP*348*D8*20250701~REF*PID*110999901A~", "identifiers/0/value", #""110999901A""#),
        ("DTP*348*D8*20250701~AMT*P3*-12.50~", "amounts/0/code", #""P3""#),
        ("DTP*348*D8*20250701~IDC*CARD*H*2*1~", "identificationCards/0/count", #""2""#),
        (
            "DTP*348*D8*20250701~LX*1~NM1*P3*1*A*B****XX*2417000017*25~LX*2~NM1*FA*2*C*****FI*1*72~",
            "providers/1/organization", #""C""#
        ),
        (
            "DTP*348*D8*20250701~LX*1~NM1*P3*1*A******25~PLA*2*1P*20250701**AI~",
            "providers/0/change/date", #""2025-07-01""#
        ),
        ("DTP*348*D8*20250701~COB*P*X*1*1^48~", "coordination/0/serviceTypes/1/code", #""48""#),
        (
            "DTP*348*D8*20250701~COB*P**1~NM1*IN*2*I~", "coordination/0/entities/0/organization",
            #""I""#
        ),
    ]

    @Test(arguments: coverages)
    func aSegmentOfACoverageIsRead(_ segments: String, _ path: String, _ value: String) {
        let reading = Reading(Reading.record(coverage: "HD*021**HMO*PLAN~" + segments))
        #expect(reading.value("coverages/0/" + path) == value)
    }

    static let categories: [(segments: String, path: String, value: String)] = [
        ("N1*75*NAME~", "0/name", #""NAME""#),
        ("N1*75*A~REF*XX1*84~", "0/identifier/value", #""84""#),
        ("N1*75*A~DTP*007*D8*20250701~", "0/date/date", #""2025-07-01""#),
        ("N1*75*A~DTP*007*RD8*20250701-22991231~", "0/date/endSent", #""22991231""#),
        ("N1*75*A~LX*2~N1*75*B~", "1/number", #""2""#),
    ]

    @Test(arguments: categories)
    func aReportingCategoryIsRead(_ segments: String, _ path: String, _ value: String) {
        let coverage = "HD*021**HMO~DTP*348*D8*20250701~LS*2700~LX*1~\(segments)LE*2700~"
        let reading = Reading(Reading.record(coverage: coverage))
        #expect(reading.findings == [])
        #expect(reading.value("reportingCategories/" + path) == value)
    }

    @Test(arguments: [
        ("INS*Y*18*021*28*A*C:2**AC~", "medicarePlan/code", #""C""#),
        ("INS*Y*18*021*28*A*C:2**AC~", "medicareEligibilityReason/code", #""2""#),
        ("INS*Y*18*021*28*A***AC**Y*D8*20250630*R****3~", "deathDate", #""2025-06-30""#),
        ("INS*Y*18*021*28*A***AC**Y*D8*20250630*R****3~", "birthSequence", #""3""#),
        ("INS*N*19*021*28*A****F~", "studentStatus/label", #""full-time""#),
        ("INS*N*19*021*28*A~", "subscriber", "false"),
        ("INS*Y*18*021*28*A***AC**N~", "disabled", "false"),
    ])
    func anINSIsRead(_ ins: String, _ path: String, _ value: String) {
        #expect(Reading(Reading.record(ins: ins)).value(path) == value)
    }

    @Test func aCorrectionKeepsWhatWasKnown() {
        let record = """
            INS*Y*18*001*25*A~REF*0F*1~NM1*74*1*NEW*ANN****34*900110002~\
            NM1*70*1*OLD*ANN****34*900110001~DMG*D8*20000101*F~HD*001**HMO~DTP*348*D8*20250701~
            """
        let reading = Reading(record)
        #expect(reading.value("corrected") == "true")
        #expect(reading.value("name/last") == #""NEW""#)
        #expect(reading.value("socialSecurityNumber") == #""900110002""#)
        #expect(reading.value("prior/name/last") == #""OLD""#)
        #expect(reading.value("prior/socialSecurityNumber") == #""900110001""#)
        #expect(reading.value("prior/birthDate") == #""2000-01-01""#)
        #expect(reading.value("birthDate") == nil)
    }
}
