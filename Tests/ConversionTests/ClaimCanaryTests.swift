import Foundation
import Testing

/// A marker in place of every value of a claim and of what stands around it, one after the other.
struct ClaimCanaryTests {
    /// Samples that use much of the guides.
    private static let files = ["services", "secondary", "inpatient", "dental"]

    private static func text(_ name: String) throws -> String {
        let file = SampleFiles.claims.first { $0.name == name + ".837" }
        return String(decoding: try #require(file).bytes, as: UTF8.self)
    }

    /// What makes a segment the one it is, or is written as what it means.
    private static let structural: Set = ["ISA", "GS", "SE", "GE", "IEA", "HL"]

    @Test(arguments: files) func theFileIsRight(_ name: String) throws {
        let outcome = try Trial()(try Self.text(name))
        #expect(outcome.status == 0)
        #expect(outcome.records.count > 1)
    }

    @Test(arguments: files) func noFindingHoldsAValueAndEachHasAHome(_ name: String) throws {
        let convert = try Trial(.keep)
        for marked in Canary.marked(try Self.text(name)) {
            let outcome = try convert(marked.text)
            #expect(outcome.flaws(of: Data(marked.text.utf8)).isEmpty, "\(marked.place)")
            let found = outcome.report + "\(outcome.findings)" + "\(outcome.summary)"
            #expect(!found.contains(Canary.marker), "\(marked.place)")
            guard !Self.structural.contains(String(marked.place.prefix { $0 != "-" })) else {
                continue
            }
            let written = (outcome.records + outcome.rejects).map(\.text).joined()
            #expect(written.contains(Canary.marker), "\(marked.place) has a home")
        }
    }

    /// Segments that make findings of structure, before each segment of a level and a claim.
    @Test(
        arguments: [
            "QZMK*1~", "ZZ*QZMK~", "BHT*0019*QZMK~", "NM1*QZ*1*QZMK~", "REF*QZ*QZMK~", "N3*QZMK~",
            "HI*QZ:QZMK~", "DTP*999*D8*QZMK~", "SV1*HC:QZMK~", "PER*QZMK~", "SBR*QZMK~",
            "HL*QZMK*QZMK*22*QZMK~", "HL*9*QZMK*QZMK*0~", "CLM*QZMK~", "CAS*QZMK~", "LX*QZMK~",
        ])
    func noFindingHoldsASegment(_ segment: String) throws {
        let convert = try Trial(.keep)
        let file = ClaimText.plain
        let ids = Set(file.components(separatedBy: "~").map { $0.prefix { $0 != "*" } })
        for id in ids.sorted() where !id.isEmpty && id != "ISA" && id != "GS" {
            let text = file.inserting(segment, before: String(id))
            let outcome = try convert(text)
            #expect(outcome.flaws(of: Data(text.utf8)).isEmpty, "before \(id)")
            let found = outcome.report + "\(outcome.findings)" + "\(outcome.summary)"
            #expect(!found.contains(Canary.marker), "before \(id)")
        }
    }
}
