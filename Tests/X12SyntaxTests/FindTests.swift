import Foundation
import Testing

@testable import X12Syntax

/// What the fuzzer found stays mended.
struct FindTests {
    private static let paths = TestFiles.paths(
        in: TestFiles.root.appending(path: "Tests/X12SyntaxTests/Finds"))

    @Test(arguments: paths) func blocksMakeNoDifference(_ path: String) throws {
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
        let isWritten = X12Writer.write(X12Reader(bytes)) == bytes
        #expect(isWritten)
        let whole = Reading(bytes)
        #expect(whole.faults == [])
        // A terminator that is guessed holds from the next block on.
        guard !whole.rules.contains("x12.interchange.terminator") else { return }
        for size in 1...64 {
            let inPieces = Reading(bytes, pieces: .of(size), blockSize: 128).regardlessOfBlocks
            #expect(
                inPieces.difference(from: whole.regardlessOfBlocks) == nil, "pieces of \(size)")
        }
    }
}
