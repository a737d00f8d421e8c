import Testing

/// Service lines of the three kinds of claim, as JSON has them.
struct ServiceLineTests {
    /// Two lines of each kind of claim, without the LX of the second.
    @Test(arguments: [
        (
            ClaimDraft.professional,
            "SV1*HC:99213*4*UN*1***1~DTP*472*D8*20250701~",
            "SV1*HC:99214*6*UN*1***1~DTP*472*D8*20250702~"
        ),
        (.institutional, "SV2*0300**4*UN*1~", "SV2*0301**6*UN*1~"),
        (.dental, "SV3*AD:D0120*4****1~REF*6R*A~", "SV3*AD:D0140*6****1~REF*6R*B~"),
    ])
    func aLineWithoutNumberIsALine(_ draft: ClaimDraft, _ first: String, _ second: String) {
        let reading = draft.with(\.lines, "LX*1~" + first + second).reading
        #expect(reading.findings == ["x12.loop.missing at 2400/LX"])
        #expect(reading.value("serviceLines/0/charge") == "4")
        #expect(reading.value("serviceLines/1/charge") == "6")
        #expect(reading.value("serviceLines/1/number") == nil)
    }

    /// What a payer decided on the line stays with it: else the sums of both would be wrong.
    @Test func whatWasPaidForALineWithoutNumberIsItsOwn() {
        let lines = [4, 6].map { charge in
            "SV1*HC:99213*\(charge)*UN*1***1~DTP*472*D8*2025070\(charge)~"
                + "SVD*P2*\(charge)*HC:99213**1~DTP*573*D8*20250710~"
        }
        let draft = ClaimDraft.professional
            .with(\.others, OtherPayers.payer("P2", "AMT*D*10~"))
            .with(\.lines, "LX*1~" + lines.joined())
        #expect(draft.found == ["x12.loop.missing at 2400/LX"])
    }

    static let claim = "CLM*1*100***11:B:1*Y*A*Y*Y~HI*ABK:Z0000~"
    static let stay =
        "CLM*1*100***11:A:1**A*Y*Y~DTP*434*RD8*20250701-20250703~CL1*1*1*01~HI*ABK:Z0000~"

    /// Segments after LX, a path within the line, and what stands there.
    static let professional: [(String, String, String?)] = [
        ("", "number", #""7""#),
        (
            "SV1*HC:99213*120.5*UN*1***1~", "procedure",
            #"{"code":"99213","qualifier":{"code":"HC","label":"HCPCS"}}"#
        ),
        ("SV1*HC:99213:25:59*120.5*UN*1***1~", "procedure/modifiers", #"["25","59"]"#),
        ("SV1*HC:99213::::59*120.5*UN*1***1~", "procedure/modifiers", #"["59"]"#),
        ("SV1*HC:99213:::::Long visit*120.5*UN*1***1~", "procedure/description", #""Long visit""#),
        ("SV1*HC:99213*120.5*UN*1***1~", "charge", "120.5"),
        ("SV1*HC:99213*0*UN*1***1~", "charge", "0"),
        ("SV1*HC:99213*free*UN*1***1~", "chargeSent", #""free""#),
        ("SV1*HC:99213*1*MJ*1.5***1~", "units", #"{"code":"MJ","label":"minutes","quantity":1.5}"#),
        ("SV1*HC:99213*1*UN*1*11**1~", "placeOfService/code", #""11""#),
        ("SV1*HC:99213*1*UN*1***1:2:12~", "diagnosisPointers", #"["1","2","12"]"#),
        ("SV1*HC:99213*1*UN*1***1**Y~", "emergency", "true"),
        ("SV1*HC:99213*1*UN*1***1****Y~", "epsdt", "true"),
        ("SV1*HC:99213*1*UN*1***1*****Y~", "familyPlanning", "true"),
        (
            "SV1*HC:99213*1*UN*1***1********0~", "copayStatus",
            #"{"code":"0","label":"exempt from copayment"}"#
        ),
        ("SV1*HC:99213*1*UN*1***1~", "emergency", nil),
        ("DTP*472*D8*20250701~", "service", #"{"begin":"2025-07-01","end":"2025-07-01"}"#),
        (
            "DTP*472*RD8*20250701-20250703~", "service",
            #"{"begin":"2025-07-01","end":"2025-07-03"}"#
        ),
        ("DTP*472*RD8*20250701-99991231~", "service/end", #""9999-12-31""#),
        ("DTP*472*D8*20251301~", "service/beginSent", #""20251301""#),
        ("DTP*472*RD8*2025~", "dates/0", #"{"code":"472","dateSent":"2025","label":"service"}"#),
        (
            "DTP*471*D8*20250702~", "dates/0",
            #"{"code":"471","date":"2025-07-02","label":"prescription"}"#
        ),
        (
            "SV5*HC:A4670*DA*10*50*5000*4~", "equipment",
            #"{"necessity":{"code":"DA","label":"days","quantity":10},"procedure":{"code":"A4670","qualifier":{"code":"HC","label":"HCPCS"}},"purchasePrice":5000,"rentalPrice":50,"rentalUnit":{"code":"4","label":"monthly"}}"#
        ),
        ("PWK*OZ*BM***AC*DMN0012~", "attachments/0/controlNumber", #""DMN0012""#),
        ("PWK*CT*AD~", "attachments/0/reportType/code", #""CT""#),
        ("CR1*LB*140**A*DH*12***up*down~", "ambulance/roundTripPurpose", #""up""#),
        (
            "CR3*I*MO*6~", "certification",
            #"{"duration":{"code":"MO","label":"months","quantity":6},"type":{"code":"I","label":"initial"}}"#
        ),
        ("CRC*07*Y*01*04~", "conditionIndicators/0/conditions/1/code", #""04""#),
        (
            "QTY*PT*2~", "quantities/0",
            #"{"code":"PT","label":"patients transported","quantity":2}"#
        ),
        (
            "MEA*TR*R1*113.4~", "testResults/0",
            #"{"measurement":{"code":"R1","label":"hemoglobin"},"reference":{"code":"TR","label":"test result"},"result":113.4}"#
        ),
        ("CN1*04*410.5~", "contract/amount", "410.5"),
        ("REF*6R*543211~", "controlNumber", #""543211""#),
        ("REF*6R*543211~", "identifiers", nil),
        (
            "REF*G1*13579~", "identifiers/0",
            #"{"code":"G1","label":"prior authorization number","value":"13579"}"#
        ),
        ("REF*G1*13579**2U:P1~", "identifiers/0/payerIdentifier", #""P1""#),
        ("AMT*T*45~", "amounts/0", #"{"amount":45,"code":"T","label":"tax"}"#),
        ("K3*STATE DATA~K3*MORE~", "fixedFormat", #"["STATE DATA","MORE"]"#),
        ("NTE*DCP*Patient goal~", "notes/0/text", #""Patient goal""#),
        ("PS1*PN222222*110~", "purchasedService", #"{"charge":110,"provider":"PN222222"}"#),
        ("HCP*03*100*10*RPO12345~", "pricing/organization", #""RPO12345""#),
        ("HCP*03*100*10******HC*99213*UN*2*T1*1*2~", "pricing/procedure", #""99213""#),
        (
            "LIN**N4*01234567891~CTP****2*UN~REF*XZ*123456~", "drug",
            #"{"code":"01234567891","prescriptionNumber":"123456","qualifier":{"code":"N4","label":"national drug code"},"units":{"code":"UN","label":"unit","quantity":2}}"#
        ),
        ("LIN**N4*01234567891~CTP****2*UN~REF*VY*7~", "drug/linkNumber", #""7""#),
        (
            "NM1*82*1*DOE*JANE****XX*1234567893~PRV*PE*PXC*208D00000X~", "renderingProvider/npi",
            #""1234567893""#
        ),
        (
            "NM1*82*1*DOE*JANE****XX*1234567893~PRV*PE*PXC*208D00000X~",
            "renderingProvider/taxonomy", #""208D00000X""#
        ),
        ("NM1*QB*2******XX*1234567893~", "purchasedServiceProvider/npi", #""1234567893""#),
        (
            "NM1*77*2*LAB~N3*1 MAIN ST~N4*BOSTON*MA*02101~", "serviceFacility/address/city",
            #""BOSTON""#
        ),
        ("NM1*DQ*1*DOE*JANE~", "supervisingProvider/name/last", #""DOE""#),
        ("NM1*DK*1*DOE*JANE~", "orderingProvider/name/first", #""JANE""#),
        ("NM1*DN*1*DOE*JANE~NM1*P3*1*ROE*JACK~", "referringProviders/1/name/last", #""ROE""#),
        (
            "NM1*DN*1*DOE*JANE~REF*G2*A1**2U:P1~",
            "referringProviders/0/identifiers/0/payerIdentifier", #""P1""#
        ),
        (
            "NM1*PW*2~N3*1 MAIN ST~N4*BOSTON*MA*02101~", "ambulancePickUp/address/lines",
            #"["1 MAIN ST"]"#
        ),
        (
            "NM1*45*2*CLINIC~N3*1 MAIN ST~N4*BOSTON*MA*02101~", "ambulanceDropOff/organization",
            #""CLINIC""#
        ),
        (
            "LQ*UT*484.3~FRM*1A**CT~FRM*2*Y~FRM*3***20250601~FRM*4****12.5~", "forms/0/answers",
            #"[{"question":"1A","text":"CT"},{"question":"2","response":{"code":"Y","label":"yes"}},{"date":"2025-06-01","question":"3"},{"percent":"12.5","question":"4"}]"#
        ),
        (
            "LQ*UT*484.3~LQ*AS*B~", "forms/1",
            #"{"code":"B","qualifier":{"code":"AS","label":"form type code"}}"#
        ),
    ]

    @Test(arguments: professional)
    func professionalLinesAreMapped(_ segments: String, _ path: String, _ expected: String?) throws
    {
        let parts = try ClaimParts(Self.claim + "LX*7~" + segments, ClaimParts.professional)
        #expect(parts.value("serviceLines/0/" + path) == expected)
    }

    /// However many lines there are: the memory of a record moves while it grows.
    @Test(arguments: [1, 12, 13, 14, 15, 50, 200])
    func everyLineKeepsItsProvider(_ count: Int) throws {
        let lines = (1...count).map { number in
            "LX*\(number)~SV1*HC:99213*1*UN*1***1~NM1*82*1*PROV\(number)*ANNA****XX*1234567893~"
        }
        let parts = try ClaimParts(Self.claim + lines.joined(), ClaimParts.professional)
        for number in 1...count {
            let path = "serviceLines/\(number - 1)/renderingProvider/name/last"
            #expect(parts.value(path) == "\"PROV\(number)\"")
        }
    }

    static let institutional: [(String, String, String?)] = [
        ("SV2*0300*HC:81000*120*UN*1~", "revenueCode", #""0300""#),
        ("SV2*0300*HC:81000:QW*120*UN*1~", "procedure/modifiers", #"["QW"]"#),
        ("SV2*0120**1500*DA*5~", "units", #"{"code":"DA","label":"days","quantity":5}"#),
        ("SV2*0120**1500*DA*5~", "procedure", nil),
        ("SV2*0120**1500*DA*5**12.34~", "nonCoveredCharge", "12.34"),
        ("SV2*0120**1500*DA*5~AMT*GT*3~AMT*N8*4~", "amounts/1/code", #""N8""#),
        ("SV2*0120**1500*DA*5~NTE*TPO*State~", "notes/0/text", #""State""#),
        ("SV2*0120**1500*DA*5~HCP*03*100******0120~", "pricing/revenueCode", #""0120""#),
        ("SV2*0120**1500*DA*5~NM1*72*1*DOE*JANE~", "operatingProvider/name/last", #""DOE""#),
        ("SV2*0120**1500*DA*5~NM1*ZZ*1*DOE*JANE~", "otherOperatingProvider/name/last", #""DOE""#),
        ("SV2*0120**1500*DA*5~NM1*82*1*DOE*JANE~", "renderingProvider/name/last", #""DOE""#),
        (
            "SV2*0120**1500*DA*5~SVD*P1*10**0120*5~", "adjudications/0",
            #"{"paid":10,"paidUnits":5,"payer":"P1","revenueCode":"0120"}"#
        ),
    ]

    @Test(arguments: institutional)
    func institutionalLinesAreMapped(_ segments: String, _ path: String, _ expected: String?) throws
    {
        let parts = try ClaimParts(Self.stay + "LX*7~" + segments, ClaimParts.institutional)
        #expect(parts.value("serviceLines/0/" + path) == expected)
    }

    static let dental: [(String, String, String?)] = [
        (
            "SV3*AD:D0120*10****1~DTP*196*D8*20250621~DTP*198*D8*20250624~", "dates",
            #"[{"code":"196","date":"2025-06-21","label":"treatment start"},"#
                + #"{"code":"198","date":"2025-06-24","label":"treatment completion"}]"#
        ),
        ("SV3*AD:D2150*120*11*10*I*1*****1:2~", "procedure/code", #""D2150""#),
        (
            "SV3*AD:D2150*120*11*10:20*I*1~", "oralCavities/1",
            #"{"code":"20","label":"upper left quadrant"}"#
        ),
        ("SV3*AD:D2150*120*11*10*I*1~", "placement", #"{"code":"I","label":"initial placement"}"#),
        ("SV3*AD:D2150*120*11*10*I*2~", "units", #"{"quantity":2}"#),
        ("SV3*AD:D2150*120*11*10*I*1*****1:2~", "diagnosisPointers", #"["1","2"]"#),
        ("SV3*AD:D2150*120~", "oralCavities", nil),
        (
            "SV3*AD:D2150*120~TOO*JP*12*L:O~TOO*JP*11~", "teeth/0",
            #"{"code":"12","qualifier":{"code":"JP","label":"universal tooth designation"},"surfaces":[{"code":"L","label":"lingual"},{"code":"O","label":"occlusal"}]}"#
        ),
        ("SV3*AD:D2150*120~TOO*JP*12*L:O~TOO*JP*11~", "teeth/1/code", #""11""#),
        ("SV3*AD:D2150*120~DTP*441*D8*20200101~", "dates/0/label", #""prior placement""#),
        ("SV3*AD:D2150*120~NM1*DD*1*DOE*JANE~", "assistantSurgeon/name/last", #""DOE""#),
        ("SV3*AD:D2150*120~REF*G3*13579~", "identifiers/0/value", #""13579""#),
    ]

    @Test(arguments: dental)
    func dentalLinesAreMapped(_ segments: String, _ path: String, _ expected: String?) throws {
        let parts = try ClaimParts(Self.claim + "LX*7~" + segments, ClaimParts.dental)
        #expect(parts.value("serviceLines/0/" + path) == expected)
    }

    /// Both are certificates; the second element tells the one of medical necessity.
    @Test(arguments: ["PWK*CT*BM***AC*A1~", "PWK*CT*AD~", "PWK*CT*BM***AC*A1~PWK*CT*NS~"])
    func certificatesAreTold(_ segments: String) throws {
        let parts = try ClaimParts(
            Self.claim + "LX*1~SV1*HC:99213*100*UN*1***1~\(segments)DTP*472*D8*20250701~",
            ClaimParts.professional)
        #expect(parts.findings == [])
    }

    @Test func linesStandInTheirOrder() throws {
        let parts = try ClaimParts(
            Self.claim + "LX*1~SV1*HC:1*1*UN*1***1~NM1*82*1*A~LX*2~SV1*HC:2*2*UN*1***1~SVD*P*1~",
            ClaimParts.professional)
        #expect(parts.value("serviceLines/0/procedure/code") == #""1""#)
        #expect(parts.value("serviceLines/0/renderingProvider/name/last") == #""A""#)
        #expect(parts.value("serviceLines/1/number") == #""2""#)
        #expect(parts.value("serviceLines/1/renderingProvider") == nil)
        #expect(parts.value("serviceLines/1/adjudications/0/payer") == #""P""#)
        #expect(parts.value("serviceLines/2") == nil)
    }
}
