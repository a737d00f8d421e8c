import Foundation
import Testing

/// Units larger than a block, and many small ones.
struct SizeTests {
    /// More bytes of one record than two blocks hold.
    private static let categories =
        "LS*2700~" + String(repeating: "LX*1~N1*75*Aid Category~REF*17*AX~", count: 35_000)
        + "LE*2700~"

    @Test func aRecordLargerThanABlock() throws {
        let text = EnrollmentText.file([EnrollmentText.member(1) + Self.categories])
        let outcome = try Trial()(text)
        #expect(outcome.flaws(of: Data(text.utf8)).isEmpty)
        #expect(outcome.rules == [])
        #expect(outcome.records.count == 1)
    }

    /// The open record is read again with the next block; blanks between its segments count once.
    @Test func blankSegmentsInARecordLargerThanABlock() throws {
        let text = EnrollmentText.file([EnrollmentText.member(1) + Self.categories])
            .with("~REF*0F", "~~ \n~REF*0F")
        let outcome = try Trial()(text)
        #expect(outcome.flaws(of: Data(text.utf8)).isEmpty)
        #expect(outcome.file.bytes.trivia == 4)
        #expect(outcome.file.findings.error == 0)
        #expect(outcome.records.count == 1)
    }

    @Test func blankSegmentsWhereABlockEnds() throws {
        let text = EnrollmentText.file((1...4_000).map(EnrollmentText.member))
        let middle = text.utf8.index(text.startIndex, offsetBy: 512 * 1024 - 1_000)
        let start = text[middle...].range(of: "~DMG")?.lowerBound ?? middle
        let changed = text[..<start] + String(repeating: "~", count: 2_000) + text[start...]
        let outcome = try Trial()(String(changed))
        #expect(outcome.flaws(of: Data(changed.utf8)).isEmpty)
        #expect(outcome.file.bytes.trivia == 2_000)
        #expect(outcome.records.count == 4_000)
    }

    @Test func anUnknownGroupLargerThanABlock() throws {
        let text = EnrollmentText.file([EnrollmentText.member(1) + Self.categories])
            .with("005010X220A1", "005010X999", all: true)
        let outcome = try Trial()(text)
        #expect(outcome.flaws(of: Data(text.utf8)).isEmpty)
        let group = outcome.rejects.map(\.raw).compactMap(\.self).joined()
        #expect(text.contains(group) && group.hasPrefix("GS*") && group.contains("~GE*1*1~"))
        #expect(outcome.file.records.setAside == 1)
    }

    @Test func bytesOutsideLargerThanABlock() throws {
        let text = EnrollmentText.plain + String(repeating: "\0", count: 1_200_000)
        let outcome = try Trial()(text)
        #expect(outcome.flaws(of: Data(text.utf8)).isEmpty)
        #expect(outcome.rules == ["x12.bytes.outside"])
        #expect(outcome.file.records.setAside == 1)
    }

    @Test func aSegmentWithoutEnd() throws {
        let text = EnrollmentText.plain.before("DMG") + String(repeating: "A", count: 3_000_000)
        let outcome = try Trial()(text)
        #expect(outcome.flaws(of: Data(text.utf8)).isEmpty)
        #expect(outcome.status == 1)
    }

    @Test func manyInterchangesWithAlternatingDelimiters() throws {
        let delimiters = [("*", "~"), ("|", "\n"), ("!", "\u{1D}")]
        let text = (1...2_000).map { number in
            let control = String(format: "%09d", number)
            let (element, terminator) = delimiters[number % delimiters.count]
            return (EnrollmentText.interchange(control) + "IEA*0*\(control)~")
                .delimited(element: element, terminator: terminator)
        }.joined()
        let outcome = try Trial()(text)
        #expect(outcome.flaws(of: Data(text.utf8)).isEmpty)
        #expect(outcome.status == 0)
    }

    @Test func blankSegmentsAfterTheEndAreNoError() throws {
        let outcome = try Trial()(EnrollmentText.plain + "~\n~")
        #expect(outcome.status == 0)
        #expect(outcome.file.bytes.trivia == 3)
    }
}
