import Conversion
import Foundation
import Testing

/// What every reader of Turnpike promises, for XML.
struct ReferralFileTests {
    /// Inputs with their status, records and rejects.
    static let inputs: [(text: String, status: Int32, records: Int, rejects: Int)] = [
        (ReferralText.plain, 0, 3, 0),
        (ReferralText.note, 0, 1, 0),
        (ReferralText.note + ReferralText.plain + ReferralText.note, 0, 5, 0),
        (ReferralText.file([]), 0, 0, 0),
        (ReferralText.file([ReferralText.referral(1, to: "")]), 1, 0, 1),
        (
            ReferralText.file([
                ReferralText.referral(1), ReferralText.referral(2, to: ""), "<x>1</x>",
                ReferralText.referral(3),
            ]), 1, 2, 2
        ),
        (ReferralText.plain + "<a/>", 1, 3, 1),
        (ReferralText.plain + "text", 1, 3, 1),
        (ReferralText.plain + "text\n" + ReferralText.plain, 1, 6, 1),
        (
            ReferralText.plain.replacing("</referrals>", with: "</wrong>") + ReferralText.plain,
            1, 6, 1
        ),
        ("\u{FEFF}" + ReferralText.plain, 0, 3, 0),
    ]

    /// What is refused has no books that could be out of balance, however much of it was looked at.
    @Test(arguments: [
        "<!-- a --> <a b=c>", "<!-- a -->", " <!-- a --><html/>", "<!-- a --><a></b>", "",
    ])
    func refusedInputsHaveNoBooks(_ text: String) {
        for size in [1, 7, 4096] {
            let bytes = Array(text.utf8)
            let chunks = stride(from: 0, to: bytes.count, by: size).map {
                bytes[$0..<min($0 + size, bytes.count)]
            }
            let file = ReferralRecords(chunks: chunks, name: "a")
            #expect(Array(file).isEmpty)
            #expect(file.report.isBalanced, "\(file.report.bytes)")
        }
    }

    @Test(arguments: inputs.indices)
    func anInputIsAccountedFor(_ index: Int) throws {
        let input = Self.inputs[index]
        let bytes = Data(input.text.utf8)
        let outcome = try Trial()(bytes)
        #expect(outcome.flaws(of: bytes).isEmpty)
        #expect(outcome.status == input.status)
        #expect(outcome.records.count == input.records)
        #expect(outcome.rejects.count == input.rejects)
        #expect(outcome.file.kind == "referral")
    }

    /// What is read does not depend on what comes first.
    @Test(arguments: [
        ReferralText.record, ReferralText.record.replacing("</section>", with: "<"),
        "<Patient xmlns=\"http://hl7.org/fhir\"/>\n", "<a><b></a>\n", "<a b=1/>\n",
        "<!DOCTYPE a><a/>\n", "<?xml version=\"1.0\" encoding=\"UTF-7\"?><a/>\n",
    ])
    func theOrderOfDocumentsMakesNoDifference(_ other: String) throws {
        let note = "<?xml version=\"1.0\"?>\n" + ReferralText.note
        for text in [note + other, other + note, other + note + other] {
            let bytes = Data(text.utf8)
            let outcome = try Trial()(bytes)
            #expect(outcome.flaws(of: bytes) == [])
            #expect(outcome.status == 1)
            #expect(outcome.records.count == 1)
            #expect(outcome.rejects.count == text.components(separatedBy: other).count - 1)
            #expect(outcome.rejects.allSatisfy { $0.source.part != true })
            #expect(outcome.rejects.allSatisfy { $0.findings?.isEmpty == false })
            #expect(outcome.file.guide == "C-CDA Referral Note")
        }
    }

    /// Whatever its rule matters: what is set aside is not clean.
    @Test(arguments: [ReferralText.record, "<a/>"])
    func whatIsSetAsideCountsWithoutAnError(_ other: String) throws {
        let rule = try #require(
            RuleCatalog.rules.first { $0.description == "referral.document.kind" })
        var settings = RuleSettings()
        settings.set(rule, to: .warning)
        for text in [ReferralText.note + other, other + ReferralText.note] {
            let outcome = try Trial(rules: settings)(text)
            #expect(outcome.status == 1)
            #expect(outcome.file.records.setAside == 1)
            #expect(outcome.file.findings.error == 0)
            #expect(outcome.rules.contains("referral.document.kind"))
            #expect(outcome.flaws(of: Data(text.utf8)) == [])
        }
    }

    /// Where nothing is a referral the input is refused by what came first.
    @Test(arguments: [
        (ReferralText.record + "<a/>", "Continuity of Care Document"),
        ("<a/>" + ReferralText.record, "XML of another kind"),
        ("<a b=1/><?xml version=\"1.0\"?><a/>", "xml.attribute.malformed"),
        (String(ReferralText.record.dropLast(30)), "Continuity of Care Document"),
    ])
    func nothingButOtherDocumentsIsRefused(_ text: String, _ looks: String) throws {
        let outcome = try Trial()(text)
        #expect(outcome.status == 65)
        #expect(outcome.records.isEmpty && outcome.rejects.isEmpty && outcome.findings.isEmpty)
        #expect(outcome.file.failure?.contains(looks) == true, "\(outcome.file.failure ?? "")")
        #expect(outcome.file.bytes.total == 0)
    }

    /// What is long is not held: it is refused with its books, and all of it is among the rejects.
    @Test func muchOfOtherDocumentsIsRefusedWithItsBooks() throws {
        let long = String(repeating: "<b>\(String(repeating: "x", count: 993))</b>", count: 5000)
        let bytes = Data("<a>\(long)</a>".utf8)
        let refused = try Trial()(bytes)
        #expect(refused.status == 65 && refused.file.failure?.contains("another kind") == true)
        #expect(refused.flaws(of: bytes) == [])
        #expect(refused.file.bytes.setAside == bytes.count)
        #expect(refused.file.records.setAside == 1)
        let before = bytes + Data(ReferralText.note.utf8)
        let read = try Trial()(before)
        #expect(read.status == 1 && read.records.count == 1)
        #expect(read.flaws(of: before) == [])
    }

    /// What is lost at the end of an input and long is one thing that is set aside.
    @Test(arguments: ["<a b='LONG'/>", "<LONG", "LONG"])
    func whatIsLostAtTheEndIsCounted(_ end: String) throws {
        let long = String(repeating: "x", count: 3_000_000)
        let bytes = Data((ReferralText.plain + end.replacing("LONG", with: long)).utf8)
        let outcome = try Trial()(bytes)
        #expect(outcome.flaws(of: bytes) == [])
        #expect(outcome.file.records.setAside == 1)
        #expect(outcome.rejects.count == 3)
        #expect(outcome.rejects.allSatisfy { $0.source.part == true })
    }

    @Test(arguments: [
        ("<a/>", "XML of another kind"), ("<a>", "cannot be read to its first element"),
        ("<section xmlns=\"urn:hl7-org:v3\"/>", "a section of a CDA document"),
        ("<section/>", "without its namespace"),
        (
            "<x:stylesheet xmlns:x=\"http://www.w3.org/1999/XSL/Transform\" version=\"1.0\"/>",
            "XSLT stylesheet"
        ),
        ("<ClinicalDocument xmlns=\"urn:hl7-org:v3\"/>", "without the template"),
        ("<!DOCTYPE html><html/>", "HTML"), ("<html>", "HTML"),
        ("<!DOCTYPE a SYSTEM \"a.dtd\"><a/>", "xml.doctype.refused"),
        ("<?xml version=\"1.0\"?>", "cannot be read to its first element"),
        ("<?xml version=\"1.0\" encoding=\"UTF-7\"?><a/>", "cannot be read to its first element"),
        ("< a/>", "HTML"),
    ])
    func whatIsNoReferralIsRefusedByName(_ text: String, _ looks: String) throws {
        let outcome = try Trial()(text)
        #expect(outcome.status == 65)
        #expect(outcome.records.isEmpty && outcome.rejects.isEmpty && outcome.findings.isEmpty)
        #expect(outcome.file.failure?.contains(looks) == true, "\(outcome.file.failure ?? "")")
    }

    /// Nothing is lost wherever a file is cut, and what is complete is there.
    @Test(arguments: [
        ReferralText.plain, ReferralText.note + ReferralText.note,
        ReferralText.request + ReferralText.request,
    ])
    func truncatedAtEveryByte(_ text: String) throws {
        let bytes = Data(text.utf8)
        let convert = try Trial()
        let whole = try convert(bytes)
        try #require(whole.status == 0)
        for length in 1..<bytes.count {
            let cut = bytes.prefix(length)
            let outcome = try convert(cut)
            #expect(outcome.flaws(of: cut).isEmpty, "cut at \(length)")
            let complete = whole.records.filter { $0.source.bytes[1] <= length }
            #expect(outcome.records.map(\.text) == complete.map(\.text), "cut at \(length)")
        }
    }

    /// What broke off is called what it is as far as it came.
    @Test(arguments: [
        (ReferralText.note, "C-CDA Referral Note"), (ReferralText.plain, "Turnpike referral 1"),
    ])
    func aFileThatIsCutHasItsKind(_ text: String, _ guide: String) throws {
        let outcome = try Trial()(Data(text.utf8).prefix(text.utf8.count / 2))
        #expect(outcome.status == 1)
        #expect(outcome.file.kind == "referral")
        #expect(outcome.file.guide == guide)
    }

    @Test func aReferralWithAnErrorIsSetAsideKeptOrEndsTheRun() throws {
        let text = ReferralText.file([
            ReferralText.referral(1), ReferralText.referral(2, to: ""), ReferralText.referral(3),
        ])
        let bytes = Data(text.utf8)
        let setAside = try Trial()(bytes)
        #expect(setAside.records.count == 2 && setAside.rejects.count == 1)
        #expect(setAside.rejects.first?.recordType == "referral")
        let kept = try Trial(.keep)(bytes)
        #expect(kept.records.count == 3 && kept.rejects.isEmpty && kept.status == 1)
        let stopped = try Trial(.stop)(bytes)
        #expect(stopped.records.count == 1 && stopped.rejects.count == 1)
        #expect(stopped.summary.balanced && stopped.file.bytes.total < bytes.count)
    }

    @Test func rulesAreSwitchedOff() throws {
        let rule = try #require(
            RuleCatalog.rules.first { $0.description == "referral.receiver.missing" })
        var settings = RuleSettings()
        settings.set(rule, to: nil)
        let text = ReferralText.file([ReferralText.referral(1, to: "")])
        #expect(try Trial(rules: settings)(text).status == 0)
    }

    /// Nothing that the input holds stands in a finding, a summary or a report.
    @Test func findingsHoldNothingOfTheInput() throws {
        let canary = "CANARY"
        let text = ReferralText.file([
            ReferralText.referral(
                1, to: "<\(canary) \(canary)=\"\(canary)\">\(canary)</\(canary)>"
            )
            .replacing("bh-cp", with: canary).replacing("1984-02-29", with: canary)
            .replacing("requested", with: canary),
            "<\(canary)/>",
        ])
        let outcome = try Trial()(text)
        #expect(outcome.findings.count >= 4)
        #expect(!outcome.report.contains(canary))
        for line in outcome.rejects { #expect(line.text.contains(canary)) }
    }
}

/// The same as values, for users of the library.
struct ReferralRecordsTests {
    @Test func referralsAreHandedOutOneByOne() {
        let records = ReferralRecords(ReferralText.plain.utf8, name: "a.xml")
        let all = Array(records)
        #expect(
            all.map { $0.referral.memberID?.text.string } == [
                "100000000001", "100000000002", "100000000003",
            ])
        #expect(all.map(\.source.place) == (1...3).map { "/referrals/referral[\($0)]" })
        #expect(all.count { $0.isAccepted } == 3)
        #expect(records.report.isComplete && records.report.isBalanced && records.report.isClean)
        #expect(records.report.kind == "referral")
        #expect(records.report.records.accepted == 3)
    }

    @Test func chunksMayBeCutAnywhere() {
        let bytes = Array((ReferralText.plain + ReferralText.note).utf8)
        let whole = Array(ReferralRecords(bytes, name: "a")).map(\.referral)
        for size in [1, 3, 100] {
            let chunks = stride(from: 0, to: bytes.count, by: size).map {
                bytes[$0..<min($0 + size, bytes.count)]
            }
            #expect(Array(ReferralRecords(chunks: chunks, name: "a")).map(\.referral) == whole)
        }
        #expect(whole.count == 4)
    }

    @Test func whatIsNoReferralIsSaid() {
        let records = ReferralRecords("<a/>".utf8, name: "a")
        #expect(records.next() == nil)
        #expect(records.report.failure?.exitStatus == 65)
        #expect(!records.report.isComplete)
    }

    @Test func whatCannotBeReadIsSaid() {
        let records = ReferralRecords((ReferralText.plain + "text").utf8, name: "a")
        #expect(Array(records).count == 3)
        #expect(records.unreadable.count == 1)
        #expect(records.findings.map(\.rule.description) == ["xml.document.trailing"])
        #expect(records.report.isBalanced && !records.report.isClean)
    }
}
