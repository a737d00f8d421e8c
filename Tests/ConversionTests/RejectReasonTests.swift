import Foundation
import Testing

/// Each line of what cannot be read says why.
struct RejectReasonTests {
    private static let unknown = "x12.segment.unknown"
    private static let missing = "x12.loop.missing"
    private static let truncated = "x12.file.truncated"
    /// A claim whose subscriber's level lost its HL, and that of the provider before it.
    private static let levelless = "SBR*P*18*******MC~NM1*IL*1*DOE*JOHN~" + ClaimText.claim(1)

    /// A file, and of each line what it begins with and the rules of its findings.
    static let cases: [(name: String, text: String, lines: [String])] = [
        (
            "two unknown segments in a header",
            EnrollmentText.plain.inserting("ZZZ*1~YYY*2~", before: "N1"),
            ["ZZZ*1~ \(unknown)", "YYY*2~ \(unknown)"]
        ),
        (
            "an unknown segment and what hangs on it, twice in a level",
            ClaimText.plain.inserting("ZZZ*1~NM1*ZZ*1~YYY*2~", before: "N3"),
            ["ZZZ*1~NM1*ZZ*1~ \(unknown)", "YYY*2~ \(unknown)"]
        ),
        (
            "a level without HL, which an unknown segment may have been",
            ClaimText.file(levelless).inserting("ZZZZ*1~", before: "PER"),
            ["ZZZZ*1~ \(unknown)", "SBR*P*18*******MC~NM1*IL*1*DOE*JOHN~ \(unknown)"]
        ),
        (
            "a level without HL around a segment of the header",
            ClaimText.file(levelless).removing("NM1*40")
                .with("~NM1*IL", "~NM1*40*2*RECEIVER*****46*R1234~NM1*IL").recounted,
            ["SBR*P*18*******MC~ \(missing)", "NM1*IL*1*DOE*JOHN~ \(missing)"]
        ),
        (
            "a file cut in SE", EnrollmentText.plain.before("*0001~GE"), ["SE*19 \(truncated)"]
        ),
        (
            "a file cut in an unknown segment of a header",
            EnrollmentText.plain.before("N1*P5") + "ZZZ*1", ["ZZZ*1 \(truncated)"]
        ),
        (
            "a file cut in an unknown segment of a level",
            ClaimText.plain.before("N3*") + "ZZZ*1", ["ZZZ*1 x12.record.cut"]
        ),
    ]

    @Test(arguments: cases)
    func eachLineHasItsReason(_ name: String, _ text: String, _ lines: [String]) throws {
        let outcome = try Trial()(text)
        let unreadable = outcome.rejects.filter { $0.recordType == "unreadable" }
        let told = unreadable.map { line in
            ([line.raw ?? ""] + (line.findings ?? []).map(\.rule)).joined(separator: " ")
        }
        #expect(told == lines, "\(name)")
        #expect(outcome.flaws(of: Data(text.utf8)) == [], "\(name)")
    }

    /// However a file is cut or damaged; one that comes in parts says it of the first.
    @Test(arguments: [EnrollmentText.plain, ClaimText.plain])
    func noLineIsWithoutReason(_ text: String) throws {
        let bytes = Data(text.utf8)
        var dice = Dice(20_260_115)
        let damaged = (1...150).map { _ in
            var damaged = bytes
            Damage.strike(&damaged, &dice)
            return damaged
        }
        let cut = stride(from: 107, to: bytes.count, by: 5).map { bytes.prefix($0) }
        let convert = try Trial()
        for (index, input) in (damaged + cut).enumerated() {
            let bare = try convert(input).rejects.filter {
                $0.source.part != true && $0.findings?.isEmpty != false
            }
            #expect(bare.isEmpty, "input \(index)")
        }
    }
}
