import CareModel
import Testing
import X12Structure

/// Codes of HI, each of which goes where its own qualifier says.
struct ClaimCodeTests {
    static let visit = "CLM*A1*100***11:B:1*Y*A*Y*Y~"
    static let stay = """
        CLM*A1*100***11:A:1**A*Y*Y~DTP*434*RD8*20250701-20250703~CL1*1*1*01~
        """

    /// HI segments, a path, and what stands there.
    static let professional: [(String, String, String?)] = [
        (
            "HI*ABK:Z0000~", "diagnoses",
            #"[{"code":"Z0000","kind":{"code":"ABK","label":"principal, ICD-10-CM"},"order":1}]"#
        ),
        ("HI*ABK:Z0000*ABF:I10~", "diagnoses/1/kind/label", #""other, ICD-10-CM""#),
        ("HI*ABK:Z0000*ABF:I10~", "diagnoses/1/order", "2"),
        ("HI*ABK:Z0000**ABF:I10~", "diagnoses/1/order", "3"),
        ("HI*BK:V700~", "diagnoses/0/kind/label", #""principal, ICD-9-CM""#),
        (
            "HI*ABK:Z0000~HI*BP:33414*BO:33415~", "anesthesiaProcedures",
            #"[{"code":"33414","kind":{"code":"BP","label":"principal, HCPCS"}},"#
                + #"{"code":"33415","kind":{"code":"BO","label":"other, HCPCS"}}]"#
        ),
        ("HI*ABK:Z0000~HI*BG:AA*BG:AB~", "conditionCodes", #"["AA","AB"]"#),
        ("HI*ABK:Z0000~HI*BG:AA~HI*BG:AB~", "conditionCodes", #"["AA","AB"]"#),
        ("HI*ABK:Z0000~", "procedures", nil),
    ]

    @Test(arguments: professional)
    func codesOfAVisit(_ segments: String, _ path: String, _ value: String?) throws {
        let parts = try ClaimParts(Self.visit + segments, ClaimParts.professional)
        #expect(parts.value(path) == value, "\(parts.json)")
        #expect(parts.other.isEmpty, "\(parts.other)")
    }

    /// Elements that repeat and may not: the first is read, of a composite too, and the whole is kept.
    @Test(
        arguments: [
            ("HI*ABK:Z0000^ABK:I10~", "diagnoses/0/code", "\"Z0000\""),
            ("HI*ABK:Z0000^ABK:I10~", "diagnoses/1/code", nil),
            ("HI*ABK^BK:Z0000~", "diagnoses/0/kind/code", nil),
            ("HI*ABK:Z0000*ABF:I10^ABF:E119~", "diagnoses/1/code", "\"I10\""),
            ("HI*ABK:Z0000*ABF:I10^ABF:E119*ABF:R05~", "diagnoses/2/code", "\"R05\""),
            ("HI*ABK:Z0000~HI*BG:AA^BG:AB~", "conditionCodes", #"["AA"]"#),
        ] as [(String, String, String?)])
    func firstRepetitionIsRead(_ segments: String, _ path: String, _ value: String?) throws {
        let parts = try ClaimParts(Self.visit + segments, ClaimParts.professional)
        #expect(parts.value(path) == value, "\(parts.json)")
        #expect(parts.findings.contains { $0.hasPrefix("x12.element.repeat") }, "\(parts.findings)")
        let whole = segments.split(separator: "~").last
        #expect(
            parts.other.contains { $0.value.string == whole.map(String.init) }, "\(parts.other)")
    }

    static let institutional: [(String, String, String?)] = [
        (
            "HI*ABK:I10:::::::Y~", "diagnoses/0/presentOnAdmission",
            #"{"code":"Y","label":"yes"}"#
        ),
        ("HI*ABK:I10~HI*ABJ:R05~", "diagnoses/1/kind/label", #""admitting, ICD-10-CM""#),
        ("HI*ABK:I10~HI*ABJ:R05~", "diagnoses/1/order", "2"),
        ("HI*ABK:I10~HI*APR:R05*APR:R06~", "diagnoses/2/kind/code", #""APR""#),
        (
            "HI*ABK:I10~HI*ABN:W1830XA:::::::N~", "diagnoses/1/kind/label",
            #""external cause, ICD-10-CM""#
        ),
        ("HI*ABK:I10~HI*ABF:E119:::::::W~", "diagnoses/1/presentOnAdmission/code", #""W""#),
        ("HI*ABK:I10~HI*ABF:E119~HI*ABF:E785~", "diagnoses/2/order", "3"),
        ("HI*ABK:I10~HI*DR:123~", "drg", #""123""#),
        (
            "HI*ABK:I10~HI*BBR:0B110F5:D8:20250702~", "procedures",
            #"[{"code":"0B110F5","date":"2025-07-02","#
                + #""kind":{"code":"BBR","label":"principal, ICD-10-PCS"}}]"#
        ),
        ("HI*ABK:I10~HI*BBQ:0B110F5:D8:20250230~", "procedures/0/dateSent", #""20250230""#),
        (
            "HI*ABK:I10~HI*BH:A1:D8:20250601~", "occurrences",
            #"[{"code":"A1","date":"2025-06-01"}]"#
        ),
        (
            "HI*ABK:I10~HI*BI:70:RD8:20250601-20250610~", "occurrenceSpans",
            #"[{"begin":"2025-06-01","code":"70","end":"2025-06-10"}]"#
        ),
        ("HI*ABK:I10~HI*BE:08:::1740.5~", "values", #"[{"amount":1740.5,"code":"08"}]"#),
        ("HI*ABK:I10~HI*BE:80:::three~", "values/0/amountSent", #""three""#),
        ("HI*ABK:I10~HI*BG:17*BG:67~", "conditionCodes", #"["17","67"]"#),
        ("HI*ABK:I10~HI*TC:A01~", "treatmentCodes", #"["A01"]"#),
    ]

    @Test(arguments: institutional)
    func codesOfAStay(_ segments: String, _ path: String, _ value: String?) throws {
        let parts = try ClaimParts(Self.stay + segments, ClaimParts.institutional)
        #expect(parts.value(path) == value, "\(parts.json)")
        #expect(parts.other.isEmpty, "\(parts.other)")
    }

    static let dental: [(String, String, String?)] = [
        ("HI*ABK:K021*ABF:K0262*TQ:1:~", "diagnoses/2/kind/label", #""SNODENT""#),
        ("HI*BK:5210~", "diagnoses/0/code", #""5210""#),
    ]

    @Test(arguments: dental)
    func codesOfADentalClaim(_ segments: String, _ path: String, _ value: String?) throws {
        let parts = try ClaimParts(Self.visit + segments, ClaimParts.dental)
        #expect(parts.value(path) == value, "\(parts.json)")
    }

    /// What no field holds, by its place.
    static let kept: [(String, String, String)] = [
        ("HI*ABK:I10~HI*BI:70:RD8:2025~", "2300/HI-01", "BI:70:RD8:2025"),
        ("HI*ABK:I10~HI*BI:70:D8:20250601~", "2300/HI-01", "BI:70:D8:20250601"),
        ("HI*ABK:I10~HI*BH:A1:RD8:20250601-20250602~", "2300/HI-01", "BH:A1:RD8:20250601-20250602"),
        ("HI*ABK:I10~HI*BG:17*BG:~", "2300/HI-02", "BG:"),
        ("HI*ABK:I10~HI*BG:17*XX:67~", "2300/HI-02", "XX:67"),
        ("HI*ABK:I10:D8:20250701~", "2300/HI-01-4", "20250701"),
    ]

    @Test(arguments: kept)
    func whatHasNoFieldIsKept(_ segments: String, _ place: String, _ value: String) throws {
        let parts = try ClaimParts(Self.stay + segments, ClaimParts.institutional)
        #expect(
            parts.other.contains { $0.place == place && $0.value.string == value },
            "\(parts.other)")
        #expect(!parts.findings.isEmpty)
        #expect(parts.claim?.diagnoses.first?.code?.string == "I10")
    }

    @Test func rolesOfDiagnosesAreNamed() throws {
        let parts = try ClaimParts(
            Self.stay + "HI*ABK:I10~HI*ABJ:R05~HI*PR:7860~HI*ABN:W1830XA~HI*ABF:E119~",
            ClaimParts.institutional)
        let roles = parts.claim?.diagnoses.map(\.role)
        #expect(roles == [.principal, .admitting, .reasonForVisit, .externalCause, .other])
    }
}
