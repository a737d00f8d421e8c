import Foundation
import Testing

@testable import X12Syntax

/// Where files lie that nobody wrote for these tests.
enum TestFiles {
    static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    static let samples = root.appending(path: "samples")
    static let corpus = root.deletingLastPathComponent().appending(path: "shared/corpus")
    static let hasCorpus = FileManager.default.fileExists(atPath: corpus.path)

    /// Paths of the files below a folder whose path in it begins so.
    static func paths(in folder: URL, beginning prefix: String = "") -> [String] {
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasPrefix(prefix) }.sorted().map { folder.path + "/" + $0 }
            .filter { path in
                var isFolder: ObjCBool = false
                return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
                    && !isFolder.boolValue
            }
    }
}

/// Every file there is to read: nothing is lost, and writing gives it back.
@Suite struct CorpusTests {
    private func check(_ path: String) throws {
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
        let reading = Reading(bytes)
        #expect(reading.faults == [], "\(path)")
        let inBlocks = Reading(bytes, pieces: .random(1), blockSize: 1_000).regardlessOfBlocks
        #expect(inBlocks.difference(from: reading.regardlessOfBlocks) == nil, "\(path)")
        let isWritten = X12Writer.write(X12Reader(bytes)) == bytes
        #expect(isWritten, "\(path)")
    }

    @Test func samples() throws {
        for path in TestFiles.paths(in: TestFiles.samples) { try check(path) }
    }

    @Test(.enabled(if: TestFiles.hasCorpus, "The corpus is not here: ../shared/corpus"))
    func corpus() throws {
        let paths = TestFiles.paths(in: TestFiles.corpus, beginning: "x12-")
        #expect(paths.count > 100)
        for path in paths { try check(path) }
    }
}
