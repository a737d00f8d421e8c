import Diagnostics
import Foundation
import Testing

@testable import Conversion

/// Rules that are switched off or changed for a run.
struct RuleSettingsTests {
    typealias Text = MassHealthText

    /// One record that is set aside for a code, and a file whose count of segments is wrong.
    private static func text() -> String {
        var text = Text(sender: "OTHER")
        text.records = [Text.record(type: "999")]
        return text.text.replacing("SE*10*", with: "SE*9*")
    }

    /// Settings, the findings, how many records are accepted, and the exit status.
    static let runs: [(settings: String, found: [String], accepted: Int, status: Int32)] = [
        ("", ["x12.element.code error", "x12.set.count error"], 0, 1),
        ("x12.element.code warning", ["x12.element.code warning", "x12.set.count error"], 1, 1),
        ("x12.element.code off", ["x12.set.count error"], 1, 1),
        (
            "x12.element.code note\nx12.set.count warning",
            ["x12.element.code note", "x12.set.count warning"], 1, 0
        ),
        ("x12.set.count off", ["x12.element.code error"], 0, 1),
        ("x12.element.code off\nx12.set.count off", [], 1, 0),
    ]

    @Test(arguments: runs)
    func aSettingIsApplied(
        _ settings: String, _ found: [String], _ accepted: Int, _ status: Int32
    ) throws {
        let convert = try Trial(rules: RuleSettings(settings, name: "rules"))
        let bytes = Data(Self.text().utf8)
        let outcome = try convert(bytes)
        #expect(outcome.findings.map { "\($0.rule) \($0.severity)" } == found)
        #expect(outcome.records.count == accepted)
        #expect(outcome.status == status)
        #expect(outcome.flaws(of: bytes).isEmpty)
    }

    /// A finding of a rule across records, raised; the records stay where they are.
    @Test func rulesAcrossRecordsAreSetToo() throws {
        var text = Text(sender: "OTHER")
        let coverage = "HD*021**HMO*A~DTP*348*D8*20250101~DTP*349*D8*20251231~"
        let later = "HD*021**HMO*A~DTP*348*D8*20250301~DTP*349*D8*20250630~"
        text.records = [Text.record(coverage: coverage), Text.record(coverage: later)]
        let raised = try Trial(rules: RuleSettings("enrollment.span.overlap error", name: "r"))
        let outcome = try raised(text.text)
        #expect(outcome.findings.map(\.severity) == ["error"])
        #expect(outcome.records.count == 2)
        #expect(outcome.status == 1)
        let off = try Trial(rules: RuleSettings("enrollment.span.overlap off", name: "r"))
        #expect(try off(text.text).rules == [])
    }

    /// What the file says goes before what a profile says.
    @Test(arguments: [
        ("x12.segment.missing error", ["x12.segment.missing error"], 0),
        ("x12.segment.missing off", [], 1),
        ("masshealth.member.id error", ["x12.segment.missing note"], 1),
    ])
    func settingsGoBeforeTheProfile(
        _ settings: String, _ found: [String], _ accepted: Int
    ) throws {
        var text = Text()
        text.records = [Text.record(type: "024", coverage: "HD*024**HMO*ACCS1~")]
        let outcome = try Trial(rules: RuleSettings(settings, name: "rules"))(text.text)
        #expect(outcome.findings.map { "\($0.rule) \($0.severity)" } == found)
        #expect(outcome.records.count == accepted)
    }

    @Test func aProfilesWarningMayBecomeAnError() throws {
        var text = Text()
        text.records = [Text.record(id: "1"), Text.record()]
        let settings = try RuleSettings("masshealth.member.id error", name: "rules")
        let outcome = try Trial(rules: settings)(text.text)
        #expect(outcome.records.count == 1)
        #expect(outcome.rejects.count == 1)
        #expect(outcome.status == 1)
    }

    @Test func stopStopsAtWhatIsAnErrorInTheEnd() throws {
        let settings = try RuleSettings("x12.element.code warning", name: "rules")
        let outcome = try Trial(.stop, rules: settings)(Self.text())
        #expect(outcome.records.count == 1)
    }

    @Test func theLibraryTakesThemToo() throws {
        let settings = try RuleSettings("x12.element.code off\nx12.set.count note", name: "rules")
        let file = EnrollmentRecords(Self.text().utf8, name: "a", rules: settings)
        #expect(file.map(\.isAccepted) == [true])
        #expect(file.report.isClean)
        #expect(file.findings.map(\.severity) == [.note])
    }

    /// Lines that are none, and the message.
    @Test(arguments: [
        ("x12.element.code", "rules:1: a line is a rule's id, and off, note, warning or error"),
        ("\n\nx12.element.code off now", "rules:3: a line is a rule's id, and"),
        ("no.such.rule off", "rules:1: no rule has the id no.such.rule"),
        ("# ok\nx12.element.code fatal", "rules:2: fatal is not off, note, warning or error"),
        (
            "x12.element.code off\r\nx12.element.code note",
            "rules:2: x12.element.code stands in line 1"
        ),
    ])
    func aWrongLineIsTold(_ text: String, _ message: String) {
        let failure = #expect(throws: ConversionFailure.self) {
            try RuleSettings(text, name: "rules")
        }
        #expect(failure?.exitStatus == 64)
        #expect(failure?.message.hasPrefix(message) == true, "\(failure?.message ?? "")")
    }

    @Test(arguments: ["", "\n", "# nothing", "  x12.element.code\toff  # why\r\n"])
    func commentsAndBlanksAreFree(_ text: String) throws {
        #expect(try RuleSettings(text, name: "rules").isEmpty == !text.contains("off"))
    }
}
