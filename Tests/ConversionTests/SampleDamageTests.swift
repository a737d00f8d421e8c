import Foundation
import Testing

@testable import Conversion

/// Samples, cut and damaged: no trap, books that balance, and records before the damage untouched.
struct SampleDamageTests {
    private static let wholes = SampleFiles.all.map { MemoryConversion($0.bytes) }
    private static let names = SampleFiles.all.map(\.name)

    /// What the damage, from `offset` on, must leave as it is.
    private func check(
        _ bytes: [UInt8], from offset: Int, of sample: Int, _ comment: @autoclosure () -> String,
        inPieces: Bool = true
    ) {
        let whole = Self.wholes[sample]
        let damaged = MemoryConversion(bytes)
        let balances = damaged.isBalanced(for: bytes.count)
        #expect(balances, "\(comment())")
        // A record is complete when the segment that follows it can be told.
        let before = zip(whole.accepted, whole.ends).filter { $1 + 4 <= offset }.map(\.0)
        let isKept = damaged.accepted.starts(with: before)
        #expect(isKept, "\(comment())")
        guard inPieces else { return }
        let pieces = MemoryConversion(bytes, pieces: 13, block: 512)
        let isSame =
            pieces.accepted == damaged.accepted && pieces.findings == damaged.findings
            && pieces.isBalanced(for: bytes.count)
        #expect(isSame, "\(comment())")
    }

    @Test(arguments: names.indices) func truncatedAtEveryByte(_ sample: Int) {
        let bytes = SampleFiles.all[sample].bytes
        for length in bytes.indices {
            check(
                Array(bytes[..<length]), from: length, of: sample,
                "\(Self.names[sample]) cut at \(length)", inPieces: length % 5 == 0)
        }
    }

    @Test(arguments: names.indices) func damaged(_ sample: Int) {
        var dice = Dice(UInt64(sample) + 1)
        let bytes = SampleFiles.all[sample].bytes
        for round in 1...200 {
            var data = Data(bytes)
            Damage.strike(&data, &dice)
            let first = zip(data, bytes).enumerated().first { $1.0 != $1.1 }?.offset
            check(
                Array(data), from: first ?? min(data.count, bytes.count), of: sample,
                "\(Self.names[sample]), round \(round)")
        }
    }

    @Test func recordsHaveEnds() {
        #expect(Self.wholes.count > 10)
        for whole in Self.wholes { #expect(whole.ends.count == whole.accepted.count) }
    }
}
