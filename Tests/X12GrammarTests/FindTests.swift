import Foundation
import Testing

/// What the fuzzer found in grammars stays mended.
struct FindTests {
    private static let folder = Grammars.folder.appending(path: "Finds")
    private static let names =
        (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?.sorted() ?? []

    @Test(arguments: names) func keepsItsPromises(_ name: String) throws {
        let bytes = try Data(contentsOf: Self.folder.appending(path: name))
        #expect(GrammarReading.flaws(of: Array(bytes)) == [])
    }

    @Test func areThere() { #expect(!Self.names.isEmpty) }
}
