import Foundation
import Testing

@testable import Conversion

/// Where a terminator of an envelope or level is lost, all is read as if it were there.
struct LostTerminatorTests {
    private static let plain = EnrollmentText.plain
    private static let claims = ClaimText.plain
    private static let second = EnrollmentText.file(
        [EnrollmentText.member(3)], control: "000000002")
    /// A file, and before which segment its terminator is lost.
    static let cases: [(file: String, segment: String, place: String)] = [
        (plain, "ST*834", "GS-08"), (plain, "BGN*", "ST-03"), (plain, "SE*", "DTP-03"),
        (plain.with("0001*005010X220A1", "0001"), "BGN*", "ST-02"), (plain, "GE*", "SE-02"),
        (plain, "IEA*", "GE-02"),
        (plain + second, "ISA*00*          *00*          *ZZ*S", "IEA-02"),
        (plain.with("~GS*", "~TA1*000000009*250701*2149*A*000~GS*"), "GS*", "TA1-05"),
        (claims, "ST*837", "GS-08"), (claims, "BHT*", "ST-03"), (claims, "SE*", "DTP-03"),
        (claims, "GE*", "SE-02"), (claims, "IEA*", "GE-02"), (claims, "HL*1*", "NM1-09"),
        (claims, "HL*2*", "REF-02"), (claims, "HL*3*", "DTP-03"), (claims, "HL*4*", "NM1-09"),
        (ClaimText.many(7), "HL*5*", "DTP-03"), (ClaimText.many(7), "HL*4*", "NM1-09"),
    ]

    @Test(arguments: cases)
    func allIsConverted(_ file: String, _ segment: String, _ place: String) throws {
        let whole = try Trial()(file)
        for between in ["", "\n", "\r\n"] {
            let text = Self.losing(segment, of: file, between)
            let outcome = try Trial()(text)
            #expect(outcome.flaws(of: Data(text.utf8)).isEmpty)
            #expect(outcome.rules.sorted() == (whole.rules + ["x12.segment.terminator"]).sorted())
            #expect(outcome.report.contains("at \(place) [x12.segment.terminator]"))
            #expect(outcome.status == 1)
            #expect(outcome.records.map(\.content) == whole.records.map(\.content))
            #expect(outcome.rejects.isEmpty)
        }
    }

    @Test(arguments: cases)
    func nothingIsLostInSplitting(_ file: String, _ segment: String, _ place: String) throws {
        for between in ["", "\n"] {
            let bytes = Array(Self.losing(segment, of: file, between).utf8)
            for measure: SplitMeasure in [.transaction, .size(600), .size(5_000)] {
                let whole = Splitting(Array(file.utf8), measure)
                let splitting = Splitting(bytes, measure)
                #expect(splitting.flaws(of: bytes) == [])
                #expect(splitting.books.records == whole.books.records)
                #expect(splitting.rest == "")
                // A set with levels is not cut: they are not looked for in it.
                let isSame = between == "" && !segment.hasPrefix("HL")
                #expect(!isSame || splitting.parts == whole.parts)
                let inPieces = Splitting(bytes, measure, pieces: 5, block: 128)
                #expect(inPieces.parts == splitting.parts)
            }
        }
    }

    private static func losing(_ segment: String, of file: String, _ between: String) -> String {
        // The first interchange has the first ISA, which nothing stands before.
        file.with("~" + segment, between + segment)
    }

    @Test func lostInEachPlaceAtOnce() throws {
        let text = ["ST*", "BGN*", "SE*", "GE*"].reduce(Self.plain) { text, id in
            text.with("~" + id, id)
        }
        let outcome = try Trial()(text)
        #expect(outcome.flaws(of: Data(text.utf8)).isEmpty)
        #expect(outcome.rules == Array(repeating: "x12.segment.terminator", count: 4))
        #expect(outcome.records.count == 2)
    }

    /// Nothing but GS tells then by what segments end.
    @Test func lostBehindTheFirstSegment() throws {
        let text = Self.plain.with("~GS", "GS")
        let outcome = try Trial()(text)
        #expect(outcome.flaws(of: Data(text.utf8)).isEmpty)
        #expect(outcome.rules == ["x12.segment.terminator"])
        #expect(outcome.records.map(\.content) == (try Trial()(Self.plain)).records.map(\.content))
        let splitting = Splitting(Array(text.utf8), .records(1))
        #expect(splitting.parts == Splitting(Array(Self.plain.utf8), .records(1)).parts)
        #expect(splitting.flaws(of: Array(text.utf8)) == [])
    }
}
