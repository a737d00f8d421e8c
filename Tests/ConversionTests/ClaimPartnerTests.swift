import Foundation
import Testing

@testable import Conversion

/// When a profile is applied to claims, and what it finds in them.
struct ClaimPartnerTests {
    /// Receivers of interchange and group, the choice, and the profile of the summary.
    static let choices: [(interchange: String, group: String, ProfileChoice, String?)] = [
        ("DMA7384", "DMA7384", .automatic, "masshealth"),
        ("DMA7384", "OTHER", .automatic, "masshealth"),
        ("OTHER", "DMA7384", .automatic, "masshealth"), ("OTHER", "OTHER", .automatic, nil),
        ("DMA7384", "DMA7384", .none, nil), ("OTHER", "OTHER", .named("masshealth"), "masshealth"),
        ("DMA7384", "DMA7384", .named("masshealth-encounter"), "masshealth-encounter"),
    ]

    @Test(arguments: choices)
    func theReceiverChooses(
        _ interchange: String, _ group: String, _ choice: ProfileChoice, _ profile: String?
    ) throws {
        let text = PartnerClaimText(receiver: interchange, groupReceiver: group, member: "12").text
        let outcome = try Trial(profile: choice)(text)
        #expect(outcome.file.profile == profile)
        #expect(outcome.rules == (profile == nil ? [] : ["masshealth.claim.member"]))
        #expect(outcome.status == 0 && outcome.records.count == 1)
    }

    /// The section of enrollments is not applied to claims, nor the other way round.
    @Test func sectionsAreOfTheirOwnGuides() throws {
        #expect(try Trial()(PartnerClaimText().text).rules == [])
        // MassHealth as the sender of claims has no section.
        var outbound = PartnerClaimText(sender: "DMA7384", groupSender: "DMA7384")
        (outbound.receiver, outbound.groupReceiver) = ("OTHER", "OTHER")
        #expect(try Trial()(outbound.text).file.profile == nil)
        var enrollment = MassHealthText(
            sender: "OTHER", receiver: "DMA7384", groupReceiver: "DMA7384")
        enrollment.records = [MassHealthText.record(id: "12")]
        #expect(try Trial()(enrollment.text).rules == [])
        // Each of two files in one run of bytes goes by its own.
        let ours = MassHealthText()
        let second = PartnerClaimText(member: "12").text.replacing("000000001", with: "000000002")
        let both = try Trial(profile: .named("masshealth"))(ours.text + second)
        #expect(both.rules == ["masshealth.claim.member"])
    }

    @Test(
        arguments: [
            (PartnerClaimText(), []),
            (PartnerClaimText(sender: "CLEARINGHOUSE"), ["masshealth.submitter.pidsl ISA"]),
            (PartnerClaimText(groupSender: "110999999"), ["masshealth.submitter.pidsl GS"]),
            (PartnerClaimText(submitter: "12"), ["masshealth.submitter.pidsl NM1"]),
            (PartnerClaimText(sender: "110999999a"), ["masshealth.submitter.pidsl ISA"]),
            (
                PartnerClaimText(payer: "PAYER"),
                ["masshealth.claim.receiver NM1", "masshealth.claim.receiver NM1"]
            ),
            (PartnerClaimText(member: "10000000000A"), ["masshealth.claim.member NM1"]),
        ])
    func partiesAreMassHealths(_ text: PartnerClaimText, _ found: [String]) throws {
        let outcome = try Trial()(text.text)
        let places = outcome.findings.map { finding in
            let before = text.text.utf8.prefix(finding.bytes[0])
            let segment = String(decoding: before, as: UTF8.self).split(separator: "~").last ?? ""
            return "\(finding.rule) \(segment.prefix { $0 != "*" })"
        }
        #expect(places == found)
        #expect(outcome.findings.allSatisfy { $0.severity == "warning" })
    }

    /// Procedures of claims of no charge, each claim's apart, the day, and what is found.
    @Test(
        arguments: [
            ([["G9005:U1:U2"]], "20250701", []), ([["T2038:U5:U1"]], "20250701", []),
            ([["G9005:U1:93"]], "20240101", []),
            ([["G9005:U1:93"]], "20231231", ["masshealth.activity.modifier"]),
            ([["G9005:U5"]], "20250701", ["masshealth.activity.modifier"]),
            ([["G9005:GT"]], "20230331", []),
            ([["G9006:HQ"]], "20230331", []),
            ([["G9006"]], "20230401", ["masshealth.activity.day"]),
            ([["T2038"]], "20230401", []), ([["T2038"]], "20230331", ["masshealth.activity.day"]),
            ([["G9919", "G9920"]], "20250701", []),
            ([["G0506"], ["G0506:U4"]], "20250701", []),
            ([["G0506"], ["G0506"]], "20250701", ["masshealth.activity.limit"]),
            ([["G9011", "G9011"], ["G9011"]], "20250701", []),
            ([["G9011", "G9011", "G9011", "G9011"]], "20250701", ["masshealth.activity.limit"]),
            ([["g0506"], ["G0506"]], "20250701", ["masshealth.activity.limit"]),
            ([["g0506"], ["G0506:u4"]], "20250701", []), ([["g9005:u1:u2"]], "20250701", []),
            ([["g9005:u5"]], "20250701", ["masshealth.activity.modifier"]),
            ([["g9006"]], "20230401", ["masshealth.activity.day"]),
            ([["G0506"], ["G0506"]], "20230331", []), ([["99213", "99213"]], "20250701", []),
        ] as [([[String]], String, [String])])
    func activities(_ claims: [[String]], _ day: String, _ found: [String]) throws {
        var text = PartnerClaimText()
        text.claims = claims.enumerated().map { index, procedures in
            PartnerClaimText.activity(id: "C\(index)", day: day).replacing(
                "LX*1~SV1*HC:G9005:U1:U2*0*UN*1***1~DTP*472*D8*\(day)~",
                with: procedures.enumerated().map {
                    "LX*\($0.offset + 1)~SV1*HC:\($0.element)*0*UN*1***1~DTP*472*D8*\(day)~"
                }.joined())
        }
        let rules = try Trial()(text.text).rules.filter { $0.hasPrefix("masshealth.") }
        #expect(rules == found)
        // A charge makes it another's claim.
        text.claims = text.claims.map { $0.replacing("*0*", with: "*5*") }
        let charged = try Trial()(text.text).rules.filter { $0.hasPrefix("masshealth.") }
        #expect(charged == [])
    }

    /// A replacement is not one more.
    @Test(arguments: [(1, ["masshealth.activity.limit"]), (7, []), (8, [])])
    func replacementsAreNotCounted(_ frequency: Int, _ found: [String]) throws {
        var text = PartnerClaimText()
        text.claims = [
            PartnerClaimText.activity("G0506", id: "C1"),
            PartnerClaimText.activity("G0506", id: "C2", frequency: frequency),
        ]
        let rules = try Trial()(text.text).rules.filter { $0.hasPrefix("masshealth.") }
        #expect(rules == found)
    }

    /// Claims that were set aside count against no other: neither their activities nor themselves.
    @Test(arguments: [
        ("*Y*A*Y*Y~", "*Y*A*Y*Y~", ["claim.record.repeated", "masshealth.activity.limit"]),
        ("*Y*A*Y*Y~", "*Q*A*Y*Y~", ["x12.element.code"]),
        ("*D8*20250701~", "*D8*20251301~", ["x12.element.date"]),
    ])
    func claimsSetAsideCountAgainstNoOther(
        _ old: String, _ new: String, _ found: [String]
    ) throws {
        for isFirst in [true, false] {
            var text = PartnerClaimText()
            text.claims = (0...1).map { index in
                let claim = PartnerClaimText.activity("G0506")
                return isFirst == (index == 0) ? claim.replacing(old, with: new) : claim
            }
            let outcome = try Trial()(text.text)
            #expect(outcome.rules.sorted() == found, "\(isFirst)")
        }
    }

    @Test(
        arguments: [
            ("", "", []), (":B:1", ":B:9", ["masshealth.encounter.frequency"]),
            ("HI*ABK", "HI*BK", ["masshealth.encounter.diagnosis"]),
            ("*0*UN", "*-5*UN", ["masshealth.encounter.amount"]), ("*0*UN", "*-0*UN", []),
            ("REF*F8*1~", "AMT*F5*-10~REF*F8*1~", ["masshealth.encounter.amount"]),
            ("REF*F8*1~", "AMT*F5*10~REF*F8*1~", []),
        ])
    func encounters(_ old: String, _ new: String, _ found: [String]) throws {
        let text =
            old.isEmpty
            ? PartnerClaimText().text : PartnerClaimText().text.replacing(old, with: new)
        let outcome = try Trial(profile: .named("masshealth-encounter"))(text)
        #expect(outcome.rules.filter { $0.hasPrefix("masshealth.") } == found)
        #expect(outcome.file.profile == "masshealth-encounter")
        let ordinary = try Trial()(text)
        #expect(ordinary.rules.filter { $0.hasPrefix("masshealth.") } == [])
    }
}
