import Foundation
import Testing

@testable import Conversion
@testable import X12Syntax

/// Samples, cut and damaged: no trap, books that balance, and records before the damage untouched.
struct SampleDamageTests {
    private static let wholes = SampleFiles.all.map { MemoryConversion($0.bytes) }
    /// Of each record, the byte after its last terminator.
    private static let ends = wholes.map(\.ends)
    private static let names = SampleFiles.all.map(\.name)

    /// What the damage, from `offset` on, must leave as it is.
    private func check(
        _ bytes: [UInt8], from offset: Int, of sample: Int, _ comment: @autoclosure () -> String,
        in block: inout Block, inPieces: Bool = true
    ) {
        let whole = Self.wholes[sample]
        let damaged = MemoryConversion(bytes, in: &block)
        let balances = damaged.isBalanced(for: bytes.count)
        #expect(balances, "\(comment())")
        // A record is complete when the segment that follows it can be told.
        let before = zip(whole.accepted, Self.ends[sample]).filter { $1 + 6 <= offset }.map(\.0)
        let isKept = damaged.accepted.starts(with: before)
        #expect(isKept, "\(comment())")
        guard inPieces else { return }
        let pieces = MemoryConversion(bytes, pieces: 13, block: 512)
        let isSame =
            pieces.accepted == damaged.accepted
            && pieces.findings.sorted() == damaged.findings.sorted()
            && pieces.isBalanced(for: bytes.count)
        #expect(isSame, "\(comment())")
    }

    /// Whether all is tried that could be, which takes some minutes.
    private static let wantsAll =
        ProcessInfo.processInfo.environment["TURNPIKE_EVERY_PREFIX"] != nil

    /// Long samples take their time: of these every seventh prefix is tried, and those with and without
    /// the terminator of each segment, unless all are wanted.
    private static func lengths(_ bytes: [UInt8]) -> [Int] {
        let terminator = UInt8(ascii: "~")
        return bytes.indices.filter { length in
            wantsAll || bytes.count <= 1_600 || length % 7 == 0
                || bytes[length] == terminator || bytes[length - 1] == terminator
        }
    }

    @Test(arguments: names.indices) func truncatedAtEveryByte(_ sample: Int) {
        let bytes = SampleFiles.all[sample].bytes
        var block = Block(capacity: 1 << 14)
        for length in Self.lengths(bytes) {
            check(
                Array(bytes[..<length]), from: length, of: sample,
                "\(Self.names[sample]) cut at \(length)", in: &block,
                inPieces: Self.wantsAll || length % 7 == 0)
        }
    }

    @Test(arguments: names.indices) func damaged(_ sample: Int) {
        var dice = Dice(UInt64(sample) + 1)
        let bytes = SampleFiles.all[sample].bytes
        var block = Block(capacity: 1 << 14)
        for round in 1...100 {
            var data = Data(bytes)
            Damage.strike(&data, &dice)
            let first = zip(data, bytes).enumerated().first { $1.0 != $1.1 }?.offset
            check(
                Array(data), from: first ?? min(data.count, bytes.count), of: sample,
                "\(Self.names[sample]), round \(round)", in: &block)
        }
    }

    /// Threads have work even of the shortest: a block holds a record or two.
    @Test(arguments: names.indices) func withTwoJobs(_ sample: Int) throws {
        var dice = Dice(UInt64(sample) + 1000)
        let bytes = SampleFiles.all[sample].bytes
        let first = Int.random(in: 0..<97, using: &dice)
        var inputs = stride(from: first, to: bytes.count, by: Self.wantsAll ? 1 : 97)
            .map { Data(bytes[..<$0]) }
        inputs += (1...20).map { _ in
            var data = Data(bytes)
            Damage.strike(&data, &dice)
            return data
        }
        let trial = try JobsTrial(inputs, blockSize: 256)
        let differences = try trial.differences(jobs: [1, 2])
        #expect(differences == [], "\(Self.names[sample])")
    }

    @Test func recordsHaveEnds() {
        #expect(SampleFiles.enrollments.count > 10 && SampleFiles.claims.count > 10)
        for (whole, ends) in zip(Self.wholes, Self.ends) {
            #expect(ends.count == whole.accepted.count)
        }
    }
}
