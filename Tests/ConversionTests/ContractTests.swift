import Foundation
import Testing

/// What every reader of Turnpike promises, for X12.
struct ContractTests {
    private static let third = EnrollmentText.file([EnrollmentText.member(3)], control: "000000002")
    private static let text =
        EnrollmentText.plain + third.delimited(element: "|", terminator: "\n")

    @Test func truncatedAtEveryByte() throws {
        let bytes = Data(Self.text.utf8)
        let convert = try Trial()
        let whole = try convert(bytes)
        try #require(whole.status == 0)
        let firstIsWhole = [EnrollmentText.plain.utf8.count - 1, EnrollmentText.plain.utf8.count]
        for length in bytes.indices {
            let cut = bytes.prefix(length)
            let outcome = try convert(cut)
            #expect(outcome.flaws(of: cut).isEmpty, "cut at \(length)")
            let isWhole = firstIsWhole.contains(length) || length == bytes.count - 1
            #expect(isWhole ? outcome.status == 0 : outcome.status != 0, "cut at \(length)")
            // A record is complete when the segment that follows it can be told.
            let complete = whole.records.filter { $0.source.bytes[1] + 4 <= length }
            #expect(
                outcome.records.map(\.text).starts(with: complete.map(\.text)), "cut at \(length)")
            #expect(outcome.records.count <= complete.count + 1, "cut at \(length)")
        }
    }

    @Test func theCutIsNamed() throws {
        let convert = try Trial()
        for segment in ["N1*P5", "REF*0F", "DMG*", "HD*"] {
            let outcome = try convert(EnrollmentText.plain.before(segment))
            #expect(outcome.rules.last == "x12.file.truncated", "before \(segment)")
        }
    }

    @Test func theOriginalOfBrokenTextIsRecoverable() throws {
        let text = EnrollmentText.plain.with("DOE", "MU\u{D1}OZ")
        let bytes = try #require(text.data(using: .isoLatin1))
        let record = try Trial()(bytes).records[0]
        #expect(record.text.contains("\"last\":\"MUÑOZ\""))
        let original = bytes[record.source.bytes[0]..<record.source.bytes[1]]
        #expect(original.range(of: Data([0x4D, 0x55, 0xD1, 0x4F, 0x5A])) != nil)
    }

    @Test(arguments: [[0xC3, 0x28], [0xFF], [0xE2, 0x82], [0xED, 0xA0, 0x80]] as [[UInt8]])
    func outputIsUTF8WhateverComes(_ bytes: [UInt8]) throws {
        let broken = Data(bytes)
        let parts = EnrollmentText.plain.components(separatedBy: "DOE")
        let bytes = Data(parts.map { Data($0.utf8) }.joined(separator: broken))
        let outcome = try Trial()(bytes)
        #expect(outcome.rules == ["x12.element.encoding", "x12.element.encoding"])
        #expect(outcome.records.count == 2)
    }

    @Test func keptOrSetAside() throws {
        let text = EnrollmentText.plain.inserting("ZZZ*1~", before: "DMG")
        let kept = try Trial(.keep)(text)
        let setAside = try Trial(.setAside)(text)
        #expect(kept.records.count == 2 && kept.rejects.isEmpty && kept.status == 1)
        #expect(setAside.records.count == 1 && setAside.status == 1)
        #expect(kept.records[0].content == setAside.rejects[0].content)
        #expect(kept.records[0].findings?.map(\.rule) == ["x12.segment.unknown"])
    }

    @Test func stopEndsAtTheFirst() throws {
        let members = (1...3).map(EnrollmentText.member)
        let text = EnrollmentText.file(members).with("INS*Y*18", "INS*Y*99", all: true)
        let outcome = try Trial(.stop)(text)
        #expect(outcome.status == 1)
        #expect(outcome.records.isEmpty)
        #expect(outcome.rejects.count == 1)
    }

    @Test func scopesOfTheUnreadable() throws {
        let unknown = EnrollmentText.plain.with("005010X220A1", "005010X999", all: true)
        let mixed =
            EnrollmentText.plain.before("GE*")
            + EnrollmentText.set([], control: "0002", guide: "005010X999")
            + "GE*2*1~IEA*1*000000001~"
        let convert = try Trial()
        #expect(try convert(unknown).rejects.map(\.scope) == ["group"])
        #expect(try convert(mixed).rejects.map(\.scope) == ["transaction"])
        #expect(try convert(EnrollmentText.plain + "end").rejects.map(\.scope) == ["bytes"])
    }
}
