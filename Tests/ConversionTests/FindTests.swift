import Foundation
import Testing

@testable import Conversion

/// What the fuzzer found stays mended.
struct FindTests {
    private static let names = SampleFiles.finds.map(\.name)

    @Test(arguments: names.indices) func keepsItsPromises(_ find: Int) throws {
        let bytes = SampleFiles.finds[find].bytes
        let outcome = try Trial()(Data(bytes))
        #expect(outcome.flaws(of: Data(bytes)) == [], "\(Self.names[find])")
        let whole = MemoryConversion(bytes)
        let pieces = MemoryConversion(bytes, pieces: 1, block: 64)
        #expect(whole.isBalanced(for: bytes.count), "\(Self.names[find])")
        #expect(pieces.accepted == whole.accepted, "\(Self.names[find])")
        for measure in [SplitMeasure.transaction, .records(1), .size(600)] {
            let split = Splitting(bytes, measure)
            #expect(split.flaws(of: bytes) == [], "\(Self.names[find]), \(measure)")
        }
    }

    @Test func areThere() { #expect(!Self.names.isEmpty) }
}
