import Testing
import X12Structure

/// The providers of a claim, whose roles their NM1 tells: each guide gives them other letters.
struct ClaimRoleTests {
    static let visit = "CLM*A1*100***11:B:1*Y*A*Y*Y~"
    static let diagnosis = "HI*ABK:Z0000~"
    static let stay = """
        CLM*A1*100***11:A:1**A*Y*Y~DTP*434*RD8*20250701-20250703~CL1*1*1*01~HI*ABK:Z0000~
        """

    static let professional: [(String, String, String?)] = [
        (
            "NM1*DN*1*WELBY*MARCUS*W**JR*XX*1234567893~", "referringProviders/0/name",
            #"{"first":"MARCUS","last":"WELBY","middle":"W","suffix":"JR"}"#
        ),
        ("NM1*DN*1*WELBY~NM1*P3*1*PRIMARY~", "referringProviders/1/role/code", #""P3""#),
        ("NM1*82*2*CLINIC*****XX*1234567893~", "renderingProvider/organization", #""CLINIC""#),
        ("NM1*82*1*DOE~PRV*PE*PXC*208D00000X~", "renderingProvider/taxonomy", #""208D00000X""#),
        ("NM1*82*1*DOE~REF*G2*12345~", "renderingProvider/identifiers/0/value", #""12345""#),
        (
            "NM1*77*2*LAB~N3*1 MAIN ST~N4*BOSTON*MA*02101~PER*IC*JOE*TE*6175550100~",
            "serviceFacility/contacts/0/numbers/0/value", #""6175550100""#
        ),
        ("NM1*DQ*1*DOE*JANE~", "supervisingProvider/name/first", #""JANE""#),
        ("NM1*PW*2~N3*1 MAIN ST~N4*BOSTON*MA*02101~", "ambulancePickUp/address/city", #""BOSTON""#),
        (
            "NM1*45*2*HOSPITAL~N3*1 MAIN ST~N4*BOSTON*MA*02101~",
            "ambulanceDropOff/organization", #""HOSPITAL""#
        ),
        ("", "renderingProvider", nil),
    ]

    @Test(arguments: professional)
    func providersOfAVisit(_ segments: String, _ path: String, _ value: String?) throws {
        let parts = try ClaimParts(
            Self.visit + Self.diagnosis + segments, ClaimParts.professional)
        #expect(parts.value(path) == value, "\(parts.json)")
        #expect(parts.other.isEmpty, "\(parts.other)")
    }

    static let institutional: [(String, String, String?)] = [
        ("NM1*71*1*DOE****~PRV*AT*PXC*208D00000X~", "attendingProvider/taxonomy", #""208D00000X""#),
        ("NM1*72*1*DOE~", "operatingProvider/name/last", #""DOE""#),
        ("NM1*ZZ*1*DOE~", "otherOperatingProvider/name/last", #""DOE""#),
        ("NM1*82*1*DOE~", "renderingProvider/name/last", #""DOE""#),
        ("NM1*77*2*LAB~N3*1 MAIN ST~N4*BOSTON*MA~", "serviceFacility/address/state", #""MA""#),
        ("NM1*DN*1*DOE~", "referringProviders/0/name/last", #""DOE""#),
    ]

    @Test(arguments: institutional)
    func providersOfAStay(_ segments: String, _ path: String, _ value: String?) throws {
        let parts = try ClaimParts(Self.stay + segments, ClaimParts.institutional)
        #expect(parts.value(path) == value, "\(parts.json)")
        #expect(parts.other.isEmpty, "\(parts.other)")
    }

    static let dental: [(String, String, String?)] = [
        ("NM1*DN*1*DOE~", "referringProviders/0/name/last", #""DOE""#),
        ("NM1*82*1*DOE~", "renderingProvider/name/last", #""DOE""#),
        ("NM1*DD*1*DOE~", "assistantSurgeon/name/last", #""DOE""#),
        ("NM1*DQ*1*DOE~", "supervisingProvider/name/last", #""DOE""#),
    ]

    @Test(arguments: dental)
    func providersOfADentalClaim(_ segments: String, _ path: String, _ value: String?) throws {
        let parts = try ClaimParts(Self.visit + segments, ClaimParts.dental)
        #expect(parts.value(path) == value, "\(parts.json)")
        #expect(parts.other.isEmpty, "\(parts.other)")
    }

    @Test func whatEnclosesTheProvidersIsKept() throws {
        let parts = try ClaimParts(
            Self.visit + Self.diagnosis
                + "NM1*DN*1*DOE~NM1*82*1*ROE~NM1*DN*1*LATE~LX*1~SV1*HC:99213*100*UN*1***1~",
            ClaimParts.professional)
        let all = parts.json + parts.other.map(\.value.string).joined()
        for name in ["DOE", "ROE", "LATE", "99213"] { #expect(all.contains(name), "\(name)") }
    }
}
