import Testing

/// Other insurance, and what its payers decided, as JSON has them.
struct OtherSubscriberTests {
    /// Segments after SBR, a path within the other insurance, and what stands there.
    static let professional: [(String, String, String?)] = [
        ("", "payerResponsibility", #"{"code":"S","label":"secondary"}"#),
        ("", "relationship", #"{"code":"01","label":"spouse"}"#),
        ("", "groupNumber", #""GR00786""#),
        ("", "groupName", #""Group""#),
        ("", "insuranceType/code", #""12""#),
        ("", "claimFilingIndicator", #"{"code":"CI","label":"commercial insurance"}"#),
        (
            "CAS*PR*1*7.93~", "adjustments/0",
            #"{"amount":7.93,"group":{"code":"PR","label":"patient responsibility"},"reason":"1"}"#
        ),
        (
            "CAS*PR*1*7.93**2*5*3~", "adjustments/1",
            #"{"amount":5,"group":{"code":"PR","label":"patient responsibility"},"quantity":3,"reason":"2"}"#
        ),
        ("CAS*PR*1*1**2*2**3*3**4*4**5*5**6*6*9~", "adjustments/5/quantity", "9"),
        ("CAS*PR*1*1**2*2**3*3**4*4**5*5**6*6*9~", "adjustments/6", nil),
        ("CAS*PR*1*1~CAS*CO*45*2~", "adjustments/1/group/code", #""CO""#),
        ("AMT*D*411~", "paid", "411"),
        ("AMT*A8*273~", "nonCovered", "273"),
        ("AMT*EAF*75.5~", "remainingLiability", "75.5"),
        ("OI***Y*P**Y~", "benefitsAssignment/code", #""Y""#),
        ("OI***Y*P**Y~", "patientSignatureSource/code", #""P""#),
        ("OI***Y*P**I~", "releaseOfInformation/code", #""I""#),
        (
            "MOA*.8*100**A4**MA02***3.5~", "outpatientAdjudication",
            #"{"nonPayableProfessionalAmount":3.5,"payableAmount":100,"reimbursementRate":0.8,"remarks":["A4","MA02"]}"#
        ),
        (
            "NM1*IL*1*DOE*JOHN*T**JR*MI*123456~", "subscriber",
            #"{"identifier":{"code":"MI","label":"member identification number","value":"123456"},"kind":{"code":"1","label":"person"},"name":{"first":"JOHN","last":"DOE","middle":"T","suffix":"JR"}}"#
        ),
        ("NM1*IL*2*TRUST*****MI*123456~", "subscriber/organization", #""TRUST""#),
        (
            "NM1*IL*1*DOE*JOHN****MI*1~N3*1 MAIN ST~N4*BOSTON*MA*02101~REF*SY*000000001~",
            "subscriber/address/city", #""BOSTON""#
        ),
        (
            "NM1*IL*1*DOE*JOHN****MI*1~REF*SY*000000001~", "subscriber/identifiers/0/value",
            #""000000001""#
        ),
        (
            "NM1*PR*2*ABC INS*****PI*11122333~", "payer",
            #"{"identifier":{"code":"PI","label":"payor identification","value":"11122333"},"name":"ABC INS"}"#
        ),
        (
            "NM1*PR*2*ABC INS*****PI*1~N3*1 MAIN ST~N4*BOSTON*MA*02101~", "payer/address/lines",
            #"["1 MAIN ST"]"#
        ),
        (
            "NM1*PR*2*ABC INS*****PI*1~DTP*573*D8*20250701~", "payer/adjudicationDate",
            #""2025-07-01""#
        ),
        ("NM1*PR*2*ABC INS*****PI*1~REF*F8*R1~", "payer/claimControlNumber", #""R1""#),
        ("NM1*PR*2*ABC INS*****PI*1~REF*G1*A1~", "payer/priorAuthorization", #""A1""#),
        ("NM1*PR*2*ABC INS*****PI*1~REF*9F*A2~", "payer/referralNumber", #""A2""#),
        ("NM1*PR*2*ABC INS*****PI*1~REF*T4*Y~", "payer/claimAdjusted", "true"),
        ("NM1*PR*2*ABC INS*****PI*1~REF*FY*435~REF*2U*98~", "payer/identifiers/1/code", #""2U""#),
        (
            "NM1*PR*2*ABC INS*****PI*1~NM1*DN*1~REF*G2*B1~",
            "referringProviders/0/identifiers/0/value", #""B1""#
        ),
        (
            "NM1*PR*2*ABC INS*****PI*1~NM1*82*1~REF*G2*B1~", "renderingProvider/identifiers/0/code",
            #""G2""#
        ),
        ("NM1*PR*2*ABC INS*****PI*1~NM1*77*2~REF*G2*B1~", "serviceFacility/role/code", #""77""#),
        ("NM1*PR*2*ABC INS*****PI*1~NM1*DQ*1~REF*G2*B1~", "supervisingProvider/kind/code", #""1""#),
        (
            "NM1*PR*2*ABC INS*****PI*1~NM1*85*2~REF*G2*B1~", "billingProvider/identifiers/0/value",
            #""B1""#
        ),
    ]

    @Test(arguments: professional)
    func professionalsAreMapped(_ segments: String, _ path: String, _ expected: String?) throws {
        let parts = try ClaimParts(
            ServiceLineTests.claim + "SBR*S*01*GR00786*Group*12****CI~" + segments,
            ClaimParts.professional)
        #expect(parts.value("otherSubscribers/0/" + path) == expected)
    }

    static let institutional: [(String, String, String?)] = [
        (
            "MIA*0**2*3.5*A4*6*7*8*9*10*11*12*13*14*15*16*17*18*19*MA01*MA02*MA03*MA04*24~",
            "inpatientAdjudication/coveredDays", "0"
        ),
        ("MIA*0**2*3.5*A4*6~", "inpatientAdjudication/lifetimePsychiatricDays", "2"),
        ("MIA*0**2*3.5*A4*6~", "inpatientAdjudication/drgAmount", "3.5"),
        (
            "MIA*0**2*3.5*A4*6*7*8*9*10*11*12*13*14*15*16*17*18*19*MA01*MA02*MA03*MA04*24~",
            "inpatientAdjudication/remarks", #"["A4","MA01","MA02","MA03","MA04"]"#
        ),
        (
            "MIA*0**2*3.5*A4*6*7*8*9*10*11*12*13*14*15*16*17*18*19*MA01*MA02*MA03*MA04*24~",
            "inpatientAdjudication/capitalExceptionAmount", "24"
        ),
        (
            "NM1*PR*2*ABC*****PI*1~NM1*71*1~REF*G2*B1~", "attendingProvider/identifiers/0/value",
            #""B1""#
        ),
        (
            "NM1*PR*2*ABC*****PI*1~NM1*72*1~REF*G2*B1~", "operatingProvider/role/label",
            #""operating""#
        ),
        ("NM1*PR*2*ABC*****PI*1~NM1*ZZ*1~REF*G2*B1~", "otherOperatingProvider/role/code", #""ZZ""#),
        ("NM1*PR*2*ABC*****PI*1~NM1*85*2~REF*G2*B1~", "billingProvider/role/code", #""85""#),
    ]

    @Test(arguments: institutional)
    func institutionsAreMapped(_ segments: String, _ path: String, _ expected: String?) throws {
        let parts = try ClaimParts(
            ServiceLineTests.stay + "SBR*S*01*GR00786*Group*****CI~" + segments,
            ClaimParts.institutional)
        #expect(parts.value("otherSubscribers/0/" + path) == expected)
    }

    static let adjudications: [(String, String, String?)] = [
        ("SVD*43*55*HC:84550:LT**3*2~", "0/payer", #""43""#),
        ("SVD*43*55*HC:84550:LT**3*2~", "0/paid", "55"),
        ("SVD*43*55*HC:84550:LT**3*2~", "0/procedure/modifiers", #"["LT"]"#),
        ("SVD*43*55*HC:84550**3*2~", "0/paidUnits", "3"),
        ("SVD*43*55*HC:84550**3*2~", "0/bundledLine", #""2""#),
        (
            "SVD*43*55*HC:84550**3~CAS*PR*1*7.93~CAS*OA*93*15.06~", "0/adjustments/1/reason",
            #""93""#
        ),
        ("SVD*43*55*HC:84550**3~DTP*573*D8*20250203~", "0/date", #""2025-02-03""#),
        ("SVD*43*55*HC:84550**3~AMT*EAF*10~", "0/remainingLiability", "10"),
        ("SVD*43*55*HC:84550**3~DTP*573*D8*20250203~SVD*44*5*HC:84550**3~", "1/payer", #""44""#),
    ]

    @Test(arguments: adjudications)
    func adjudicationsAreMapped(_ segments: String, _ path: String, _ expected: String?) throws {
        let parts = try ClaimParts(
            ServiceLineTests.claim + "LX*1~SV1*HC:99213*1*UN*1***1~" + segments,
            ClaimParts.professional)
        #expect(parts.value("serviceLines/0/adjudications/" + path) == expected)
    }

    @Test func insurancesStandInTheirOrder() throws {
        let parts = try ClaimParts(
            ServiceLineTests.claim
                + "SBR*P*18~NM1*IL*1*DOE~NM1*PR*2*ONE*****PI*1~SBR*S*18~NM1*PR*2*TWO*****PI*2~LX*1~",
            ClaimParts.professional)
        #expect(parts.value("otherSubscribers/0/payer/name") == #""ONE""#)
        #expect(parts.value("otherSubscribers/1/payer/name") == #""TWO""#)
        #expect(parts.value("otherSubscribers/1/subscriber") == nil)
        #expect(parts.value("otherSubscribers/2") == nil)
        #expect(parts.value("serviceLines/0/number") == #""1""#)
    }

    /// Values that stand where no field of this loop is.
    @Test(arguments: [
        ("AMT*D*1~AMT*D*2~", "AMT*D*2"), ("CAS*PR*1*1~FOO*1~", "FOO*1"),
        ("NM1*PR*2*A*****PI*1~DTP*573*D8*20250701~DTP*573*D8*20250702~", "DTP*573*D8*20250702"),
    ])
    func whatHasNoFieldIsKept(_ segments: String, _ kept: String) throws {
        let parts = try ClaimParts(
            ServiceLineTests.claim + "SBR*S*01~" + segments, ClaimParts.professional)
        #expect(parts.other.map(\.value.string) == [kept])
    }
}
