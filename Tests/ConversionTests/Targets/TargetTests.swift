import Foundation
import Testing

/// What the fuzzer starts from beside X12, and what it found and stays mended, tried as it tries it.
struct TargetTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private static func files(_ path: String, _ opening: String = "") -> [[UInt8]] {
        let folder = root.appending(path: path)
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
        return (names ?? []).filter { $0.hasPrefix(opening) }.sorted().compactMap {
            (try? Data(contentsOf: folder.appending(path: $0))).map(Array.init)
        }
    }

    /// The names of finds begin with that of their target.
    private static func finds(_ target: String) -> [[UInt8]] {
        files("Tests/ConversionTests/Finds", target + "-")
    }

    private func check(_ inputs: [[UInt8]], _ run: ([UInt8]) -> Void) {
        #expect(!inputs.isEmpty)
        for input in inputs { run(input) }
    }

    private static let tables = files("Fuzz/Seeds/tables")
    private static let workbooks = files("Fuzz/Seeds/workbooks")
    private static let documents = files("Fuzz/Seeds/referrals")

    @Test func delimited() { check(Self.tables + Self.finds("delimited"), DelimitedTarget.run) }

    @Test func workbooks() { check(Self.workbooks + Self.finds("workbooks"), WorkbookTarget.run) }

    @Test func rosters() { check(Self.tables + Self.finds("rosters"), RosterTarget.run) }

    @Test func xml() { check(Self.documents + Self.finds("xml"), XMLTarget.run) }

    @Test func archives() {
        let zip = Self.workbooks.map { Array($0.dropFirst()) }
        let gzip = Self.documents.map {
            ArchiveBuilding.gzip($0, fields: [.name, .headerChecksum])
        }
        let cut = gzip.map { Array($0.dropLast(5)) } + [gzip[0] + gzip[1], gzip[0] + [0, 0, 7]]
        check(zip + gzip + cut + Self.finds("archives"), ArchiveTarget.run)
    }
}

/// Of the targets, what the fuzzer would end the process for.
func require(_ isTrue: Bool, _ law: @autoclosure () -> String) {
    #expect(isTrue, "\(law())")
}
