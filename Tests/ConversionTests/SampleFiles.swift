import Foundation

/// The files of `samples/834`, by name.
enum SampleFiles {
    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static let all: [(name: String, bytes: [UInt8])] = files("samples/834", ending: ".834")

    /// What the fuzzer found, each file an input that once broke a promise.
    static let finds: [(name: String, bytes: [UInt8])] = files("Tests/X12SyntaxTests/Finds")

    private static func files(_ path: String, ending: String = "") -> [(String, [UInt8])] {
        let folder = root.appending(path: path)
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
        return (names ?? []).filter { $0.hasSuffix(ending) }.sorted().compactMap { name in
            (try? Data(contentsOf: folder.appending(path: name))).map { (name, Array($0)) }
        }
    }
}
