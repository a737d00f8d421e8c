import Conversion
import Diagnostics
import Foundation
import Testing

/// Inputs made to exhaust their reader: what is found is counted to the last, and listed to a limit.
struct LimitTests {
    /// Segments, many times the same, and how many records they set aside.
    struct Many: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let segments: String
        let setAside: Int

        init(_ description: String, _ segments: String, setAside: Int = 1) {
            testDescription = description
            self.segments = segments
            self.setAside = setAside
        }
    }

    private static let member = EnrollmentText.member(1)

    /// What one record holds after its own segments, so often, and how many records are set aside.
    @Test(
        arguments: [
            Many("elements of a segment", "REF" + repeated("*A", 50_000) + "~"),
            Many("components of an element", "DMG*D8*19800101*M**" + repeated("A:", 50_000) + "~"),
            Many("repetitions of an element", "DMG*D8*19800101*M**" + repeated("A^", 50_000) + "~"),
            Many("NUL bytes in an element", "N3*" + repeated("\0", 200_000) + "~"),
            Many("NUL bytes as segments", repeated("\0~", 3_000)),
            Many("unknown segments", repeated("ZZ*1~", 3_000)),
            Many("misplaced segments", repeated("BGN*00~", 3_000)),
            Many("blank segments", repeated("REF*17*A~~", 3_000)),
            Many("coverages", repeated("HD*021**HLT*A~DTP*348*D8*20250601~", 3_000)),
            Many("providers", repeated("LX*1~NM1*P3*1*DOE*J****XX*2552766430*26~", 3_000)),
            Many("other insurances", repeated("COB*P*A*1~NM1*IN*2*B*****FI*98765432~", 3_000)),
            Many("loops in loops", repeated("HD*021**HLT*A~LX*1~NM1*P3*1*D~COB*P*A*1~", 2_000)),
            Many(
                "categories", "LS*2700~" + repeated("LX*1~N1*75*A~REF*17*AX~", 3_000) + "LE*2700~",
                setAside: 0
            ),
        ])
    func inOneRecord(_ many: Many) throws {
        let text = EnrollmentText.file([Self.member + many.segments, Self.member])
        let outcome = try Trial()(text)
        #expect(outcome.flaws(of: Data(text.utf8)).isEmpty)
        #expect(outcome.file.records.setAside == many.setAside)
        #expect(outcome.file.records.accepted == 2 - many.setAside)
        #expect(outcome.rejects.allSatisfy { $0.findings?.count ?? 0 <= 1001 })
        expectLimit(outcome)
    }

    @Test(
        arguments: [
            Many("GE", repeated("GE~", 3_000)), Many("SE", repeated("SE*1*1~", 3_000)),
            Many("sets", repeated("SE*1*1~ST*834*0001~", 3_000)),
            Many("interchanges", repeated(EnrollmentText.interchange("000000001"), 2_000)),
            Many("groups", repeated(EnrollmentText.group, 2_000)),
            Many("TA1", repeated("TA1~", 3_000)),
        ])
    func ofEnvelopes(_ many: Many) throws {
        let text = EnrollmentText.plain.inserting(many.segments, before: "SE")
        let outcome = try Trial()(text)
        #expect(outcome.flaws(of: Data(text.utf8)).isEmpty)
        #expect(outcome.file.findings.error > 1500)
        expectLimit(outcome)
    }

    /// More findings of the file than are kept of a block, which one record fills.
    @Test func moreThanABlockKeeps() throws {
        let text = EnrollmentText.file([Self.member + Self.repeated("LX~~", 60_000)])
        let outcome = try Trial(listsAll: true)(text)
        #expect(outcome.flaws(of: Data(text.utf8)).isEmpty)
        let listed = outcome.rules.count { $0 == "x12.segment.blank" }
        #expect(listed < 60_000)
        #expect(listed + (outcome.unlisted["x12.segment.blank"] ?? 0) == 60_000)
    }

    @Test(arguments: [(false, 1000), (true, 2500)])
    func thousandOfARule(_ listsAll: Bool, _ listed: Int) throws {
        let members = (1...2500).map { EnrollmentText.member($0).with("Y*18", "Y*99") }
        let text = EnrollmentText.file(members)
        let outcome = try Trial(listsAll: listsAll)(text)
        #expect(outcome.flaws(of: Data(text.utf8)).isEmpty)
        #expect(outcome.file.findings.error == 2500)
        #expect(outcome.findings.count == listed)
        #expect(outcome.rejects.allSatisfy { $0.findings?.count == 1 }, "records keep theirs")
        let rest =
            ": 1,500 more of this rule are not listed without --all-findings [x12.element.code]"
        #expect(outcome.report.contains(rest) == !listsAll)
        #expect(outcome.unlisted == (listsAll ? [:] : ["x12.element.code": 1500]))
    }

    /// A record keeps a thousand; no option brings the others back.
    @Test(arguments: [false, true])
    func thousandOfARecord(_ listsAll: Bool) throws {
        let text = EnrollmentText.file([Self.member + Self.repeated("ZZ*1~", 2500)])
        let outcome = try Trial(listsAll: listsAll)(text)
        #expect(outcome.file.findings.error == 2501)
        #expect(outcome.unlisted == ["x12.segment.unknown": 1500])
        #expect(outcome.report.contains("1,500 more of this rule are not listed [x12.segment"))
        #expect(outcome.rejects.first?.findings?.last?.rule == "x12.limit.findings")
    }

    /// What is not kept has the severity that settings give it, and an error sets aside.
    @Test(arguments: [(Severity?.none, 0, 2), (.note, 0, 2), (.error, 1, 1)])
    func settingsOfWhatIsNotKept(_ severity: Severity?, _ setAside: Int, _ accepted: Int) throws {
        let rules = RuleCatalog.rules
        var settings = RuleSettings()
        for id in ["x12.segment.unknown", "x12.limit.findings"] {
            settings.set(try #require(rules.first { $0.description == id }), to: .warning)
        }
        let code = try #require(rules.first { $0.description == "x12.element.code" })
        settings.set(code, to: severity)
        let text = EnrollmentText.file([
            Self.member + Self.repeated("ZZ*1~", 1500) + "HD*999**HLT*A~DTP*348*D8*20250601~",
            Self.member,
        ])
        let outcome = try Trial(rules: settings)(text)
        #expect(outcome.file.records.setAside == setAside)
        #expect(outcome.file.records.accepted == accepted)
        #expect(outcome.file.findings.warning == 1501)
    }

    /// What does not fit into a block is set aside, whoever maps it; those beside it are not.
    @Test(arguments: [1, 3]) func aRecordThatIsTooLong(_ jobs: Int) throws {
        for (long, setAside) in [(3_800, 0), (4_300, 1), (20_000, 1)] {
            let text = EnrollmentText.file([
                Self.member, Self.member + "REF*17*" + Self.repeated("A", long) + "~", Self.member,
            ])
            let outcome = try Trial(jobs: jobs, blockSize: 1536, greatestUnitSize: 4096)(text)
            #expect(outcome.flaws(of: Data(text.utf8)).isEmpty)
            #expect(outcome.rules.count { $0 == "x12.limit.unit" } == setAside, "\(long)")
            #expect(outcome.records.count == 2, "\(long)")
        }
    }

    private func expectLimit(_ outcome: Outcome) {
        let counts = Dictionary(grouping: outcome.rules) { $0 }.mapValues(\.count)
        #expect(counts.values.allSatisfy { $0 <= 1000 })
    }

    private static func repeated(_ text: String, _ count: Int) -> String {
        String(repeating: text, count: count)
    }
}
