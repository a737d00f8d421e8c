import CareModel
import Diagnostics
import ShippedGrammars
import Testing
import X12Grammar

@testable import Enrollments

/// The rules of MassHealth's profile: what keeps each and what breaks it, and how severe it is.
struct MassHealthRuleTests {
    static let rules: MassHealthRules? =
        (try? GrammarLibrary.shipped.profile(named: "masshealth")).flatMap { $0 }
        .flatMap { $0.sections.first }.map { MassHealthRules($0) }

    private static func findings(_ record: String) -> [String] {
        Reading(record, partner: rules).findings
    }

    static let member = "masshealth.member.id at 2000/REF-02"

    @Test(arguments: [
        ("100000000001", []), ("10000000001", [member]), ("1000000000012", [member]),
        ("10000000000A", [member]),
    ])
    func aMemberIDHas12Digits(_ id: String, _ found: [String]) throws {
        _ = try #require(Self.rules)
        #expect(Self.findings(Reading.record(id: id)) == found)
        #expect(Reading(Reading.record(id: id)).findings == [])
    }

    static let reason = "masshealth.reason.form at 2000/REF-02"

    @Test(arguments: [
        ("AZNOTHA", []), ("bd", []), ("A", [reason]), ("1ZNOTHA", [reason]), ("A1", [reason]),
    ])
    func aReasonHasTwoLetters(_ value: String, _ found: [String]) {
        let record = Reading.record().replacing("NM1*IL", with: "REF*ZZ*\(value)~NM1*IL")
        #expect(Self.findings(record) == found)
    }

    static let maintenance = "masshealth.maintenance.type at 2000/INS-03"

    @Test(arguments: [
        ("021", []), ("024", []), ("001", []), ("030", []), ("025", [maintenance]),
        ("002", ["x12.element.code at 2000/INS-03", maintenance]),
        ("999", ["x12.element.code at 2000/INS-03"]),
    ])
    func maintenanceTypesInUse(_ code: String, _ found: [String]) {
        #expect(Self.findings(Reading.record(ins: "INS*Y*18*\(code)*28*A~")) == found)
    }

    static let state = "masshealth.address.state at 2100A/N4-02"
    static let county = "masshealth.address.county at 2100A/N4-06"

    @Test(arguments: [
        ("N4*LYNN*MA*01902**CY*5~", []), ("N4*LYNN*MA*01902**CY*14~", []),
        ("N4*LYNN*MA*01902**CY*05~", []), ("N4*LYNN*MA*01902~", []), ("N4*LYNN~", []),
        ("N4*LYNN*MA*01902**CY*15~", [county]), ("N4*LYNN*MA*01902**CY*0~", [county]),
        ("N4*LYNN*MA*01902**CY*ESSEX~", [county]), ("N4*LYNN***" + "*CY*15~", [county]),
        ("N4*NASHUA*NH*03060**CY*015~", [state]), ("N4*NASHUA*NH*03060~", [state]),
        ("N4*TOWN*ma*01501~", ["x12.element.list at 2100A/N4-02"]),
        ("NM1*31*1~N3*1 A ST~N4*NASHUA*NH*03060~", []),
    ])
    func anAddressIsInMassachusetts(_ place: String, _ found: [String]) {
        let address = place.hasPrefix("NM1") ? place : "N3*1 A ST~" + place
        #expect(Self.findings(Reading.record(address)) == found)
    }

    static let aco = "masshealth.aco.pidsl at "

    @Test(arguments: [
        ("REF*PID*110990101A~", []), ("REF*PID*110990101~", [aco + "2300/REF-02"]),
        ("REF*PID*ACO1~", [aco + "2300/REF-02"]), ("REF*XX1*ACO1~", []),
        ("LS*2700~LX*1~N1*75*ACO~REF*PID*11A~LE*2700~", [aco + "2750/REF-02"]),
        ("LS*2700~LX*1~N1*75*ACO~REF*PID*110990101A~LE*2700~", []),
    ])
    func anACOIsAPIDSL(_ segments: String, _ found: [String]) {
        let coverage = "HD*021**HMO*PLAN~DTP*348*D8*20250701~" + segments
        #expect(Self.findings(Reading.record(coverage: coverage)) == found)
    }

    static let outside = "masshealth.coverage.outside at 2300/DTP-03"

    /// Eligibility and coverage, begin and end; the file was written on 2025-07-15.
    static let spans: [(eligibility: (String, String), coverage: (String, String), count: Int)] = [
        (("20250701", "22991231"), ("20250701", "22991231"), 0),
        (("20250701", "20250930"), ("20250801", "20250831"), 0),
        (("20250701", "20250930"), ("20250701", "20250930"), 0),
        (("20250701", "20250930"), ("20250630", "20250930"), 1),
        (("20250701", "20250930"), ("20250701", "20251001"), 1),
        (("20250701", "20250930"), ("20250701", "22991231"), 1),
        (("20250701", "20250930"), ("20250630", "20251001"), 2),
        (("20250701", "20301231"), ("20250701", "22991231"), 0),
        (("20250701", "20260715"), ("20250701", "22991231"), 1),
        (("20250701", "20260716"), ("20250701", "22991231"), 0),
        (("20250701", ""), ("20250701", "22991231"), 0),
        (("20250701", "20250930"), ("20250701", ""), 0),
        (("20250701", "20250930"), ("20251001", ""), 1),
        (("20250701", "20250930"), ("", "20250630"), 1),
        (("20250701", "20250930"), ("20240701", "20250630"), 2),
        (("20250701", "20250930"), ("20251001", "20251231"), 2),
    ]

    /// Begins and ends of eligibilities, a coverage, and how often it lies outside of them all.
    @Test(arguments: [
        (["356*D8*20230101", "357*D8*20231231", "356*D8*20250101"], ("20250601", ""), 0),
        (["356*D8*20250101", "357*D8*20231231", "356*D8*20230101"], ("20250601", ""), 0),
        (["356*D8*20250101", "357*D8*20231231", "356*D8*20230101"], ("20230601", "20230630"), 0),
        (["356*D8*20250101", "357*D8*20231231", "356*D8*20230101"], ("20240601", "20240630"), 2),
        (["356*D8*20250101", "357*D8*20231231", "356*D8*20230101"], ("20230601", "20250630"), 1),
        (["356*D8*20250101", "357*D8*20231231", "356*D8*20230101"], ("20220601", "20230630"), 1),
    ])
    func aCoverageLiesInsideAnyEligibility(
        _ dates: [String], _ coverage: (String, String), _ count: Int
    ) {
        let sent = dates.map { "DTP*\($0)~" }.joined()
        let end = coverage.1.isEmpty ? "" : "DTP*349*D8*\(coverage.1)~"
        let record = Reading.record(
            coverage: "HD*021**HMO*P~DTP*348*D8*\(coverage.0)~" + end
        ).replacing("NM1*IL", with: sent + "NM1*IL")
        #expect(Self.findings(record).count { $0 == Self.outside } == count)
    }

    @Test(arguments: spans)
    func aCoverageLiesInsideTheEligibility(
        _ eligibility: (String, String), _ coverage: (String, String), _ count: Int
    ) {
        func date(_ qualifier: String, _ date: String) -> String {
            date.isEmpty ? "" : "DTP*\(qualifier)*D8*\(date)~"
        }
        let dates = date("356", eligibility.0) + date("357", eligibility.1)
        let record = Reading.record(
            coverage: "HD*021**HMO~" + date("348", coverage.0) + date("349", coverage.1)
        ).replacing("NM1*IL", with: dates + "NM1*IL")
        #expect(Self.findings(record) == Array(repeating: Self.outside, count: count))
    }

    /// What is sure enough for an error is for `--rules` to say.
    @Test func noRuleIsAnError() {
        #expect(Rule.massHealthRules.allSatisfy { $0.severity < .error })
    }
}
