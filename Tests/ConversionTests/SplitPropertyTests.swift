import Foundation
import Testing

@testable import Conversion

/// What is true of every split, whatever the input is.
struct SplitPropertyTests {
    private static let samples = SampleFiles.all.map { Data($0.bytes) }

    private static let measures: [SplitMeasure] = [
        .transaction, .records(1), .records(2), .records(100), .size(1), .size(1_000),
        .size(1_000_000),
    ]

    private static let several = Data(
        (EnrollmentText.plain.with("~GE*1", "~ST*271*0009~HL*1~SE*3*0009~GE*2")
            + EnrollmentText.file([EnrollmentText.member(3)], control: "000000002")
            .delimited(element: "|", terminator: "\n")).utf8)

    @Test(arguments: measures) func samplesInParts(_ measure: SplitMeasure) throws {
        #expect(Self.samples.count > 10)
        for sample in Self.samples {
            let bytes = Array(sample)
            let split = Splitting(bytes, measure)
            let flaws = split.flaws(of: bytes)
            #expect(flaws == [])
            guard case .size(let size) = measure, !split.rules.contains("split.part.size") else {
                continue
            }
            #expect(split.parts.allSatisfy { $0.count <= size })
        }
    }

    /// Each part is converted on its own; what is the same in all of them comes once.
    @Test(arguments: measures) func recordsArePartByPartThoseOfTheWhole(
        _ measure: SplitMeasure
    ) throws {
        let convert = try Trial()
        for sample in Self.samples {
            let whole = try convert(sample)
            let split = Splitting(Array(sample), measure)
            let parts = try split.parts.map { try convert(Data($0)) }
            #expect(
                parts.flatMap { $0.records.map { Self.withoutTotals($0.content) } }
                    == whole.records.map { Self.withoutTotals($0.content) })
            if whole.status == 0 { #expect(parts.allSatisfy { $0.status == 0 }) }
        }
    }

    /// The totals of the header are the part's own.
    private static func withoutTotals(_ record: String) -> String {
        record.replacing(/"totals":\[[^\]]*\]/, with: "")
    }

    @Test func whatIsNotCutIsTheInput() {
        for sample in Self.samples + [Self.several] {
            let split = Splitting(Array(sample), .records(Int.max))
            guard split.rest.isEmpty, !split.rules.contains(where: { $0.contains(".missing") })
            else { continue }
            #expect(split.parts.flatMap(\.self) == Array(sample))
        }
    }

    @Test func truncatedAnywhere() {
        for length in Self.several.indices {
            let bytes = Array(Self.several[..<length])
            let flaws = Splitting(bytes, .records(1)).flaws(of: bytes)
            #expect(flaws == [], "cut at \(length)")
        }
    }

    @Test(arguments: 1...4 as ClosedRange<UInt64>) func damaged(_ seed: UInt64) {
        var dice = Dice(seed)
        for round in 1...100 {
            var damaged = Self.several
            Damage.strike(&damaged, &dice)
            let bytes = Array(damaged)
            let measure = Self.measures.randomElement(using: &dice) ?? .transaction
            let split = Splitting(bytes, measure)
            let flaws = split.flaws(of: bytes)
            #expect(flaws == [], "seed \(seed), round \(round), \(measure)")
            let inPieces = Splitting(bytes, measure, pieces: 5, block: 128)
            #expect(inPieces.parts == split.parts, "seed \(seed), round \(round), \(measure)")
        }
    }
}
