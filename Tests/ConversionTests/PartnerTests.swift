import CareModel
import Diagnostics
import Foundation
import Testing
import X12Grammar

@testable import Conversion

/// When MassHealth's profile is applied, and what it changes.
struct PartnerTests {
    typealias Text = MassHealthText

    /// Senders of interchange and group, the choice, and the profile of the summary.
    static let choices: [(interchange: String, group: String, ProfileChoice, String?)] = [
        ("DMA7384", "DMA7384", .automatic, "masshealth"),
        ("DMA7384", "OTHER", .automatic, "masshealth"),
        ("OTHER", "DMA7384", .automatic, "masshealth"), ("OTHER", "OTHER", .automatic, nil),
        ("DMA73845", "dma7384", .automatic, nil), ("DMA7384", "DMA7384", .none, nil),
        ("OTHER", "OTHER", .named("masshealth"), "masshealth"),
        ("OTHER", "OTHER", .named("elsewhere"), nil),
    ]

    @Test(arguments: choices)
    func theSenderChooses(
        _ interchange: String, _ group: String, _ choice: ProfileChoice, _ profile: String?
    ) throws {
        var text = Text(sender: interchange, groupSender: group)
        text.records = [Text.record(id: "1")]
        let outcome = try Trial(profile: choice)(text.text)
        #expect(outcome.file.profile == profile)
        #expect(outcome.rules == (profile == nil ? [] : ["masshealth.member.id"]))
        #expect(outcome.report.contains(", profile masshealth, ") == (profile != nil))
        #expect(outcome.status == 0)
    }

    @Test(arguments: [
        ("auto", ProfileChoice.automatic), ("none", ProfileChoice.none),
        ("masshealth", .named("masshealth")), ("MassHealth", nil), ("", nil),
    ])
    func arguments(_ argument: String, _ choice: ProfileChoice?) {
        #expect(ProfileChoice(argument: argument) == choice)
    }

    /// The severities of the profile are those of the rules, so that documents and runs agree; and
    /// the rules that it changes exist.
    @Test func theProfileAndTheRulesAgree() throws {
        #expect(
            Partner.shipped.map(\.name) == ["masshealth-encounter", "masshealth", "masshealth"])
        let known = Dictionary(
            uniqueKeysWithValues: RuleCatalog.rules.map { ($0.description, $0.severity) })
        let sections = Partner.shipped.map(\.section)
        for entry in sections.flatMap(\.rules) {
            #expect(known[entry.rule] == Severity(entry.level), "\(entry.rule)")
        }
        for entry in sections.flatMap(\.severities) {
            #expect(known[entry.rule] != nil, "\(entry.rule)")
            #expect(known[entry.rule] != Severity(entry.level), "\(entry.rule) changes nothing")
        }
        let added = Set(sections.flatMap(\.rules).map(\.rule))
        #expect(added == Set(known.keys.filter { $0.hasPrefix("masshealth.") }))
    }

    /// A disenrollment without the dates of its coverage, and others that need them.
    @Test(arguments: [
        ("024", ProfileChoice.automatic, "note", true), ("021", .automatic, "error", false),
        ("024", .none, "error", false),
    ])
    func aDisenrollmentNeedsNoDates(
        _ type: String, _ choice: ProfileChoice, _ severity: String, _ isAccepted: Bool
    ) throws {
        var text = Text()
        text.records = [Text.record(type: type, coverage: "HD*\(type)**HMO*ACCS1~")]
        let outcome = try Trial(profile: choice)(text.text)
        #expect(outcome.findings.map(\.severity) == [severity])
        #expect(outcome.rules == ["x12.segment.missing"])
        #expect(outcome.records.count == (isAccepted ? 1 : 0))
        #expect(outcome.status == (isAccepted ? 0 : 1))
    }

    /// What else is missing in a disenrollment is an error as ever.
    @Test func otherSegmentsAreStillRequired() throws {
        var text = Text()
        text.records = ["INS*Y*18*024*AI*A~REF*0F*100000000001~"]
        let outcome = try Trial()(text.text)
        #expect(outcome.records.isEmpty)
    }

    @Test(arguments: [
        ("110999999B", "110999999B", []),
        ("110999999", "110999999B", ["masshealth.receiver.pidsl"]),
        ("110999999B", "RECEIVER", ["masshealth.receiver.pidsl"]),
        ("RECEIVER", "RECEIVER", ["masshealth.receiver.pidsl", "masshealth.receiver.pidsl"]),
    ])
    func theReceiverIsAPIDSL(_ isa: String, _ gs: String, _ found: [String]) throws {
        let outcome = try Trial()(Text(receiver: isa, groupReceiver: gs).text)
        #expect(outcome.rules == found)
        #expect(outcome.findings.allSatisfy { $0.severity == "warning" })
        #expect(outcome.status == 0)
    }

    static let daily = "110999999B.834D.WEB.1200000001.196.txt"
    static let monthly = "110999999B.834M.WEB.1200000001.196.txt"

    /// A file's name, maintenance types of its records, and what is found; 15 July is day 196.
    @Test(
        arguments: [
            (daily, ["021", "024"], []), (daily, ["021", "030"], []),
            (daily, ["030", "030"], ["masshealth.name.kind warning"]),
            (monthly, ["030", "030"], []), (monthly, ["030", "021"], []),
            (monthly, ["021", "024"], ["masshealth.name.kind warning"]),
            ("a.834", ["030"], []),
            ("110999999B.834D.WEB.1200000001.197.txt", ["021"], ["masshealth.name.day note"]),
            (
                "110999999C.834D.WEB.1200000001.196.txt", ["021"],
                ["masshealth.name.receiver warning", "masshealth.name.receiver warning"]
            ),
            ("110999999b.834d.web.1200000001.196", ["021"], []),
        ] as [(String, [String], [String])])
    func namesAreCompared(_ name: String, _ types: [String], _ found: [String]) throws {
        var text = Text()
        text.records = types.enumerated().map {
            Text.record(type: $0.element, id: "10000000000\($0.offset)")
        }
        let outcome = try Trial()(text.text, name: name)
        #expect(outcome.findings.map { "\($0.rule) \($0.severity)" } == found)
        #expect(try Trial(profile: .none)(text.text, name: name).rules == [])
        let file = EnrollmentRecords(text.text.utf8, name: name)
        let ofRecords = file.flatMap(\.findings)
        #expect((file.findings + ofRecords).map { "\($0.rule) \($0.severity)" } == found)
    }

    /// An end, and how it is written with and without the profile; the file is of 2025-07-15.
    @Test(arguments: [
        ("20260715", #""end":"2026-07-15""#, #""end":"2026-07-15""#),
        ("20260716", #""end":null,"endSent":"20260716""#, #""end":"2026-07-16""#),
        ("22991231", #""end":null,"endSent":"22991231""#, #""end":null,"endSent":"22991231""#),
    ])
    func aFarEndIsOpen(_ end: String, _ open: String, _ plain: String) throws {
        var text = Text()
        let coverage = "HD*021**HMO*ACCS1~DTP*348*D8*20250701~DTP*349*D8*\(end)~"
        text.records = [Text.record(coverage: coverage)]
        #expect(try Trial()(text.text).records[0].text.contains(open))
        #expect(try Trial(profile: .none)(text.text).records[0].text.contains(plain))
    }

    /// Where BGN03 is no date, the day of the group is the file's.
    @Test func theGroupHasTheDayToo() throws {
        var text = Text()
        let coverage = "HD*021**HMO*ACCS1~DTP*348*D8*20250701~DTP*349*D8*20260716~"
        text.records = [Text.record(coverage: coverage)]
        let undated = text.text.replacing("BGN*00*1*20250715", with: "BGN*00*1*")
        #expect(try Trial()(undated).records[0].text.contains(#""end":null,"endSent":"20260716""#))
    }

    @Test func whatTheProfileAddsIsAKeyOfItsOwn() throws {
        var text = Text()
        let record = Text.record(
            address: "N3*1 A ST~N4*LYNN*MA*01902**CY*5~",
            coverage: "HD*021**HMO*ACCS1~DTP*348*D8*20250701~REF*PID*110990101A~REF*PID*X~"
                + "LS*2700~LX*1~N1*75*Second~REF*PID*110990102B~LE*2700~"
        ).replacing("NM1*IL", with: "REF*ZZ*AZNOTHA~REF*ZZ*9~REF*ZZ*BD~NM1*IL")
        text.records = [record, Text.record(id: "100000000002")]
        let records = try Trial()(text.text).records.map(\.text)
        let added =
            #","masshealth":{"reasons":[{"code":"AZ"},{"code":"BD"}],"county":"Essex","#
            + #""acos":[{"pidsl":"110990101A","plan":"ACCS1"},"#
            + #"{"pidsl":"110990102B","category":"Second"}]},"context":"#
        #expect(records[0].contains(added), "\(records[0])")
        #expect(!records[1].contains("masshealth"))
        let plain = try Trial(profile: .none)(text.text).records.map(\.text)
        #expect(plain.allSatisfy { !$0.contains("masshealth") })
    }

    /// Two senders in one file: each record goes by its own.
    @Test func eachInterchangeHasItsOwnProfile() throws {
        var ours = Text()
        ours.records = [Text.record(id: "1")]
        var theirs = Text(sender: "OTHER")
        theirs.records = [Text.record(id: "2")]
        let second = theirs.text.replacing("000000001", with: "000000002")
        let outcome = try Trial()(ours.text + second)
        #expect(
            outcome.records.map { $0.findings?.map(\.rule) } == [["masshealth.member.id"], nil])
        #expect(outcome.file.profile == "masshealth")
    }
}
